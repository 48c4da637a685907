import { limitOf } from '../../shared/incentives/caps.ts';
import { wanOfFen } from '../../shared/incentives/money.ts';
import type { Rule } from '../../shared/incentives/types.ts';
import type { Watch } from '../../shared/payments.ts';
import type { StoredPayment } from './store.ts';

/**
 * The enterprises that have got by a rule more than it lets one have, in the order of the rules.
 * @param payments of all years; what was reversed cancels out
 */
export function watchesOf(rules: readonly Rule[], payments: readonly StoredPayment[]): Watch[] {
  const byRule = Map.groupBy(payments, ({ incentiveId }) => incentiveId);
  return rules.flatMap((rule) => {
    const ofRule = byRule.get(rule.id) ?? [];
    const byEnterprise = Map.groupBy(ofRule, ({ enterpriseKey }) => enterpriseKey);
    return [...byEnterprise.values()].flatMap((own) => {
      const found = watchOf(rule, own);
      return found === null ? [] : [found];
    });
  });
}

/** The same of one enterprise; null: nothing is passed, or the rule states no limit. */
export function watchOf(rule: Rule, own: readonly StoredPayment[]): Watch | null {
  const standing = own.filter((one) => one.reverses === null && one.reversedBy === null);
  const limit = limitOf(
    rule,
    standing.map(({ tier }) => tier),
  );
  const [latest] = standing;
  const sum = standing.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n);
  if (latest === undefined || limit === null || sum <= limit.fen) return null;
  return {
    incentiveId: rule.id,
    enterprise: latest.enterprise,
    sumWan: wanOfFen(sum),
    limitWan: wanOfFen(limit.fen),
    kind: limit.kind,
  };
}
