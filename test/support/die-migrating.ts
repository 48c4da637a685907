import Database from 'better-sqlite3';
import { listMigrations, migrate } from '../../server/db/migrate.ts';

/**
 * `node test/support/die-migrating.ts DATABASE NUMBER`: migrates, and kills itself (SIGKILL, as a
 * power switch does) inside the transaction, right after that migration.
 */
const [file = '', number = ''] = process.argv.slice(2);
const database = new Database(file);
database.pragma('synchronous = FULL');
// Pages go to the log long before the commit, as those of a large database do.
database.pragma('cache_size = 5');
database.function('die', () => {
  process.kill(process.pid, 'SIGKILL');
});
migrate(
  database,
  listMigrations().map((one, at) =>
    at + 1 === Number(number) ? { ...one, sql: `${one.sql}\nselect die();` } : one,
  ),
);
