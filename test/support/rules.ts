import type { Case, Result, Rule } from '../../shared/incentives/types.ts';
import { wanText } from '../../shared/incentives/money.ts';
import { REAL_PLAN } from './real-plan.ts';

/** The money rules of the built-in plan as the engine takes them. */
export const RULES: readonly Rule[] = REAL_PLAN.measures.flatMap(({ incentives }) =>
  incentives.map((one) => ({
    ...one,
    rateBaseField: one.rateBaseField ?? null,
    tiers: one.tiers.map((tier) => ({
      labelZh: tier.label,
      labelEn: tier.labelEn ?? tier.label,
      amountWan: tier.amountWan ?? null,
      capWan: tier.capWan ?? null,
      ratePercent: tier.ratePercent ?? null,
      maxRatePercent: tier.maxRatePercent ?? null,
      provinceRatePercent: tier.provinceRatePercent ?? null,
      minQuantity: tier.minQty ?? null,
      maxQuantity: tier.maxQty ?? null,
    })),
    conditions: one.conditions.map((condition) => ({
      field: condition.field,
      nameZh: condition.nameZh ?? condition.field,
      nameEn: condition.nameEn ?? condition.field,
      operator: condition.op,
      value: condition.value,
      unitZh: condition.unit,
      unitEn: condition.unitEn ?? condition.unit,
    })),
  })),
);

export function ruleOf(id: string): Rule {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}

/** A case about one rule, the claim made. */
export interface Asked {
  readonly claim?: boolean;
  readonly tier?: number;
  readonly quantity?: number;
  /** 万元. */
  readonly base?: number;
  readonly values?: Readonly<Record<string, number | string>>;
}

export function caseOf(
  id: string,
  { claim = true, tier, quantity, base, values = {} }: Asked,
): Case {
  const only = <T>(value: T | undefined): Record<string, T> =>
    value === undefined ? {} : { [id]: value };
  return {
    claims: { [id]: claim },
    tiers: only(tier),
    quantities: only(quantity),
    bases: only(base),
    values,
  };
}

/** The sums of a result in 万元, as `exact 50`, `upTo 100`; `nothing` where a reading gives none. */
export function sumsOf({ readings }: Result): string[] {
  return readings.map(({ amount }) =>
    amount === null ? 'nothing' : `${amount.form} ${wanText(amount.fen)}`,
  );
}
