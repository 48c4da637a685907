import { EPSILON, finite } from './number.ts';
import type { TrendClass } from './types.ts';

/** The yearly rate, as a share, from which a movement without a target counts as significant. */
export const SIGNIFICANT_RATE = 0.01;

/**
 * The compound annual growth rate between two years, as a share.
 * Example: 100 in 2015 to 121 in 2017 is 0.1. Null without a time span, from zero, or across zero.
 */
export function growthRate(v0: number, y0: number, v: number, y: number): number | null {
  if (!(y > y0) || v0 === 0 || !(v / v0 > 0)) return null;
  return finite((v / v0) ** (1 / (y - y0)) - 1);
}

/** The class of a yearly rate that is positive where things get better. Example: 0.01 is significant. */
export function trendOf(rateTowards: number): TrendClass {
  if (rateTowards >= SIGNIFICANT_RATE - EPSILON) return 'significantProgress';
  if (rateTowards >= -EPSILON) return 'moderateProgress';
  return rateTowards >= -SIGNIFICANT_RATE - EPSILON
    ? 'moderateMovementAway'
    : 'significantMovementAway';
}
