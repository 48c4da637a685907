import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFile } from '../../server/data-folder.ts';
import { type Server, startServer } from '../support/server.ts';

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-main-'));
  server = await startServer(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the server itself', { timeout: 60_000 }, () => {
  it('refuses a folder that another server holds, and disturbs nobody', async () => {
    await expect(startServer(folder)).rejects.toThrow('Another server is using the data folder');
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  });

  it('stops within ten seconds, whoever is still sending', async () => {
    const port = Number(new URL(server.origin).port);
    const head =
      'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
    const slow = ['', 'GET /api/hea', `${head}content-length: 100\r\n\r\n{"us`].map((bytes) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      return socket.on('error', () => undefined);
    });
    await Promise.all(slow.map((socket) => new Promise((done) => socket.once('connect', done))));
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(existsSync(`${databaseFile(folder)}-wal`)).toBe(false);
  });
});
