import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { type Opened, openDatabase } from '../../server/db/open.ts';
import { type Reader, Transactions, type Writer } from '../../server/db/transaction.ts';
import { Problem } from '../../shared/problems.ts';

let folder: string;
let opened: Opened;
let transactions: Transactions;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-'));
  opened = openDatabase(join(folder, 'test.sqlite'));
  migrate(opened.connection);
  transactions = new Transactions(opened.kysely);
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const add = (db: Writer, id: string) =>
  db
    .insertInto('departments')
    .values({
      id,
      shortNameZh: id,
      fullNameZh: id,
      nameEn: id,
      kind: 'zoneDepartment',
      nameSource: 'entered',
      validFrom: null,
      validTo: null,
      successorId: null,
      version: 1,
    })
    .execute();
const ids = (db: Reader) =>
  db
    .selectFrom('departments')
    .select('id')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ id }) => id));

describe('durability', () => {
  it('runs every connection with the pragmas that it rests on', () => {
    expect(opened.connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(opened.connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(opened.connection.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(opened.connection.pragma('trusted_schema', { simple: true })).toBe(0);
  });

  it('keeps synchronous at FULL after the first write, where better-sqlite3 would fall to NORMAL', async () => {
    await transactions.write((db) => add(db, 'a'));
    expect(opened.connection.pragma('synchronous', { simple: true })).toBe(2);
  });

  it('refuses a file that is no database, and leaves it as it is', () => {
    const file = join(folder, 'damaged.sqlite');
    const bytes = Buffer.alloc(8192, 'not a database ');
    writeFileSync(file, bytes);
    expect(() => openDatabase(file)).toThrow(/not a database/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

describe('writes that wait together', () => {
  it('all land, each with its own answer', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `d${String(index).padStart(3, '0')}`);
    const answers = await Promise.all(
      names.map((name) =>
        transactions.write(async (db) => {
          await add(db, name);
          return name;
        }),
      ),
    );
    expect(answers).toEqual(names);
    expect(await transactions.read(ids)).toEqual(names);
  });

  it('lose only the one that is refused', async () => {
    const outcomes = await Promise.allSettled([
      transactions.write((db) => add(db, 'a')),
      transactions.write(async (db) => {
        await add(db, 'b');
        throw new Problem('wrongState');
      }),
      transactions.write((db) => add(db, 'a')),
      transactions.write((db) => add(db, 'c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await transactions.read(ids)).toEqual(['a', 'c']);
  });

  it('are answered only after the commit: another connection sees them at once', async () => {
    const other = openDatabase(join(folder, 'test.sqlite'));
    const seen: string[][] = [];
    const readers = new Transactions(other.kysely);
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        transactions
          .write((db) => add(db, name))
          .then(async () => seen.push(await readers.read(ids))),
      ),
    );
    for (const list of seen) expect(list).toEqual(['a', 'b', 'c']);
    await other.close();
  });

  it('fail together when the database cannot begin, and work again afterwards', async () => {
    const other = openDatabase(join(folder, 'test.sqlite'));
    opened.connection.pragma('busy_timeout = 20');
    other.connection.exec('begin immediate');
    const outcomes = await Promise.allSettled([
      transactions.write((db) => add(db, 'a')),
      transactions.write((db) => add(db, 'b')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    other.connection.exec('rollback');
    await transactions.write((db) => add(db, 'c'));
    expect(await transactions.read(ids)).toEqual(['c']);
    await other.close();
  });
});

describe('a read', () => {
  it('sees one moment, whatever is written between its queries', async () => {
    const both = transactions.read(async (db) => {
      const before = await ids(db);
      await Promise.resolve();
      return [before, await ids(db)];
    });
    const write = transactions.write((db) => add(db, 'a'));
    expect(await both).toEqual([[], []]);
    await write;
  });

  it('never sees a write that was refused', async () => {
    const refused = transactions.write(async (db) => {
      await add(db, 'ghost');
      throw new Problem('wrongState');
    });
    const seen = transactions.read(ids);
    await expect(refused).rejects.toThrow('wrongState');
    expect(await seen).toEqual([]);
  });
});
