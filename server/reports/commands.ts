import { Problem } from '../../shared/problems.ts';
import { refuseReadingYear } from '../../shared/reading-rules.ts';
import { mayIssue, mayWrite } from '../../shared/report-rules.ts';
import type {
  AnnualReport,
  CorrectionNotice,
  IssuedReport,
  ReportComment,
  ReportSection,
} from '../../shared/reports.ts';
import { ZONE } from '../../shared/reports/source.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Principal } from '../http/principal.ts';
import { leadOf } from '../readings/subject-store.ts';
import { findPlanYears } from '../rounds/store.ts';
import { sealedAtOf } from '../seals/store.ts';
import { checklistOf } from './checklist.ts';
import { gatherReport } from './source.ts';
import {
  commentsOf,
  correctedSince,
  findComment,
  findReport,
  findReportById,
  insertComment,
  insertReport,
  insertTexts,
  issueOf,
  type ReportKey,
  type ReportRow,
  settle,
  type StoredIssue,
  textsAt,
  updateReport,
  writtenInto,
} from './store.ts';

export interface Acting<D> {
  readonly db: D;
  readonly user: Principal;
  readonly now: Date;
}

/**
 * That there is such a report, and that somebody writes it. Plans and departments are known to
 * everybody, so what is not there comes first.
 * @throws Problem notFound, invalid for a year that is not the plan's, forbidden
 */
export async function requireWriter(
  { db, user, now }: Acting<Reader>,
  { planId, year, scope }: ReportKey,
): Promise<void> {
  const years = await findPlanYears(db, planId);
  if (years === null) throw new Problem('notFound');
  const departments = await findDepartments(db);
  if (scope !== ZONE && !departments.some(({ id }) => id === scope)) throw new Problem('notFound');
  if (!mayWrite(user, scope)) throw new Problem('forbidden');
  const outside = refuseReadingYear(years, year, now);
  if (outside.length > 0) {
    throw Problem.fields(...outside.map((issue) => ({ ...issue, in: 'path' as const })));
  }
}

/** A report with all that its page needs. @throws as `gatherReport` */
export async function answerFor(
  { db, user, now }: Acting<Reader>,
  key: ReportKey,
): Promise<AnnualReport> {
  const gathered = await gatherReport(db, key, now);
  const report = await findReport(db, key);
  const written = report === null ? [] : await writtenInto(db, report.id);
  const issue = await issueOf(db, key);
  const versions = Map.groupBy(written, ({ version }) => version);
  return {
    planId: key.planId,
    year: key.year,
    scope: key.scope,
    version: report?.version ?? 0,
    sealedAt: gathered.source.board.sealedAt,
    mayIssue: mayIssue(user, key.scope),
    texts: textsAt(written, Number.MAX_SAFE_INTEGER),
    comments: report === null ? [] : await commentsOf(db, report.id),
    versions: [...versions.entries()]
      .map(([version, texts]) => ({
        version,
        by: texts[0]?.by ?? '',
        at: texts[0]?.at ?? '',
        sections: texts.map(({ section }) => section),
      }))
      .toReversed(),
    checklist: await checklistOf(db, gathered.source),
    issued: issue === null ? null : await issuedAnswer(db, issue),
  };
}

/** An issued report with what was corrected since its figures were sealed. */
export async function issuedAnswer(db: Reader, issue: StoredIssue): Promise<IssuedReport> {
  const sealedAt = (await sealedAtOf(db, issue.planId, issue.year)) ?? issue.issuedAt;
  const corrected = await correctedSince(db, issue.planId, issue.year, sealedAt);
  const notices = issue.scope === ZONE ? corrected : await ofDepartment(db, corrected, issue.scope);
  return { ...issue, notices: [...notices] };
}

async function ofDepartment(
  db: Reader,
  notices: readonly CorrectionNotice[],
  departmentId: string,
): Promise<CorrectionNotice[]> {
  const kept: CorrectionNotice[] = [];
  for (const notice of notices) {
    const whose =
      notice.of === 'measure' ? notice.departmentId : await leadOf(db, notice.indicatorId);
    if (whose === departmentId) kept.push(notice);
  }
  return kept;
}

/**
 * Writes into a report; what does not differ from what stands is not written again.
 * @throws Problem staleVersion; wrongState once it was issued
 */
export async function writeInto(
  { db, user, now }: Acting<Writer>,
  key: ReportKey,
  expectedVersion: number,
  texts: Readonly<Partial<Record<ReportSection, string | undefined>>>,
): Promise<{ readonly before: number; readonly sections: readonly ReportSection[] }> {
  const report = await findReport(db, key);
  const version = report?.version ?? 0;
  if (version !== expectedVersion) throw new Problem('staleVersion', { currentVersion: version });
  if ((await issueOf(db, key)) !== null) throw new Problem('wrongState');
  const standing = new Map(
    report === null
      ? []
      : textsAt(await writtenInto(db, report.id), version).map(({ section, text }) => [
          section,
          text,
        ]),
  );
  const changed = (Object.entries(texts) as [ReportSection, string | undefined][]).flatMap(
    ([section, text]) =>
      text === undefined || text === (standing.get(section) ?? '') ? [] : [{ section, text }],
  );
  if (changed.length === 0) return { before: version, sections: [] };
  const stamp = { changedBy: user.userId, changedAt: now.toISOString() };
  const next =
    report === null
      ? await insertReport(db, {
          planId: key.planId,
          year: key.year,
          scope: key.scope,
          version: 1,
          ...stamp,
        })
      : { ...report, version: version + 1, ...stamp };
  if (report !== null) await updateReport(db, next);
  await insertTexts(db, next, changed);
  return { before: version, sections: changed.map(({ section }) => section) };
}

/** A report that nobody wrote into: remarks and an issue need something to hold on to. */
export async function beginReport(
  { db, user, now }: Acting<Writer>,
  key: ReportKey,
): Promise<ReportRow> {
  const { planId, year, scope } = key;
  const changedAt = now.toISOString();
  return insertReport(db, { planId, year, scope, version: 0, changedBy: user.userId, changedAt });
}

export async function addComment(
  { db, user, now }: Acting<Writer>,
  key: ReportKey,
  { section, text }: { readonly section: ReportSection; readonly text: string },
): Promise<ReportComment> {
  const createdAt = now.toISOString();
  const report = (await findReport(db, key)) ?? (await beginReport({ db, user, now }, key));
  const id = await insertComment(db, {
    reportId: report.id,
    section,
    text,
    createdBy: user.userId,
    createdAt,
  });
  const made = await findComment(db, id);
  if (made === null) throw new Error('a comment that was just written is not there');
  return commentAnswer(made);
}

/** @throws Problem notFound, forbidden for another's report, wrongState when it is settled */
export async function settleComment(
  { db, user, now }: Acting<Writer>,
  id: string,
): Promise<ReportComment> {
  const comment = await findComment(db, id);
  const report = comment === null ? null : await findReportById(db, comment.reportId);
  if (comment === null || report === null) throw new Problem('notFound');
  if (!mayWrite(user, report.scope)) throw new Problem('forbidden');
  if (comment.settledBy !== null) throw new Problem('wrongState');
  await settle(db, id, { userId: user.userId, at: now.toISOString() });
  return { ...commentAnswer(comment), settledBy: user.name };
}

function commentAnswer({ id, section, text, by, at, settledBy }: ReportComment): ReportComment {
  return { id, section, text, by, at, settledBy };
}
