import { explain } from '../../shared/assessment/explain.ts';
import type { StepCode } from '../../shared/assessment/steps.ts';
import type { BoardIndicator, BoardReading } from '../../shared/dashboard.ts';
import { numeral, type Say } from '../../shared/figures.ts';
import { STEP_GROUP, STEP_GROUPS, stepSentence, type StepGroup } from '../../shared/wording.ts';
import { speakerOf, type Speech } from './speak.ts';

/** One heading of an explanation and its sentences, in order. */
export interface WhyGroup {
  readonly group: StepGroup | 'source';
  readonly title: string;
  /** The number of its first line, counted through all groups from 1. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** The steps that a card of five lines has room for; the indicator's page has them all. */
const BRIEF: ReadonlySet<StepCode> = new Set<StepCode>([
  'ruleAtLeast',
  'ruleAtMost',
  'ruleCountRange',
  'ruleReduction',
  'ruleMilestone',
  'ruleRating',
  'ruleDirectional',
  'targetPending',
  'actual',
  'cumulativeReduction',
  'conditionsHolding',
  'noReadings',
  'tooOld',
  'baselineNeeded',
  'deadlineReadingMissing',
  'notJudged',
  'verdict',
  'attained',
  'overshoot',
  'maintainRatio',
  'maintainRatioUndefined',
  'movingAway',
  'nothingDue',
  'paceRatio',
  'plannedLevel',
  'levelGap',
  'againstBaseline',
  'nodePlan',
  'neededThisYear',
  'neededConditions',
  'projection',
  'projectionBand',
  'flag',
]);

/**
 * Why an indicator has its status, in the words of the method: rule, figure, progress, outlook,
 * conclusion. `brief` keeps what a card has room for. Never written by hand: every line is a step
 * of the engine.
 */
export function whyGroups(indicator: BoardIndicator, speech: Speech, brief = false): WhyGroup[] {
  const { explain: words } = speech.messages;
  const say = speakerOf(indicator, speech);
  const steps = explain(indicator.target, indicator.assessment).filter(
    ({ code }) => !brief || BRIEF.has(code),
  );
  const groups = STEP_GROUPS.map((group) => ({
    group,
    title: words.groups[group],
    lines: steps
      .filter(({ code }) => STEP_GROUP[code] === group)
      .flatMap((step) => {
        const line = stepSentence(words, step, say);
        if (step.code !== 'actual') return [line];
        const quotient = quotientLine(indicator, say);
        return quotient === null ? [line] : [line, quotient];
      }),
  })).filter(({ lines }) => lines.length > 0);
  return groups.map((each, index) => {
    const before = groups.slice(0, index);
    return { ...each, from: before.reduce((sum, { lines }) => sum + lines.length, 1) };
  });
}

/** The approved reading that the assessment judged; null: none. */
export function judgedReading({ readings, assessment }: BoardIndicator): BoardReading | null {
  return readings.find(({ year }) => year === assessment.assessedYear) ?? null;
}

const plain = (figure: number): string => numeral(figure, Number.isInteger(figure) ? 0 : 2);

/** "147 ÷ 300 × 100 = 49.0%"; null where the figure is not a quotient. */
function quotientLine(indicator: BoardIndicator, say: Say): string | null {
  const reading = judgedReading(indicator);
  const { multiplier } = indicator;
  if (reading === null || multiplier === null) return null;
  const { numerator, denominator, value } = reading;
  if (numerator === null || denominator === null || value === null) return null;
  const times = multiplier === 1 ? '' : ` × ${plain(multiplier)}`;
  return `${plain(numerator)} ÷ ${plain(denominator)}${times} = ${say.figure(value)}`;
}
