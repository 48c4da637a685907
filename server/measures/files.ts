import { Problem } from '../../shared/problems.ts';
import { type Person, refuseEdit } from '../../shared/workflow.ts';
import type { Reader, Transactions } from '../db/transaction.ts';
import {
  openFound,
  putBeside,
  requireBeside,
  setRemoved,
  type ShelvedFile,
} from '../evidence/shelf-store.ts';
import type { Accepted } from '../files/accept.ts';
import { type Acting, requireVisible } from './commands.ts';
import { standingOf } from './stored-report.ts';

interface Named {
  readonly reportId: string;
  readonly evidenceId: string;
}

/**
 * Evidence is added and taken away while its report is written, by those who write it.
 * @throws Problem notFound, forbidden, wrongState, what the round refuses
 */
export async function requireWritable(
  db: Reader,
  person: Person,
  now: Date,
  reportId: string,
): Promise<void> {
  const report = await requireVisible(db, person, reportId, now);
  const refusal = refuseEdit(standingOf(report, now), person);
  if (refusal !== null) throw new Problem(refusal);
}

/** Puts a kept file beside a report. @throws Problem the refusals of putBeside and requireWritable */
export async function addFile(
  acting: Acting,
  reportId: string,
  accepted: Accepted,
): Promise<ShelvedFile> {
  await requireWritable(acting.db, acting.user, acting.now, reportId);
  return putBeside(acting, 'measureReport', reportId, accepted);
}

/**
 * Takes a file away from a report, or puts it back.
 * @throws Problem the refusals of setRemoved and requireWritable
 */
export async function moveFile(
  acting: Acting,
  { reportId, evidenceId }: Named,
  removed: boolean,
): Promise<ShelvedFile> {
  await requireWritable(acting.db, acting.user, acting.now, reportId);
  return setRemoved(acting, 'measureReport', { besideId: reportId, evidenceId }, removed);
}

/**
 * Opens the bytes of a file for somebody who may see its report.
 * @throws Problem notFound, evidenceMissing
 */
export function openFile(
  transactions: Transactions,
  person: Person,
  now: Date,
  filesFolder: string,
  { reportId, evidenceId }: Named,
) {
  return openFound(transactions, now, filesFolder, async (db) => {
    await requireVisible(db, person, reportId, now);
    return requireBeside(db, 'measureReport', { besideId: reportId, evidenceId });
  });
}
