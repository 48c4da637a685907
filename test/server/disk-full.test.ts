import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesFolder, tmpFolder } from '../../server/data-folder.ts';
import type { Reading } from '../../shared/readings.ts';
import { type Server, startServerWithin } from '../support/server.ts';

/** Of a file that the system lets the server write: 8 or 16 MiB. The database fits. */
const LARGEST_BLOCKS = 16_384;
/** Within what evidence may have. */
const TOO_LARGE = 18 << 20;
const PASSWORD = 'Lychee-42-orchard';
const INDICATOR = 'im-cnc-rate';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-full-'));
  expect(cli('migrate')).toBe(0);
  const person = ['user', 'add', '--password-stdin', '--username'];
  expect(cli(...person, 'admin', '--name', '管理员', '--role', 'administrator')).toBe(0);
  const clerk = ['clerk', '--name', '填报人', '--role', 'reporter', '--department', 'steb'];
  expect(cli(...person, ...clerk)).toBe(0);
  server = await startServerWithin(LARGEST_BLOCKS, folder);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function cli(...words: readonly string[]): number | null {
  const env = { ...process.env, BIAOCHI_DATA: folder };
  return spawnSync(process.execPath, ['server/cli.ts', ...words], { input: PASSWORD, env }).status;
}

async function signIn(username: string) {
  const answer = await fetch(`${server.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return (method: string, path: string, body?: object | FormData, version?: number) =>
    fetch(server.origin + path, {
      method,
      headers: {
        cookie,
        origin: server.origin,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined || body instanceof FormData
          ? {}
          : { 'content-type': 'application/json' }),
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
}

function proof(bytes: number): FormData {
  const form = new FormData();
  const content = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    randomBytes(bytes),
    Buffer.from('%%EOF'),
  ]);
  form.append('file', new Blob([content]), '认定文件.pdf');
  return form;
}

describe('a disk that takes no more', { timeout: 60_000 }, () => {
  it('is told of as such when evidence comes; nothing is half there, and the rest goes on', async () => {
    const admin = await signIn('admin');
    const path = `/api/indicators/${INDICATOR}/departments`;
    const { version } = (await (await admin('GET', `/api/indicators/${INDICATOR}`)).json()) as {
      version: number;
    };
    const lead = { leadDepartmentIds: ['steb'], supportingDepartmentIds: [] };
    expect((await admin('PUT', path, lead, version)).status).toBe(200);
    const clerk = await signIn('clerk');
    const entered = await clerk('POST', '/api/readings', { indicatorId: INDICATOR, year: 2018 });
    const reading = (await entered.json()) as Reading;
    const evidence = `/api/readings/${reading.id}/evidence`;

    const refused = await clerk('POST', evidence, proof(TOO_LARGE));
    expect(refused.status).toBe(507);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'storageFull', status: 507 });
    expect(await (await clerk('GET', evidence)).json()).toMatchObject({ items: [] });
    expect(readdirSync(tmpFolder(folder))).toEqual([]);
    expect(existsSync(filesFolder(folder))).toBe(false);

    // What fits is taken as ever, and figures are.
    expect((await clerk('POST', evidence, proof(1 << 20))).status).toBe(201);
    const changed = await clerk('PATCH', `/api/readings/${reading.id}`, { source: '年报' }, 1);
    expect(changed.status).toBe(200);
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  });
});
