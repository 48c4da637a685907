import { maySeeCorrection, refuseDeciding } from '../../shared/correction-rules.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { listStoredCorrections, type StoredCorrection } from '../readings/correction-store.ts';
import type { Accepted } from '../files/accept.ts';
import {
  filesBeside,
  putBeside,
  setRemoved,
  type ShelvedFile,
  type Shelving,
} from './shelf-store.ts';

/** @throws Problem notFound when there is no such request, or none that this person may know of */
export async function requireRequest(
  db: Reader,
  person: Person,
  correctionId: string,
): Promise<StoredCorrection> {
  const [correction] = await listStoredCorrections(db, { id: correctionId });
  if (correction === undefined || !maySeeCorrection(correction, person)) {
    throw new Problem('notFound');
  }
  return correction;
}

/** Whether a person may add to a request and take away: as long as they may withdraw it. */
export function refuseFiles(correction: StoredCorrection, person: Person) {
  const standing = { ...correction, requestedBy: correction.requested.userId };
  return refuseDeciding('withdraw', standing, person);
}

/**
 * Files are put beside a request by its department until it is decided.
 * @throws Problem notFound, forbidden to all but the lead department, wrongState
 */
export async function requireOpenRequest(
  db: Reader,
  person: Person,
  correctionId: string,
): Promise<StoredCorrection> {
  const correction = await requireRequest(db, person, correctionId);
  const refusal = refuseFiles(correction, person);
  if (refusal !== null) throw new Problem(refusal);
  return correction;
}

/** A file beside a request, and the reading that the request is about. */
export interface RequestFile {
  readonly readingId: string;
  readonly file: ShelvedFile;
}

/**
 * Puts a kept file beside a request.
 * @throws Problem conflict when it is there already, or beside the reading; the refusals of putBeside
 * and requireOpenRequest
 */
export async function addToRequest(
  shelving: Shelving,
  correctionId: string,
  accepted: Accepted,
): Promise<RequestFile> {
  const { reading } = await requireOpenRequest(shelving.db, shelving.user, correctionId);
  const near = await filesBeside(shelving.db, 'reading', [reading.id]);
  const file = await putBeside(shelving, 'correction', correctionId, accepted, near);
  return { readingId: reading.id, file };
}

/**
 * Takes a file away from its request, or puts it back.
 * @throws Problem the refusals of setRemoved and requireOpenRequest
 */
export async function setRemovedFromRequest(
  shelving: Shelving,
  { correctionId, evidenceId }: { readonly correctionId: string; readonly evidenceId: string },
  removed: boolean,
): Promise<RequestFile> {
  const { reading } = await requireOpenRequest(shelving.db, shelving.user, correctionId);
  const place = { besideId: correctionId, evidenceId };
  return {
    readingId: reading.id,
    file: await setRemoved(shelving, 'correction', place, removed),
  };
}
