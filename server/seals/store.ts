import * as z from 'zod/mini';
import { Problem } from '../../shared/problems.ts';
import { type Seal, type SealedPackage, sealedPackage } from '../../shared/seals.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { sha256Of } from '../db/canonical.ts';

type SealRow = Tables['seals'];

/** When a year was sealed; null: it is not. */
export async function sealedAtOf(db: Reader, planId: string, year: number): Promise<string | null> {
  const row = await db
    .selectFrom('seals')
    .select('sealedAt')
    .where('planId', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.sealedAt ?? null;
}

/**
 * The package of a sealed year, byte for byte; null: the year is not sealed.
 * @throws Problem databaseDamaged when it is not what was sealed
 */
export async function findPackageText(
  db: Reader,
  planId: string,
  year: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('seals')
    .select(['package', 'sha256'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst();
  if (row === undefined) return null;
  // A package that was changed by hand is shown to nobody as what was reported.
  if (sha256Of(row.package) !== row.sha256) throw new Problem('databaseDamaged');
  return row.package;
}

/** The same, read. */
export async function findPackage(
  db: Reader,
  planId: string,
  year: number,
): Promise<SealedPackage | null> {
  const text = await findPackageText(db, planId, year);
  return text === null ? null : z.parse(sealedPackage, JSON.parse(text));
}

/** The seal of a year with the size of its package; null: it is not sealed. */
export async function findSeal(db: Reader, planId: string, year: number): Promise<Seal | null> {
  const row = await db
    .selectFrom('seals')
    .select(['sealedAt', 'sealedByName', 'sha256', 'package'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { parts } = z.parse(sealedPackage, JSON.parse(row.package));
  return {
    sealedAt: row.sealedAt,
    sealedBy: row.sealedByName,
    sha256: row.sha256,
    size: Buffer.byteLength(row.package),
    readings: parts.readings.length,
    lists: parts.lists.length,
    evidence: parts.evidence.length,
    unreported: parts.seal.unreported.length,
    reports: parts.measures?.reports.length ?? 0,
  };
}

export async function insertSeal(db: Writer, seal: SealRow): Promise<void> {
  await db.insertInto('seals').values(seal).execute();
}

/** Every seal, in the order in which they were set. */
export async function listSeals(db: Reader): Promise<SealRow[]> {
  return db.selectFrom('seals').selectAll().orderBy('sealedAt').orderBy('id').execute();
}
