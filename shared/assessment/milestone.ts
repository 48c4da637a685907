import { blank } from './answer.ts';
import { finite, given } from './number.ts';
import type { Assessment, Condition, Flag, MilestoneTarget, Reason, Status } from './types.ts';
import { OLDEST_LAG } from './decide.ts';

/** Whether a condition holds at the end of a year. */
export function holdsIn(condition: Condition, year: number): boolean {
  const met = given(condition.metYear);
  const lost = given(condition.lostYear);
  return met !== null && met <= year && !(lost !== null && lost <= year);
}

/** Whether a condition that once held had been lost by the end of a year. */
export function lostBy(condition: Condition, year: number): boolean {
  const lost = given(condition.lostYear);
  return given(condition.metYear) !== null && lost !== null && lost <= year;
}

/** Year-ends by which a due condition is overdue: 1 in its planned year, 0 when met or not yet due. */
export function overdueBy(condition: Condition, year: number): number {
  const planned = given(condition.plannedYear);
  if (planned === null || planned > year || holdsIn(condition, year)) return 0;
  return year - planned + 1;
}

/** Conditions that must all hold at the deadline. Readings are not looked at: years say it all. */
export function assessMilestone(target: MilestoneTarget, asOf: number): Assessment {
  const { deadline } = target;
  const conditions = target.conditions ?? [];
  if (conditions.length === 0) {
    return { ...blank('targetPending'), flags: asOf >= deadline ? ['deadlinePassed'] : [] };
  }
  const reported = target.reportedThrough === undefined ? asOf : given(target.reportedThrough);
  if (reported === null) return { ...blank('noData'), reason: 'noReadings' };

  const dueYear = Math.min(asOf, deadline);
  const assessedYear = Math.min(dueYear, reported);
  const holding = conditions.filter((condition) => holdsIn(condition, dueYear)).length;
  const found = judge(conditions, { asOf, deadline, dueYear, reported, assessedYear });
  return {
    ...blank(found.status),
    reason: found.reason ?? null,
    flags: [...(found.flags ?? [])].sort(),
    assessedYear: finite(assessedYear),
    lag: finite(dueYear - assessedYear),
    completion: holding / conditions.length,
    attainedYear: found.status === 'achieved' ? finite(lastMetYear(conditions)) : null,
  };
}

interface Years {
  readonly asOf: number;
  readonly deadline: number;
  readonly dueYear: number;
  readonly reported: number;
  readonly assessedYear: number;
}

interface Found {
  readonly status: Status;
  readonly reason?: Reason;
  readonly flags?: readonly Flag[];
}

function judge(conditions: readonly Condition[], years: Years): Found {
  const { asOf, deadline, dueYear, reported, assessedYear } = years;
  const allHold = (year: number): boolean => conditions.every((c) => holdsIn(c, year));
  const regressed: Flag[] = conditions.some((c) => lostBy(c, dueYear)) ? ['regressed'] : [];

  if (allHold(dueYear)) {
    if (asOf < deadline) return { status: 'achieved', flags: ['early'] };
    return { status: 'achieved', flags: allHold(asOf) ? [] : ['notSustained'] };
  }
  if (asOf >= deadline && reported >= deadline) {
    // Conditions can only be lost again later, so the first year they are all met is the one to try.
    const firstChance = Math.max(deadline + 1, lastMetYear(conditions));
    const late: Flag[] = firstChance <= asOf && allHold(firstChance) ? ['achievedLate'] : [];
    return { status: 'missed', flags: [...regressed, ...late] };
  }
  if (asOf > deadline) return { status: 'noData', reason: 'deadlineReadingMissing' };
  const lag = dueYear - reported;
  if (lag > OLDEST_LAG) return { status: 'noData', reason: 'stale' };
  const stale: Flag[] = lag >= OLDEST_LAG ? ['stale'] : [];
  return { ...byNodePlan(conditions, assessedYear), flags: [...regressed, ...stale] };
}

function lastMetYear(conditions: readonly Condition[]): number {
  return conditions.reduce((last, c) => Math.max(last, given(c.metYear) ?? Infinity), -Infinity);
}

function byNodePlan(conditions: readonly Condition[], year: number): Found {
  const planned = conditions.map((c) => given(c.plannedYear));
  if (planned.every((plannedYear) => plannedYear === null)) {
    return { status: 'inProgress', reason: 'noNodePlan' };
  }
  const overdue = conditions.reduce((most, c) => Math.max(most, overdueBy(c, year)), 0);
  if (overdue > 0) return { status: overdue > 1 ? 'farBehind' : 'behind' };
  const due = planned.some((plannedYear) => plannedYear !== null && plannedYear <= year);
  if (due || conditions.some((c) => holdsIn(c, year))) return { status: 'onTrack' };
  return { status: 'inProgress', reason: 'nothingDueYet' };
}
