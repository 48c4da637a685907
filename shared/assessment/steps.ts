import type {
  CheckpointOutcome,
  Confidence,
  Flag,
  Kind,
  Outlook,
  PaceStatus,
  Reason,
  Shape,
  Sign,
  Status,
  TrendClass,
} from './types.ts';

/** A year and a figure on the planned path. */
interface PathPoint {
  readonly year: number;
  readonly value: number;
}

/** What the target asks for. */
export type RuleStep =
  | { code: 'ruleAtLeast'; target: number; deadline: number }
  | { code: 'ruleAtMost'; target: number; deadline: number }
  | { code: 'ruleCountRange'; lower: number; upper: number | null; deadline: number }
  /** `target` is the figure that the percentage comes to; null without a usable baseline. */
  | { code: 'ruleReduction'; reductionPct: number; target: number | null; deadline: number }
  | { code: 'ruleMilestone'; conditions: number; deadline: number }
  | { code: 'ruleRating'; target: number; deadline: number }
  | { code: 'ruleDirectional'; direction: 'up' | 'down'; deadline: number }
  | { code: 'targetPending'; kind: Kind; deadline: number; deadlinePassed: boolean };

/** What is known: the start, and the figure that is looked at. */
export type FigureStep =
  | { code: 'baseline'; year: number; value: number }
  | { code: 'baselineMissing'; year: number }
  | { code: 'baselineUnusable'; year: number; value: number; why: 'broken' | 'zero' | 'negative' }
  | { code: 'lowestLevelAssumed'; year: number; level: number }
  /** `dueYear` is the year a figure is due for, `lag` how many years older this one is. */
  | { code: 'actual'; year: number; value: number; dueYear: number; lag: number }
  | { code: 'cumulativeReduction'; actual: number; baseline: number; pct: number }
  /** 达成率, a share; `actual` and `target` are what was divided by the kind's own formula. */
  | { code: 'attainment'; kind: Kind; actual: number; target: number; share: number }
  /** The unrounded comparison; `difference` is positive beyond the target. */
  | {
      code: 'comparison';
      actual: number;
      target: number;
      sign: Sign;
      difference: number;
      met: boolean;
    };

/** Why nothing could be judged, or why it is not judged yet. */
export type ReasonStep =
  | { code: 'noReadings'; deadline: number }
  | { code: 'baselineNeeded'; reason: 'noBaseline' | 'zeroBaseline' | 'invalidBaseline' }
  | { code: 'tooOld'; year: number; dueYear: number; lag: number; oldest: number }
  | { code: 'deadlineReadingMissing'; deadline: number; latestYear: number | null }
  | {
      code: 'notJudged';
      reason: 'noBaseline' | 'seriesBreak' | 'baselineYear' | 'noNodePlan';
      year: number;
    };

/** A target that was met, and a deadline that has passed. */
export type ClosingStep =
  | {
      code: 'excess';
      actual: number;
      target: number;
      decimals: number;
      sign: Sign;
      beyond: boolean;
    }
  | { code: 'excessUnits'; actual: number; limit: number; beyond: boolean }
  | { code: 'excessReduction'; actualPct: number; targetPct: number; beyond: boolean }
  | { code: 'excessLevel'; actual: number; target: number; start: number; beyond: boolean }
  /** Met at the baseline already: keeping it is not an excess. */
  | { code: 'excessNotCounted'; baseline: number; target: number }
  | { code: 'overshoot'; pct: number }
  | { code: 'attained'; year: number }
  /** `year` is the year of the figure; earlier than the deadline where a total was carried forward. */
  | { code: 'verdict'; deadline: number; year: number; met: boolean };

/** How far, how far by plan, and the pace that follows. Shares: 1 is all of the way. */
export type ProgressStep =
  | { code: 'maintain'; why: 'met' | 'near'; baseline: number; target: number; nearShare: number }
  | {
      code: 'maintainRatio';
      numerator: number;
      denominator: number;
      ratio: number;
      onTrackFrom: number;
      behindFrom: number;
      result: PaceStatus;
    }
  | { code: 'maintainRatioUndefined'; actual: number; target: number; result: PaceStatus }
  | {
      code: 'completion';
      shape: Shape;
      actual: number;
      baseline: number;
      target: number;
      share: number;
    }
  | { code: 'movingAway'; actual: number; baseline: number }
  | { code: 'timeProgress'; year: number; from: number; to: number; share: number }
  /** `from` and `to` are the ends of the stretch the year lies on. */
  | {
      code: 'plannedOnPath';
      shape: Shape;
      year: number;
      from: PathPoint;
      to: PathPoint;
      checkpoints: number;
      value: number;
    }
  | { code: 'plannedWholeUnits'; unrounded: number; baseline: number; sign: Sign; planned: number }
  | {
      code: 'plannedCompletion';
      shape: Shape;
      planned: number;
      baseline: number;
      target: number;
      share: number | null;
    }
  | {
      code: 'nothingDue';
      wholeUnits: boolean;
      planned: number;
      baseline: number;
      actual: number;
      result: 'onTrack' | 'inProgress';
    }
  | { code: 'gap'; completion: number; planned: number; pp: number }
  | {
      code: 'paceRatio';
      completion: number;
      planned: number;
      ratio: number;
      onTrackFrom: number;
      behindFrom: number;
      result: PaceStatus;
    };

/** Kinds without numbers. */
export type LevelStep =
  | {
      code: 'plannedLevel';
      source: 'plan' | 'steps';
      year: number;
      start: number;
      target: number;
      elapsed: number | null;
      level: number;
    }
  /** `gap` is the number of levels missing; 0 or less is on track, 1 behind, more far behind. */
  | { code: 'levelGap'; actual: number; planned: number; gap: number; result: PaceStatus }
  /** Both figures at reporting precision; `better` is −1, 0 or +1. */
  | {
      code: 'againstBaseline';
      actual: number;
      baseline: number;
      decimals: number;
      sign: Sign;
      better: -1 | 0 | 1;
    }
  | { code: 'reported'; through: number; dueYear: number; lag: number }
  /** One condition at the end of `year`; `overdue` counts year-ends since its plan, at `through`. */
  | {
      code: 'condition';
      id: string;
      year: number;
      holds: boolean;
      metYear: number | null;
      lostYear: number | null;
      plannedYear: number | null;
      overdue: number;
    }
  | { code: 'conditionsHolding'; year: number; holding: number; total: number; share: number }
  | {
      code: 'nodePlan';
      year: number;
      due: number;
      holding: number;
      mostOverdue: number;
      result: 'onTrack' | 'behind' | 'farBehind' | 'inProgress';
    };

/** What would help, and where it leads. None of these made the status. */
export type OutlookStep =
  | {
      code: 'checkpoint';
      year: number;
      planned: number | null;
      actual: number | null;
      result: CheckpointOutcome;
    }
  /** So much more reaches the plan of that year; positive, also where lower is better. */
  | {
      code: 'neededThisYear';
      year: number;
      amount: number;
      planned: number;
      actual: number;
      sign: Sign;
      wholeUnits: boolean;
    }
  | { code: 'neededConditions'; year: number; ids: readonly string[] }
  | { code: 'requiredAmount'; perYear: number; years: number; deadline: number }
  | { code: 'requiredRate'; perYear: number; years: number; deadline: number }
  | {
      code: 'projection';
      method: 'twoPoint' | 'theilSen';
      scale: 'linear' | 'log';
      n: number;
      slope: number;
      deadline: number;
      value: number;
      target: number;
      outlook: Outlook;
      confidence: Confidence;
    }
  /** A scenario band, not a confidence interval. */
  | { code: 'projectionBand'; deadline: number; low: number; high: number }
  | { code: 'noProjectionBand'; n: number }
  /** Null: not in sight at the present speed. */
  | { code: 'attainmentForecast'; year: number | null }
  | { code: 'altPath'; shape: Shape; result: PaceStatus; differs: boolean }
  | { code: 'trend'; result: TrendClass };

/** The remarks, and the answer. */
export type ConclusionStep =
  /** `year` is the year the remark is about, where there is one. */
  | { code: 'flag'; flag: Flag; year: number | null }
  | { code: 'status'; status: Status; reason: Reason | null };

/** One line of the explanation: a code to be put into words, and the numbers for them. */
export type Step =
  | RuleStep
  | FigureStep
  | ReasonStep
  | ClosingStep
  | ProgressStep
  | LevelStep
  | OutlookStep
  | ConclusionStep;

export type StepCode = Step['code'];

/** The step of one code: `StepOf<'paceRatio'>`. */
export type StepOf<Code extends StepCode> = Extract<Step, { code: Code }>;
