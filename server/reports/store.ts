import { randomUUID } from 'node:crypto';
import type {
  AnnualReport,
  CorrectionNotice,
  ReportComment,
  ReportSection,
} from '../../shared/reports.ts';
import { ZONE } from '../../shared/reports/source.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type ReportRow = Tables['reports'];

/** Which report of a plan and a year. */
export interface ReportKey {
  readonly planId: string;
  readonly year: number;
  readonly scope: string;
}

/** A report as it is kept; null: nobody wrote into it yet. */
export async function findReport(
  db: Reader,
  { planId, year, scope }: ReportKey,
): Promise<ReportRow | null> {
  const row = await db
    .selectFrom('reports')
    .selectAll()
    .where('planId', '=', planId)
    .where('year', '=', year)
    .where('scope', '=', scope)
    .executeTakeFirst();
  return row ?? null;
}

export async function findReportById(db: Reader, id: string): Promise<ReportRow | null> {
  const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function insertReport(db: Writer, row: Omit<ReportRow, 'id'>): Promise<ReportRow> {
  const report = { id: randomUUID(), ...row };
  await db.insertInto('reports').values(report).execute();
  return report;
}

export async function updateReport(db: Writer, report: ReportRow): Promise<void> {
  const { id, version, changedBy, changedAt } = report;
  await db
    .updateTable('reports')
    .set({ version, changedBy, changedAt })
    .where('id', '=', id)
    .execute();
}

interface Written {
  readonly section: ReportSection;
  readonly version: number;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** Everything that was ever written into a report, by version. */
export async function writtenInto(db: Reader, reportId: string): Promise<Written[]> {
  return db
    .selectFrom('reportTexts as t')
    .innerJoin('users as u', 'u.id', 't.changedBy')
    .select(['t.section', 't.version', 't.text', 't.changedAt as at', 'u.name as by'])
    .where('t.reportId', '=', reportId)
    .orderBy('t.version')
    .orderBy('t.section')
    .execute();
}

/** What stands as of a version: of each section the latest text that is not later. */
export function textsAt(written: readonly Written[], version: number): AnnualReport['texts'] {
  const latest = new Map<ReportSection, Written>();
  for (const one of written) if (one.version <= version) latest.set(one.section, one);
  return [...latest.values()].map(({ section, text, by, at }) => ({ section, text, by, at }));
}

export async function insertTexts(
  db: Writer,
  { id, version, changedBy, changedAt }: ReportRow,
  texts: readonly { readonly section: ReportSection; readonly text: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  await db
    .insertInto('reportTexts')
    .values(texts.map((one) => ({ reportId: id, version, changedBy, changedAt, ...one })))
    .execute();
}

function comments(db: Reader) {
  return db
    .selectFrom('reportComments as c')
    .innerJoin('users as u', 'u.id', 'c.createdBy')
    .leftJoin('users as s', 's.id', 'c.settledBy')
    .select(['c.id', 'c.reportId', 'c.section', 'c.text', 'c.createdAt as at'])
    .select(['u.name as by', 's.name as settledBy']);
}

/** The remarks at a report, the oldest first. */
export async function commentsOf(db: Reader, reportId: string): Promise<ReportComment[]> {
  const rows = await comments(db)
    .where('c.reportId', '=', reportId)
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .execute();
  return rows.map(toComment);
}

/** One remark with the report that it is at; null: there is none of that id. */
export async function findComment(
  db: Reader,
  id: string,
): Promise<(ReportComment & { readonly reportId: string }) | null> {
  const row = await comments(db).where('c.id', '=', id).executeTakeFirst();
  return row === undefined ? null : { ...toComment(row), reportId: row.reportId };
}

type CommentRow = Awaited<ReturnType<ReturnType<typeof comments>['execute']>>[number];

function toComment({ id, section, text, by, at, settledBy }: CommentRow): ReportComment {
  return { id, section: section as ReportSection, text, by, at, settledBy };
}

export async function insertComment(
  db: Writer,
  comment: Omit<Tables['reportComments'], 'id' | 'settledBy' | 'settledAt'>,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('reportComments')
    .values({ id, ...comment, settledBy: null, settledAt: null })
    .execute();
  return id;
}

export async function settle(
  db: Writer,
  id: string,
  by: { readonly userId: string; readonly at: string },
): Promise<void> {
  await db
    .updateTable('reportComments')
    .set({ settledBy: by.userId, settledAt: by.at })
    .where('id', '=', id)
    .execute();
}

/** An issued report as it is kept. */
export interface StoredIssue extends ReportKey {
  readonly id: string;
  readonly title: string;
  readonly fonts: Tables['issuedReports']['fonts'];
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly packageSha256: string;
  readonly documentSha256: string;
  readonly documentSize: number;
  readonly workbookSha256: string;
  readonly workbookSize: number;
}

function issues(db: Reader) {
  return db
    .selectFrom('issuedReports as i')
    .innerJoin('reports as r', 'r.id', 'i.reportId')
    .innerJoin('files as d', 'd.sha256', 'i.documentSha256')
    .innerJoin('files as w', 'w.sha256', 'i.workbookSha256')
    .innerJoin('users as u', 'u.id', 'i.issuedBy')
    .select(['i.id', 'r.planId', 'r.year', 'r.scope', 'i.title', 'i.fonts', 'i.issuedAt'])
    .select(['i.packageSha256', 'i.documentSha256', 'i.workbookSha256'])
    .select(['d.size as documentSize', 'w.size as workbookSize', 'u.name as issuedBy']);
}

/** The issued reports of a plan, the latest year first, the merged one before those of departments. */
export async function issuesOf(db: Reader, planId: string): Promise<StoredIssue[]> {
  const rows = await issues(db)
    .where('r.planId', '=', planId)
    .orderBy('r.year', 'desc')
    .orderBy('i.issuedAt')
    .execute();
  const merged = ({ scope }: StoredIssue): number => (scope === ZONE ? 0 : 1);
  return rows.toSorted((one, other) => other.year - one.year || merged(one) - merged(other));
}

/** One of them; null: there is none of that id. */
export async function findIssue(db: Reader, id: string): Promise<StoredIssue | null> {
  const row = await issues(db).where('i.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The one that was issued of a report; null: none was. */
export async function issueOf(
  db: Reader,
  { planId, year, scope }: ReportKey,
): Promise<StoredIssue | null> {
  const row = await issues(db)
    .where('r.planId', '=', planId)
    .where('r.year', '=', year)
    .where('r.scope', '=', scope)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes an issue down whose bytes are kept by now. @returns its id */
export async function insertIssue(
  db: Writer,
  issue: Omit<Tables['issuedReports'], 'id'>,
  files: readonly { readonly sha256: string; readonly size: number; readonly mediaType: string }[],
): Promise<string> {
  for (const file of files) {
    await db
      .insertInto('files')
      .values({ ...file, storedAt: issue.issuedAt, damagedAt: null })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ damagedAt: null }))
      .execute();
  }
  const id = randomUUID();
  await db
    .insertInto('issuedReports')
    .values({ id, ...issue })
    .execute();
  return id;
}

/** What was corrected of a year after a moment, figures before measures, each the latest first. */
export async function correctedSince(
  db: Reader,
  planId: string,
  year: number,
  since: string,
): Promise<CorrectionNotice[]> {
  const approved = db
    .selectFrom('corrections as c')
    .where('c.status', '=', 'approved')
    .where('c.decidedAt', '>', since)
    .orderBy('c.decidedAt', 'desc');
  const figures = await approved
    .innerJoin('readings as r', 'r.id', 'c.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .select(['i.id as indicatorId', 'i.code', 'i.nameZh', 'i.nameEn', 'c.decidedAt'])
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .execute();
  const measures = await approved
    .innerJoin('measureReports as r', 'r.id', 'c.reportId')
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'r.planId').onRef('m.id', '=', 'r.measureId'),
    )
    .select(['r.measureId', 'r.departmentId', 'm.number', 'm.titleZh', 'm.titleEn', 'c.decidedAt'])
    .where('r.planId', '=', planId)
    .where('r.year', '=', year)
    .execute();
  return [
    ...figures.map(({ decidedAt, ...row }) => ({
      of: 'indicator' as const,
      ...row,
      at: decidedAt ?? since,
    })),
    ...measures.map(({ decidedAt, titleZh, titleEn, ...row }) => ({
      of: 'measure' as const,
      ...row,
      nameZh: titleZh,
      nameEn: titleEn,
      at: decidedAt ?? since,
    })),
  ];
}
