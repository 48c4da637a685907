import { holdsIn } from '../assessment/milestone.ts';
import { displayDecimals, roundHalfAway } from '../assessment/round.ts';
import type { Reason, Status } from '../assessment/types.ts';
import type { BoardIndicator } from '../dashboard.ts';
import { asJudged } from '../figure-years.ts';
import { decimalsOf } from '../figures.ts';
import type { Absence, DataStatus } from '../readings.ts';

/**
 * What a report says of one indicator in one year, as data: made from the assessment by rules, so that
 * no sentence says more than the figures do. Either dictionary (`ReportWords`) puts it into language.
 */
export type ReportClause =
  /** `decimals` as many as it takes not to make an unmet figure look met; null: as it is reported. */
  | { code: 'figure'; value: number; decimals: number | null }
  /** Since the base year, in percent; negative: it rose. */
  | { code: 'reduced'; pct: number }
  | { code: 'level'; level: number }
  /** `held` are the ids of the conditions that hold. */
  | { code: 'conditions'; held: readonly string[]; total: number }
  /** 完成2020年目标的…%: the share of the way from the baseline. `decimals` as many as it takes. */
  | { code: 'completion'; deadline: number; share: number; decimals: number }
  /** 达到目标值的…%: where no baseline is known, or none is needed. */
  | { code: 'attainment'; share: number; decimals: number }
  /** 超/落后序时进度…个百分点; 0: 与序时进度持平. */
  | { code: 'gap'; points: number }
  /** 基期已达标: not to fall below the target is the task. */
  | { code: 'kept'; holds: boolean }
  | { code: 'movingAway'; baselineYear: number }
  | { code: 'levelDue'; level: number; reached: boolean }
  | { code: 'pace'; status: 'onTrack' | 'behind' | 'farBehind' }
  | { code: 'met'; how: 'early' | 'onTime' | 'awaitingFinal'; exceeded: boolean; deadline: number }
  | { code: 'notSustained' }
  | { code: 'missed'; deadline: number }
  | { code: 'achievedLate' }
  | { code: 'pending'; passed: boolean }
  /** What is not judged, and why. */
  | { code: 'unjudged'; reason: Reason }
  | { code: 'absent'; absence: Absence }
  /** Nothing was reported. */
  | { code: 'nothing'; reason: Reason | null };
export type ReportCode = ReportClause['code'];

/** What the figure of a sentence is. */
export interface FigureBasis {
  /** At the end of which year it stood so; null: there is no figure. */
  readonly year: number | null;
  /** An earlier year than the one reported: the newest there is (最新). */
  readonly newest: boolean;
  /** null: final. */
  readonly dataStatus: Exclude<DataStatus, 'final'> | null;
  readonly corrected: boolean;
}

/**
 * The clauses about an indicator as it stood at the end of a year.
 * @example a baseline of 42, 49 in 2018, 60 wanted in 2020 → figure 49, completion 0.389, gap −21.1 …
 */
export function reportClauses(indicator: BoardIndicator, year: number): ReportClause[] {
  const { assessment, target } = indicator;
  const { status, reason, flags } = assessment;
  const known = whatIsKnown(indicator, year);
  const { deadline } = target;
  switch (status) {
    case 'targetPending':
      return [...known, { code: 'pending', passed: flags.includes('deadlinePassed') }];
    case 'noData':
      return nothing(indicator, year, known);
    case 'inProgress':
      return [
        ...known,
        ...(reason === 'nothingDueYet' ? [] : attained(indicator)),
        ...(reason === null ? [] : [{ code: 'unjudged', reason } as const]),
      ];
    case 'exceeded':
    case 'achieved': {
      const how = flags.includes('awaitingFinal')
        ? 'awaitingFinal'
        : flags.includes('early')
          ? 'early'
          : 'onTime';
      const exceeded = status === 'exceeded';
      return [
        ...known,
        { code: 'met', how, exceeded, deadline },
        ...(flags.includes('notSustained') ? [{ code: 'notSustained' } as const] : []),
      ];
    }
    case 'missed':
      return [
        ...known,
        ...attained(indicator),
        { code: 'missed', deadline },
        ...(flags.includes('achievedLate') ? [{ code: 'achievedLate' } as const] : []),
      ];
    case 'onTrack':
    case 'behind':
    case 'farBehind':
      return [...known, ...underWay(indicator, status)];
  }
}

/** Nothing was reported since the base year, whose own figure is no news. */
function isBaselineOnly({
  assessment,
  target,
  readings,
}: Pick<BoardIndicator, 'assessment' | 'target' | 'readings'>): boolean {
  const { assessedYear } = assessment;
  return (
    target.kind !== 'milestone' &&
    assessedYear === target.baseline.year &&
    !asJudged(readings).some((one) => one.year === assessedYear && one.absence === null)
  );
}

function whatIsKnown(indicator: BoardIndicator, year: number): ReportClause[] {
  const { assessment, target, readings } = indicator;
  const { assessedYear, value, cumulativeReduction: pct } = assessment;
  if (assessedYear === null || isBaselineOnly({ assessment, target, readings })) return [];
  if (target.kind === 'milestone') {
    const total = target.conditions.length;
    if (total === 0) return [];
    const held = target.conditions.filter((one) => holdsIn(one, year)).map(({ id }) => id);
    return [{ code: 'conditions', held, total }];
  }
  if (value === null) return [];
  if (target.kind === 'rating') return [{ code: 'level', level: value }];
  const figure: ReportClause = { code: 'figure', value, decimals: tellingPlaces(indicator) };
  return pct === null ? [figure] : [figure, { code: 'reduced', pct }];
}

/** As many places as it takes not to make an unmet figure look met (method.md §4); null: as reported. */
export function tellingPlaces({ assessment, target, decimals }: BoardIndicator): number | null {
  const { value, targetValue, status } = assessment;
  if (value === null || targetValue === null || !isNumeric(target.kind)) return null;
  if (status === 'achieved' || status === 'exceeded') return null;
  const sign = target.kind === 'atMost' || target.kind === 'reduction' ? -1 : 1;
  const places = decimalsOf({ kind: target.kind, unit: null, decimals });
  const telling = displayDecimals(value, targetValue, sign, places);
  return telling === places ? null : telling;
}

/** A percentage that rounding would make look complete gets the places that show that it is not. */
const placesFor = (share: number): number => displayDecimals(share * 100, 100, 1, 1);

function completed({ assessment, target }: BoardIndicator): ReportClause[] {
  const { completion } = assessment;
  // Who moves away from the target has completed nothing of the way.
  if (completion === null || completion < 0 || !isNumeric(target.kind)) return [];
  return [
    {
      code: 'completion',
      deadline: target.deadline,
      share: completion,
      decimals: placesFor(completion),
    },
  ];
}

/** The whole way where a baseline says where it begins, else the part of the target itself. */
function attained(indicator: BoardIndicator): ReportClause[] {
  const way = completed(indicator);
  const { attainment, completion } = indicator.assessment;
  if (
    way.length > 0 ||
    completion !== null ||
    attainment === null ||
    !isNumeric(indicator.target.kind)
  )
    return way;
  return [{ code: 'attainment', share: attainment, decimals: placesFor(attainment) }];
}

/** Levels and conditions are never said in percent. */
const isNumeric = (kind: BoardIndicator['target']['kind']): boolean =>
  kind !== 'milestone' && kind !== 'rating' && kind !== 'directional';

function underWay(
  indicator: BoardIndicator,
  status: 'onTrack' | 'behind' | 'farBehind',
): ReportClause[] {
  const { assessment, target } = indicator;
  const { flags, gapPp, plannedValue, value, completion } = assessment;
  const pace: ReportClause = { code: 'pace', status };
  if (target.kind === 'milestone') return [pace];
  if (target.kind === 'rating') {
    if (plannedValue === null || value === null) return [pace];
    const reached = value >= plannedValue;
    return [
      { code: 'levelDue', level: plannedValue, reached },
      ...(reached && status === 'onTrack' ? [] : [pace]),
    ];
  }
  const away: ReportClause[] = flags.includes('movingAway')
    ? [{ code: 'movingAway', baselineYear: target.baseline.year }]
    : [];
  if (target.kind === 'directional') return [...away, pace];
  if (completion === null || gapPp === null) {
    return [...away, ...attained(indicator), { code: 'kept', holds: status === 'onTrack' }, pace];
  }
  // What is printed as nothing is nothing to be ahead or behind by.
  const points = roundHalfAway(gapPp, 1) === 0 ? 0 : gapPp;
  // Ahead or level says already that it is on track.
  const judged = status === 'onTrack' && points >= 0 ? [] : [pace];
  return [...away, ...completed(indicator), { code: 'gap', points }, ...judged];
}

function nothing(
  { assessment, readings }: BoardIndicator,
  year: number,
  known: readonly ReportClause[],
): ReportClause[] {
  const { reason } = assessment;
  const absence = readings.find((one) => one.year === year)?.absence ?? null;
  if (known.length > 0 && reason !== null && absence === null) {
    return [...known, { code: 'unjudged', reason }];
  }
  return absence === null ? [{ code: 'nothing', reason }] : [{ code: 'absent', absence }];
}

/** What the figure behind the clauses is. */
export function basisOf(indicator: BoardIndicator, year: number): FigureBasis {
  const { assessment, target, readings } = indicator;
  const { assessedYear } = assessment;
  const absent = readings.some((one) => one.year === year && one.absence !== null);
  const unknown = assessment.status === 'noData' && absent;
  if (assessedYear === null || unknown || isBaselineOnly(indicator)) {
    return { year: null, newest: false, dataStatus: null, corrected: false };
  }
  // Conditions are asked as of the year itself; a figure is of the year that it was reported for.
  const of = target.kind === 'milestone' ? year : assessedYear;
  const reading = asJudged(readings).find((one) => one.year === assessedYear);
  const dataStatus = reading?.dataStatus ?? 'final';
  return {
    year: of,
    newest: of < Math.min(year, target.deadline),
    dataStatus: dataStatus === 'final' ? null : dataStatus,
    corrected: (reading?.corrections ?? 0) > 0,
  };
}

/** The statuses that a report names among its problems, the worst first. */
export const PROBLEM_STATUSES = [
  'missed',
  'farBehind',
  'behind',
] as const satisfies readonly Status[];
