import { paysOut } from './evaluate.ts';
import type { Result, Rule } from './types.ts';

/** What a case gets from several rules, if all of them were granted. */
export interface Total {
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * Adds the sums of the rules that apply, by the reading that gives least and the one that gives most;
 * up to a cap counts from nothing. Tax relief is not paid out, and what has no upper bound has no sum.
 */
export function totalOf(rules: readonly Rule[], results: readonly Result[]): Total {
  let from = 0n;
  let to = 0n;
  for (const rule of rules) {
    const result = results.find(({ ruleId }) => ruleId === rule.id);
    if (result === undefined || !paysOut(rule) || !isGranted(result)) continue;
    const sums = result.readings.map(({ amount }) => amount);
    if (sums.some((amount) => amount?.form === 'atLeast')) continue;
    const least = sums.map((amount) => (amount?.form === 'exact' ? amount.fen : 0n));
    from += least.reduce((one, other) => (one < other ? one : other), least[0] ?? 0n);
    to += sums.reduce(
      (most, amount) => (amount !== null && amount.fen > most ? amount.fen : most),
      0n,
    );
  }
  return { from, to };
}

/** Whether by some reading the case gets something. */
export function isGranted({ verdict }: Result): boolean {
  return verdict === 'applies' || verdict === 'depends';
}
