/**
 * The words of the assessment engine. Every list below is closed: the database, the contracts and
 * both dictionaries are written against these codes.
 */

/** What a target asks for. `countRange` promises its lower bound; `directional` only "better than before". */
export const KINDS = [
  'atLeast',
  'atMost',
  'countRange',
  'reduction',
  'milestone',
  'rating',
  'directional',
] as const;
export type Kind = (typeof KINDS)[number];

/** What one indicator is, as of one year. In the order in which a legend lists them. */
export const STATUSES = [
  'exceeded',
  'achieved',
  'onTrack',
  'behind',
  'farBehind',
  'missed',
  'inProgress',
  'noData',
  'targetPending',
] as const;
export type Status = (typeof STATUSES)[number];

/** The three classes a pace ratio can give. */
export const PACE_STATUSES = ['onTrack', 'behind', 'farBehind'] as const;
export type PaceStatus = (typeof PACE_STATUSES)[number];

/** Remarks beside a status; they never replace it. */
export const FLAGS = [
  'early',
  'metAtBaseline',
  'nearTargetAtBaseline',
  'regressed',
  'movingAway',
  'stale',
  'awaitingFinal',
  'carriedForward',
  'achievedLate',
  'notSustained',
  'provisional',
  'compoundFallbackLinear',
  'seriesBreak',
  'deadlinePassed',
] as const;
export type Flag = (typeof FLAGS)[number];

/** Why a status is `noData` or `inProgress`; null for the statuses that need no reason. */
export const REASONS = [
  'noReadings',
  'stale',
  'deadlineReadingMissing',
  'noBaseline',
  'zeroBaseline',
  'invalidBaseline',
  'baselineYear',
  'nothingDueYet',
  'noNodePlan',
  'seriesBreak',
] as const;
export type Reason = (typeof REASONS)[number];

export const CHECKPOINT_OUTCOMES = ['met', 'notMet', 'unknown'] as const;
export type CheckpointOutcome = (typeof CHECKPOINT_OUTCOMES)[number];

export const OUTLOOKS = ['likely', 'possible', 'unlikely', 'insufficientData'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

export const CONFIDENCES = ['veryLow', 'low', 'moderate'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The yearly speed of a series that has no target, away from or towards the good side. */
export const TREND_CLASSES = [
  'significantProgress',
  'moderateProgress',
  'moderateMovementAway',
  'significantMovementAway',
] as const;
export type TrendClass = (typeof TREND_CLASSES)[number];

/** The planned path between baseline and target: equal amounts, or equal rates, per year. */
export const SHAPES = ['linear', 'compound'] as const;
export type Shape = (typeof SHAPES)[number];

/** +1 where higher is better, −1 where lower is better. */
export type Sign = 1 | -1;

/** `restated`: recomputed to the definition in force after a break, so that breaks no longer matter. */
export interface Baseline {
  readonly year?: number | undefined;
  readonly value: number | null;
  readonly restated?: boolean | undefined;
}

/** A year's figure. A null value is a year without a figure, never a zero. */
export interface Reading {
  readonly year: number;
  readonly value: number | null;
  readonly provisional?: boolean | undefined;
  /** The definition changed in this year: what came before cannot be compared. */
  readonly break?: boolean | undefined;
}

/** A figure the path must pass through; `reductionPct` is for the kind `reduction` only. */
export interface Checkpoint {
  readonly year: number;
  readonly value?: number | null | undefined;
  readonly reductionPct?: number | null | undefined;
}

/** One thing that must hold. A re-attained condition has its `lostYear` cleared. */
export interface Condition {
  readonly id: string;
  readonly metYear?: number | null | undefined;
  readonly lostYear?: number | null | undefined;
  readonly plannedYear?: number | null | undefined;
}

interface AnyTarget {
  /** The year at whose end the target is due. */
  readonly deadline: number;
  readonly baseline?: Baseline | null | undefined;
  /** Decimal places of the reported figure; 1 when not given. */
  readonly decimals?: number | null | undefined;
  /** A total that stays reached once reached; counts are, other kinds are not, when not given. */
  readonly cumulative?: boolean | null | undefined;
}

interface AnyNumericTarget extends AnyTarget {
  /** `compound` for reductions and `linear` for the others when not given. */
  readonly path?: Shape | null | undefined;
  /** Only whole units fall due; counts are whole, other kinds are not, when not given. */
  readonly integer?: boolean | null | undefined;
  readonly checkpoints?: readonly Checkpoint[] | null | undefined;
  /** What the figure cannot leave, for the projection only. */
  readonly bounds?:
    | { readonly min?: number | null | undefined; readonly max?: number | null | undefined }
    | null
    | undefined;
}

export interface ThresholdTarget extends AnyNumericTarget {
  readonly kind: 'atLeast' | 'atMost';
  readonly value: number | null;
}

export interface CountRangeTarget extends AnyNumericTarget {
  readonly kind: 'countRange';
  readonly lower: number | null;
  readonly upper?: number | null | undefined;
}

export interface ReductionTarget extends AnyNumericTarget {
  readonly kind: 'reduction';
  /** Percent below the baseline at the deadline; 0 asks for no growth. */
  readonly reductionPct: number | null;
}

export interface MilestoneTarget extends AnyTarget {
  readonly kind: 'milestone';
  readonly conditions: readonly Condition[] | null;
  /** The latest year with a report: absent means the assessed year, null means never reported. */
  readonly reportedThrough?: number | null | undefined;
}

export interface RatingTarget extends AnyTarget {
  readonly kind: 'rating';
  readonly targetLevel: number | null;
  readonly plan?:
    | readonly { readonly year: number; readonly level: number | null }[]
    | null
    | undefined;
}

export interface DirectionalTarget extends AnyTarget {
  readonly kind: 'directional';
  readonly direction?: 'up' | 'down' | null | undefined;
}

export type NumericTarget = ThresholdTarget | CountRangeTarget | ReductionTarget;

/** A target in the words of the method. A null figure in it means that it is still to be assigned. */
export type Target = NumericTarget | MilestoneTarget | RatingTarget | DirectionalTarget;

export interface CheckpointResult {
  year: number;
  planned: number | null;
  actual: number | null;
  result: CheckpointOutcome;
}

/** Where the present speed leads; it never changes a status. */
export interface Projection {
  /** Points used, the baseline included. */
  n: number;
  method: 'twoPoint' | 'theilSen';
  scale: 'linear' | 'log';
  /** Per year: in the indicator's unit, or in natural logarithms on the log scale. */
  slope: number;
  valueAtDeadline: number;
  /** Pessimistic and optimistic end of the scenario band; null for two points. */
  low: number | null;
  high: number | null;
  /** Null when already met, not converging, or later than ten years after the deadline. */
  attainmentYear: number | null;
  outlook: Outlook;
  confidence: Confidence;
}

/** `amount` in the indicator's unit a year; `rate` as a share a year, negative for a fall. */
export interface RequiredAnnual {
  mode: 'amount' | 'rate';
  value: number;
}

/** The answer for one target as of one year. Every field is always there; null is "not computed". */
export interface Assessment {
  status: Status;
  reason: Reason | null;
  /** In alphabetical order. */
  flags: Flag[];
  /** The year whose figure was judged, and how many years it is older than the year it was due for. */
  assessedYear: number | null;
  lag: number | null;
  value: number | null;
  /** The figure that meets the target, in the unit of the reading. */
  targetValue: number | null;
  /** Shares: 1 is all of it. */
  attainment: number | null;
  completion: number | null;
  timeProgress: number | null;
  plannedValue: number | null;
  plannedCompletion: number | null;
  paceRatio: number | null;
  /** Percentage points of completion ahead of (+) or behind (−) the plan. */
  gapPp: number | null;
  /** Percent below the baseline; kind `reduction` only. */
  cumulativeReduction: number | null;
  /** Percent beyond the target. */
  overshootPct: number | null;
  attainedYear: number | null;
  requiredAnnual: RequiredAnnual | null;
  checkpointResults: CheckpointResult[];
  projection: Projection | null;
  /** The class under the other path shape; information only. */
  altPathStatus: PaceStatus | null;
  /** Kind `directional` only; information only. */
  trendClass: TrendClass | null;
}
