import { finite, given, reaches } from './number.ts';
import type { Anchor } from './path.ts';
import type { Series } from './series.ts';
import type { CheckpointResult, NumericTarget, Sign } from './types.ts';

interface StatedCheckpoint {
  readonly year: number;
  readonly value: number | null;
}

/** Checkpoints as figures in the unit of the reading, ordered by year; the last entry of a year wins. */
function stated(target: NumericTarget, baseValue: number | null): StatedCheckpoint[] {
  const years = new Map<number, StatedCheckpoint>();
  for (const { year, value, reductionPct } of target.checkpoints ?? []) {
    const cut = target.kind === 'reduction' ? given(reductionPct) : null;
    const reduced =
      cut === null || baseValue === null || baseValue <= 0
        ? null
        : finite(baseValue * (1 - cut / 100));
    years.set(year, { year, value: given(value) ?? reduced });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** The checkpoints that bend the path: stated, and strictly between base year and deadline. */
export function bendsOf(target: NumericTarget, series: Series): Anchor[] {
  const bends: Anchor[] = [];
  for (const { year, value } of stated(target, series.baseValue)) {
    if (value !== null && year > series.baseYear && year < series.deadline) {
      bends.push({ year, value });
    }
  }
  return bends;
}

/**
 * Each checkpoint up to the assessed year against the figure of that very year. A year without a
 * figure is `unknown`; nothing is interpolated and nothing rounded.
 * Example: planned 50 for 2016, reading 52 in 2016 → `met`.
 */
export function checkpointResults(
  target: NumericTarget,
  series: Series,
  sign: Sign,
): CheckpointResult[] {
  const due = stated(target, series.baseValue).filter(({ year }) => year <= series.asOf);
  return due.map(({ year, value: planned }) => {
    const actual = series.points.find((point) => point.year === year)?.value ?? null;
    if (planned === null || actual === null) return { year, planned, actual, result: 'unknown' };
    return { year, planned, actual, result: reaches(actual, planned, sign) ? 'met' : 'notMet' };
  });
}
