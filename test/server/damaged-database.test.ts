import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupsFolder, databaseFile } from '../../server/data-folder.ts';
import { startServer } from '../support/server.ts';

const PAGE = 4096;
const BACKUP = 'nightly-20190109T180000Z.zip';

let parent: string;
let whole: string;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'biaochi-damaged-'));
  whole = join(parent, 'whole');
  await (await startServer(whole)).stop();
  mkdirSync(backupsFolder(whole), { recursive: true });
  writeFileSync(join(backupsFolder(whole), BACKUP), 'x');
}, 60_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function copy(name: string): string {
  const folder = join(parent, name);
  cpSync(whole, folder, { recursive: true });
  return folder;
}

const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

function overwrite(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(file, bytes);
}

const DAMAGE: Readonly<Record<string, (file: string) => void>> = {
  'a header of other bytes': (file) => overwrite(file, 0, 100),
  'pages in the middle overwritten': (file) => overwrite(file, 6 * PAGE, 8 * PAGE),
  'a file cut short': (file) =>
    truncateSync(file, Math.floor(statSync(file).size / PAGE / 2) * PAGE),
};

describe('a damaged database', { timeout: 60_000 }, () => {
  it.each(Object.entries(DAMAGE))(
    '%s is refused at the start, untouched, with the last backup and the command',
    (what, damage) => {
      const folder = copy(what);
      const file = databaseFile(folder);
      damage(file);
      const before = hashOf(file);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['server/main.ts'], {
        env: { ...process.env, BIAOCHI_DATA: folder, BIAOCHI_PORT: '0' },
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      const said = stdout + stderr;
      expect(said).toContain(`数据库 ${file} 无法打开或已损坏`);
      expect(said).toContain(`cli -- restore ${join(backupsFolder(folder), BACKUP)}`);
      expect(said).not.toMatch(/\n\s+at /);
      expect(hashOf(file)).toBe(before);
    },
  );

  it('while a write-ahead log full of nonsense is passed over, and all is there', async () => {
    const folder = copy('nonsense');
    writeFileSync(`${databaseFile(folder)}-wal`, Buffer.alloc(20 * PAGE, 0x5a));
    const server = await startServer(folder);
    const health = await fetch(`${server.origin}/api/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    await server.stop();
    const check = spawnSync(process.execPath, ['server/cli.ts', 'verify'], {
      env: { ...process.env, BIAOCHI_DATA: folder },
      encoding: 'utf8',
    });
    expect(check.stdout.trim()).toBe('ok');
  });
});
