import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { ZipFile } from 'yazl';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupRefused } from '../../server/backup/backup-refused.ts';
import { makeArchive } from '../../server/backup/make-archive.ts';
import { fileEntry } from '../../server/backup/manifest.ts';
import { proveArchive, restoreArchive } from '../../server/backup/restore-archive.ts';
import { databaseFile, FolderRefused, holdFolder } from '../../server/data-folder.ts';
import { openDatabase } from '../../server/db/open.ts';
import { prepareInstallation } from '../../server/installation.ts';
import { verifyDatabase } from '../../server/verify.ts';

const NOW = new Date('2019-01-10T01:00:00.000Z');
const EVIDENCE = Buffer.from('%PDF-1.7 认定文件');
const SHA = createHash('sha256').update(EVIDENCE).digest('hex');

let place: string;
let folder: string;
let file: string;

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'biaochi-backup-'));
  folder = join(place, 'data');
  file = join(place, 'backup.zip');
  mkdirSync(folder);
  const database = openDatabase(databaseFile(folder));
  await prepareInstallation(database, { now: () => NOW, illustrative: false });
  database.connection
    .prepare('insert into files values (?, ?, ?, ?, null)')
    .run(SHA, EVIDENCE.length, 'application/pdf', NOW.toISOString());
  await database.close();
  putEvidence(EVIDENCE);
});
afterEach(() => rmSync(place, { recursive: true }));

function putEvidence(bytes: Buffer): void {
  const path = join(folder, fileEntry(SHA));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const make = () => makeArchive({ folder, file, now: NOW, version: '0.1.0' });
const empty = () => join(place, 'elsewhere');

function rowsOf(of: string): number {
  const database = new Database(databaseFile(of), { readonly: true });
  const rows = database.prepare('select count(*) from files').pluck().get() as number;
  database.close();
  return rows;
}

/** Every row of every table, so that two databases can be compared. */
function everything(of: string): Record<string, unknown[]> {
  const database = new Database(databaseFile(of), { readonly: true });
  const names = database
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all() as string[];
  const all = Object.fromEntries(
    names.map((name) => [name, database.prepare(`select * from "${name}"`).raw().all()]),
  );
  database.close();
  return all;
}

describe('a backup', () => {
  it('restored into an empty folder is the same data, the same files and a whole chain', async () => {
    const { manifest } = await make();
    expect(manifest).toMatchObject({ damaged: [], files: [{ sha256: SHA }] });
    await restoreArchive(file, empty());
    expect(everything(empty())).toEqual(everything(folder));
    expect(readFileSync(join(empty(), fileEntry(SHA)))).toEqual(EVIDENCE);
    const database = openDatabase(databaseFile(empty()));
    await verifyDatabase(database);
    await database.close();
    expect(readdirSync(empty()).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is of one moment, while somebody goes on writing', async () => {
    const before = rowsOf(folder);
    // Two rows that belong together, again and again: a copy has both or neither.
    const writer = new Worker(
      `const { workerData: { sqlite, file } } = require('node:worker_threads');
       const writer = new (require(sqlite))(file);
       writer.pragma('busy_timeout = 5000');
       const add = writer.prepare("insert into files values (?, 1, 'x', 'x', 'x')");
       const pair = writer.transaction((n) => {
         for (const half of ['a', 'b']) add.run((n + half).padStart(64, '0'));
       });
       for (let n = 0; ; n += 1) pair.immediate(n);`,
      {
        eval: true,
        workerData: {
          sqlite: fileURLToPath(import.meta.resolve('better-sqlite3')),
          file: databaseFile(folder),
        },
      },
    );
    while (rowsOf(folder) < before + 20) await sleep(5);
    await make();
    await writer.terminate();
    await restoreArchive(file, empty());
    const copied = rowsOf(empty());
    expect(copied).toBeGreaterThanOrEqual(before + 20);
    expect(rowsOf(folder)).toBeGreaterThan(copied);
    expect((copied - before) % 2).toBe(0);
  });

  it.each([
    { why: 'it is missing', spoil: () => rmSync(join(folder, fileEntry(SHA))) },
    { why: 'it was changed', spoil: () => putEvidence(Buffer.from('%PDF-1.7 别的文件!')) },
  ])('names evidence as damaged when $why, and saves the rest', async ({ spoil }) => {
    spoil();
    const { manifest } = await make();
    expect(manifest).toMatchObject({ files: [], damaged: [SHA] });
    await restoreArchive(file, empty());
    expect(existsSync(databaseFile(empty()))).toBe(true);
  });

  it('is not made of a database whose log was changed by hand', async () => {
    const database = new Database(databaseFile(folder));
    database.exec('drop trigger audit_log_stays');
    database
      .prepare(
        `insert into audit_log values (1, 'x', null, null, '', null, '', 'x', null, null, null, null,
         'ok', 'x', 'x', 'x')`,
      )
      .run();
    database.close();
    await expect(make()).rejects.toMatchObject({ fault: 'auditDamaged' });
    expect(readdirSync(place)).toEqual(['data']);
  });

  it('never takes the place of a file that is there', async () => {
    writeFileSync(file, 'mine');
    await expect(make()).rejects.toBeInstanceOf(BackupRefused);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('a restore', () => {
  it('refuses a folder that holds anything, and leaves it as it is', async () => {
    await make();
    const before = everything(folder);
    await expect(restoreArchive(file, folder)).rejects.toMatchObject({ fault: 'folderNotEmpty' });
    expect(everything(folder)).toEqual(before);
  });

  it('refuses while a server holds the folder', async () => {
    await make();
    mkdirSync(empty());
    const letGo = holdFolder(empty());
    await expect(restoreArchive(file, empty())).rejects.toBeInstanceOf(FolderRefused);
    letGo();
    await restoreArchive(file, empty());
  });

  it('refuses every flipped byte, and a cut file, and then restores nothing', async () => {
    await make();
    const whole = readFileSync(file);
    const places = Array.from({ length: 40 }, (_, n) => Math.floor((whole.length * n) / 40));
    const accepted: number[] = [];
    for (const at of places) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(whole.readUInt8(at) ^ 0xff, at);
      const bad = join(place, 'bad.zip');
      writeFileSync(bad, flipped);
      const target = join(place, `target-${at}`);
      try {
        await restoreArchive(bad, target);
        // A byte that says nothing of the contents (a time stamp): then all of them are there.
        const same = JSON.stringify(everything(target)) === JSON.stringify(everything(folder));
        if (!same) accepted.push(at);
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(BackupRefused);
        expect(existsSync(databaseFile(target)), `byte ${at}`).toBe(false);
      }
    }
    expect(accepted).toEqual([]);
    for (const share of [0, 0.1, 0.5, 0.99]) {
      const cut = join(place, 'cut.zip');
      copyFileSync(file, cut);
      truncateSync(cut, Math.floor(whole.length * share));
      await expect(restoreArchive(cut, join(place, `cut-${share}`))).rejects.toMatchObject({
        fault: 'archiveUnreadable',
      });
    }
  });

  it('refuses what is no backup, with a sentence and not a stack', async () => {
    writeFileSync(file, 'PK not really');
    await expect(restoreArchive(file, empty())).rejects.toThrow(
      /不是标尺的备份[\s\S]*not a backup/,
    );
    await expect(restoreArchive(join(place, 'nowhere.zip'), empty())).rejects.toMatchObject({
      fault: 'archiveUnreadable',
    });
  });

  it('refuses a backup of a newer program', async () => {
    const database = new Database(databaseFile(folder));
    database.prepare("insert into migrations values ('9999_later.sql', 'x', 'x')").run();
    database.close();
    await make();
    await expect(restoreArchive(file, empty())).rejects.toMatchObject({ fault: 'archiveNewer' });
    expect(existsSync(databaseFile(empty()))).toBe(false);
  });

  it('refuses a log that lost its last rows, although its chain is whole', async () => {
    const { manifest } = await make();
    const scratch = mkdtempSync(join(place, 'scratch-'));
    await proveArchive(file, scratch);
    const shortened = join(place, 'shortened.zip');
    const zip = new ZipFile();
    const said = { ...manifest, database: { ...manifest.database, auditRows: 7 } };
    zip.addBuffer(Buffer.from(JSON.stringify(said)), 'manifest.json');
    zip.addFile(databaseFile(scratch), 'biaochi.sqlite');
    zip.addFile(join(scratch, fileEntry(SHA)), fileEntry(SHA));
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(shortened));
    await expect(restoreArchive(shortened, empty())).rejects.toMatchObject({
      fault: 'archiveDamaged',
    });
    expect(existsSync(databaseFile(empty()))).toBe(false);
  });
});
