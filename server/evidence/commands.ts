import { Problem } from '../../shared/problems.ts';
import { type Person, refuseEdit, type Standing } from '../../shared/workflow.ts';
import type { Reader, Transactions } from '../db/transaction.ts';
import type { Accepted } from '../files/accept.ts';
import { visibleStanding } from '../readings/visible-store.ts';
import { requireRequest } from './request-commands.ts';
import {
  findShelved,
  openFound,
  putBeside,
  setRemoved,
  type ShelvedFile,
  type Shelving,
} from './shelf-store.ts';

/** @throws Problem notFound when there is no such reading, or none that this person may know of */
export async function requireStanding(
  db: Reader,
  person: Person,
  now: Date,
  readingId: string,
): Promise<Standing> {
  const standing = await visibleStanding(db, person, readingId, now);
  if (standing === null) throw new Problem('notFound');
  return standing;
}

/**
 * Evidence is added and taken away while its reading is typed, by those who type it. It does not make
 * anybody a typist: a file says nothing that the figure does not.
 * @throws Problem notFound, forbidden to all but the lead department, wrongState, what the round
 * refuses
 */
export async function requireOpen(
  db: Reader,
  person: Person,
  now: Date,
  readingId: string,
): Promise<void> {
  const refusal = refuseEdit(await requireStanding(db, person, now, readingId), person);
  if (refusal !== null) throw new Problem(refusal);
}

/** Puts a kept file beside a reading. @throws Problem what putBeside and requireOpen refuse */
export async function addToReading(
  shelving: Shelving,
  readingId: string,
  accepted: Accepted,
): Promise<ShelvedFile> {
  await requireOpen(shelving.db, shelving.user, shelving.now, readingId);
  return putBeside(shelving, 'reading', readingId, accepted);
}

/**
 * Takes a file away from its reading, or puts it back.
 * @throws Problem what setRemoved and requireOpen refuse
 */
export async function setRemovedFromReading(
  shelving: Shelving,
  { readingId, evidenceId }: { readonly readingId: string; readonly evidenceId: string },
  removed: boolean,
): Promise<ShelvedFile> {
  await requireOpen(shelving.db, shelving.user, shelving.now, readingId);
  return setRemoved(shelving, 'reading', { besideId: readingId, evidenceId }, removed);
}

/**
 * Opens the bytes of a file for somebody who may see its reading, or the request that it lies beside.
 * @throws Problem notFound, evidenceMissing
 */
export function openEvidence(
  transactions: Transactions,
  person: Person,
  now: Date,
  filesFolder: string,
  evidenceId: string,
) {
  return openFound(transactions, now, filesFolder, async (db) => {
    const ofReading = await findShelved(db, 'reading', evidenceId);
    const found = ofReading ?? (await findShelved(db, 'correction', evidenceId));
    if (found === null || found.removed) throw new Problem('notFound');
    // A file that lies beside a request only is for whoever sees the request.
    if (ofReading === null) await requireRequest(db, person, now, found.besideId);
    else await requireStanding(db, person, now, found.besideId);
    return found;
  });
}
