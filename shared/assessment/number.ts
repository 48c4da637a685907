/** Binary noise below this size never decides anything. */
export const EPSILON = 1e-9;

/**
 * A number as it may be shown: null for NaN and infinities, and never a negative zero.
 * Example: `finite(1 / 0)` is null.
 */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

/** A number that was given: absent, null and non-finite all mean "not given". */
export function given(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : finite(value);
}

/**
 * Whether a full, unrounded value reaches a target on its good side, the target itself included.
 * Example: `reaches(79.96, 80, 1)` is false, `reaches(80, 80, 1)` is true.
 */
export function reaches(value: number, target: number, sign: 1 | -1): boolean {
  const slack = EPSILON * Math.max(1, Math.abs(target));
  return sign === 1 ? value >= target - slack : value <= target + slack;
}

/**
 * A quotient, or null where the denominator is not positive and the quotient would mean nothing.
 * Example: `ratioOf(70, 100)` is 0.7, `ratioOf(1, 0)` is null.
 */
export function ratioOf(numerator: number, denominator: number): number | null {
  return denominator > 0 ? finite(numerator / denominator) : null;
}
