import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startServer } from '../support/server.ts';

const WATCH = pathToFileURL(join(import.meta.dirname, '../support/watch-outbound.ts')).href;
const PASSWORD = 'Lychee-42-orchard';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-outbound-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server whose every way out is watched. */
async function startWatched(): Promise<Server> {
  process.env['NODE_OPTIONS'] = `--import ${WATCH}`;
  try {
    return await startServer(folder);
  } finally {
    delete process.env['NODE_OPTIONS'];
  }
}

function addAccount(role: string): void {
  const words = ['user', 'add', '--username', role, '--name', '某人', '--role', role];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['server/cli.ts', ...words, '--password-stdin'],
    { input: PASSWORD, env: { ...process.env, BIAOCHI_DATA: folder }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

async function cookieOf(origin: string, username: string): Promise<string> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

describe('the server', { timeout: 60_000 }, () => {
  it('asks nobody outside, whatever is read, exported, backed up or proved', async () => {
    const server = await startWatched();
    const { origin } = server;
    const plan = '/api/plans/qetdz-2016';
    for (const role of ['leader', 'administrator', 'auditor']) {
      addAccount(role);
      const cookie = await cookieOf(origin, role);
      const paths = [
        '/api/plans',
        `${plan}/dashboard`,
        `${plan}/document`,
        `${plan}/export?format=xlsx&what=readings`,
        '/api/todo',
        '/api/health',
        '/api/backups',
        '/api/audit',
        '/api/openapi.json',
        '/',
      ];
      for (const path of paths) await (await fetch(origin + path, { headers: { cookie } })).bytes();
    }
    const cookie = await cookieOf(origin, 'administrator');
    const made = await fetch(`${origin}/api/backups`, {
      method: 'POST',
      headers: { cookie, origin },
    });
    expect(made.status).toBe(201);
    await server.stop();
    expect(server.printed()).toContain('标尺 Biaochi');
    expect(server.printed().match(/outbound: .*/g)).toBeNull();
  });

  it('would have been caught', () => {
    const ways = [
      `require('node:net').connect(1, '127.0.0.1').on('error', () => 0)`,
      `fetch('http://127.0.0.1:65000').catch(() => 0)`,
      `require('node:dns').lookup('registry.example', () => 0)`,
      `require('node:dgram').createSocket('udp4').send('x', 1, '127.0.0.1', () => process.exit())`,
    ];
    for (const way of ways) {
      const { stderr } = spawnSync(process.execPath, ['--import', WATCH, '-e', way], {
        encoding: 'utf8',
      });
      expect(stderr, way).toContain('outbound: ');
    }
  });
});
