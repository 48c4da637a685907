import { refuseAsking } from '../../shared/correction-rules.ts';
import { applyReport, missingInReport, type ReportWords } from '../../shared/measure-rules.ts';
import type { ReportChanges } from '../../shared/measures.ts';
import { Problem } from '../../shared/problems.ts';
import type { FieldIssue } from '../../shared/reading-rules.ts';
import {
  type AskedOfReport,
  findAuthor,
  hasOpenCorrection,
  insertAsked,
} from '../corrections/store.ts';
import type { Writer } from '../db/transaction.ts';
import { adoptEvidence } from '../evidence/shelf-store.ts';
import { requireVersion } from '../http/require-open.ts';
import { type Acting, requireSubject, requireVisible, seenAs } from './commands.ts';
import { type AskedWords, insertAskedWords, wordsOf } from './correction-store.ts';
import { saveFigures, updateReport } from './report-store.ts';
import { appendRevision, type ReportSeal } from './revision-store.ts';
import type { StoredReport } from './stored-report.ts';

/**
 * Asks for a correction of an approved or sealed report. Nothing changes but that it was asked.
 * @returns the id of the request
 * @throws Problem notFound, forbidden, staleVersion, wrongState, conflict while another request
 * waits, or invalid for what could not be handed in or says nothing new
 */
export async function askForReportCorrection(
  { db, user, now }: Acting,
  reportId: string,
  expectedVersion: number,
  asked: { readonly reason: string; readonly changes: ReportChanges },
): Promise<string> {
  const report = await requireVisible(db, user, reportId, now);
  const refusal = refuseAsking(seenAs(report), user);
  if (refusal === 'forbidden') throw new Problem('forbidden');
  requireVersion(report, expectedVersion);
  if (refusal !== null) throw new Problem(refusal);
  const key = { of: 'measureReport', id: reportId } as const;
  if (await hasOpenCorrection(db, key)) throw new Problem('conflict');
  const after = applyReport(report.words, asked.changes);
  refuse(await incomplete(db, report, after));
  if (sameWords(report.words, after)) {
    throw Problem.fields({ pointer: '/changes', code: 'unchanged' });
  }
  const by = { userId: user.userId, name: user.name, at: now.toISOString() };
  const id = await insertAsked(db, key, { version: report.version, reason: asked.reason, by });
  await insertAskedWords(db, id, after);
  return id;
}

/** A request about a report, with what it asks for. */
export type ReportRequest = AskedOfReport & AskedWords;

/**
 * Puts the corrected words beside the old ones. The revision is by the one who asked: they wrote it;
 * who approved it stands in the request and in the audit log.
 */
export async function correctReport(
  db: Writer,
  request: ReportRequest,
  at: string,
): Promise<ReportSeal> {
  const { report, reason, requested } = request;
  if (isOutdated(request)) throw new Problem('correctionOutdated');
  refuse(await incomplete(db, report, request.after));
  const by = await findAuthor(db, requested.userId);
  if (by === null) throw new Problem('notFound');
  const after: StoredReport = {
    ...report,
    version: report.version + 1,
    words: request.after,
    corrections: report.corrections + 1,
    changed: { userId: by.userId, name: by.name, at },
  };
  await adoptEvidence(db, request.id, 'measureReport', report.id);
  await updateReport(db, after);
  await saveFigures(db, after);
  return appendRevision(db, after, { action: 'correct', by, at, reason });
}

/** Whether the report says something else than what the request was about. */
export function isOutdated({ status, report, before }: ReportRequest): boolean {
  return status === 'requested' && !sameWords(report.words, before);
}

function sameWords(one: ReportWords, other: ReportWords): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other));
}

/** An approved report stays complete. */
async function incomplete(
  db: Writer,
  report: StoredReport,
  words: ReportWords,
): Promise<FieldIssue[]> {
  const { hasMoney } = await requireSubject(db, report);
  return missingInReport(words, hasMoney);
}

function refuse(issues: readonly FieldIssue[]): void {
  if (issues.length === 0) return;
  throw Problem.fields(
    ...issues.map((issue) => ({ ...issue, pointer: `/changes${issue.pointer}` })),
  );
}
