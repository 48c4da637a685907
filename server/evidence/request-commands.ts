import { randomUUID } from 'node:crypto';
import { maySeeCorrection, refuseDeciding } from '../../shared/correction-rules.ts';
import { EVIDENCE_MOST } from '../../shared/evidence.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { listStoredCorrections, type StoredCorrection } from '../readings/correction-store.ts';
import type { Accepted } from '../files/accept.ts';
import {
  evidenceOf,
  evidenceOfRequest,
  findRequestEvidence,
  insertRequestEvidence,
  markRemoved,
  type RequestEvidence,
} from './store.ts';

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

/**
 * Puts a kept file beside a request.
 * @throws Problem conflict when it is there already, or beside the reading; the refusals of
 * requireOpenRequest
 */
export async function addToRequest(
  db: Writer,
  user: Principal,
  now: Date,
  correctionId: string,
  { upload, name, mediaType }: Accepted,
): Promise<RequestEvidence> {
  const { reading } = await requireOpenRequest(db, user, correctionId);
  const others = await evidenceOfRequest(db, correctionId);
  const beside = [...others, ...(await evidenceOf(db, reading.id))];
  if (beside.some(({ sha256 }) => sha256 === upload.sha256)) throw new Problem('conflict');
  if (others.length >= EVIDENCE_MOST) {
    throw Problem.fields({ pointer: '/file', code: 'tooMany', values: { maximum: EVIDENCE_MOST } });
  }
  const { size, sha256 } = upload;
  const added = { userId: user.userId, name: user.name, at: now.toISOString() };
  const file = { id: randomUUID(), name, size, mediaType, sha256, added };
  const evidence = { ...file, correctionId, readingId: reading.id, damaged: false, removed: false };
  await insertRequestEvidence(db, evidence);
  return evidence;
}

/**
 * Takes a file away from its request, or puts it back.
 * @throws Problem notFound, also when it is of another request or is so already; conflict when the
 * same bytes came back in the meantime; the refusals of requireOpenRequest
 */
export async function setRemovedFromRequest(
  db: Writer,
  user: Principal,
  now: Date,
  { correctionId, evidenceId }: { readonly correctionId: string; readonly evidenceId: string },
  removed: boolean,
): Promise<RequestEvidence> {
  await requireOpenRequest(db, user, correctionId);
  const stored = await findRequestEvidence(db, evidenceId);
  if (stored === null || stored.correctionId !== correctionId || stored.removed === removed) {
    throw new Problem('notFound');
  }
  const others = removed ? [] : await evidenceOfRequest(db, correctionId);
  if (others.some(({ sha256 }) => sha256 === stored.sha256)) throw new Problem('conflict');
  const by = removed ? { userId: user.userId, at: now.toISOString() } : null;
  await markRemoved(db, evidenceId, by);
  return { ...stored, removed };
}
