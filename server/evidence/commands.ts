import { randomUUID } from 'node:crypto';
import { EVIDENCE_MOST } from '../../shared/evidence.ts';
import { Problem } from '../../shared/problems.ts';
import { type Person, refuseEdit, type Standing } from '../../shared/workflow.ts';
import type { Reader, Transactions, Writer } from '../db/transaction.ts';
import type { Accepted } from '../files/accept.ts';
import { openWhole } from '../files/keep.ts';
import type { Principal } from '../http/principal.ts';
import { visibleStanding } from '../readings/visible-store.ts';
import { requireRequest } from './request-commands.ts';
import {
  evidenceOf,
  findEvidence,
  findRequestEvidence,
  insertEvidence,
  markDamaged,
  markRemoved,
  type StoredEvidence,
} from './store.ts';

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

/**
 * Puts a kept file beside a reading.
 * @throws Problem conflict when it is there already, and the refusals of requireOpen
 */
export async function addEvidence(
  db: Writer,
  user: Principal,
  now: Date,
  readingId: string,
  { upload, name, mediaType }: Accepted,
): Promise<StoredEvidence> {
  await requireOpen(db, user, now, readingId);
  const others = await evidenceOf(db, readingId);
  if (others.some(({ sha256 }) => sha256 === upload.sha256)) throw new Problem('conflict');
  if (others.length >= EVIDENCE_MOST) {
    throw Problem.fields({ pointer: '/file', code: 'tooMany', values: { maximum: EVIDENCE_MOST } });
  }
  const { size, sha256 } = upload;
  const added = { userId: user.userId, name: user.name, at: now.toISOString() };
  const id = randomUUID();
  const stored = { readingId, id, name, size, mediaType, sha256, added };
  const evidence = { ...stored, damaged: false, removed: false };
  await insertEvidence(db, evidence);
  return evidence;
}

/**
 * Takes a file away from its reading, or puts it back.
 * @throws Problem notFound, also when it is of another reading or is so already; conflict when the
 * same bytes came back in the meantime; the refusals of requireOpen
 */
export async function setRemoved(
  db: Writer,
  user: Principal,
  now: Date,
  { readingId, evidenceId }: { readonly readingId: string; readonly evidenceId: string },
  removed: boolean,
): Promise<StoredEvidence> {
  await requireOpen(db, user, now, readingId);
  const stored = await findEvidence(db, evidenceId);
  if (stored === null || stored.readingId !== readingId || stored.removed === removed) {
    throw new Problem('notFound');
  }
  const others = removed ? [] : await evidenceOf(db, readingId);
  if (others.some(({ sha256 }) => sha256 === stored.sha256)) throw new Problem('conflict');
  const by = removed ? { userId: user.userId, at: now.toISOString() } : null;
  await markRemoved(db, evidenceId, by);
  return { ...stored, removed };
}

/** A file that lies beside a request only is for whoever sees the request. */
async function openedOfRequest(
  db: Reader,
  person: Person,
  evidenceId: string,
): Promise<StoredEvidence> {
  const found = await findRequestEvidence(db, evidenceId);
  if (found === null || found.removed) throw new Problem('notFound');
  await requireRequest(db, person, found.correctionId);
  return found;
}

/**
 * Opens the bytes of a file for somebody who may see its reading, or the request that it lies beside. Damage that shows is written down.
 * @throws Problem notFound, evidenceMissing
 */
export async function openEvidence(
  transactions: Transactions,
  person: Person,
  now: Date,
  filesFolder: string,
  evidenceId: string,
) {
  const stored = await transactions.read(async (db) => {
    const found = await findEvidence(db, evidenceId);
    if (found === null) return openedOfRequest(db, person, evidenceId);
    if (found.removed) throw new Problem('notFound');
    await requireStanding(db, person, now, found.readingId);
    return found;
  });
  const file = await openWhole(filesFolder, stored);
  if ((file === null) !== stored.damaged) {
    const at = file === null ? now.toISOString() : null;
    await transactions.write((db) => markDamaged(db, stored.sha256, at));
  }
  if (file === null) throw new Problem('evidenceMissing');
  return { stored, file };
}
