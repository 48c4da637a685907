import { EPSILON, finite, reaches } from './number.ts';
import type { Anchor } from './path.ts';
import type { Confidence, Outlook, Projection, Shape, Sign } from './types.ts';

/** What a projection needs to know beside the points. */
export interface ProjectionRules {
  readonly shape: Shape;
  readonly sign: Sign;
  readonly target: number;
  readonly deadline: number;
  readonly wholeUnits: boolean;
  readonly cumulative: boolean;
  readonly min: number | null;
  readonly max: number | null;
}

/** A target that would be reached later than this after its deadline is "not in sight". */
const YEARS_IN_SIGHT = 10;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

function slopeBetween(a: Anchor, b: Anchor): number {
  return (b.value - a.value) / (b.year - a.year);
}

/** Slopes between neighbours, in the order of the years. */
function steps(points: readonly Anchor[]): number[] {
  return points.slice(1).map((point, index) => slopeBetween(points[index] ?? point, point));
}

/** Theil–Sen: the median slope of all pairs; with two points, their slope. */
function typicalSlope(points: readonly Anchor[]): number {
  return median(points.flatMap((a, i) => points.slice(i + 1).map((b) => slopeBetween(a, b))));
}

function confidenceOf(changes: readonly number[]): Confidence {
  if (changes.length === 1) return 'veryLow';
  const oneWay = changes.every((c) => c > 0) || changes.every((c) => c < 0);
  return changes.length >= 4 && oneWay ? 'moderate' : 'low';
}

/**
 * Where the present speed leads at the deadline (预测). `points` are ordered by year, the last one
 * is the judged figure. Null with fewer than two points, at the deadline, where the log scale meets
 * a figure that is not positive, or beyond the range of a double.
 * Example: 20, 30, 50, 62 in 2015–2018, deadline 2020 → slope 14.5, 91 at the deadline.
 */
export function project(points: readonly Anchor[], rules: ProjectionRules): Projection | null {
  const last = points.at(-1);
  const log = rules.shape === 'compound';
  if (last === undefined || points.length < 2 || last.year >= rules.deadline) return null;
  if (log && points.some(({ value }) => value <= 0)) return null;

  const onScale = (value: number): number => (log ? Math.log(value) : value);
  const scaled = points.map(({ year, value }) => ({ year, value: onScale(value) }));
  const start = onScale(last.value);
  const valueWith = (slope: number): number => {
    const straight = start + slope * (rules.deadline - last.year);
    return keepPossible(log ? Math.exp(straight) : straight, last.value, rules);
  };

  const slope = typicalSlope(scaled);
  const changes = steps(scaled);
  const towards = changes.map((change) => rules.sign * change);
  const central = valueWith(slope);
  const low = valueWith(rules.sign * Math.min(...towards));
  const high = valueWith(rules.sign * Math.max(...towards));
  if ([slope, central, low, high].some((value) => finite(value) === null)) return null;

  const two = points.length === 2;
  const met = (value: number): boolean => reaches(value, rules.target, rules.sign);
  const outlook = (): Outlook => {
    if (two) return 'insufficientData';
    if (met(central) && met(low) && met(high)) return 'likely';
    return met(central) || met(high) ? 'possible' : 'unlikely';
  };
  const attainmentYear = (): number | null => {
    if (met(last.value) || !(rules.sign * slope > EPSILON)) return null;
    const years = Math.ceil((onScale(rules.target) - start) / slope - EPSILON);
    const year = last.year + years;
    return year <= rules.deadline + YEARS_IN_SIGHT ? finite(year) : null;
  };
  return {
    n: points.length,
    method: two ? 'twoPoint' : 'theilSen',
    scale: log ? 'log' : 'linear',
    slope: slope + 0,
    valueAtDeadline: central,
    low: two ? null : low,
    high: two ? null : high,
    attainmentYear: attainmentYear(),
    outlook: outlook(),
    confidence: confidenceOf(changes),
  };
}

/** In this order: natural bounds, whole units rounded to the cautious side, a total that cannot fall. */
function keepPossible(value: number, latest: number, rules: ProjectionRules): number {
  const { min, max, sign, wholeUnits, cumulative } = rules;
  const floored = min === null ? value : Math.max(min, value);
  const bounded = max === null ? floored : Math.min(max, floored);
  const whole = sign === 1 ? Math.floor(bounded + EPSILON) : Math.ceil(bounded - EPSILON);
  const possible = wholeUnits ? whole : bounded;
  return (cumulative ? Math.max(possible, latest) : possible) + 0;
}
