import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { listMigrations } from '../db/migrate.ts';
import { openDatabase, type Opened } from '../db/open.ts';
import { Damage, verifyChainOf, verifyDatabase } from '../verify.ts';
import { BackupRefused } from './backup-refused.ts';
import { auditHead, newestMigration, storedFiles } from './contents-store.ts';
import type { Manifest } from './manifest.ts';

/** What a whole database holds, as far as a manifest tells. */
export interface Contents {
  readonly database: Manifest['database'];
  readonly files: Manifest['files'];
}

/**
 * Checks a database that nobody else uses and says what it holds: its integrity and its audit chain,
 * and every reading and sealed year where the database has the schema of this program.
 * @throws BackupRefused databaseDamaged, auditDamaged, readingsDamaged, listsDamaged, sealsDamaged or
 * acceptancesDamaged
 */
export async function inspectDatabase(file: string): Promise<Contents> {
  const database = openAlone(file);
  let said;
  try {
    const { connection } = database;
    const migration = newestMigration(connection);
    const current = migration === listMigrations().at(-1)?.name;
    await (current ? verifyDatabase(database) : verifyChainOf(database));
    said = { migration, head: auditHead(connection), files: storedFiles(connection) };
  } catch (error) {
    if (error instanceof Damage) throw new BackupRefused(`${error.part}Damaged`, error.what);
    throw error;
  } finally {
    await database.close();
  }
  return {
    database: {
      // After closing: until then part of it may stand in a side file.
      sha256: await hashOf(file),
      size: statSync(file).size,
      auditRows: said.head.rows,
      auditHead: said.head.hash,
      migration: said.migration,
    },
    files: said.files,
  };
}

function openAlone(file: string): Opened {
  try {
    return openDatabase(file);
  } catch (error) {
    throw new BackupRefused('databaseDamaged', String(error));
  }
}

/** SHA-256 of a file, hex. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
