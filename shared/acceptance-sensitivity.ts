import type { SheetContent } from './acceptance-rules.ts';
import {
  factOf,
  type Facts,
  type Given,
  score,
  type Scored,
  type TargetFact,
  type Verdict,
} from './acceptance-score.ts';
import { assess } from './assessment/assess.ts';
import type { BoardIndicator, BoardReading } from './dashboard.ts';
import { asJudged } from './figure-years.ts';

/**
 * What a verdict can hinge on: one enterprise more or less in a count or a numerator, the other end
 * of a range as its pass line, a pending target met or not.
 */
export const SWINGS = [
  'oneMore',
  'oneLess',
  'passLower',
  'passUpper',
  'pendingMet',
  'pendingNotMet',
] as const;
export type SwingKind = (typeof SWINGS)[number];

export interface Swing {
  readonly itemId: string;
  readonly swing: SwingKind;
  /** The figure, the numerator or the pass line that it is about; null for pending targets. */
  readonly from: number | null;
  readonly to: number | null;
  readonly verdictBefore: Verdict;
  readonly verdict: Verdict;
  /** Of the whole sheet with this one thing otherwise. */
  readonly total: Scored['total'];
  readonly gradeLow: number | null;
  readonly gradeHigh: number | null;
}

interface Variant {
  readonly swing: SwingKind;
  readonly from: number | null;
  readonly to: number | null;
  readonly fact: TargetFact;
}

/**
 * What of a result hinges on little: each thing alone is made otherwise and the whole sheet scored
 * again by the same function. Only what changes a verdict or the grade is returned.
 * @param year as of which the board was made
 */
export function sensitivity(
  sheet: SheetContent,
  indicators: readonly BoardIndicator[],
  facts: Facts,
  year: number,
  given: Given = new Map(),
): Swing[] {
  const before = score(sheet, facts, given);
  return sheet.items.flatMap((item) => {
    const indicator = indicators.find(({ id }) => id === item.indicatorId);
    const fact = facts.targets.get(item.indicatorId ?? '');
    if (indicator === undefined || fact === undefined) return [];
    return variantsOf(sheet, indicator, fact, year).flatMap((variant): Swing[] => {
      const targets = new Map(facts.targets).set(indicator.id, variant.fact);
      const { total, gradeLow, gradeHigh } = score(sheet, { ...facts, targets }, given);
      const same =
        variant.fact.verdict === fact.verdict &&
        gradeLow === before.gradeLow &&
        gradeHigh === before.gradeHigh;
      if (same) return [];
      return [
        {
          itemId: item.id,
          swing: variant.swing,
          from: variant.from,
          to: variant.to,
          verdictBefore: fact.verdict,
          verdict: variant.fact.verdict,
          total,
          gradeLow,
          gradeHigh,
        },
      ];
    });
  });
}

function variantsOf(
  sheet: SheetContent,
  indicator: BoardIndicator,
  fact: TargetFact,
  year: number,
): Variant[] {
  if (fact.why === 'targetPending') {
    const judged = { ...fact, why: null };
    return [
      variant('pendingMet', { ...judged, verdict: 'met', attainment: 1, completion: 1 }),
      variant('pendingNotMet', { ...judged, verdict: 'notMet', attainment: 0, completion: 0 }),
    ];
  }
  return [...byOne(sheet, indicator, year), ...byPassLine(sheet, indicator)];
}

const variant = (swing: SwingKind, fact: TargetFact): Variant => ({
  swing,
  from: null,
  to: null,
  fact,
});

/** One more or less in the figure that was judged, where it counts something. */
function byOne(sheet: SheetContent, indicator: BoardIndicator, year: number): Variant[] {
  const { assessment, multiplier, target } = indicator;
  const judged = asJudged(indicator.readings);
  const reading = judged.find((one) => one.year === assessment.assessedYear);
  if (reading === undefined) return [];
  const count = multiplier === null ? reading.value : reading.numerator;
  if (count === null || (multiplier === null && target.kind !== 'countRange')) return [];
  return (['oneMore', 'oneLess'] as const).flatMap((swing): Variant[] => {
    const to = swing === 'oneMore' ? count + 1 : count - 1;
    const value = multiplier === null ? to : shareOf(reading, to, multiplier);
    if (to < 0 || value === null) return [];
    const changed = judged.map((one) => (one === reading ? { ...one, value } : one));
    const again = { ...indicator, assessment: assess(target, changed, year) };
    return [{ swing, from: count, to, fact: factOf(again, sheet.passLine) }];
  });
}

/** null: a part cannot be more than the whole, or there is none. */
function shareOf(reading: BoardReading, numerator: number, multiplier: number): number | null {
  const { denominator } = reading;
  if (denominator === null || denominator <= 0) return null;
  // Per cent: an enterprise cannot be one of more than there are. Robots per 10,000 workers can.
  if (multiplier === 100 && numerator > denominator) return null;
  return (numerator / denominator) * multiplier;
}

/** The other end of a range as the pass line. */
function byPassLine({ passLine }: SheetContent, indicator: BoardIndicator): Variant[] {
  const { target } = indicator;
  if (target.kind !== 'countRange' || target.lower === null || target.upper === null) return [];
  if (target.lower === target.upper) return [];
  const upper = passLine !== 'upper';
  return [
    {
      swing: upper ? 'passUpper' : 'passLower',
      from: upper ? target.lower : target.upper,
      to: upper ? target.upper : target.lower,
      fact: factOf(indicator, upper ? 'upper' : 'lower'),
    },
  ];
}
