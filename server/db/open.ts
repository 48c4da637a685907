import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import type { Tables } from './tables.ts';

/** The first release without the bug that corrupts a WAL database at a reset. */
const OLDEST_SQLITE = [3, 51, 3] as const;
const MOST_PREPARED = 400;

/** One open database: Kysely for the stores, the connection itself for pragmas, backup and locks. */
export interface Opened {
  readonly kysely: Kysely<Tables>;
  readonly connection: Database.Database;
  close(): Promise<void>;
}

/**
 * Opens (or creates) a database with the pragmas that durability rests on. better-sqlite3 would run
 * WAL with synchronous=NORMAL, which loses acknowledged writes in a power cut.
 * @param file a path, or ':memory:'
 * @throws Error when the SQLite inside is too old or the file is damaged
 */
export function openDatabase(file: string): Opened {
  const connection = new Database(file);
  try {
    connection.pragma('busy_timeout = 5000');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    requireSqlite(connection);
    const verdict = connection.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`quick_check: ${String(verdict)}`);
  } catch (error) {
    connection.close();
    throw error;
  }
  return opened(connection);
}

/**
 * Opens a database that another connection of this process has checked and writes to, only to read: for
 * a thread of its own.
 */
export function openToRead(file: string): Opened {
  const connection = new Database(file, { readonly: true });
  connection.pragma('busy_timeout = 5000');
  connection.pragma('trusted_schema = OFF');
  return opened(connection);
}

function opened(connection: Database.Database): Opened {
  const kysely = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: withPreparedCache(connection) }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    kysely,
    connection,
    async close() {
      await kysely.destroy();
      if (connection.open) connection.close();
    },
  };
}

function requireSqlite(connection: Database.Database): void {
  const version = connection.prepare('select sqlite_version() as v').pluck().get() as string;
  const parts = version.split('.').map(Number);
  for (const [place, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[place] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new Error(`SQLite ${version} is too old`);
  }
}

/** Kysely prepares at every call; the stores use a few hundred texts, so keep their statements. */
function withPreparedCache(connection: Database.Database) {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  return {
    close: () => connection.close(),
    prepare(sql: string) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = connection.prepare<unknown[]>(sql);
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}
