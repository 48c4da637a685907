import { randomUUID } from 'node:crypto';
import { EVIDENCE_MOST } from '../../shared/evidence.ts';
import { Problem } from '../../shared/problems.ts';
import { type Person, refuseEdit } from '../../shared/workflow.ts';
import type { Reader, Transactions } from '../db/transaction.ts';
import { markDamaged, markRemoved } from '../evidence/store.ts';
import type { Accepted } from '../files/accept.ts';
import { openWhole } from '../files/keep.ts';
import { type Acting, requireVisible } from './commands.ts';
import {
  filesOfReports,
  findReportFile,
  insertReportFile,
  type ReportFile,
} from './evidence-store.ts';
import { standingOf } from './stored-report.ts';

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

/**
 * Puts a kept file beside a report.
 * @throws Problem conflict when it is there already, invalid beyond the most files, and the refusals
 * of requireWritable
 */
export async function addFile(
  { db, user, now }: Acting,
  reportId: string,
  { upload, name, mediaType }: Accepted,
): Promise<ReportFile> {
  await requireWritable(db, user, now, reportId);
  const others = await filesOfReports(db, [reportId]);
  if (others.some(({ sha256 }) => sha256 === upload.sha256)) throw new Problem('conflict');
  if (others.length >= EVIDENCE_MOST) {
    throw Problem.fields({ pointer: '/file', code: 'tooMany', values: { maximum: EVIDENCE_MOST } });
  }
  const { size, sha256 } = upload;
  const added = { userId: user.userId, name: user.name, at: now.toISOString() };
  const file = { reportId, id: randomUUID(), name, size, mediaType, sha256, added, damaged: false };
  await insertReportFile(db, file);
  return file;
}

/** @throws Problem notFound for a file of another report, and the refusals of requireWritable */
export async function removeFile(
  { db, user, now }: Acting,
  reportId: string,
  evidenceId: string,
): Promise<ReportFile> {
  await requireWritable(db, user, now, reportId);
  const file = await findReportFile(db, reportId, evidenceId);
  if (file === null) throw new Problem('notFound');
  await markRemoved(db, evidenceId, { userId: user.userId, at: now.toISOString() });
  return file;
}

/**
 * Opens the bytes of a file for somebody who may see its report. Damage that shows is written down.
 * @throws Problem notFound, evidenceMissing
 */
export async function openFile(
  transactions: Transactions,
  person: Person,
  now: Date,
  filesFolder: string,
  { reportId, evidenceId }: { readonly reportId: string; readonly evidenceId: string },
) {
  const stored = await transactions.read(async (db) => {
    await requireVisible(db, person, reportId, now);
    const found = await findReportFile(db, reportId, evidenceId);
    if (found === null) throw new Problem('notFound');
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
