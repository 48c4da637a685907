import type { Evidence } from '../../shared/evidence.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { KeptFile } from '../files/keep.ts';

/** A file beside a reading, taken away or not. */
export interface StoredEvidence extends Evidence {
  readonly readingId: string;
  readonly removed: boolean;
}

/** Files under the names that somebody gave them, wherever they lie. */
function named(db: Reader) {
  return db
    .selectFrom('evidence as e')
    .innerJoin('files as f', 'f.sha256', 'e.sha256')
    .innerJoin('users as u', 'u.id', 'e.addedBy')
    .select(['e.id', 'e.name', 'e.sha256', 'e.addedBy', 'e.addedAt', 'e.removedAt'])
    .select(['f.size', 'f.mediaType', 'f.damagedAt', 'u.name as addedName'])
    .orderBy('e.addedAt')
    .orderBy('e.id');
}

function all(db: Reader) {
  return named(db).innerJoin('readingEvidence as l', 'l.evidenceId', 'e.id').select('l.readingId');
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function assemble(row: Row): StoredEvidence {
  return {
    readingId: row.readingId,
    id: row.id,
    name: row.name,
    size: row.size,
    mediaType: row.mediaType,
    sha256: row.sha256,
    added: { userId: row.addedBy, name: row.addedName, at: row.addedAt },
    damaged: row.damagedAt !== null,
    removed: row.removedAt !== null,
  };
}

/** The files beside a reading that were not taken away, oldest first. */
export async function evidenceOf(db: Reader, readingId: string): Promise<StoredEvidence[]> {
  const rows = await all(db)
    .where('l.readingId', '=', readingId)
    .where('e.removedAt', 'is', null)
    .execute();
  return rows.map(assemble);
}

/** The files beside the readings of a year that were not taken away: for checks and packages. */
export async function evidenceOfYear(
  db: Reader,
  planId: string,
  year: number,
): Promise<(StoredEvidence & { readonly indicatorId: string })[]> {
  const rows = await all(db)
    .innerJoin('readings as r', 'r.id', 'l.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select('r.indicatorId')
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('e.removedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ ...assemble(row), indicatorId: row.indicatorId }));
}

/** One file, taken away or not; null: there is none of that id. */
export async function findEvidence(db: Reader, id: string): Promise<StoredEvidence | null> {
  const row = await all(db).where('e.id', '=', id).executeTakeFirst();
  return row === undefined ? null : assemble(row);
}

/** A file beside a request for a correction, with the reading that the request is about. */
export interface RequestEvidence extends StoredEvidence {
  readonly correctionId: string;
}

function ofRequests(db: Reader) {
  return named(db)
    .innerJoin('correctionEvidence as l', 'l.evidenceId', 'e.id')
    .innerJoin('corrections as c', 'c.id', 'l.correctionId')
    .select(['l.correctionId', 'c.readingId']);
}

/** The files beside a request that were not taken away, oldest first. */
export async function evidenceOfRequest(
  db: Reader,
  correctionId: string,
): Promise<RequestEvidence[]> {
  const rows = await ofRequests(db)
    .where('l.correctionId', '=', correctionId)
    .where('e.removedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ ...assemble(row), correctionId: row.correctionId }));
}

/** One file beside a request, taken away or not; null: there is none of that id. */
export async function findRequestEvidence(db: Reader, id: string): Promise<RequestEvidence | null> {
  const row = await ofRequests(db).where('e.id', '=', id).executeTakeFirst();
  return row === undefined ? null : { ...assemble(row), correctionId: row.correctionId };
}

/** Writes down a file beside a request. */
export async function insertRequestEvidence(
  db: Writer,
  { correctionId, readingId: _reading, ...evidence }: RequestEvidence,
): Promise<void> {
  await insertNamed(db, evidence);
  const evidenceId = evidence.id;
  await db.insertInto('correctionEvidence').values({ correctionId, evidenceId }).execute();
}

/** The files of a request that is approved lie beside its reading, too; none lies there twice. */
export async function adoptEvidence(
  db: Writer,
  correctionId: string,
  readingId: string,
): Promise<void> {
  const known = new Set((await evidenceOf(db, readingId)).map(({ sha256 }) => sha256));
  for (const { id: evidenceId, sha256 } of await evidenceOfRequest(db, correctionId)) {
    if (known.has(sha256)) continue;
    await db.insertInto('readingEvidence').values({ readingId, evidenceId }).execute();
  }
}

/** Writes down a file beside a reading. */
export async function insertEvidence(
  db: Writer,
  { readingId, ...evidence }: StoredEvidence,
): Promise<void> {
  await insertNamed(db, evidence);
  await db.insertInto('readingEvidence').values({ readingId, evidenceId: evidence.id }).execute();
}

/**
 * Writes down a file whose bytes are kept by now, under the name somebody gave it: whatever was known
 * to be damaged is whole again.
 */
export async function insertNamed(
  db: Writer,
  { id, name, sha256, size, mediaType, added }: Omit<Evidence, 'damaged'>,
): Promise<void> {
  await db
    .insertInto('files')
    .values({ sha256, size, mediaType, storedAt: added.at, damagedAt: null })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ damagedAt: null }))
    .execute();
  await db
    .insertInto('evidence')
    .values({
      id,
      sha256,
      name,
      addedBy: added.userId,
      addedAt: added.at,
      removedBy: null,
      removedAt: null,
    })
    .execute();
}

/** @param by who takes it away and when; null: it is put back */
export async function markRemoved(
  db: Writer,
  id: string,
  by: { readonly userId: string; readonly at: string } | null,
): Promise<void> {
  await db
    .updateTable('evidence')
    .set({ removedBy: by?.userId ?? null, removedAt: by?.at ?? null })
    .where('id', '=', id)
    .execute();
}

/** Every file whose bytes are kept, with what is known of them. */
export async function keptFiles(db: Reader): Promise<(KeptFile & { damaged: boolean })[]> {
  const rows = await db
    .selectFrom('files')
    .select(['sha256', 'size', 'damagedAt'])
    .orderBy('sha256')
    .execute();
  return rows.map(({ sha256, size, damagedAt }) => ({ sha256, size, damaged: damagedAt !== null }));
}

/** @param at when the bytes were found missing or changed; null: they are whole */
export async function markDamaged(db: Writer, sha256: string, at: string | null): Promise<void> {
  await db.updateTable('files').set({ damagedAt: at }).where('sha256', '=', sha256).execute();
}

/** Whether any file is known to be missing or damaged. */
export async function anyDamaged(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('files')
    .select('sha256')
    .where('damagedAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
