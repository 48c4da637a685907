import { maySeeCorrection, refuseDeciding } from '../../shared/correction-rules.ts';
import { Problem } from '../../shared/problems.ts';
import type { Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { type Asked, findAsked, standingOf } from '../corrections/store.ts';
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
  now: Date,
  correctionId: string,
): Promise<Asked> {
  const asked = await findAsked(db, correctionId, now);
  if (asked === null || !maySeeCorrection(standingOf(asked), person)) {
    throw new Problem('notFound');
  }
  return asked;
}

/** Whether a person may add to a request and take away: as long as they may withdraw it. */
export function refuseFiles(asked: Asked, person: Person) {
  return refuseDeciding('withdraw', standingOf(asked), person);
}

/**
 * Files are put beside a request by its department until it is decided.
 * @throws Problem notFound, forbidden to all but the department that answers for it, wrongState
 */
export async function requireOpenRequest(
  db: Reader,
  person: Person,
  now: Date,
  correctionId: string,
): Promise<Asked> {
  const asked = await requireRequest(db, person, now, correctionId);
  const refusal = refuseFiles(asked, person);
  if (refusal !== null) throw new Problem(refusal);
  return asked;
}

/** A file beside a request, and what the request is about. */
export interface RequestFile {
  readonly about: { readonly readingId: string } | { readonly reportId: string };
  readonly file: ShelvedFile;
}

function aboutOf(asked: Asked): RequestFile['about'] {
  return asked.of === 'reading' ? { readingId: asked.reading.id } : { reportId: asked.report.id };
}

/**
 * Puts a kept file beside a request.
 * @throws Problem conflict when it is there already, or beside what the request is about; the refusals
 * of putBeside and requireOpenRequest
 */
export async function addToRequest(
  shelving: Shelving,
  correctionId: string,
  accepted: Accepted,
): Promise<RequestFile> {
  const { db, user, now } = shelving;
  const asked = await requireOpenRequest(db, user, now, correctionId);
  const near = await (asked.of === 'reading'
    ? filesBeside(db, 'reading', [asked.reading.id])
    : filesBeside(db, 'measureReport', [asked.report.id]));
  const file = await putBeside(shelving, 'correction', correctionId, accepted, near);
  return { about: aboutOf(asked), file };
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
  const { db, user, now } = shelving;
  const asked = await requireOpenRequest(db, user, now, correctionId);
  const place = { besideId: correctionId, evidenceId };
  return { about: aboutOf(asked), file: await setRemoved(shelving, 'correction', place, removed) };
}
