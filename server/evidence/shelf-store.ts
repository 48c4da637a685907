import { randomUUID } from 'node:crypto';
import { type Evidence, EVIDENCE_MOST } from '../../shared/evidence.ts';
import { Problem } from '../../shared/problems.ts';
import type { Reader, Transactions, Writer } from '../db/transaction.ts';
import type { Accepted } from '../files/accept.ts';
import { openWhole } from '../files/keep.ts';
import type { Principal } from '../http/principal.ts';
import { insertNamed, markDamaged, markRemoved } from './store.ts';

/**
 * What files lie beside. Each has its own table of links, so that the database knows what there is to
 * lie beside; everything else about a file is one mechanism.
 */
export type Shelf = 'reading' | 'correction' | 'action' | 'measureReport' | 'acceptanceItem';

/** A file under the name that somebody gave it, and what it lies beside; taken away or not. */
export interface ShelvedFile extends Evidence {
  readonly besideId: string;
  readonly removed: boolean;
}

/** Which file lies beside what. */
function links(db: Reader, shelf: Shelf) {
  switch (shelf) {
    case 'reading':
      return db
        .selectFrom('readingEvidence')
        .select(['readingId as besideId', 'evidenceId'])
        .as('l');
    case 'correction':
      return db
        .selectFrom('correctionEvidence')
        .select(['correctionId as besideId', 'evidenceId'])
        .as('l');
    case 'action':
      return db
        .selectFrom('actionEvidence')
        .select(['decisionId as besideId', 'evidenceId'])
        .as('l');
    case 'measureReport':
      return db
        .selectFrom('measureReportEvidence')
        .select(['reportId as besideId', 'evidenceId'])
        .as('l');
    case 'acceptanceItem':
      return db
        .selectFrom('acceptanceEvidence')
        .select(['acceptanceItemId as besideId', 'evidenceId'])
        .as('l');
  }
}

async function link(db: Writer, shelf: Shelf, besideId: string, evidenceId: string): Promise<void> {
  switch (shelf) {
    case 'reading':
      await db.insertInto('readingEvidence').values({ readingId: besideId, evidenceId }).execute();
      return;
    case 'correction':
      await db
        .insertInto('correctionEvidence')
        .values({ correctionId: besideId, evidenceId })
        .execute();
      return;
    case 'action':
      await db.insertInto('actionEvidence').values({ decisionId: besideId, evidenceId }).execute();
      return;
    case 'measureReport':
      await db
        .insertInto('measureReportEvidence')
        .values({ reportId: besideId, evidenceId })
        .execute();
      return;
    case 'acceptanceItem':
      await db
        .insertInto('acceptanceEvidence')
        .values({ acceptanceItemId: besideId, evidenceId })
        .execute();
      return;
  }
}

/** The files of a shelf, oldest first. */
function shelved(db: Reader, shelf: Shelf) {
  return db
    .selectFrom('evidence as e')
    .innerJoin('files as f', 'f.sha256', 'e.sha256')
    .innerJoin('users as u', 'u.id', 'e.addedBy')
    .innerJoin(links(db, shelf), 'l.evidenceId', 'e.id')
    .select(['e.id', 'e.name', 'e.sha256', 'e.addedBy', 'e.addedAt', 'e.removedAt'])
    .select(['f.size', 'f.mediaType', 'f.damagedAt', 'u.name as addedName', 'l.besideId'])
    .orderBy('e.addedAt')
    .orderBy('e.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof shelved>['execute']>>[number];

function assemble(row: Row): ShelvedFile {
  return {
    besideId: row.besideId,
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

/** The files beside some things that were not taken away, oldest first. */
export async function filesBeside(
  db: Reader,
  shelf: Shelf,
  besideIds: readonly string[],
): Promise<ShelvedFile[]> {
  if (besideIds.length === 0) return [];
  const rows = await shelved(db, shelf)
    .where('l.besideId', 'in', besideIds)
    .where('e.removedAt', 'is', null)
    .execute();
  return rows.map(assemble);
}

/** One file of a shelf, taken away or not; null: there is none of that id. */
export async function findShelved(
  db: Reader,
  shelf: Shelf,
  evidenceId: string,
): Promise<ShelvedFile | null> {
  const row = await shelved(db, shelf).where('e.id', '=', evidenceId).executeTakeFirst();
  return row === undefined ? null : assemble(row);
}

/** The files beside the readings of a year that were not taken away: for checks and packages. */
export async function evidenceOfYear(
  db: Reader,
  planId: string,
  year: number,
): Promise<(ShelvedFile & { readonly indicatorId: string })[]> {
  const rows = await shelved(db, 'reading')
    .innerJoin('readings as r', 'r.id', 'l.besideId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select('r.indicatorId')
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('e.removedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ ...assemble(row), indicatorId: row.indicatorId }));
}

/** The files of a request that is approved lie beside what it was about, too; none lies there twice. */
export async function adoptEvidence(
  db: Writer,
  correctionId: string,
  shelf: Exclude<Shelf, 'correction'>,
  besideId: string,
): Promise<void> {
  const known = new Set((await filesBeside(db, shelf, [besideId])).map(({ sha256 }) => sha256));
  for (const { id, sha256 } of await filesBeside(db, 'correction', [correctionId])) {
    if (!known.has(sha256)) await link(db, shelf, besideId, id);
  }
}

/** Who puts a file there or takes it away, in a transaction of theirs. Whether they may is asked before. */
export interface Shelving {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/**
 * Puts a kept file beside something.
 * @param near files elsewhere that would make it a double
 * @throws Problem conflict when its bytes lie there already, invalid beyond the most files
 */
export async function putBeside(
  { db, user, now }: Shelving,
  shelf: Shelf,
  besideId: string,
  { upload, name, mediaType }: Accepted,
  near: readonly Pick<Evidence, 'sha256'>[] = [],
): Promise<ShelvedFile> {
  const { size, sha256 } = upload;
  const others = await filesBeside(db, shelf, [besideId]);
  if ([...others, ...near].some((one) => one.sha256 === sha256)) throw new Problem('conflict');
  if (others.length >= EVIDENCE_MOST) {
    throw Problem.fields({ pointer: '/file', code: 'tooMany', values: { maximum: EVIDENCE_MOST } });
  }
  const added = { userId: user.userId, name: user.name, at: now.toISOString() };
  const file = { id: randomUUID(), name, size, mediaType, sha256, added };
  await insertNamed(db, file);
  await link(db, shelf, besideId, file.id);
  return { ...file, besideId, damaged: false, removed: false };
}

/** A file beside something, as an address names it. */
export interface Place {
  readonly besideId: string;
  readonly evidenceId: string;
}

/**
 * Takes a file away from beside something, or puts it back. Its bytes stay.
 * @throws Problem notFound, also when it lies elsewhere or is so already; conflict when the same bytes
 * came back in the meantime
 */
export async function setRemoved(
  { db, user, now }: Shelving,
  shelf: Shelf,
  { besideId, evidenceId }: Place,
  removed: boolean,
): Promise<ShelvedFile> {
  const file = await findShelved(db, shelf, evidenceId);
  if (file === null || file.besideId !== besideId || file.removed === removed) {
    throw new Problem('notFound');
  }
  const others = removed ? [] : await filesBeside(db, shelf, [besideId]);
  if (others.some(({ sha256 }) => sha256 === file.sha256)) throw new Problem('conflict');
  if (others.length >= EVIDENCE_MOST) {
    throw Problem.fields({ pointer: '/file', code: 'tooMany', values: { maximum: EVIDENCE_MOST } });
  }
  const by = removed ? { userId: user.userId, at: now.toISOString() } : null;
  await markRemoved(db, evidenceId, by);
  return { ...file, removed };
}

/** The file at a place. @throws Problem notFound, also when it was taken away or lies elsewhere */
export async function requireBeside(
  db: Reader,
  shelf: Shelf,
  { besideId, evidenceId }: Place,
): Promise<ShelvedFile> {
  const file = await findShelved(db, shelf, evidenceId);
  if (file === null || file.removed || file.besideId !== besideId) throw new Problem('notFound');
  return file;
}

/**
 * Opens the bytes of a file. Damage that shows is written down.
 * @param find the file, if the one who asks may open it; its refusals go through
 * @throws Problem evidenceMissing
 */
export async function openFound(
  transactions: Transactions,
  now: Date,
  filesFolder: string,
  find: (db: Reader) => Promise<ShelvedFile>,
) {
  const stored = await transactions.read(find);
  const file = await openWhole(filesFolder, stored);
  if ((file === null) !== stored.damaged) {
    const at = file === null ? now.toISOString() : null;
    await transactions.write((db) => markDamaged(db, stored.sha256, at));
  }
  if (file === null) throw new Problem('evidenceMissing');
  return { stored, file };
}

/** A file as an answer shows it. */
export function fileShown(file: ShelvedFile): Evidence {
  const { id, name, size, mediaType, sha256, added, damaged } = file;
  return { id, name, size, mediaType, sha256, added, damaged };
}
