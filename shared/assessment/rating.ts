import { blank, elapsedOf, figureOf, flagsOf, pending } from './answer.ts';
import { decide } from './decide.ts';
import type { Outcome } from './decide.ts';
import { EPSILON, finite, given, reaches } from './number.ts';
import { latestPoint, readSeries, timeProgress } from './series.ts';
import type { Point, Series } from './series.ts';
import type { Assessment, RatingTarget, Reading } from './types.ts';

/** The level a rating starts from where no baseline is known. */
export const LOWEST_LEVEL = 0;

/**
 * The level due at a year: the highest planned one so far, or without a plan whole steps in
 * proportion to time. Example: from 1 to 4 in 2015–2020, in 2018 → 1 + ⌊3 × 0.6⌋ = 2.
 * Null without a plan and without a time span.
 */
export function plannedLevel(
  target: RatingTarget,
  series: Series,
  goal: number,
  year: number,
): number | null {
  const start = series.baseValue ?? LOWEST_LEVEL;
  const plan = target.plan ?? [];
  if (plan.length > 0) {
    const due = plan.filter((step) => step.year <= year).map((step) => given(step.level) ?? start);
    return due.reduce((most, level) => Math.max(most, level), start);
  }
  const elapsed = timeProgress(series, year);
  return elapsed === null ? null : start + Math.floor((goal - start) * elapsed + EPSILON);
}

/** Levels on an ordinal scale, judged against whole steps. */
export function assessRating(
  target: RatingTarget,
  readings: readonly Reading[],
  asOf: number,
): Assessment {
  const series = readSeries(target, readings, asOf);
  const goal = given(target.targetLevel);
  if (goal === null) return pending(series);

  const start = series.baseValue ?? LOWEST_LEVEL;
  const levelDue = (year: number): number | null => plannedLevel(target, series, goal, year);
  const decision = decide(series, {
    meets: (level) => reaches(level, goal, 1),
    attained: (level) => (level > goal && start < goal ? 'exceeded' : 'achieved'),
    underway: (point) => underway(series, point, start, levelDue(point.year) ?? start),
    countsEarly: true,
    cumulative: target.cumulative === true,
  });
  const { status, reason, attainedYear } = decision;
  const point = latestPoint(series);
  const due = point === null ? null : levelDue(point.year);
  return {
    ...blank(status),
    reason,
    attainedYear,
    targetValue: goal,
    ...figureOf(series),
    timeProgress: elapsedOf(series),
    plannedValue: given(due),
    completion:
      point === null || goal === start ? null : finite((point.value - start) / (goal - start)),
    flags: flagsOf(series, decision.flags),
  };
}

function underway(series: Series, { year, value }: Point, start: number, due: number): Outcome {
  if (year <= series.baseYear) return { status: 'inProgress', reason: 'baselineYear' };
  if (value < start - EPSILON) return { status: 'farBehind', flag: 'movingAway' };
  if (due <= start + EPSILON && value <= start + EPSILON) {
    return { status: 'inProgress', reason: 'nothingDueYet' };
  }
  if (reaches(value, due, 1)) return { status: 'onTrack' };
  return { status: due - value > 1 + EPSILON ? 'farBehind' : 'behind' };
}
