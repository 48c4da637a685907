import { EPSILON, finite, reaches } from './number.ts';
import { paceClass } from './pace.ts';
import { growthRate, trendOf } from './trend.ts';
import type { Sign, TrendClass } from './types.ts';

export { compositeStatus } from './compose.ts';

/**
 * The published methods beside ours, and the arithmetic of reduction plans (docs/method.md,
 * "Cross-checks"). None of them changes a status. Years are year-ends; `dir` is +1 where higher is
 * better. A null answer means that the formula has no meaning for the input.
 */

/** Compound annual growth rate as a share. Example: `cagr(100, 2015, 121, 2017)` is 0.1. */
export function cagr(v0: number, y0: number, v: number, y: number): number | null {
  return growthRate(v0, y0, v, y);
}

/**
 * Observed over required growth rate, positive where things get better.
 * Example: 100 → 110 in one year where 100 → 121 in two is required is 1.
 */
export function cagrRatio(
  v0: number,
  y0: number,
  v: number,
  y: number,
  T: number,
  yT: number,
  dir: Sign,
): number | null {
  const observed = growthRate(v0, y0, v, y);
  const required = growthRate(v0, y0, T, yT);
  if (observed === null || required === null || required === 0) return null;
  return finite((dir * Math.sign(v0) * observed) / Math.abs(required));
}

export type EurostatClass =
  | 'targetAchieved'
  | 'significant'
  | 'moderate'
  | 'insufficient'
  | 'movementAway'
  | 'notAvailable';

/** Eurostat's classes with a target: cuts 95%, 60% and 0% of the required rate. */
export function eurostatClass(
  v0: number,
  y0: number,
  v: number,
  y: number,
  T: number,
  yT: number,
  dir: Sign,
): EurostatClass {
  if (reaches(v, T, dir)) return 'targetAchieved';
  const ratio = cagrRatio(v0, y0, v, y, T, yT, dir);
  if (ratio === null) return 'notAvailable';
  if (ratio < -EPSILON) return 'movementAway';
  const pace = paceClass(ratio);
  if (pace === 'onTrack') return 'significant';
  return pace === 'behind' ? 'moderate' : 'insufficient';
}

/** Eurostat's classes without a target: cuts 1%, 0% and −1% a year. */
export function eurostatClassNoTarget(
  v0: number,
  y0: number,
  v: number,
  y: number,
  dir: Sign,
): TrendClass | 'notAvailable' {
  const rate = growthRate(v0, y0, v, y);
  return rate === null ? 'notAvailable' : trendOf(dir * Math.sign(v0) * rate);
}

export type SdsnClass =
  | 'onTrackOrMaintaining'
  | 'moderatelyImproving'
  | 'stagnating'
  | 'decreasing'
  | 'notAvailable';

/** SDSN's classes: observed over required average yearly change, cuts 1, 0.5 and 0. */
export function sdsnClass(
  v0: number,
  y0: number,
  v: number,
  y: number,
  T: number,
  yT: number,
  dir: Sign,
): SdsnClass {
  if (reaches(v, T, dir)) return 'onTrackOrMaintaining';
  if (reaches(v0, T, dir)) return 'decreasing';
  if (!(y > y0) || !(yT > y0)) return 'notAvailable';
  const ratio = (v - v0) / (y - y0) / ((T - v0) / (yT - y0));
  if (ratio >= 1 - EPSILON) return 'onTrackOrMaintaining';
  if (ratio >= 0.5 - EPSILON) return 'moderatelyImproving';
  return ratio >= -EPSILON ? 'stagnating' : 'decreasing';
}

/**
 * UNSD's score: the share of the way that the present growth rate will have covered by the target
 * year. 3 from 95%, 2 from 10%, else 1; an already met target scores 3 without a share.
 */
export function unsdScore(
  v0: number,
  y0: number,
  v: number,
  y: number,
  T: number,
  yT: number,
  dir: Sign,
): { share: number | null; score: 1 | 2 | 3 | null } {
  if (reaches(v, T, dir)) return { share: null, score: 3 };
  const rate = growthRate(v0, y0, v, y);
  const share =
    rate === null || T === v0 ? null : finite((v * (1 + rate) ** (yT - y) - v0) / (T - v0));
  if (share === null) return { share, score: null };
  if (share >= 0.95 - EPSILON) return { share, score: 3 };
  return { share, score: share >= 0.1 - EPSILON ? 2 : 1 };
}

/**
 * Cumulative reduction, in percent, of yearly reductions in percent; a rise is negative.
 * Example: `cumulativeReduction([10, 10])` is 19, not 20. Null when a year is missing.
 */
export function cumulativeReduction(yearly: readonly (number | null)[]): number | null {
  let left = 1;
  for (const rate of yearly) {
    if (rate === null) return null;
    left *= 1 - rate / 100;
  }
  return finite((1 - left) * 100);
}

/** The even yearly reduction that adds up to a cumulative one. Example: 19% in 2 years is 10%. */
export function annualisedReduction(reducedPct: number, years: number): number | null {
  return years > 0 ? finite((1 - (1 - reducedPct / 100) ** (1 / years)) * 100) : null;
}

/**
 * 节能目标完成进度: the share of a reduction target that is done, on the log scale.
 * Example: 13.4% of 16% is 0.825.
 */
export function logProgress(reducedPct: number, targetPct: number): number | null {
  if (targetPct === 0 || !(targetPct < 100) || !(reducedPct < 100)) return null;
  return finite(Math.log1p(-reducedPct / 100) / Math.log1p(-targetPct / 100));
}

/** What is left to reduce, in percent of today's level. Example: 10% of 19% done leaves 10%. */
export function remainingReduction(reducedPct: number, targetPct: number): number | null {
  if (!(reducedPct < 100)) return null;
  return finite((1 - (1 - targetPct / 100) / (1 - reducedPct / 100)) * 100);
}

/** What is left, in percent a year over `years`. Example: 10% of 27.1% done, 2 years left: 10%. */
export function requiredAnnualReduction(
  reducedPct: number,
  targetPct: number,
  years: number,
): number | null {
  const remaining = remainingReduction(reducedPct, targetPct);
  return remaining === null ? null : annualisedReduction(remaining, years);
}

/** Percent beyond a positive target. Example: 110 of 100 is 10. Null when it was not reached. */
export function overfulfilment(actual: number, target: number): number | null {
  return target > 0 && actual >= target ? finite((actual / target - 1) * 100) : null;
}
