import { paysOut } from './evaluate.ts';
import { fenOfWan } from './money.ts';
import type { Rule } from './types.ts';

/** What one enterprise can get at most by a rule, as far as the document says. */
export interface Limit {
  readonly fen: bigint;
  /** `cap`: 最高不超过; `amount`: a fixed sum an enterprise, paid once or, where it is not said, yearly. */
  readonly kind: 'cap' | 'amount';
}

/**
 * The most that one enterprise can get by a rule; null: the document states no limit.
 * @param tiers the grades that it was paid by; null: not said, and then the highest cap counts
 * @example limitOf(m04i2, []) // { fen: 100000000n, kind: 'cap' }: 100 万元
 */
export function limitOf(rule: Rule, tiers: readonly (number | null)[]): Limit | null {
  if (!paysOut(rule)) return null;
  const named = tiers.some((tier) => tier === null) ? [] : tiers;
  const grades =
    named.length === 0 ? rule.tiers : rule.tiers.filter((_tier, at) => named.includes(at));
  // One grade without a cap leaves the whole without one.
  const caps = grades.map(({ capWan }) => capWan ?? rule.capWan);
  const known = caps.flatMap((cap) => (cap === null ? [] : [cap]));
  if (grades.length > 0 && known.length === caps.length) {
    return { fen: most(known), kind: 'cap' };
  }
  if (grades.length === 0 && rule.capWan !== null) return { fen: most([rule.capWan]), kind: 'cap' };
  if (rule.per !== '家' && rule.per !== null) return null;
  const amounts = grades.length > 0 ? grades.map(({ amountWan }) => amountWan) : [rule.amountWan];
  const fixed = amounts.flatMap((amount) => (amount === null ? [] : [amount]));
  if (fixed.length === 0 || fixed.length < amounts.length) return null;
  return { fen: most(fixed), kind: 'amount' };
}

function most(wan: readonly number[]): bigint {
  return wan.map((one) => fenOfWan(one) ?? 0n).reduce((a, b) => (a > b ? a : b), 0n);
}

/**
 * A name of an enterprise as it is compared: 「 Ａ机械有限公司 」 is 「a机械有限公司」.
 * @example enterpriseKey('泉州 Ａ机械') // '泉州a机械'
 */
export function enterpriseKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}
