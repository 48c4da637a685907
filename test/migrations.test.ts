import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listMigrations, type Migration, migrate, needsUpgrade } from '../server/db/migrate.ts';

const ALL = listMigrations();

function step(name: string, sql: string): Migration {
  return { name, sql, checksum: `of ${sql}` };
}
const FIRST = step('0001_first.sql', 'create table parents (id integer primary key) strict;');
const SECOND = step(
  '0002_second.sql',
  'create table children (id integer primary key, parent integer references parents (id)) strict;',
);

function columns(database: Database.Database, table: string) {
  return database
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
      'select name, type, "notnull", pk from pragma_table_info(?)',
    )
    .all(table);
}

describe('the migrations of the product', () => {
  it('make an empty database whole, and a second run changes nothing', () => {
    const database = new Database(':memory:');
    expect(migrate(database)).toEqual(ALL.map(({ name }) => name));
    expect(migrate(database)).toEqual([]);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('open with why', () => {
    for (const { name, sql } of ALL) expect(sql, name).toMatch(/^-- .{40,}/);
  });

  it('make strict tables only', () => {
    const database = new Database(':memory:');
    migrate(database);
    const loose = database
      .prepare(`select name from pragma_table_list where schema = 'main' and strict = 0
                and name not like 'sqlite_%'`)
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('agree with the row types in db/tables', () => {
    const database = new Database(':memory:');
    migrate(database);
    const folder = fileURLToPath(new URL('../server/db/tables/', import.meta.url));
    const source = readdirSync(folder)
      .map((name) => readFileSync(folder + name, 'utf8'))
      .join('\n');
    const snake = (name: string) =>
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const typed = new Map(
      [...source.matchAll(/^interface (\w+) \{\n([^}]*)\}/gm)].map(([, name = '', body = '']) => [
        snake(name.charAt(0).toLowerCase() + name.slice(1)),
        Object.fromEntries(
          body
            .replaceAll(/\n\s+\|/g, ' |')
            .split(';')
            .map((line) => line.replaceAll(/\/\*\*.*?\*\//gs, '').trim())
            .filter((line) => line !== '')
            .map((line) => {
              const [property = '', type = ''] = line.split(/:\s*/);
              return [snake(property), / null\b/.test(` ${type}`) ? 'null' : 'not null'];
            }),
        ),
      ]),
    );
    const made = database
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
                and name <> 'migrations'`)
      .pluck()
      .all() as string[];
    expect([...typed.keys()].sort()).toEqual(made.sort());
    for (const table of made) {
      const actual = Object.fromEntries(
        columns(database, table).map(({ name, notnull, pk }) => [
          name,
          notnull === 1 || pk > 0 ? 'not null' : 'null',
        ]),
      );
      expect(typed.get(table), table).toEqual(actual);
    }
  });
});

describe('the runner', () => {
  it('refuses a file that was edited after it ran', () => {
    const database = new Database(':memory:');
    migrate(database, [FIRST]);
    expect(() => migrate(database, [{ ...FIRST, checksum: 'other' }])).toThrow(/edited/);
  });

  it('refuses a missing or overtaken file', () => {
    const database = new Database(':memory:');
    migrate(database, [FIRST, SECOND]);
    expect(() => migrate(database, [step('0001_other.sql', ''), SECOND])).toThrow(/overtaken/);
  });

  it('refuses a database that is newer than the program', () => {
    const database = new Database(':memory:');
    migrate(database, [FIRST, SECOND]);
    expect(() => migrate(database, [FIRST])).toThrow(/newer/);
  });

  it('is whole or not at all', () => {
    const database = new Database(':memory:');
    expect(() => migrate(database, [FIRST, step('0002_bad.sql', 'create tabel x')])).toThrow();
    expect(columns(database, 'parents')).toEqual([]);
    expect(migrate(database, [FIRST])).toEqual(['0001_first.sql']);
  });

  it('keeps the children when a parent table is rebuilt', () => {
    const database = new Database(':memory:');
    migrate(database, [FIRST, SECOND]);
    database.exec('insert into parents values (1); insert into children values (1, 1);');
    const rebuild = step(
      '0003_rebuild.sql',
      `create table parents_new (id integer primary key, note text) strict;
       insert into parents_new select id, null from parents;
       drop table parents; alter table parents_new rename to parents;`,
    );
    migrate(database, [FIRST, SECOND, rebuild]);
    expect(database.prepare('select count(*) from children').pluck().get()).toBe(1);
  });

  it('refuses to lose a parent', () => {
    const database = new Database(':memory:');
    migrate(database, [FIRST, SECOND]);
    database.exec('insert into parents values (1); insert into children values (1, 1);');
    const orphan = step('0003_orphan.sql', 'delete from parents;');
    expect(() => migrate(database, [FIRST, SECOND, orphan])).toThrow(/lost their parent/);
    expect(database.prepare('select count(*) from parents').pluck().get()).toBe(1);
  });

  it('knows when it would change a database that holds something', () => {
    const database = new Database(':memory:');
    expect(needsUpgrade(database, [FIRST])).toBe(false);
    migrate(database, [FIRST]);
    expect(needsUpgrade(database, [FIRST])).toBe(false);
    expect(needsUpgrade(database, [FIRST, SECOND])).toBe(true);
    expect(columns(database, 'children')).toEqual([]);
  });
});
