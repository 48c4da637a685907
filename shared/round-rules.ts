import { type FieldIssue, type PlanYears, refuseReadingYear, yearOf } from './reading-rules.ts';
import {
  dayInChina,
  type Duty,
  type DutyState,
  type Punctuality,
  type RoundCounts,
  type Share,
} from './rounds.ts';
import type { ReadingStatus } from './workflow.ts';

/** What somebody may know of one department's readings that are not approved. */
export interface Knowledge {
  /** It is their own department. */
  readonly own: boolean;
  /** They review for the committee. */
  readonly reviewer: boolean;
}

/**
 * How far an indicator is, as far as somebody may know. A draft is known to its department alone; what
 * is on its way between desks is known to the department and the reviewer.
 * @param status of the reading; null: there is none yet
 * @example dutyStateOf('signed', { own: false, reviewer: false }) // 'handedIn'
 */
export function dutyStateOf(status: ReadingStatus | null, { own, reviewer }: Knowledge): DutyState {
  if (status === null) return 'notHandedIn';
  if (status === 'draft') return own ? 'draft' : 'notHandedIn';
  if (status === 'approved' || status === 'sealed') return status;
  return own || reviewer ? status : 'handedIn';
}

/** What the days of a round say of what is owed in it. Days are days in China. */
export interface RoundClock {
  readonly dueOn: string;
  readonly today: string;
  /** Nothing is handed in for the first time any more, whatever the due day says. */
  readonly closed: boolean;
}

/**
 * Whether an indicator came in time. The first handing in decides and stays, whatever was sent back
 * later; the due day counts to its last second in China. With the close of the round everybody's time
 * is over: what is missing then is overdue, also before the due day.
 * @param firstHandedInOn the day in China; null: never
 * @example punctualityOf('2018-12-31', { dueOn: '2018-12-31', today: '2019-02-01', closed: true })
 * // 'onTime'
 */
export function punctualityOf(
  firstHandedInOn: string | null,
  { dueOn, today, closed }: RoundClock,
): Punctuality {
  if (firstHandedInOn !== null) return firstHandedInOn <= dueOn ? 'onTime' : 'late';
  return today <= dueOn && !closed ? 'due' : 'overdue';
}

/** An indicator with those who lead it: one, several (牵头待定) or none (无责任单位). */
export interface LedIndicator {
  readonly indicatorId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly leadDepartmentIds: readonly string[];
}

/** How far the reading of an indicator is in one year. */
export interface Progress {
  readonly status: ReadingStatus;
  /** When it was handed in for the first time; null: never. */
  readonly firstHandedInAt: string | null;
}

/** The one department that owes an indicator; null: several lead it, or none. */
export function owedBy({ leadDepartmentIds }: LedIndicator): string | null {
  const [only = null] = leadDepartmentIds;
  return leadDepartmentIds.length === 1 ? only : null;
}

/**
 * Who owes an indicator in a round and how far it is.
 * @param progress null: its reading of the year is not begun
 */
export function dutyOf(
  indicator: LedIndicator,
  progress: Progress | null,
  knowledge: Knowledge,
  clock: RoundClock,
): Duty {
  const { leadDepartmentIds, ...named } = indicator;
  const departmentId = owedBy(indicator);
  return {
    ...named,
    departmentId,
    lead: departmentId !== null ? 'named' : leadDepartmentIds.length === 0 ? 'none' : 'undecided',
    ...howFar(progress, knowledge, clock),
  };
}

/** How far something is that is owed in a round: a figure, or the report on a measure. */
export function howFar(
  progress: Progress | null,
  knowledge: Knowledge,
  clock: RoundClock,
): Pick<Duty, 'state' | 'firstHandedInAt' | 'punctuality'> {
  const firstHandedInAt = progress?.firstHandedInAt ?? null;
  const handedInOn = firstHandedInAt === null ? null : dayInChina(new Date(firstHandedInAt));
  return {
    state: dutyStateOf(progress?.status ?? null, knowledge),
    firstHandedInAt,
    punctuality: punctualityOf(handedInOn, clock),
  };
}

/** What is counted of a duty. */
type Counted = Pick<Duty, 'departmentId' | 'state' | 'punctuality'>;

/** Whether it was never handed in: the list of 未报. */
export function isMissing({ departmentId, punctuality }: Counted): boolean {
  return departmentId !== null && (punctuality === 'due' || punctuality === 'overdue');
}

/**
 * Counts what is owed and what came. Indicators that nobody owes are not counted.
 * @param full whether the one who asks may know where each stands between the desks
 */
export function countsOf(duties: readonly Counted[], full: boolean): RoundCounts {
  const owed = duties.filter(({ departmentId }) => departmentId !== null);
  const standing = (...states: readonly DutyState[]): number =>
    owed.filter(({ state }) => states.includes(state)).length;
  const timed = (punctuality: Punctuality): number =>
    owed.filter((duty) => duty.punctuality === punctuality).length;
  const [onTime, late, overdue] = [timed('onTime'), timed('late'), timed('overdue')];
  return {
    owed: owed.length,
    handedIn: onTime + late,
    submitted: full ? standing('submitted') : null,
    signed: full ? standing('signed') : null,
    returned: full ? standing('returned') : null,
    approved: standing('approved', 'sealed'),
    onTime,
    late,
    overdue,
    completeness: shareOf(onTime + late, owed.length),
    punctuality: shareOf(onTime, onTime + late + overdue),
  };
}

function shareOf(done: number, of: number): Share | null {
  return of === 0 ? null : { done, of };
}

/**
 * Whole days from one day to another; negative when the other lies before.
 * @example daysBetween('2020-02-28', '2020-03-01') // 2
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * The year whose round an office means to open: the latest of the plan that has begun and has none.
 * The base year is taken over from paper. null: every year has its round, or none has begun.
 * @example proposedYear({ baselineYear: 2015, endYear: 2020, latestYear: 2018 }, [2016, 2017]) // 2018
 */
export function proposedYear(
  plan: PlanYears & { readonly latestYear: number },
  taken: readonly number[],
): number | null {
  for (let year = Math.min(plan.endYear, plan.latestYear); year > plan.baselineYear; year -= 1) {
    if (!taken.includes(year)) return year;
  }
  return null;
}

/** The days of a round as they would stand. */
export interface RoundDays {
  readonly opensOn: string;
  readonly dueOn: string;
}

/**
 * Why a round cannot have these days; [] is none. A year's figures are known when it is under way:
 * its round opens in that year or later, and is due no earlier than it opens.
 */
export function refuseRoundDays(year: number, { opensOn, dueOn }: RoundDays): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (yearOf(opensOn) < year) issues.push({ pointer: '/opensOn', code: 'datesOutOfOrder' });
  if (dueOn < opensOn) issues.push({ pointer: '/dueOn', code: 'datesOutOfOrder' });
  return issues;
}

/** Why the round of a year cannot be opened; [] is none. The year is the plan's and has begun. */
export function refuseRound(
  plan: PlanYears,
  round: RoundDays & { readonly year: number },
  now: Date,
): FieldIssue[] {
  return [...refuseReadingYear(plan, round.year, now), ...refuseRoundDays(round.year, round)];
}
