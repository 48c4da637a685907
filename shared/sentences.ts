import { given } from './assessment/number.ts';
import type { Assessment, Reason, Sign, Status, Target } from './assessment/types.ts';

/**
 * The sentences a board opens with, as data: what is to be said and with which numbers, never a
 * word. Either dictionary, the wall and the report put the same clauses into language, and nothing
 * is said that the assessments do not hold.
 */

export const HEADLINE_CODES = [
  /** Exceeded, achieved and on track together; the two below it where only one sort is there. */
  'doneOrOnTrack',
  'done',
  'onTrack',
  'behind',
  'farBehind',
  'missed',
  'inProgress',
  'noData',
  'targetPending',
] as const;
export type HeadlineCode = (typeof HEADLINE_CODES)[number];

export interface HeadlineClause {
  readonly code: HeadlineCode;
  readonly count: number;
}

/** Good news, trouble and what is open, in this order; an empty block is left out. */
export interface Headline {
  readonly total: number;
  readonly blocks: readonly (readonly HeadlineClause[])[];
}

/**
 * The headline of a board. The counts always add up to the total: whatever is not named in it does
 * not exist.
 * Example: statuses achieved, onTrack, missed → total 3, [[doneOrOnTrack 2], [missed 1]].
 */
export function headline(statuses: readonly Status[]): Headline {
  const count = (...wanted: Status[]): number =>
    statuses.filter((status) => wanted.includes(status)).length;
  const done = count('exceeded', 'achieved');
  const onTrack = count('onTrack');
  const good: HeadlineClause =
    onTrack === 0
      ? { code: 'done', count: done }
      : { code: done === 0 ? 'onTrack' : 'doneOrOnTrack', count: done + onTrack };
  const single = (code: HeadlineCode & Status): HeadlineClause => ({ code, count: count(code) });
  const blocks = [
    [good],
    [single('behind'), single('farBehind'), single('missed')],
    [single('inProgress'), single('noData'), single('targetPending')],
  ];
  return {
    total: statuses.length,
    blocks: blocks
      .map((block) => block.filter((clause) => clause.count > 0))
      .filter((block) => block.length > 0),
  };
}

/** What can be said of one indicator in one line. Figures are in its unit, years are year-ends. */
export type FindingClause =
  | { code: 'figure'; year: number; value: number }
  | { code: 'reduced'; year: number; pct: number }
  | { code: 'level'; year: number; level: number }
  | { code: 'conditions'; year: number; holding: number; total: number }
  /** `difference` is positive where the figure is better than the plan, whichever way is better. */
  | { code: 'againstPlan'; sign: Sign; difference: number; value: number; planned: number }
  | { code: 'levelDue'; planned: number }
  /** Met at the baseline already (or as good as): not to fall below the target is the task. */
  | { code: 'againstKept'; sign: Sign; difference: number; target: number }
  | { code: 'movingAway'; baselineYear: number }
  | { code: 'againstBaseline'; better: -1 | 0 | 1 }
  | { code: 'met'; how: 'early' | 'onTime'; exceeded: boolean; deadline: number }
  /** The figure is there, the year of the deadline has not reported yet. */
  | { code: 'metAwaitingFinal'; deadline: number }
  | { code: 'notSustained' }
  /** So much is missing at the deadline; null where it cannot be said in the unit. */
  | { code: 'missed'; deadline: number; short: number | null; sign: Sign }
  | { code: 'achievedLate'; deadline: number }
  | { code: 'forecast'; deadline: number; value: number }
  | { code: 'pending'; deadline: number; passed: boolean }
  | { code: 'open'; reason: Reason; deadline: number; year: number | null };

export type FindingCode = FindingClause['code'];

const signOf = (target: Target): Sign => {
  if (target.kind === 'directional') return target.direction === 'down' ? -1 : 1;
  return target.kind === 'atMost' || target.kind === 'reduction' ? -1 : 1;
};

/**
 * The finding about one indicator: the figure, what it means against the plan or the target, and
 * where the present speed leads. `assessment` must be the answer of `assess` for the same target.
 * Example: 49 in 2018, planned 48, leading to 60.8 → figure, againstPlan +1, forecast 60.8.
 */
export function finding(target: Target, assessment: Assessment): FindingClause[] {
  const { status, reason, flags } = assessment;
  const { deadline } = target;
  const known = whatIsKnown(target, assessment);
  const open: FindingClause[] =
    reason === null ? [] : [{ code: 'open', reason, deadline, year: assessment.assessedYear }];
  switch (status) {
    case 'targetPending':
      return [{ code: 'pending', deadline, passed: flags.includes('deadlinePassed') }, ...known];
    case 'noData':
      return [...open, ...known];
    case 'inProgress':
      return [...known, ...open];
    case 'exceeded':
    case 'achieved':
      return [...known, ...whenMet(target, assessment)];
    case 'missed':
      return [...known, ...whenMissed(target, assessment)];
    case 'onTrack':
    case 'behind':
    case 'farBehind':
      return [...known, ...whileUnderWay(target, assessment), ...whereItLeads(assessment, target)];
  }
}

function whatIsKnown(target: Target, assessment: Assessment): FindingClause[] {
  const { assessedYear: year, lag, value, completion, cumulativeReduction: pct } = assessment;
  if (year === null) return [];
  if (target.kind === 'milestone') {
    const total = target.conditions?.length ?? 0;
    if (total === 0 || completion === null) return [];
    const holding = Math.round(completion * total);
    return [{ code: 'conditions', year: year + (lag ?? 0), holding, total }];
  }
  if (value === null) return [];
  if (target.kind === 'rating') return [{ code: 'level', year, level: value }];
  return pct === null
    ? [{ code: 'figure', year, value }]
    : [
        { code: 'figure', year, value },
        { code: 'reduced', year, pct },
      ];
}

function whenMet({ deadline }: Target, { status, flags }: Assessment): FindingClause[] {
  const exceeded = status === 'exceeded';
  const clauses: FindingClause[] = [
    flags.includes('awaitingFinal')
      ? { code: 'metAwaitingFinal', deadline }
      : { code: 'met', how: flags.includes('early') ? 'early' : 'onTime', exceeded, deadline },
  ];
  if (flags.includes('notSustained')) clauses.push({ code: 'notSustained' });
  return clauses;
}

function whenMissed(target: Target, { flags, value, targetValue }: Assessment): FindingClause[] {
  const { deadline } = target;
  const sign = signOf(target);
  const numeric = target.kind !== 'milestone' && target.kind !== 'rating';
  const short =
    numeric && value !== null && targetValue !== null ? sign * (targetValue - value) : null;
  const clauses: FindingClause[] = [{ code: 'missed', deadline, short, sign }];
  if (flags.includes('achievedLate')) clauses.push({ code: 'achievedLate', deadline });
  return clauses;
}

function whileUnderWay(target: Target, assessment: Assessment): FindingClause[] {
  const { value, plannedValue: planned, completion, flags, targetValue } = assessment;
  if (target.kind === 'milestone' || value === null) return [];
  const away = flags.includes('movingAway');
  if (target.kind === 'directional') {
    const better = away ? -1 : assessment.status === 'onTrack' ? 1 : 0;
    return [{ code: 'againstBaseline', better }];
  }
  const clauses: FindingClause[] = away
    ? [{ code: 'movingAway', baselineYear: given(target.baseline?.year) ?? 2015 }]
    : [];
  if (planned === null) return clauses;
  if (target.kind === 'rating') return [...clauses, { code: 'levelDue', planned }];
  const sign = signOf(target);
  if (completion === null && targetValue !== null) {
    const difference = sign * (value - targetValue) + 0;
    return [...clauses, { code: 'againstKept', sign, difference, target: targetValue }];
  }
  const difference = sign * (value - planned) + 0;
  return [...clauses, { code: 'againstPlan', sign, difference, value, planned }];
}

function whereItLeads({ projection }: Assessment, { deadline }: Target): FindingClause[] {
  if (projection === null) return [];
  return [{ code: 'forecast', deadline, value: projection.valueAtDeadline }];
}
