import { displayDecimals } from './assessment/round.ts';
import type { Assessment, Sign, Status, Target } from './assessment/types.ts';
import {
  attentionOf,
  currentDecisions,
  type DepartmentDuties,
  type DeckDecision,
  type DeckExtras,
} from './deck.ts';
import type { BoardIndicator, Dashboard } from './dashboard.ts';
import { asJudged } from './figure-years.ts';
import type { Say } from './figures.ts';
import type { DataStatus } from './readings.ts';
import {
  finding,
  type FindingClause,
  type FindingCode,
  type Headline,
  headline,
} from './sentences.ts';
import type { ExplainWords } from './wording.ts';

/**
 * The one sentence of each slide, as data: made from the assessment by rules, so that it never says
 * more than the figures do. Either dictionary puts it into language.
 */

/** What the slide of an indicator says beside the clauses of a finding. */
export type SlideOwnClause =
  /** `difference` is positive where the figure is better; `year` is the one that was judged. */
  | { code: 'againstPlan'; year: number; sign: Sign; difference: number; planned: number }
  | { code: 'levelDue'; year: number; planned: number; reached: boolean }
  /** A reduction is said by its cut, in percent of the baseline; `difference` in points. */
  | { code: 'cutAgainstPlan'; year: number; difference: number }
  | { code: 'cutMissed'; deadline: number; short: number }
  | { code: 'cutForecast'; deadline: number; pct: number }
  /** So much of the target, where there is no baseline to judge a progress from. */
  | { code: 'attainment'; share: number; decimals: number }
  /** The target was met before and is not any more. */
  | { code: 'regressed' }
  /** As in a finding, but the first figure of the sentence: its unit has to be said. */
  | Extract<FindingClause, { code: 'missed' | 'againstKept' }>;
export type SlideClause = Exclude<FindingClause, { code: SlideOwnCode }> | SlideOwnClause;
type SlideOwnCode = SlideOwnClause['code'];

/** What the judged figure is, where it is not the final one of the year shown. */
export interface Basis {
  /** The year that the figure is of; null: the year shown, or its deadline. */
  readonly year: number | null;
  /** null: final. */
  readonly dataStatus: Exclude<DataStatus, 'final'> | null;
}

/** Sentences of slides, which both dictionaries have. */
export interface SlideWords {
  readonly clauses: {
    readonly [Code in SlideOwnCode]: (
      clause: Extract<SlideOwnClause, { code: Code }>,
      say: Say,
    ) => string;
  };
  /** The sentence with what its figure is: "…（据快报数）". */
  readonly withBasis: (sentence: string, basis: Basis) => string;
}

/** Said by the line of figures below the sentence. */
const SAID_BELOW: readonly FindingCode[] = ['figure', 'reduced', 'level'];

/**
 * What the slide of an indicator has to say, its figure apart: against the plan, whether it is met,
 * where it leads. Where nothing else can be said, the figure itself.
 * Example: 61 in 2018 of 72 planned → againstPlan −11, forecast 73.
 */
export function slideClauses(target: Target, assessment: Assessment): SlideClause[] {
  const clauses = finding(target, assessment).flatMap((clause) =>
    slideClause(clause, target, assessment),
  );
  const said = clauses.filter(({ code }) => !SAID_BELOW.some((below) => below === code));
  const met = assessment.status === 'achieved' || assessment.status === 'exceeded';
  const more = said.filter(({ code }) => !(met && code === 'conditions'));
  const fellBack: SlideClause[] = attentionOf(assessment).includes('regressed')
    ? [{ code: 'regressed' }]
    : [];
  const whole = [...attainmentClause(assessment), ...more, ...fellBack];
  return whole.length > 0 ? whole : clauses;
}

function slideClause(clause: FindingClause, target: Target, assessment: Assessment): SlideClause[] {
  const { assessedYear: year, cumulativeReduction: cut, plannedValue } = assessment;
  if (target.kind === 'reduction' && cut !== null) {
    const base = target.baseline?.value ?? null;
    const cutTo = (value: number): number | null =>
      base === null || base <= 0 ? null : (1 - value / base) * 100;
    if (clause.code === 'againstPlan' && year !== null && plannedValue !== null) {
      const planned = cutTo(plannedValue);
      if (planned !== null) return [{ code: 'cutAgainstPlan', year, difference: cut - planned }];
    }
    if (clause.code === 'forecast') {
      const pct = cutTo(clause.value);
      if (pct !== null) return [{ code: 'cutForecast', deadline: clause.deadline, pct }];
    }
    if (clause.code === 'missed' && target.reductionPct !== null) {
      return [{ code: 'cutMissed', deadline: clause.deadline, short: target.reductionPct - cut }];
    }
  }
  switch (clause.code) {
    case 'againstPlan': {
      const { sign, difference, planned } = clause;
      return year === null ? [] : [{ code: 'againstPlan', year, sign, difference, planned }];
    }
    case 'levelDue': {
      const { planned } = clause;
      const reached = assessment.value !== null && assessment.value >= planned;
      return year === null ? [] : [{ code: 'levelDue', year, planned, reached }];
    }
    default:
      return [clause];
  }
}

/** Without a baseline there is no progress to judge; how far the target itself is can be said. */
function attainmentClause({ status, reason, attainment }: Assessment): SlideClause[] {
  if (status !== 'inProgress' || attainment === null) return [];
  if (reason !== 'noBaseline' && reason !== 'seriesBreak') return [];
  // 99.97% must not read as all of it.
  return [
    {
      code: 'attainment',
      share: attainment,
      decimals: displayDecimals(attainment * 100, 100, 1, 1),
    },
  ];
}

/** What the judged figure of an indicator is; both null: the final one of its own year. */
export function basisOf({ assessment, readings, target }: BoardIndicator, year: number): Basis {
  const { assessedYear, status } = assessment;
  const judged = status !== 'noData' && status !== 'targetPending';
  if (assessedYear === null || !judged) return { year: null, dataStatus: null };
  const reading = asJudged(readings).find((each) => each.year === assessedYear);
  const due = Math.min(year, target.deadline);
  const { dataStatus = 'final' } = reading ?? {};
  return {
    year: assessedYear === due || target.kind === 'milestone' ? null : assessedYear,
    dataStatus: dataStatus === 'final' ? null : dataStatus,
  };
}

/** The sentence of an indicator's slide. */
export function slideSentence(
  words: { readonly explain: ExplainWords; readonly slides: SlideWords },
  indicator: BoardIndicator,
  year: number,
  say: Say,
): string {
  const { explain, slides } = words;
  const sentences = { ...explain.finding, ...slides.clauses };
  const clauses = slideClauses(indicator.target, indicator.assessment).map((clause) => {
    // One code, one function: TypeScript cannot see that the two unions are read in step.
    const sentence = sentences[clause.code] as (clause: SlideClause, say: Say) => string;
    return sentence(clause, say);
  });
  return slides.withBasis(explain.joined(clauses), basisOf(indicator, year));
}

/**
 * The decimal places of a figure on a slide: as reported, or as many more as it takes not to make a
 * figure below its plan or target look as if it reached them.
 */
export function slideDecimals(
  target: Target,
  { value, targetValue, plannedValue }: Assessment,
  decimals: number,
): number {
  if (value === null) return decimals;
  const sign = target.kind === 'atMost' || target.kind === 'reduction' ? -1 : 1;
  const against = [targetValue, plannedValue].filter((each) => each !== null);
  return Math.max(decimals, ...against.map((each) => displayDecimals(value, each, sign, decimals)));
}

/** How the judged indicators moved in a year: to a better status, to a worse one. */
export interface Moves {
  readonly from: number;
  readonly better: number;
  readonly worse: number;
}

/** From the worst to the best; what is not judged has no place. */
const RANKED: readonly Status[] = [
  'missed',
  'farBehind',
  'behind',
  'onTrack',
  'achieved',
  'exceeded',
];

/**
 * How the statuses moved against the year before; null: there is no year to compare with. Only
 * indicators that were judged in both years count.
 */
export function movesOf({
  indicators,
  year,
}: Pick<Dashboard, 'indicators' | 'year'>): Moves | null {
  const rank = (indicator: BoardIndicator, of: number): number => {
    const told = indicator.history.find((each) => each.year === of);
    return told === undefined ? -1 : RANKED.indexOf(told.status);
  };
  const pairs = indicators
    .map((each) => [rank(each, year - 1), rank(each, year)] as const)
    .filter(([before, now]) => before >= 0 && now >= 0);
  if (pairs.length === 0) return null;
  return {
    from: year - 1,
    better: pairs.filter(([before, now]) => now > before).length,
    worse: pairs.filter(([before, now]) => now < before).length,
  };
}

/** What the departments owe for a year and what is there. */
export interface DutyCounts {
  readonly owed: number;
  readonly done: number;
  /** Indicators that nobody owes: 无责任单位 and 牵头待定. */
  readonly unassigned: number;
}

export function dutyCounts(
  duties: readonly DepartmentDuties[],
  { indicators }: Pick<Dashboard, 'indicators'>,
): DutyCounts {
  const figures = duties.flatMap((each) => each.figures);
  return {
    owed: figures.length,
    done: figures.filter(({ done }) => done).length,
    unassigned: indicators.filter(({ lead }) => lead.state !== 'named').length,
  };
}

export interface DecisionCounts {
  readonly total: number;
  readonly closed: number;
  /** Reported as done, still to be verified. */
  readonly done: number;
  /** Being done, those in time. */
  readonly open: number;
  readonly overdue: number;
}

/** Counts the decisions that the meeting has before it; every one is in exactly one class. */
export function decisionCounts(extras: DeckExtras): DecisionCounts {
  const decisions = currentDecisions(extras);
  const late = (each: DeckDecision): boolean => each.overdue && each.standing === 'open';
  const count = (wanted: (each: DeckDecision) => boolean): number =>
    decisions.filter(wanted).length;
  return {
    total: decisions.length,
    closed: count(({ standing }) => standing === 'closed'),
    done: count(({ standing }) => standing === 'done'),
    open: count((each) => each.standing === 'open' && !late(each)),
    overdue: count(late),
  };
}

/** The headline of some indicators of a board, a theme's for example. */
export function headlineOf(
  { indicators }: Pick<Dashboard, 'indicators'>,
  themeId: string | null = null,
): Headline {
  return headline(
    indicators
      .filter((each) => themeId === null || each.themeId === themeId)
      .map(({ assessment }) => assessment.status),
  );
}
