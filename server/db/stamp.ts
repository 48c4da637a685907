import type Database from 'better-sqlite3';

/**
 * Makes the function that says whether anything in a database may have changed: two equal stamps
 * mean that every row is as it was. It counts what this connection wrote and what other processes
 * (the command line) committed; a few microseconds, no transaction.
 *
 * A stamp that goes with something read is taken in the same transaction, after the reading.
 * @example const stamp = changeStamp(connection); stamp() // '1204 3'
 */
export function changeStamp(connection: Database.Database): () => string {
  const own = connection.prepare('select total_changes()').pluck();
  const others = connection.prepare('pragma data_version').pluck();
  return () => `${String(own.get())} ${String(others.get())}`;
}
