import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { commandLine } from '../program.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export class MigrationRefused extends Error {}

/** The migrations of a folder in order. @throws MigrationRefused for a name that breaks the order */
export function listMigrations(folder: string = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const number = /^(\d{4})_[a-z][a-z_]*\.sql$/.exec(name)?.[1];
    if (number === undefined || Number(number) !== index + 1) {
      throw new MigrationRefused(`${name} does not follow as number ${index + 1}`);
    }
    const sql = readFileSync(
      new URL(name, new URL(`file://${folder.replace(/\/?$/, '/')}`)),
      'utf8',
    );
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings a database to the newest schema, whole or not at all.
 * @returns the names applied now, in order
 * @throws MigrationRefused when a file was edited, is missing or was overtaken, or when the database
 * is newer than this program
 */
export function migrate(
  connection: Database.Database,
  migrations: readonly Migration[] = listMigrations(),
): string[] {
  connection.exec(
    `create table if not exists migrations (
       name text primary key, checksum text not null, applied_at text not null
     ) strict`,
  );
  const missing = missingMigrations(connection, migrations);
  if (missing.length === 0) return [];
  // Rebuilding a parent table with foreign keys on would delete its children.
  connection.pragma('foreign_keys = OFF');
  try {
    connection.exec('begin immediate');
    try {
      const record = connection.prepare(
        `insert into migrations values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
      );
      for (const { name, sql, checksum } of missing) {
        connection.exec(sql);
        record.run(name, checksum);
      }
      const broken = connection.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new MigrationRefused(`${broken.length} rows lost their parent`);
      connection.exec('commit');
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback');
      throw error;
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  return missing.map(({ name }) => name);
}

/** The migrations that a database has not had, in order. @throws MigrationRefused as `migrate` does */
function missingMigrations(
  connection: Database.Database,
  migrations: readonly Migration[],
): Migration[] {
  const applied = connection
    .prepare<[], { name: string; checksum: string }>(
      'select name, checksum from migrations order by name',
    )
    .all();
  for (const [index, { name, checksum }] of applied.entries()) {
    const file = migrations[index];
    if (file === undefined) throw new MigrationRefused(`the database is newer: it has ${name}`);
    if (file.name !== name) throw new MigrationRefused(`${name} is missing or was overtaken`);
    if (file.checksum !== checksum) throw new MigrationRefused(`${name} was edited after it ran`);
  }
  return migrations.slice(applied.length);
}

/**
 * Whether `migrate` would change a database that holds something: then it is backed up first.
 * @throws MigrationRefused as `migrate` does
 */
export function needsUpgrade(
  connection: Database.Database,
  migrations: readonly Migration[] = listMigrations(),
): boolean {
  if (!hasBegun(connection)) return false;
  const missing = missingMigrations(connection, migrations).length;
  return missing > 0 && missing < migrations.length;
}

function hasBegun(connection: Database.Database): boolean {
  const table = connection
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'migrations'")
    .get();
  return table !== undefined;
}

/**
 * For what works on a database as it is, beside a running server: nothing is changed.
 * @throws MigrationRefused unless the schema is this program's
 */
export function requireMigrated(connection: Database.Database): void {
  if (hasBegun(connection) && missingMigrations(connection, listMigrations()).length === 0) return;
  throw new MigrationRefused(
    `这个数据目录还没有建立或升级。请先启动服务，或运行：${commandLine()} migrate\n` +
      'This data folder has not been set up or brought up to date. ' +
      `Start the server first, or run: ${commandLine()} migrate`,
  );
}
