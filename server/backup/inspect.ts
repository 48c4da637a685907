import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { openDatabase } from '../db/open.ts';
import { Transactions } from '../db/transaction.ts';
import { Damage, verifyDatabase } from '../verify.ts';
import { BackupRefused } from './backup-refused.ts';
import { auditHead, newestMigration, storedFiles } from './contents-store.ts';
import type { Manifest } from './manifest.ts';

/** What a whole database holds, as far as a manifest tells. */
export interface Contents {
  readonly database: Manifest['database'];
  readonly files: Manifest['files'];
}

/**
 * Checks a database that nobody else uses (integrity, audit chain, readings) and says what it holds.
 * @throws BackupRefused databaseDamaged, auditDamaged, readingsDamaged or sealsDamaged
 */
export async function inspectDatabase(file: string): Promise<Contents> {
  const database = openAlone(file);
  let found;
  try {
    await verifyDatabase(database);
    found = await new Transactions(database.kysely).read(async (db) => ({
      head: await auditHead(db),
      files: await storedFiles(db),
    }));
  } catch (error) {
    if (error instanceof Damage) throw new BackupRefused(`${error.part}Damaged`, error.what);
    throw error;
  } finally {
    await database.close();
  }
  const migration = newestMigration(file);
  return {
    database: {
      // After closing: until then part of it may stand in a side file.
      sha256: await hashOf(file),
      size: statSync(file).size,
      auditRows: found.head.rows,
      auditHead: found.head.hash,
      migration,
    },
    files: found.files,
  };
}

function openAlone(file: string) {
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
