import { sql } from 'kysely';
import { heirOn } from '../../shared/department-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Act, Marks, ReadingStatus, ReturnReason } from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { StoredReport } from './stored-report.ts';

export interface ReportFilter {
  readonly id?: string | undefined;
  readonly planId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly year?: number | undefined;
  readonly status?: ReadingStatus | undefined;
}

/**
 * The reports that a filter names, by plan, measure (in the document's order), year and department.
 * @param now decides which department acts for one that has merged
 */
export async function listReports(
  db: Reader,
  filter: ReportFilter,
  now: Date,
): Promise<StoredReport[]> {
  const rows = await matching(db, filter)
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'r.planId').onRef('m.id', '=', 'r.measureId'),
    )
    .leftJoin('rounds as o', (join) =>
      join.onRef('o.planId', '=', 'r.planId').onRef('o.year', '=', 'r.year'),
    )
    .innerJoin('users as creator', 'creator.id', 'r.createdBy')
    .innerJoin('users as changer', 'changer.id', 'r.changedBy')
    .leftJoin('users as submitter', 'submitter.id', 'r.submittedBy')
    .leftJoin('users as signer', 'signer.id', 'r.signedBy')
    .leftJoin('users as approver', 'approver.id', 'r.approvedBy')
    .selectAll('r')
    .select(['creator.name as createdName', 'changer.name as changedName'])
    .select(['submitter.name as submittedName', 'signer.name as signedName'])
    .select(['approver.name as approvedName'])
    .select(['o.opensOn', 'o.closedAt', 'o.sealedAt'])
    .orderBy('r.planId')
    .orderBy('m.number')
    .orderBy('r.year')
    .orderBy('r.departmentId')
    .execute();
  if (rows.length === 0) return [];

  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  const figures = Map.groupBy(await figuresOf(db, filter), ({ reportId }) => reportId);
  const typists = Map.groupBy(await typistsOf(db, filter), ({ reportId }) => reportId);
  const evidence = new Map((await evidenceCounts(db, filter)).map((one) => [one.id, one.count]));
  const returns = Map.groupBy(await returnsOf(db, filter), ({ reportId }) => reportId);
  const before = new Map((await approvedStates(db, rows)).map((one) => [keyOf(one), one]));

  return rows.map((row) => ({
    id: row.id,
    planId: row.planId,
    measureId: row.measureId,
    departmentId: row.departmentId,
    actingDepartmentId: heirOn(row.departmentId, dayInChina(now), offices),
    year: row.year,
    words: {
      state: row.state,
      done: row.done,
      results: (figures.get(row.id) ?? []).map(({ name, amount, unit }) => ({
        name,
        amount,
        unit,
      })),
      paidWan: row.paidWan,
      problems: row.problems,
      nextSteps: row.nextSteps,
      paper: row.paper,
    },
    round:
      row.opensOn === null
        ? null
        : { opensOn: row.opensOn, closedAt: row.closedAt, sealedAt: row.sealedAt },
    typedBy: (typists.get(row.id) ?? []).map(({ userId }) => userId),
    evidence: evidence.get(row.id) ?? 0,
    before: before.get(keyOf({ ...row, year: row.year - 1 })) ?? null,
    status: row.status,
    version: row.version,
    entered: { userId: row.createdBy, name: row.createdName, at: row.createdAt },
    changed: { userId: row.changedBy, name: row.changedName, at: row.changedAt },
    submitted: act(row.submittedBy, row.submittedName, row.submittedAt),
    signed: act(row.signedBy, row.signedName, row.signedAt),
    approved: act(row.approvedBy, row.approvedName, row.approvedAt),
    returned: lastReturn(returns.get(row.id)),
    returns: row.returns,
    returnedByDuty: row.returnedByDuty,
    corrections: row.corrections,
  }));
}

/** One report; null: there is none of that id. */
export async function findReport(db: Reader, id: string, now: Date): Promise<StoredReport | null> {
  const [report] = await listReports(db, { id }, now);
  return report ?? null;
}

function matching(db: Reader, filter: ReportFilter) {
  const { id, planId, measureId, departmentId, year, status } = filter;
  const open = status !== undefined && status !== 'approved' && status !== 'sealed';
  return (
    db
      .selectFrom('measureReports as r')
      .$if(id !== undefined, (query) => query.where('r.id', '=', id ?? ''))
      .$if(planId !== undefined, (query) => query.where('r.planId', '=', planId ?? ''))
      .$if(measureId !== undefined, (query) => query.where('r.measureId', '=', measureId ?? ''))
      .$if(departmentId !== undefined, (query) =>
        query.where('r.departmentId', '=', departmentId ?? ''),
      )
      .$if(year !== undefined, (query) => query.where('r.year', '=', year ?? 0))
      .$if(status !== undefined, (query) => query.where('r.status', '=', status ?? 'draft'))
      // Said as the index on what is still on somebody's desk says it, or SQLite cannot tell that it fits.
      .$if(open, (query) =>
        query.where(sql<boolean>`r.status in ('draft', 'submitted', 'signed', 'returned')`),
      )
  );
}

function figuresOf(db: Reader, filter: ReportFilter) {
  return matching(db, filter)
    .innerJoin('measureReportFigures as f', 'f.reportId', 'r.id')
    .select(['f.reportId', 'f.name', 'f.amount', 'f.unit'])
    .orderBy('f.position')
    .execute();
}

function typistsOf(db: Reader, filter: ReportFilter) {
  return matching(db, filter)
    .innerJoin('measureReportTypists as t', 't.reportId', 'r.id')
    .select(['t.reportId', 't.userId'])
    .execute();
}

function evidenceCounts(db: Reader, filter: ReportFilter) {
  return matching(db, filter)
    .innerJoin('measureReportEvidence as l', 'l.reportId', 'r.id')
    .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
    .select(['r.id'])
    .select((eb) => eb.fn.count<number>('e.id').as('count'))
    .where('e.removedAt', 'is', null)
    .groupBy('r.id')
    .execute();
}

function returnsOf(db: Reader, filter: ReportFilter) {
  return matching(db, filter)
    .innerJoin('measureReportRevisions as v', 'v.reportId', 'r.id')
    .select(['v.reportId', 'v.byName as name', 'v.at', 'v.reason', 'v.reasonCode'])
    .where('v.action', '=', 'return')
    .orderBy('v.version')
    .execute();
}

/** What approved reports say of the same measures, whatever their year. */
function approvedStates(
  db: Reader,
  rows: readonly { readonly planId: string; readonly measureId: string }[],
) {
  const distinct = (values: readonly string[]): string[] => [...new Set(values)];
  return db
    .selectFrom('measureReports')
    .select(['planId', 'measureId', 'departmentId', 'year', 'state'])
    .where('planId', 'in', distinct(rows.map(({ planId }) => planId)))
    .where('measureId', 'in', distinct(rows.map(({ measureId }) => measureId)))
    .where('status', 'in', ['approved', 'sealed'])
    .execute();
}

interface Key {
  readonly planId: string;
  readonly measureId: string;
  readonly departmentId: string;
  readonly year: number;
}

const keyOf = ({ planId, measureId, departmentId, year }: Key): string =>
  `${planId}/${measureId}/${departmentId}/${year}`;

function lastReturn(rows: Awaited<ReturnType<typeof returnsOf>> | undefined): Marks['returned'] {
  const last = rows?.at(-1);
  if (last === undefined) return null;
  return {
    name: last.name,
    at: last.at,
    reason: last.reason ?? '',
    reasonCode: last.reasonCode as ReturnReason | null,
  };
}

function act(userId: string | null, name: string | null, at: string | null): Act | null {
  return userId === null || name === null || at === null ? null : { userId, name, at };
}

export async function insertReport(db: Writer, report: StoredReport): Promise<void> {
  const { id, planId, measureId, departmentId, year, entered } = report;
  await db
    .insertInto('measureReports')
    .values({
      id,
      planId,
      measureId,
      departmentId,
      year,
      createdBy: entered.userId,
      createdAt: entered.at,
      ...mutable(report),
    })
    .execute();
  await insertFigures(db, report);
}

export async function updateReport(db: Writer, report: StoredReport): Promise<void> {
  await db.updateTable('measureReports').set(mutable(report)).where('id', '=', report.id).execute();
}

/** Replaces the results in figures of a report by those that it holds now. */
export async function saveFigures(db: Writer, report: StoredReport): Promise<void> {
  await db.deleteFrom('measureReportFigures').where('reportId', '=', report.id).execute();
  await insertFigures(db, report);
}

async function insertFigures(db: Writer, { id, words }: StoredReport): Promise<void> {
  if (words.results.length === 0) return;
  await db
    .insertInto('measureReportFigures')
    .values(words.results.map((result, position) => ({ reportId: id, position, ...result })))
    .execute();
}

function mutable({ words, ...report }: StoredReport) {
  return {
    status: report.status,
    state: words.state,
    done: words.done,
    paidWan: words.paidWan,
    problems: words.problems,
    nextSteps: words.nextSteps,
    paper: words.paper,
    version: report.version,
    changedBy: report.changed.userId,
    changedAt: report.changed.at,
    submittedBy: report.submitted?.userId ?? null,
    submittedAt: report.submitted?.at ?? null,
    signedBy: report.signed?.userId ?? null,
    signedAt: report.signed?.at ?? null,
    approvedBy: report.approved?.userId ?? null,
    approvedAt: report.approved?.at ?? null,
    returns: report.returns,
    returnedByDuty: report.returnedByDuty,
    corrections: report.corrections,
  };
}
