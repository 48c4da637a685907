import { fenOfWan, lesser, percentOf, roundHalfUp } from './money.ts';
import type { Question, Reading, Rule, Step, Tier } from './types.ts';

interface Bought {
  readonly units: number;
  /** The price of all of them together, in fen. */
  readonly base: bigint;
}

const fen = (wan: number): bigint => fenOfWan(wan) ?? 0n;
const rateOf = (tier: Tier): number => tier.ratePercent ?? 0;

/** The grade of so many units; null: the document has none. */
export function tierOf(tiers: Rule['tiers'], units: number): Tier | null {
  return (
    tiers.find(
      ({ minQuantity, maxQuantity }) =>
        units >= (minQuantity ?? 1) && units <= (maxQuantity ?? Infinity),
    ) ?? null
  );
}

/** The cap that the next grade states, where this one states none; null: nothing to ask. */
export function nextCapOf(tiers: Rule['tiers'], tier: Tier): bigint | null {
  if (tier.capWan !== null) return null;
  const next = tiers[tiers.indexOf(tier) + 1]?.capWan ?? null;
  return next === null ? null : fen(next);
}

/** What the grades before it hold of so many units: [1–10] 10, [11–50] 5 of 15. */
function bandsOf(tiers: Rule['tiers'], units: number): { tier: Tier; units: number }[] {
  return tiers.flatMap((tier) => {
    const from = tier.minQuantity ?? 1;
    const to = Math.min(units, tier.maxQuantity ?? Infinity);
    return to < from ? [] : [{ tier, units: to - from + 1 }];
  });
}

interface Sums {
  readonly own: bigint;
  readonly province: bigint;
  readonly steps: readonly Step[];
}

/** The rate of the grade for every unit. */
function allUnits(tier: Tier, { base }: Bought): Sums {
  const percent = rateOf(tier);
  const own = percentOf(base, percent);
  const steps: Step[] = [{ code: 'rate', base, percent, sum: own }];
  const provincePercent = tier.provinceRatePercent ?? 0;
  const province = percentOf(base, provincePercent);
  if (provincePercent > 0) {
    steps.push({ code: 'province', base, percent: provincePercent, sum: province });
  }
  return { own, province, steps };
}

/** Each grade's rate for its own units, at the average price of one. */
function bandedUnits(tiers: Rule['tiers'], { units, base }: Bought): Sums {
  const steps: Step[] = [];
  let own = 0n;
  let province = 0n;
  for (const band of bandsOf(tiers, units)) {
    const part = (percent: number, code: 'band' | 'provinceBand'): bigint => {
      if (percent === 0) return 0n;
      // base × units of the band ÷ all units, and only then the percentage: one rounding.
      const whole = percentOf(base * BigInt(band.units) * PRECISION, percent);
      const sum = roundHalfUp(whole, BigInt(units) * PRECISION);
      steps.push({ code, base, units: band.units, of: units, percent, sum });
      return sum;
    };
    own += part(rateOf(band.tier), 'band');
    province += part(band.tier.provinceRatePercent ?? 0, 'provinceBand');
  }
  return { own, province, steps };
}
/** Keeps percentages exact before the one rounding. */
const PRECISION = 10_000n;

function capped(sum: bigint, cap: bigint | null): { sum: bigint; steps: Step[] } {
  if (cap === null) return { sum, steps: [] };
  const steps: Step[] = [sum > cap ? { code: 'cap', cap, sum: cap } : { code: 'underCap', cap }];
  return { sum: lesser(sum, cap), steps };
}

type Assumptions = Reading['assumptions'];

/** The ways to cap what own and province give together, each with what it assumes. */
function underCaps(rule: Rule, tier: Tier, sums: Sums, assumed: Assumptions): Reading[] {
  const exact = (sum: bigint) => ({ form: 'exact', fen: sum }) as const;
  const cap = tier.capWan === null ? null : fen(tier.capWan);
  const { own, province } = sums;
  if (tier.provinceRatePercent !== null && cap !== null) {
    const alone = capped(own, cap);
    const total = alone.sum + province;
    const added: Step = { code: 'added', one: alone.sum, other: province, sum: total };
    const together = capped(own + province, cap);
    const sum: Step = { code: 'added', one: own, other: province, sum: own + province };
    const free: Reading = {
      assumptions: assumed,
      amount: exact(total),
      shares: { own: alone.sum, province },
      steps: [...sums.steps, ...alone.steps, added],
    };
    if (own + province <= cap) return [free];
    return [
      { ...free, assumptions: [...assumed, { question: 'capShares', answer: 'ownAlone' }] },
      {
        assumptions: [...assumed, { question: 'capShares', answer: 'together' }],
        amount: exact(together.sum),
        shares: null,
        steps: [...sums.steps, sum, ...together.steps],
      },
    ];
  }
  const nextCap = nextCapOf(rule.tiers, tier);
  const { sum, steps } = capped(own, cap);
  const plain: Reading = {
    assumptions: assumed,
    amount: exact(sum),
    shares: null,
    steps: [...sums.steps, ...steps],
  };
  if (nextCap === null || own <= nextCap) return [plain];
  const other = capped(own, nextCap);
  return [
    { ...plain, assumptions: [...assumed, { question: 'capScope', answer: 'noCap' }] },
    {
      assumptions: [...assumed, { question: 'capScope', answer: 'nextCap' }],
      amount: exact(other.sum),
      shares: null,
      steps: [...sums.steps, ...other.steps],
    },
  ];
}

/** Every reading of a rule whose grades follow from the number of units. */
export function readingsByQuantity(rule: Rule, tier: Tier, bought: Bought): Reading[] {
  const whole = allUnits(tier, bought);
  if (rule.tiers.indexOf(tier) === 0) return underCaps(rule, tier, whole, []);
  const banded = bandedUnits(rule.tiers, bought);
  return [
    ...underCaps(rule, tier, whole, [{ question: 'rateScope', answer: 'allUnits' }]),
    ...underCaps(rule, tier, banded, [{ question: 'rateScope', answer: 'bandedUnits' }]),
  ];
}

/** What the words say without any doubt in favour: the rate for all units, own money under its own cap. */
function plainSum(rule: Rule, bought: Bought): bigint | null {
  const tier = tierOf(rule.tiers, bought.units);
  if (tier === null) return null;
  const [first] = underCaps(rule, tier, allUnits(tier, bought), []);
  return first?.amount?.fen ?? null;
}

/** The questions that so many units raise: grades, caps, and the cliff to the next grade. */
export function questionsByQuantity(rule: Rule, tier: Tier, bought: Bought): Question[] {
  const { units, base } = bought;
  const questions: Question[] = [];
  if (rule.tiers.indexOf(tier) > 0) questions.push({ code: 'rateScope' });
  if (tier.capWan === null) questions.push({ code: 'noCap' });
  const nextCap = nextCapOf(rule.tiers, tier);
  if (nextCap !== null) questions.push({ code: 'capScope', cap: nextCap });
  if (tier.provinceRatePercent !== null && tier.capWan !== null) {
    questions.push({ code: 'capShares', cap: fen(tier.capWan) });
  }
  const here = plainSum(rule, bought);
  const others = [
    ...(units === tier.maxQuantity ? [units + 1] : []),
    ...(units === tier.minQuantity && units > 1 ? [units - 1] : []),
  ];
  for (const other of others) {
    const price = roundHalfUp(base * BigInt(other), BigInt(units));
    const there = plainSum(rule, { units: other, base: price });
    if (here !== null && there !== null) {
      questions.push({ code: 'cliff', quantity: units, other, here, there });
    }
  }
  return questions;
}
