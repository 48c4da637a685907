import type { CheckedCondition, Condition, Operator, Rule } from './types.ts';

/** Money is asked in 万元, whatever the document writes; foreign money is never converted. */
const WAN_IN: Readonly<Record<string, number>> = { 万元: 1, 亿元: 10_000 };

/** The unit in which a value of a condition is asked: 万元 for money, else its own. */
export function askedUnit({ unitZh }: Pick<Condition, 'unitZh'>): string | null {
  return unitZh !== null && unitZh in WAN_IN ? '万元' : unitZh;
}

/** The number of a condition in the unit in which it is asked: 1 亿元 is 10,000. */
export function askedThreshold({ value, unitZh }: Condition): number | string {
  const scale = unitZh === null ? 1 : (WAN_IN[unitZh] ?? 1);
  return typeof value === 'number' ? value * scale : value;
}

const HOLDS: Readonly<Record<Operator, (given: number, bound: number) => boolean>> = {
  '=': (given, bound) => given === bound,
  '<': (given, bound) => given < bound,
  '<=': (given, bound) => given <= bound,
  '>': (given, bound) => given > bound,
  '>=': (given, bound) => given >= bound,
};

/**
 * Whether a case meets a condition, by the words: 超过 leaves the number out, 以上 and 达到 take it in.
 * @example checkCondition({ operator: '>', value: 1, unitZh: '亿元', … }, 10_000).met // false
 */
export function checkCondition(
  condition: Condition,
  given: number | string | undefined,
): CheckedCondition {
  const bound = askedThreshold(condition);
  if (given === undefined) return { condition, given: null, met: null, onBoundary: false };
  if (typeof bound === 'string' || typeof given === 'string') {
    return { condition, given, met: given === bound, onBoundary: false };
  }
  const { operator } = condition;
  const met = HOLDS[operator](given, bound);
  return { condition, given, met, onBoundary: operator !== '=' && given === bound };
}

/** A word of the document rather than a number: the place of registration. */
export function isPlace({ value }: Pick<Condition, 'value'>): boolean {
  return typeof value === 'string';
}

/** Whether a rule asks how many: one an enterprise is one. */
export function isCounted({ per, tiers }: Pick<Rule, 'per' | 'tiers'>): boolean {
  return byQuantity(tiers) || (per !== null && per !== '家');
}

/** Whether the grades of a rule follow from a number of units. */
export function byQuantity(tiers: Rule['tiers']): boolean {
  return tiers.some(({ minQuantity, maxQuantity }) => minQuantity !== null || maxQuantity !== null);
}
