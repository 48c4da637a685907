import { isPlace } from '../../shared/incentives/conditions.ts';
import { isWholeFen } from '../../shared/incentives/money.ts';
import type { Case } from '../../shared/incentives/types.ts';
import type { Incentive } from '../../shared/incentives.ts';
import { parseNumber } from '../../shared/number-input.ts';

/** What somebody answered, as it was typed. */
export interface TypedCase {
  readonly claims: Readonly<Record<string, boolean>>;
  readonly tiers: Readonly<Record<string, number>>;
  /** By rule. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, string>>;
  /** By field: several rules ask the same. */
  readonly values: Readonly<Record<string, string>>;
}

export const NOTHING_SAID: TypedCase = {
  claims: {},
  tiers: {},
  quantities: {},
  bases: {},
  values: {},
};

/** The answer to a question of a place that is not the one of the clause. */
export const ELSEWHERE = '其他';

export function moneyIn(text: string): number | null {
  const parsed = parseNumber(text);
  if (!parsed.ok || parsed.value === null || parsed.value < 0) return null;
  return isWholeFen(parsed.value) ? parsed.value : null;
}

export function quantityIn(text: string): number | null {
  const parsed = parseNumber(text);
  if (!parsed.ok || parsed.value === null) return null;
  return Number.isInteger(parsed.value) && parsed.value > 0 ? parsed.value : null;
}

/** The facts of what was typed; what cannot be read is not known. */
export function caseOf(typed: TypedCase, rules: readonly Incentive[]): Case {
  const conditions = rules.flatMap((rule) => rule.conditions);
  const values: Record<string, number | string> = {};
  for (const [field, text] of Object.entries(typed.values)) {
    const condition = conditions.find((one) => one.field === field);
    if (condition === undefined || text === '') continue;
    const number = isPlace(condition) ? null : moneyIn(text);
    if (isPlace(condition)) values[field] = text;
    else if (number !== null) values[field] = number;
  }
  return {
    claims: typed.claims,
    tiers: typed.tiers,
    quantities: read(typed.quantities, quantityIn),
    bases: read(typed.bases, moneyIn),
    values,
  };
}

function read(
  texts: Readonly<Record<string, string>>,
  numberIn: (text: string) => number | null,
): Record<string, number> {
  const pairs = Object.entries(texts).flatMap(([key, text]): [string, number][] => {
    const number = numberIn(text);
    return number === null ? [] : [[key, number]];
  });
  return Object.fromEntries(pairs);
}
