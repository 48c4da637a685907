import { given } from './number.ts';
import type { Reading, Target } from './types.ts';

/** The base year of a target that does not name one: the end of the plan period before. */
export const DEFAULT_BASE_YEAR = 2015;

/** One figure of the set. */
export interface Point {
  readonly year: number;
  readonly value: number;
  readonly provisional: boolean;
}

/** What may be read as of a year. */
export interface Series {
  readonly asOf: number;
  readonly deadline: number;
  /** The year a figure is due for: the assessed year, or the deadline once that has passed. */
  readonly dueYear: number;
  readonly baseYear: number;
  /** Null when there is none, or none that can be compared after a break. */
  readonly baseValue: number | null;
  /** Ordered by year, one a year, none after `asOf`; the baseline is one of them. */
  readonly points: readonly Point[];
  /** The definition changed between baseline and due year. */
  readonly broken: boolean;
  /** The first change of definition after the deadline. */
  readonly lateBreakYear: number | null;
}

function byYear(readings: readonly Reading[], asOf: number): Map<number, Point & { cut: boolean }> {
  const years = new Map<number, Point & { cut: boolean }>();
  for (const reading of readings) {
    const value = given(reading.value);
    if (value === null || !(reading.year <= asOf)) continue;
    years.set(reading.year, {
      year: reading.year,
      value,
      provisional: reading.provisional === true,
      cut: reading.break === true,
    });
  }
  return years;
}

/**
 * The set of figures that may be read as of a year. Nothing after that year is looked at, so a
 * later figure cannot change an earlier answer.
 * Example: baseline 20 in 2015 and 35 in 2016, as of 2018 → points 2015 and 2016, due year 2018.
 */
export function readSeries(target: Target, readings: readonly Reading[], asOf: number): Series {
  const { baseline, deadline } = target;
  const dueYear = Math.min(asOf, deadline);
  const baseYear = given(baseline?.year) ?? DEFAULT_BASE_YEAR;
  const years = byYear(readings, asOf);
  const cuts = baseline?.restated === true ? [] : [...years.values()].filter((point) => point.cut);
  const broken = cuts.some(({ year }) => year > baseYear && year <= dueYear);
  const lateCuts = cuts.filter(({ year }) => year > deadline).map(({ year }) => year);
  const baseValue = broken ? null : given(baseline?.value);
  if (baseValue !== null && baseYear <= asOf) {
    years.set(baseYear, { year: baseYear, value: baseValue, provisional: false, cut: false });
  }
  return {
    asOf,
    deadline,
    dueYear,
    baseYear,
    baseValue,
    points: [...years.values()].sort((a, b) => a.year - b.year),
    broken,
    lateBreakYear: lateCuts.length === 0 ? null : lateCuts.reduce((a, b) => Math.min(a, b)),
  };
}

/** The latest figure not after the due year: the one that is judged. */
export function latestPoint(series: Series): Point | null {
  return series.points.filter(({ year }) => year <= series.dueYear).at(-1) ?? null;
}

/** The figures after the deadline that may still be compared with it. */
export function latePoints(series: Series): readonly Point[] {
  const { deadline, lateBreakYear } = series;
  return series.points.filter(
    ({ year }) => year > deadline && (lateBreakYear === null || year < lateBreakYear),
  );
}

/**
 * The share of the time between base year and deadline that has passed at a year.
 * Example: 2018 between 2015 and 2020 is 0.6. Null when the deadline is not after the base year.
 */
export function timeProgress(series: Series, year: number): number | null {
  const { baseYear, deadline } = series;
  return deadline > baseYear ? given((year - baseYear) / (deadline - baseYear)) : null;
}
