import Database from 'better-sqlite3';
import type { Manifest } from './manifest.ts';

/**
 * Copies a database as it stands at this moment, while others go on writing to it. The run that makes
 * the copy is not in it: restored, it would be one that was cut off.
 * @param into a path where nothing is yet
 */
export function copyDatabase(file: string, into: string): void {
  const connection = new Database(file, { readonly: true });
  try {
    connection.pragma('busy_timeout = 5000');
    connection.prepare('vacuum into ?').run(into);
  } finally {
    connection.close();
  }
  const copy = new Database(into);
  try {
    if (hasTable(copy, 'backup_runs')) copy.exec('delete from backup_runs where ended_at is null');
  } finally {
    copy.close();
  }
}

function hasTable(connection: Database.Database, name: string): boolean {
  const known = connection
    .prepare("select 1 from sqlite_schema where type = 'table' and name = ?")
    .get(name);
  return known !== undefined;
}

/** The name of the newest migration of a database; '' where it has none. */
export function newestMigration(connection: Database.Database): string {
  const name = connection.prepare('select max(name) from migrations').pluck().get();
  return typeof name === 'string' ? name : '';
}

/** The last link of the audit chain: how many rows there are, and the hash of the newest. */
export function auditHead(connection: Database.Database): { rows: number; hash: string } {
  const last = connection
    .prepare<[], { seq: number; hash: string }>(
      'select seq, hash from audit_log order by seq desc limit 1',
    )
    .get();
  return { rows: last?.seq ?? 0, hash: last?.hash ?? '' };
}

/** Every file of evidence that a database knows; one made before there was any knows none. */
export function storedFiles(connection: Database.Database): Manifest['files'] {
  if (!hasTable(connection, 'files')) return [];
  return connection
    .prepare<[], { sha256: string; size: number }>('select sha256, size from files order by sha256')
    .all();
}
