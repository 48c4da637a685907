import Database from 'better-sqlite3';
import type { Reader } from '../db/transaction.ts';

/** The last link of the audit chain: how many rows there are, and the hash of the newest. */
export async function auditHead(db: Reader): Promise<{ rows: number; hash: string }> {
  const last = await db
    .selectFrom('auditLog')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { rows: last?.seq ?? 0, hash: last?.hash ?? '' };
}

/** Every file of evidence that the database knows. */
export async function storedFiles(db: Reader): Promise<{ sha256: string; size: number }[]> {
  return db.selectFrom('files').select(['sha256', 'size']).orderBy('sha256').execute();
}

/** The name of the newest migration of a database file; '' where it has none. */
export function newestMigration(file: string): string {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.prepare('select max(name) from migrations').pluck().get() as string;
  } finally {
    connection.close();
  }
}

/**
 * Copies a database as it stands at this moment, while others go on writing to it.
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
}
