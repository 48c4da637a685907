import { can, type Role } from '../../shared/permissions.ts';
import { countsOf, daysBetween, dutyOf, howFar, owedBy } from '../../shared/round-rules.ts';
import {
  dayInChina,
  type Duty,
  type ReportDuty,
  type Round,
  type RoundDepartment,
  type RoundDetails,
  roundStateOf,
} from '../../shared/rounds.ts';
import type { PlanDuties, ReportDutyRow } from './duty-store.ts';
import type { RoundRow } from './store.ts';

/** Somebody who looks at a round. */
export interface Asker {
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
}

/** What a round is worked out with. */
export interface Frame {
  readonly round: RoundRow;
  readonly duties: PlanDuties;
  /** Those who opened, closed and sealed rounds, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** A round as the one who asks may see it. */
export function roundFor(asker: Asker, frame: Frame): Round {
  const { round, names } = frame;
  const today = dayInChina(frame.now);
  const act = (userId: string | null, at: string | null) =>
    userId === null || at === null ? null : { name: names.get(userId) ?? '', at };
  return {
    planId: round.planId,
    year: round.year,
    opensOn: round.opensOn,
    dueOn: round.dueOn,
    state: roundStateOf(round, today),
    daysLeft: daysBetween(today, round.dueOn),
    created: act(round.createdBy, round.createdAt),
    closed: act(round.closedBy, round.closedAt),
    sealed: act(round.sealedBy, round.sealedAt),
    counts: countsOf(dutiesFor(asker, frame), isReviewer(asker)),
    version: round.version,
  };
}

/** Every indicator of the plan with who owes it and how far it is. */
export function dutiesFor(asker: Asker, { round, duties, now }: Frame): Duty[] {
  const inYear = duties.progress.get(round.year);
  const clock = { dueOn: round.dueOn, today: dayInChina(now), closed: round.closedAt !== null };
  return duties.indicators.map((indicator) => {
    const knowledge = { own: isOwn(asker, owedBy(indicator)), reviewer: isReviewer(asker) };
    return dutyOf(indicator, inYear?.get(indicator.indicatorId) ?? null, knowledge, clock);
  });
}

/** The departments that owe something, with their counts. */
export function departmentsFor(asker: Asker, { departments }: PlanDuties, duties: readonly Duty[]) {
  return countedBy(asker, departments, duties);
}

type Named = Omit<RoundDepartment, 'counts'>;

function countedBy(
  asker: Asker,
  departments: readonly Named[],
  duties: readonly Pick<Duty, 'departmentId' | 'state' | 'punctuality'>[],
): RoundDepartment[] {
  return departments
    .map((department) => {
      const own = duties.filter(({ departmentId }) => departmentId === department.id);
      const full = isReviewer(asker) || isOwn(asker, department.id);
      return { ...department, counts: countsOf(own, full) };
    })
    .filter(({ counts }) => counts.owed > 0);
}

/** Every report on a measure that is owed, by whom, and how far it is. */
export function reportDutiesFor(
  asker: Asker,
  { round, now }: Pick<Frame, 'round' | 'now'>,
  rows: readonly ReportDutyRow[],
): ReportDuty[] {
  const clock = { dueOn: round.dueOn, today: dayInChina(now), closed: round.closedAt !== null };
  return rows.map(({ measure, departmentId: namedDepartmentId, actingDepartmentId, report }) => {
    const knowledge = { own: isOwn(asker, actingDepartmentId), reviewer: isReviewer(asker) };
    const { id: measureId, number, titleZh, titleEn } = measure;
    return {
      measureId,
      number,
      titleZh,
      titleEn,
      departmentId: actingDepartmentId,
      namedDepartmentId,
      ...howFar(report, knowledge, clock),
    };
  });
}

/** The reports on measures of a round, with who owes them and how far each is. */
export function reportsFor(
  asker: Asker,
  frame: Pick<Frame, 'round' | 'now'>,
  rows: readonly ReportDutyRow[],
  departments: readonly Named[],
): RoundDetails['measures'] {
  const duties = reportDutiesFor(asker, frame, rows);
  return {
    counts: countsOf(duties, isReviewer(asker)),
    departments: countedBy(asker, departments, duties),
    duties,
  };
}

function isReviewer({ roles }: Asker): boolean {
  return roles.includes('reviewer');
}

function isOwn({ roles, departmentId }: Asker, department: string | null): boolean {
  return department !== null && departmentId === department && can(roles, 'readings.seeUnapproved');
}
