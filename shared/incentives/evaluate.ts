import { byQuantity, checkCondition, isCounted } from './conditions.ts';
import { fenOfWan, lesser, percentOf, roundHalfUp } from './money.ts';
import { questionsByQuantity, readingsByQuantity, tierOf } from './quantity.ts';
import type {
  Amount,
  Assumption,
  Case,
  CheckedCondition,
  Need,
  Question,
  Reading,
  Result,
  Rule,
  Step,
  Tier,
  Verdict,
} from './types.ts';

const fen = (wan: number): bigint => fenOfWan(wan) ?? 0n;

/** The facts of a case that one rule asks for. */
interface Facts {
  readonly claim: boolean | undefined;
  readonly tier: Tier | undefined;
  readonly quantity: number | undefined;
  readonly base: bigint | undefined;
}

/** Whether a rule has grades that somebody names, rather than a number of units. */
export function hasGrades(rule: Pick<Rule, 'tiers'>): boolean {
  return rule.tiers.length > 0 && !byQuantity(rule.tiers);
}

/** Whether a sum follows from a base that has to be known. */
export function needsBase({ rateBase, rateBaseField }: Rule): boolean {
  return rateBase !== null && rateBaseField === null;
}

/**
 * What a money rule makes of a case: whether it applies, the sum with every cap, floor and grade, by
 * every way to read the text where it leaves room, and what it leaves open. Nothing is decided that
 * the text does not decide.
 * @example evaluate(m13, { claims: { 'm13-i1': true }, values: { settlementPlace: '开发区',
 *   annualSales: 10_001 }, … }).readings[0]?.amount // { form: 'exact', fen: 50000000n }: 50 万元
 */
export function evaluate(rule: Rule, given: Case): Result {
  const facts = factsOf(rule, given);
  const conditions = rule.conditions.map((condition) =>
    checkCondition(condition, given.values[condition.field]),
  );
  const needs = needsOf(rule, facts, conditions);
  const settled = (verdict: Verdict, readings: readonly Reading[] = []): Result => ({
    ruleId: rule.id,
    verdict,
    needs: verdict === 'needsFacts' ? needs : [],
    conditions,
    readings,
    questions: verdict === 'notMet' ? [] : questionsOf(rule, facts, conditions),
  });
  if (facts.claim === false) return settled('notMet');
  const open = conditions.filter(({ met }) => met === false);
  // Exactly on a 超过 is not met by the words; whether they leave the number out is said. Fewer years
  // than the document asks are not met either, unless another law allows them.
  const question = openIn(rule, open);
  if (open.length > 0 && question === null) return settled('notMet');
  if (needs.length > 0) return settled('needsFacts');
  if (rule.kind === 'nonMonetary') return settled('noMoney');
  if (rule.kind === 'caseByCase') return settled('negotiated');
  const readings = readingsOf(rule, given, facts);
  if (readings === null) return settled('outside');
  if (question === null) return settled('applies', readings);
  const [not, so] = ANSWERS[question];
  const without: Reading = { assumptions: [not], amount: null, shares: null, steps: [] };
  const within = readings.map((reading): Reading => ({
    ...reading,
    assumptions: [so, ...reading.assumptions],
  }));
  return settled('depends', [without, ...within]);
}

/** The answers to what decides whether a rule applies at all: it does not, or it does. */
const ANSWERS = {
  boundary: [
    { question: 'boundary', answer: 'excluded' },
    { question: 'boundary', answer: 'included' },
  ],
  otherLaw: [
    { question: 'otherLaw', answer: 'none' },
    { question: 'otherLaw', answer: 'exists' },
  ],
} as const satisfies Record<string, readonly [Assumption, Assumption]>;

/** The question that conditions which are not met leave open; null: they are plainly not met. */
function openIn(rule: Rule, unmet: readonly CheckedCondition[]): keyof typeof ANSWERS | null {
  if (unmet.length === 0) return null;
  if (unmet.every(({ onBoundary }) => onBoundary)) return 'boundary';
  return rule.kind === 'taxAmortisation' ? 'otherLaw' : null;
}

function factsOf(rule: Rule, given: Case): Facts {
  const place = given.tiers[rule.id];
  const said =
    rule.rateBaseField === null ? given.bases[rule.id] : given.values[rule.rateBaseField];
  const base = typeof said === 'number' && said >= 0 ? fenOfWan(said) : null;
  // A number of things is no fact of a rule that does not count them.
  const count = isCounted(rule) ? (given.quantities[rule.id] ?? 0) : 0;
  return {
    claim: given.claims[rule.id],
    tier: place === undefined ? undefined : rule.tiers[place],
    quantity: Number.isInteger(count) && count > 0 ? count : undefined,
    base: base ?? undefined,
  };
}

function needsOf(rule: Rule, facts: Facts, conditions: readonly CheckedCondition[]): Need[] {
  const { kind } = rule;
  const needs: Need[] = facts.claim === undefined ? [{ kind: 'claim' }] : [];
  for (const { condition, met } of conditions) {
    const known = needs.some((need) => need.kind === 'value' && need.field === condition.field);
    if (met === null && !known) needs.push({ kind: 'value', field: condition.field });
  }
  if (kind === 'nonMonetary' || kind === 'caseByCase') return needs;
  if (hasGrades(rule) && facts.tier === undefined) needs.push({ kind: 'tier' });
  if (isCounted(rule) && facts.quantity === undefined) needs.push({ kind: 'quantity' });
  if (needsBase(rule) && facts.base === undefined) needs.push({ kind: 'base' });
  return needs;
}

/** The sums of a case of which everything is known; null: the document has no grade for it. */
function readingsOf(rule: Rule, given: Case, facts: Facts): Reading[] | null {
  const { quantity = 1, base = 0n } = facts;
  if (byQuantity(rule.tiers)) {
    const tier = tierOf(rule.tiers, quantity);
    return tier === null ? null : readingsByQuantity(rule, tier, { units: quantity, base });
  }
  const { amount, steps } = sumOf(rule, given, facts);
  return [{ assumptions: [], amount, shares: null, steps }];
}

interface Sum {
  readonly amount: Amount;
  readonly steps: readonly Step[];
}

/** The one sum of a rule without grades by quantity. */
function sumOf(rule: Rule, given: Case, { tier, quantity = 1, base = 0n }: Facts): Sum {
  const capWan = tier?.capWan ?? rule.capWan;
  const cap = capWan === null ? null : fen(capWan);
  const fixed = tier?.amountWan ?? rule.amountWan;
  if (fixed !== null) {
    const amount = fen(fixed);
    const sum = amount * BigInt(quantity);
    return withCap(sum, cap, 'exact', [{ code: 'fixed', amount, count: quantity, sum }]);
  }
  const atMost = tier?.maxRatePercent ?? null;
  if (atMost !== null) {
    const sum = percentOf(base, atMost);
    return withCap(sum, cap, 'upTo', [{ code: 'maxRate', base, percent: atMost, sum }]);
  }
  const percent = tier?.ratePercent ?? rule.ratePercent;
  if (percent !== null) {
    const sum = percentOf(base, percent);
    const step: Step = { code: 'rate', base, percent, sum };
    if (rule.kind === 'taxAmortisation') return amortised(rule, given, sum, step);
    return withCap(sum, cap, rule.kind === 'taxDeduction' ? 'deduction' : 'exact', [step]);
  }
  if (rule.floorWan !== null) {
    const floor = fen(rule.floorWan);
    return { amount: { form: 'atLeast', fen: floor }, steps: [{ code: 'floor', floor }] };
  }
  const ceiling = cap ?? 0n;
  return { amount: { form: 'upTo', fen: ceiling }, steps: [{ code: 'ceiling', cap: ceiling }] };
}

function withCap(
  sum: bigint,
  cap: bigint | null,
  form: Amount['form'],
  steps: readonly Step[],
): Sum {
  if (cap === null) return { amount: { form, fen: sum }, steps };
  const last: Step = sum > cap ? { code: 'cap', cap, sum: cap } : { code: 'underCap', cap };
  return { amount: { form, fen: lesser(sum, cap) }, steps: [...steps, last] };
}

/** The whole, and what a year takes of it. */
function amortised(rule: Rule, given: Case, total: bigint, step: Step): Sum {
  const field = rule.conditions.find(({ unitZh }) => unitZh === '年')?.field;
  const years = field === undefined ? undefined : given.values[field];
  const yearly: Step[] =
    typeof years === 'number' && Number.isInteger(years) && years > 0
      ? [{ code: 'perYear', total, years, sum: roundHalfUp(total, BigInt(years)) }]
      : [];
  return { amount: { form: 'deduction', fen: total }, steps: [step, ...yearly] };
}

/** What the text leaves open about this case. */
function questionsOf(
  rule: Rule,
  { quantity, base, tier }: Facts,
  conditions: readonly CheckedCondition[],
): Question[] {
  const questions: Question[] = [];
  for (const { condition, onBoundary, met } of conditions) {
    if (!onBoundary) continue;
    const code = met === true ? 'boundaryIncluded' : 'boundaryStrict';
    questions.push({ code, field: condition.field });
  }
  const foreign = rule.conditions.find(({ unitZh }) => unitZh?.includes('美元'));
  if (foreign !== undefined)
    questions.push({ code: 'foreignCurrency', unit: foreign.unitZh ?? '' });
  if (byQuantity(rule.tiers) && quantity !== undefined) {
    const grade = tierOf(rule.tiers, quantity);
    const last = rule.tiers[rule.tiers.length - 1]?.maxQuantity ?? 0;
    if (grade === null) questions.push({ code: 'beyondLastTier', last });
    else if (base !== undefined) {
      questions.push(...questionsByQuantity(rule, grade, { units: quantity, base }));
    }
  }
  if (rule.kind === 'taxAmortisation') questions.push({ code: 'otherLaw' });
  if (rule.caseByCase) questions.push({ code: 'caseByCase' });
  if (!paysOut(rule)) return questions;
  const bounded = tier?.maxRatePercent ?? null;
  const fixed = tier?.amountWan ?? rule.amountWan;
  const rate = tier?.ratePercent ?? rule.ratePercent;
  const capped = tier?.capWan ?? rule.capWan;
  if (bounded !== null || (capped !== null && fixed === null && rate === null)) {
    questions.push({ code: 'discretion' });
  }
  if (rule.floorWan !== null && rule.capWan === null) questions.push({ code: 'noUpperBound' });
  if (rule.per === '家' && rule.oneOff === null) questions.push({ code: 'onceOrYearly' });
  const graded = hasGrades(rule) && rule.tiers.every(({ amountWan }) => amountWan !== null);
  if (graded && rule.per === null) questions.push({ code: 'upgrade' });
  if (isCounted(rule) && !byQuantity(rule.tiers)) questions.push({ code: 'noLimitOfCount' });
  if (rule.grantor === null) questions.push({ code: 'grantorNotNamed' });
  return questions;
}

/** Whether money is paid out at all: tax relief and help of another kind are none. */
export function paysOut({ kind }: Pick<Rule, 'kind'>): boolean {
  return !['taxDeduction', 'taxAmortisation', 'nonMonetary', 'caseByCase'].includes(kind);
}
