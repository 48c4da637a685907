import type { StepCode, StepOf } from './assessment/steps.ts';
import type { Confidence, Outlook } from './assessment/types.ts';
import type { FigureWords, Say } from './figures.ts';
import type { FindingClause, FindingCode, Headline } from './sentences.ts';

/**
 * What a language has to have to speak the method: a sentence for every step of an explanation and
 * for every clause of a finding. The page, the wall and the report read them here.
 */

/** A sentence for every step of an explanation; one that is missing does not compile. */
export type StepWords = {
  readonly [Code in StepCode]: (step: StepOf<Code>, say: Say) => string;
};

/** A sentence for every clause of a finding. */
export type FindingWords = {
  readonly [Code in FindingCode]: (
    clause: Extract<FindingClause, { code: Code }>,
    say: Say,
  ) => string;
};

/** The sentences of the method, which both dictionaries have; its words stand in `statuses`. */
export interface ExplainWords {
  readonly figures: FigureWords;
  readonly outlooks: Readonly<Record<Outlook, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  /** The headings of an explanation. */
  readonly groups: Readonly<Record<StepGroup | 'source', string>>;
  readonly headline: (headline: Headline) => string;
  readonly finding: FindingWords;
  /** Joins the clauses of a finding into one sentence. */
  readonly joined: (clauses: readonly string[]) => string;
  readonly steps: StepWords;
}

export const STEP_GROUPS = ['rule', 'figure', 'progress', 'outlook', 'conclusion'] as const;
export type StepGroup = (typeof STEP_GROUPS)[number];

/** Under which heading a step stands; the order of steps within an explanation agrees with it. */
export const STEP_GROUP: Readonly<Record<StepCode, StepGroup>> = {
  ruleAtLeast: 'rule',
  ruleAtMost: 'rule',
  ruleCountRange: 'rule',
  ruleReduction: 'rule',
  ruleMilestone: 'rule',
  ruleRating: 'rule',
  ruleDirectional: 'rule',
  targetPending: 'rule',
  baseline: 'figure',
  baselineMissing: 'figure',
  baselineUnusable: 'figure',
  lowestLevelAssumed: 'figure',
  actual: 'figure',
  cumulativeReduction: 'figure',
  attainment: 'figure',
  comparison: 'figure',
  reported: 'figure',
  condition: 'figure',
  conditionsHolding: 'figure',
  noReadings: 'figure',
  tooOld: 'progress',
  baselineNeeded: 'progress',
  deadlineReadingMissing: 'progress',
  notJudged: 'progress',
  excess: 'progress',
  excessUnits: 'progress',
  excessReduction: 'progress',
  excessLevel: 'progress',
  excessNotCounted: 'progress',
  overshoot: 'progress',
  attained: 'progress',
  verdict: 'progress',
  maintain: 'progress',
  maintainRatio: 'progress',
  maintainRatioUndefined: 'progress',
  completion: 'progress',
  movingAway: 'progress',
  timeProgress: 'progress',
  plannedOnPath: 'progress',
  plannedWholeUnits: 'progress',
  plannedCompletion: 'progress',
  nothingDue: 'progress',
  gap: 'progress',
  paceRatio: 'progress',
  plannedLevel: 'progress',
  levelGap: 'progress',
  againstBaseline: 'progress',
  nodePlan: 'progress',
  trend: 'progress',
  checkpoint: 'outlook',
  neededThisYear: 'outlook',
  neededConditions: 'outlook',
  requiredAmount: 'outlook',
  requiredRate: 'outlook',
  projection: 'outlook',
  projectionBand: 'outlook',
  noProjectionBand: 'outlook',
  attainmentForecast: 'outlook',
  altPath: 'outlook',
  flag: 'conclusion',
  status: 'conclusion',
};

/**
 * Puts one step into a language.
 * Example: `stepSentence(zhCN.explain, { code: 'attained', year: 2018 }, say)` is "自2018年起达到目标".
 */
export function stepSentence<Code extends StepCode>(
  words: Pick<ExplainWords, 'steps'>,
  step: StepOf<Code>,
  say: Say,
): string {
  // One code, one function: TypeScript cannot see that the two unions are read in step.
  const sentence = words.steps[step.code] as (step: StepOf<Code>, say: Say) => string;
  return sentence(step, say);
}

/** Puts a finding into a language, as one line. */
export function findingSentence(
  words: Pick<ExplainWords, 'finding' | 'joined'>,
  clauses: readonly FindingClause[],
  say: Say,
): string {
  return words.joined(
    clauses.map((clause) => {
      const sentence = words.finding[clause.code] as (clause: FindingClause, say: Say) => string;
      return sentence(clause, say);
    }),
  );
}
