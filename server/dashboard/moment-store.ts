import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { dashboard } from '../../shared/dashboard.ts';
import type { Moment } from '../../shared/moments.ts';
import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import type { Reader, Transactions, Writer } from '../db/transaction.ts';
import { keepBytes, type KeptFile, openWhole } from '../files/keep.ts';
import { makeBoard } from './board.ts';
import { liveInputs } from './inputs-store.ts';

/** Where bytes are kept for good, and where they are while they are written. */
export interface MomentFolders {
  readonly files: string;
  readonly tmp: string;
}

/** A board whose bytes are on disk; only its row is missing. */
export interface FrozenBoard extends KeptFile {
  readonly planId: string;
  readonly year: number;
  readonly revision: number;
}

/**
 * Makes the board that everybody sees now and keeps its bytes: before the transaction that writes it
 * down, so that a row never comes before them.
 * @throws Problem notFound for a plan that is not there, invalid (`/year`) for a year that is not its
 */
export async function freezeBoard(
  { transactions, now }: { readonly transactions: Transactions; readonly now: Date },
  folders: MomentFolders,
  planId: string,
  year: number,
): Promise<FrozenBoard> {
  const board = await transactions.read(async (db) => {
    const inputs = await liveInputs(db, planId);
    if (inputs === null) throw new Problem('notFound');
    const outside = refuseReadingYear(inputs.plan, year, now);
    if (outside.length > 0) throw Problem.fields(...outside);
    return makeBoard(db, planId, year, 'approved', now);
  });
  const bytes = Buffer.from(JSON.stringify(z.parse(dashboard, board)));
  const kept = await keepBytes(folders, bytes);
  return { ...kept, planId, year, revision: board.revision };
}

/** Writes a frozen board down as a moment. */
export async function insertMoment(
  db: Writer,
  by: { readonly userId: string; readonly name: string },
  now: Date,
  { sha256, size, ...board }: FrozenBoard,
): Promise<Moment> {
  const takenAt = now.toISOString();
  await db
    .insertInto('files')
    .values({ sha256, size, mediaType: 'application/json', storedAt: takenAt, damagedAt: null })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ damagedAt: null }))
    .execute();
  const id = randomUUID();
  await db
    .insertInto('moments')
    .values({ id, ...board, sha256, takenAt, takenBy: by.userId })
    .execute();
  return { id, ...board, takenAt, takenBy: by.name, sha256, size };
}

/** null: there is none of that id. */
export async function findMoment(db: Reader, id: string): Promise<Moment | null> {
  const row = await db
    .selectFrom('moments as m')
    .innerJoin('files as f', 'f.sha256', 'm.sha256')
    .innerJoin('users as u', 'u.id', 'm.takenBy')
    .select(['m.id', 'm.planId', 'm.year', 'm.revision', 'm.takenAt', 'm.sha256'])
    .select(['u.name as takenBy', 'f.size'])
    .where('m.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * The bytes of a moment's board, as they were answered then.
 * @throws Problem evidenceMissing when they are gone or are others
 */
export async function readMoment(filesFolder: string, kept: KeptFile): Promise<Buffer> {
  const file = await openWhole(filesFolder, kept);
  if (file === null) throw new Problem('evidenceMissing');
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}
