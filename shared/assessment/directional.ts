import { blank, elapsedOf, figureOf, flagsOf } from './answer.ts';
import { decide } from './decide.ts';
import type { Outcome } from './decide.ts';
import { DEFAULT_DECIMALS } from './goal.ts';
import { given } from './number.ts';
import { roundHalfAway } from './round.ts';
import { latestPoint, readSeries } from './series.ts';
import type { Point, Series } from './series.ts';
import { growthRate, trendOf } from './trend.ts';
import type { Assessment, DirectionalTarget, Reading, Sign, TrendClass } from './types.ts';

/** −1, 0 or +1: worse than, equal to or better than the baseline, at reporting precision. */
export function betterBy(target: DirectionalTarget, value: number, baseValue: number): -1 | 0 | 1 {
  const decimals = given(target.decimals) ?? DEFAULT_DECIMALS;
  const [now, then] = [roundHalfAway(value, decimals), roundHalfAway(baseValue, decimals)];
  if (now === then) return 0;
  return now > then === (target.direction !== 'down') ? 1 : -1;
}

/** "Better than the baseline", without a figure to reach: onTrack until the deadline, never early. */
export function assessDirectional(
  target: DirectionalTarget,
  readings: readonly Reading[],
  asOf: number,
): Assessment {
  const series = readSeries(target, readings, asOf);
  const { baseValue } = series;
  const shown = { ...figureOf(series), timeProgress: elapsedOf(series) };
  if (baseValue === null) {
    return { ...blank('noData'), reason: 'noBaseline', ...shown, flags: flagsOf(series, []) };
  }
  const decision = decide(series, {
    meets: (value) => betterBy(target, value, baseValue) > 0,
    attained: () => 'achieved',
    underway: (point) => underway(series, point, betterBy(target, point.value, baseValue)),
    countsEarly: false,
    cumulative: target.cumulative === true,
  });
  return {
    ...blank(decision.status),
    reason: decision.reason,
    ...shown,
    trendClass: trendSince(series, baseValue, target.direction === 'down' ? -1 : 1),
    flags: flagsOf(series, decision.flags),
  };
}

function underway(series: Series, { year }: Point, better: -1 | 0 | 1): Outcome {
  if (year <= series.baseYear) return { status: 'inProgress', reason: 'baselineYear' };
  if (better > 0) return { status: 'onTrack' };
  return better === 0 ? { status: 'behind' } : { status: 'farBehind', flag: 'movingAway' };
}

function trendSince(series: Series, baseValue: number, sign: Sign): TrendClass | null {
  const point = latestPoint(series);
  if (point === null) return null;
  const rate = growthRate(baseValue, series.baseYear, point.value, point.year);
  return rate === null ? null : trendOf(sign * Math.sign(baseValue) * rate);
}
