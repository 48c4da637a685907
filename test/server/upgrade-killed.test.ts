import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreArchive } from '../../server/backup/restore-archive.ts';
import { backupsFolder, databaseFile } from '../../server/data-folder.ts';
import { listMigrations } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { prepareInstallation } from '../../server/installation.ts';
import { verifyDatabase } from '../../server/verify.ts';
import {
  FIRST_SCHEMA,
  lostRows,
  makeOlderFolder,
  migrationsOf,
} from '../support/older-database.ts';

const NOW = () => new Date('2019-01-10T02:00:00.000Z');

let place: string;
let folder: string;
let before: string;

/** A folder that an older program filled: people, figures with their versions, the log of it all. */
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'biaochi-upgrade-'));
  folder = join(place, 'data');
  before = join(place, 'before.sqlite');
  await makeOlderFolder(folder, 200);
  copyFileSync(databaseFile(folder), before);
}, 60_000);
afterAll(() => rmSync(place, { recursive: true }));

describe('an upgrade that is killed', () => {
  const all = listMigrations().length;
  it.each([FIRST_SCHEMA + 1, 10, 15, 20, all])(
    'right after its migration %i leaves the old database, whole',
    async (number) => {
      const program = join(import.meta.dirname, '../support/die-migrating.ts');
      const words = [program, databaseFile(folder), String(number)];
      const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      expect(signal, stderr).toBe('SIGKILL');
      // Not for nothing: pages of what was never committed lie in the log.
      expect(statSync(`${databaseFile(folder)}-wal`).size).toBeGreaterThan(0);
      const database = openDatabase(databaseFile(folder));
      expect(migrationsOf(database.connection)).toBe(FIRST_SCHEMA);
      expect(database.connection.pragma('integrity_check', { simple: true })).toBe('ok');
      await database.close();
      expect(lostRows(before, databaseFile(folder))).toEqual([]);
    },
    60_000,
  );

  it('is made at the next start, after a backup, with every row there', async () => {
    const database = openDatabase(databaseFile(folder));
    await prepareInstallation(database, { now: NOW, illustrative: false, folder });
    expect(migrationsOf(database.connection)).toBe(all);
    await verifyDatabase(database);
    await database.close();
    expect(lostRows(before, databaseFile(folder))).toEqual([]);
    const [saved, ...others] = readdirSync(backupsFolder(folder));
    expect(others).toEqual([]);
    const back = join(place, 'back');
    await restoreArchive(join(backupsFolder(folder), saved ?? ''), back);
    expect(lostRows(before, databaseFile(back))).toEqual([]);
  }, 60_000);
});
