import { EPSILON, finite, given, ratioOf, reaches } from './number.ts';
import { roundHalfAway } from './round.ts';
import type { NumericTarget, Sign } from './types.ts';

/** Reported decimal places where a target does not name them. */
export const DEFAULT_DECIMALS = 1;
/** A cumulative reduction is reported with two decimals, in percent. */
export const REDUCTION_DECIMALS = 2;
/** A gap at the baseline within this share of the target is "already there". */
export const NEAR_TARGET_SHARE = 0.01;

/** +1 where higher is better. */
export function signOf(target: NumericTarget): Sign {
  return target.kind === 'atMost' || target.kind === 'reduction' ? -1 : 1;
}

/** The figure a target states, as it is stated: percent for a reduction; null while pending. */
export function statedGoal(target: NumericTarget): number | null {
  if (target.kind === 'countRange') return given(target.lower);
  return given(target.kind === 'reduction' ? target.reductionPct : target.value);
}

/**
 * The figure that meets the target, in the unit of the reading.
 * Example: a reduction of 16% from 0.5 is 0.42. Null while pending, or without a usable baseline.
 */
export function goalValue(target: NumericTarget, baseValue: number | null): number | null {
  const goal = statedGoal(target);
  if (target.kind !== 'reduction' || goal === null) return goal;
  return baseValue === null || baseValue <= 0 ? null : finite(baseValue * (1 - goal / 100));
}

/** Whether only whole units count; counts do unless told otherwise. */
export function isWhole(target: NumericTarget): boolean {
  return target.integer ?? target.kind === 'countRange';
}

/** Whether the figure is a total that stays reached; counts are unless told otherwise. */
export function isCumulative(target: NumericTarget): boolean {
  return target.cumulative ?? target.kind === 'countRange';
}

/** Percent below the baseline. Example: 0.452 against 0.5 is 9.6. */
export function reductionFrom(baseValue: number, value: number): number | null {
  return finite((1 - value / baseValue) * 100);
}

/**
 * 达成率: the value against the target itself, whatever the baseline. Never used for a status but
 * in maintain mode. Null where the denominator is not positive.
 * Example: 70 of at least 100 is 0.7; at most 10 with 17 is 10 ÷ 17.
 */
export function attainmentOf(
  target: NumericTarget,
  value: number,
  baseValue: number | null,
): number | null {
  const goal = statedGoal(target);
  if (goal === null) return null;
  if (target.kind === 'atMost') return ratioOf(goal, value);
  if (target.kind !== 'reduction') return ratioOf(value, goal);
  return baseValue === null || baseValue <= 0 ? null : ratioOf(1 - value / baseValue, goal / 100);
}

/** Whether a value that meets lies beyond the target at reporting precision. Any excess counts. */
export function isBeyond(target: NumericTarget, value: number, baseValue: number | null): boolean {
  const goal = statedGoal(target) ?? NaN;
  if (target.kind === 'countRange') return value > (given(target.upper) ?? goal);
  if (target.kind === 'reduction') {
    const reduced = baseValue === null ? null : reductionFrom(baseValue, value);
    if (reduced === null) return false;
    return roundHalfAway(reduced, REDUCTION_DECIMALS) > roundHalfAway(goal, REDUCTION_DECIMALS);
  }
  const decimals = given(target.decimals) ?? DEFAULT_DECIMALS;
  const [shown, due] = [roundHalfAway(value, decimals), roundHalfAway(goal, decimals)];
  return target.kind === 'atLeast' ? shown > due : shown < due;
}

/** Percent beyond the target, of a value that meets it; null where the target is not positive. */
export function overshootOf(
  target: NumericTarget,
  value: number,
  goal: number,
  attainment: number | null,
): number | null {
  if (goal <= 0) return null;
  if (target.kind === 'atMost') return finite((1 - value / goal) * 100);
  if (target.kind !== 'reduction') return finite((value / goal - 1) * 100);
  return attainment === null ? null : finite((attainment - 1) * 100);
}

/** Why a target is judged by how well it is kept, instead of by how far the way has been gone. */
export type MaintainMode = 'metAtBaseline' | 'nearTargetAtBaseline';

/** Maintain mode (保持型), or null: the baseline already meets, or lies within 1% of the target. */
export function maintainMode(
  target: NumericTarget,
  goal: number,
  baseValue: number | null,
): MaintainMode | null {
  if (baseValue === null) return null;
  if (reaches(baseValue, goal, signOf(target))) return 'metAtBaseline';
  if (target.kind !== 'atLeast' && target.kind !== 'atMost') return null;
  const gap = Math.abs(goal - baseValue);
  return gap <= NEAR_TARGET_SHARE * Math.abs(goal) + EPSILON ? 'nearTargetAtBaseline' : null;
}

/** The ratio of maintain mode: how much of the target is kept. Null where it means nothing. */
export function keptRatio(sign: Sign, value: number, goal: number): number | null {
  if (goal <= 0) return null;
  return sign === 1 ? ratioOf(value, goal) : ratioOf(goal, value);
}
