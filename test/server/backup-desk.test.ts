import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupRefused } from '../../server/backup/backup-refused.ts';
import { restoreArchive } from '../../server/backup/restore-archive.ts';
import { backupsFolder, databaseFile, filesFolder, makeFolder } from '../../server/data-folder.ts';
import { listMigrations, migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { pathOf } from '../../server/files/keep.ts';
import { prepareInstallation } from '../../server/installation.ts';
import type { BackupRun } from '../../shared/backups.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';

const NOW = new Date('2019-01-10T01:00:00.000Z');

let place: string;
let folder: string;
let t: TestApp;
let administrator: Signed;

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'biaochi-desk-'));
  folder = join(place, 'data');
  t = await startOnDisk();
  administrator = await addPerson(t, { roles: ['administrator'], name: '林管理' });
});
afterEach(async () => {
  await t.close();
  rmSync(place, { recursive: true });
});

/** The real server over a folder: there is something to back up. */
async function startOnDisk(): Promise<TestApp> {
  makeFolder(folder);
  const database = openDatabase(databaseFile(folder));
  await prepareInstallation(database, { now: () => NOW, illustrative: false, folder });
  const places = { BIAOCHI_DATA: folder, BIAOCHI_BACKUP_FOLDER: join(place, 'second') };
  const started = await startApp(places, { database });
  started.clock.now = NOW;
  return started;
}

async function list(): Promise<{ items: BackupRun[]; progress: number | null }> {
  const answer = await administrator.get('/api/backups');
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Begins a run and waits until it is over. */
async function run(url = '/api/backups'): Promise<BackupRun> {
  const begun = await administrator.send('POST', url);
  expect(begun.statusCode).toBe(201);
  const { id } = begun.json<BackupRun>();
  for (;;) {
    const ended = (await list()).items.find((one) => one.id === id && one.endedAt !== null);
    if (ended !== undefined) return ended;
    await sleep(20);
  }
}

const auditOf = (action: string) =>
  t.database.connection
    .prepare('select outcome, after from audit_log where action = ?')
    .all(action) as { outcome: string; after: string }[];

describe('the administrator’s backups', { timeout: 60_000 }, () => {
  it('are made in the folder and in the second one, and recorded with their hash', async () => {
    const made = await run();
    expect(made).toMatchObject({
      kind: 'manual',
      outcome: 'ok',
      fault: null,
      secondCopy: 'ok',
      startedByName: '林管理',
      kept: true,
    });
    const file = join(backupsFolder(folder), made.fileName ?? '');
    const bytes = readFileSync(file);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    expect(readFileSync(join(place, 'second', made.fileName ?? ''))).toEqual(bytes);
    expect(readdirSync(backupsFolder(folder))).toEqual([made.fileName]);
    expect(auditOf('makeBackup')).toEqual([
      { outcome: 'ok', after: expect.stringContaining(made.sha256 ?? '-') },
    ]);
  });

  it('can be taken out and restored elsewhere, and taking one out is recorded', async () => {
    const made = await run();
    const taken = await administrator.send('POST', `/api/backups/${made.id}/file`);
    expect(taken.statusCode).toBe(200);
    expect(taken.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringContaining(made.fileName ?? '-'),
      'x-content-type-options': 'nosniff',
    });
    const file = join(place, 'taken.zip');
    writeFileSync(file, taken.rawPayload);
    await restoreArchive(file, join(place, 'restored'));
    // The run that made it is not in it: there it would be one that was cut off, and so have failed.
    const restored = openDatabase(databaseFile(join(place, 'restored')));
    expect(restored.connection.prepare('select * from backup_runs').all()).toEqual([]);
    await restored.close();
    expect(auditOf('takeBackup')).toHaveLength(1);
    const none = await administrator.send('POST', '/api/backups/nowhere/file');
    expect(none.statusCode).toBe(404);
  });

  it('find evidence that is damaged, and health says so until it is whole again', async () => {
    const health = async () => (await administrator.get('/api/health')).json<object>();
    const bytes = Buffer.from('%PDF-1.7');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = pathOf(filesFolder(folder), sha256);
    const row = { sha256, size: bytes.length, mediaType: 'application/pdf' };
    await t.database.kysely
      .insertInto('files')
      .values({ ...row, storedAt: NOW.toISOString(), damagedAt: null })
      .execute();
    expect(await run()).toMatchObject({ outcome: 'partial' });
    expect(await health()).toMatchObject({ status: 'degraded', warnings: ['evidenceDamaged'] });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    t.clock.now = new Date(NOW.getTime() + 60_000);
    expect(await run()).toMatchObject({ outcome: 'ok' });
    expect(await health()).toEqual({ status: 'ok' });
  });

  it('are made one at a time', async () => {
    const both = await Promise.all([
      administrator.send('POST', '/api/backups'),
      administrator.send('POST', '/api/backups'),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 409]);
    while ((await list()).items.some(({ endedAt }) => endedAt === null)) await sleep(20);
    expect((await list()).items).toHaveLength(1);
  });

  it('of one second have a name each', async () => {
    const [one, other] = [await run(), await run()];
    expect([one.outcome, other.outcome]).toEqual(['ok', 'ok']);
    expect(readdirSync(backupsFolder(folder))).toEqual([one.fileName, other.fileName]);
  });

  it('are proved by a drill that leaves nothing behind', async () => {
    expect((await administrator.send('POST', '/api/backups/drill')).statusCode).toBe(404);
    const made = await run();
    const drilled = await run('/api/backups/drill');
    expect(drilled).toMatchObject({ kind: 'drill', outcome: 'ok', fileName: made.fileName });
    expect(readdirSync(backupsFolder(folder))).toEqual([made.fileName]);
    expect(auditOf('drillBackup')).toHaveLength(1);
  });

  it('that went bad on disk are found by the drill', async () => {
    const made = await run();
    const file = join(backupsFolder(folder), made.fileName ?? '');
    const bytes = readFileSync(file);
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(file, bytes);
    const drilled = await run('/api/backups/drill');
    expect(drilled).toMatchObject({ outcome: 'failed', fault: 'archiveDamaged' });
  });

  it('that fail are told with their reason', async () => {
    t.database.connection.exec('drop trigger audit_log_stays');
    t.database.connection.exec("update audit_log set username = 'nobody' where seq = 1");
    expect(await run()).toMatchObject({ outcome: 'failed', fault: 'auditDamaged', kept: false });
    expect(readdirSync(backupsFolder(folder))).toEqual([]);
  });
});

describe('before an upgrade', { timeout: 60_000 }, () => {
  it('the folder is saved as it was, and the run is recorded by the new program', async () => {
    const older = join(place, 'older');

    makeFolder(older);
    const database = openDatabase(databaseFile(older));
    migrate(database.connection, listMigrations().slice(0, 5));
    database.connection.exec(
      "insert into departments values ('x', '甲', '甲', 'A', 'd', 'entered', null, null, null, 1)",
    );
    await prepareInstallation(database, { now: () => NOW, illustrative: false, folder: older });
    const rows = database.connection
      .prepare('select kind, outcome, file_name from backup_runs')
      .all() as { kind: string; outcome: string; file_name: string }[];
    await database.close();
    expect(rows).toMatchObject([{ kind: 'upgrade', outcome: 'ok' }]);
    const back = join(place, 'back');
    await restoreArchive(join(backupsFolder(older), rows[0]?.file_name ?? ''), back);
    const restored = openDatabase(databaseFile(back));
    expect(restored.connection.prepare('select max(name) from migrations').pluck().get()).toBe(
      '0005_readings.sql',
    );
    expect(restored.connection.prepare('select id from departments').pluck().all()).toEqual(['x']);
    await restored.close();
  });

  it('a folder that cannot be saved is not upgraded', async () => {
    const older = join(place, 'older');

    makeFolder(older);
    const database = openDatabase(databaseFile(older));
    migrate(database.connection, listMigrations().slice(0, 5));
    // A file stands where the folder of backups would be.
    writeFileSync(backupsFolder(older), 'in the way');
    await expect(
      prepareInstallation(database, { now: () => NOW, illustrative: false, folder: older }),
    ).rejects.toBeInstanceOf(BackupRefused);
    expect(database.connection.prepare('select max(name) from migrations').pluck().get()).toBe(
      '0005_readings.sql',
    );
    await database.close();
  });
});
