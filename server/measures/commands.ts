import {
  applyReport,
  BLANK_REPORT,
  missingInReport,
  owingDepartments,
} from '../../shared/measure-rules.ts';
import type { NewReport, ReportChanges } from '../../shared/measures.ts';
import { Problem } from '../../shared/problems.ts';
import { type FieldIssue, refuseReadingYear } from '../../shared/reading-rules.ts';
import { dayInChina, roundStateOf } from '../../shared/rounds.ts';
import { heirOn } from '../../shared/department-rules.ts';
import {
  afterStep,
  type Back,
  maySee,
  type Person,
  refuseEdit,
  refuseStep,
  refuseTyping,
  type Step,
} from '../../shared/workflow.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import type { Principal } from '../http/principal.ts';
import { requireOpen } from '../http/require-open.ts';
import { findPlanYears, findRound } from '../rounds/store.ts';
import { findSubjects, type MeasureSubject } from './duty-store.ts';
import {
  findReport,
  insertReport,
  listReports,
  saveFigures,
  updateReport,
} from './report-store.ts';
import { appendRevision, type ReportSeal } from './revision-store.ts';
import { standingOf, type StoredReport } from './stored-report.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** What a command did: the report before (null: it is new) and after. */
export interface Done {
  readonly before: StoredReport | null;
  readonly after: StoredReport;
  readonly seal: ReportSeal;
}

/** What decides whether somebody may see a report. */
export const seenAs = ({ status, actingDepartmentId }: StoredReport) => ({
  status,
  leadDepartmentId: actingDepartmentId,
});

/** @throws Problem notFound when there is none, or none that this person may know of */
export async function requireVisible(
  db: Reader,
  person: Person,
  id: string,
  now: Date,
): Promise<StoredReport> {
  const report = await findReport(db, id, now);
  if (report === null || !maySee(seenAs(report), person)) throw new Problem('notFound');
  return report;
}

/**
 * Starts the report of one department on one measure in one year, as a draft.
 * @throws Problem forbidden when somebody else acts for the department; conflict when it exists;
 * invalid for an unknown measure, a department that owes nothing about it or a year that is not the
 * plan's; what the round of the year refuses
 */
export async function startReport(acting: Acting, typed: NewReport): Promise<Done> {
  const { db, user, now } = acting;
  const { planId, measureId, departmentId, year, ...changes } = typed;
  const [measure] = await findSubjects(db, planId, measureId);
  const plan = await findPlanYears(db, planId);
  if (measure === undefined || plan === null) {
    throw Problem.fields({ pointer: '/measureId', code: 'unknownReference' });
  }
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  const actingDepartmentId = heirOn(departmentId, dayInChina(now), offices);
  if (user.departmentId === null || user.departmentId !== actingDepartmentId) {
    throw new Problem('forbidden');
  }
  const others = await listReports(db, { planId, measureId, year }, now);
  if (others.some((one) => one.departmentId === departmentId)) throw new Problem('conflict');
  const owing = owingDepartments(
    measure.departmentIds,
    year,
    offices,
    others.map((one) => one.departmentId),
  );
  const round = await findRound(db, planId, year);
  const closed = refuseTyping(roundStateOf(round, dayInChina(now)), null);
  if (closed !== null) throw new Problem(closed);
  refuse([
    ...(owing.includes(departmentId)
      ? []
      : [{ pointer: '/departmentId', code: 'unknownReference' as const }]),
    ...refuseReadingYear(plan, year, now),
  ]);
  const at = now.toISOString();
  const by = { userId: user.userId, name: user.name, at };
  const after: StoredReport = {
    id: crypto.randomUUID(),
    planId,
    measureId,
    departmentId,
    actingDepartmentId,
    year,
    words: applyReport(BLANK_REPORT, changes),
    round,
    typedBy: [user.userId],
    evidence: 0,
    before: null,
    status: 'draft',
    version: 1,
    entered: by,
    changed: by,
    submitted: null,
    signed: null,
    approved: null,
    returned: null,
    returns: 0,
    returnedByDuty: null,
    corrections: 0,
  };
  await insertReport(db, after);
  const seal = await appendRevision(db, after, { action: 'enter', by: user, at });
  return { before: null, after: await requireVisible(db, user, after.id, now), seal };
}

/**
 * Changes a draft or a returned report.
 * @throws Problem notFound, forbidden, staleVersion, wrongState, or what the round refuses
 */
export async function changeReport(
  { db, user, now }: Acting,
  id: string,
  expectedVersion: number,
  changes: ReportChanges,
): Promise<Done> {
  const before = await requireVisible(db, user, id, now);
  requireOpen(refuseEdit(standingOf(before, now), user), before, expectedVersion);
  const at = now.toISOString();
  const after: StoredReport = {
    ...before,
    version: before.version + 1,
    words: applyReport(before.words, changes),
    typedBy: [...new Set([...before.typedBy, user.userId])],
    changed: { userId: user.userId, name: user.name, at },
  };
  await updateReport(db, after);
  if (changes.results !== undefined) await saveFigures(db, after);
  const seal = await appendRevision(db, after, { action: 'change', by: user, at });
  return { before, after, seal };
}

/**
 * Takes one step of the desk.
 * @param back why it goes back; for `return` only
 * @throws Problem notFound, staleVersion, what `refuseStep` refuses, or invalid for a submit that
 * lacks something
 */
export async function takeStep(
  { db, user, now }: Acting,
  step: Step,
  id: string,
  expectedVersion: number,
  back?: Back,
): Promise<Done> {
  const before = await requireVisible(db, user, id, now);
  const standing = standingOf(before, now);
  requireOpen(refuseStep(step, standing, user), before, expectedVersion);
  if (step === 'submit') {
    const { hasMoney } = await requireSubject(db, before);
    refuse(missingInReport(before.words, hasMoney));
  }
  const at = now.toISOString();
  const by = { userId: user.userId, name: user.name, at, roles: user.roles };
  const after = afterStep(step, before, standing, by, back);
  await updateReport(db, after);
  const seal = await appendRevision(db, after, { action: step, by: user, at, back });
  return { before, after, seal };
}

/** @throws Problem notFound when the plan has lost its measure */
export async function requireSubject(
  db: Reader,
  { planId, measureId }: Pick<StoredReport, 'planId' | 'measureId'>,
): Promise<MeasureSubject> {
  const [measure] = await findSubjects(db, planId, measureId);
  if (measure === undefined) throw new Problem('notFound');
  return measure;
}

function refuse(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw Problem.fields(...issues);
}
