import { EPSILON } from './number.ts';
import type { Shape, Sign } from './types.ts';

/** A year and the figure planned for it. */
export interface Anchor {
  readonly year: number;
  readonly value: number;
}

/** The planned way from the baseline to the target. */
export interface Path {
  readonly shape: Shape;
  readonly sign: Sign;
  readonly from: Anchor;
  readonly to: Anchor;
  /** Checkpoints strictly between both ends, ordered by year, one a year. */
  readonly bends: readonly Anchor[];
  /** Only whole units, counted from the baseline, fall due. */
  readonly wholeUnits: boolean;
}

/**
 * The share of the way from one figure to another that a value has covered, unclipped.
 * Examples: linear 20 → 100 at 70 is 0.625; compound 0.5 → 0.42 at 0.452 is ln 0.904 ÷ ln 0.84.
 */
export function shareCovered(shape: Shape, value: number, from: number, to: number): number {
  if (shape === 'linear') {
    const share = (value - from) / (to - from);
    // Only differences beyond the range of a double get here.
    return Number.isNaN(share) ? (value / 4 - from / 4) / (to / 4 - from / 4) : share;
  }
  return logRatio(value, from) / logRatio(to, from);
}

/** ln(a ÷ b), also where the quotient itself leaves the range of a double. */
export function logRatio(a: number, b: number): number {
  const quotient = a / b;
  return quotient > 0 && quotient < Infinity ? Math.log(quotient) : Math.log(a) - Math.log(b);
}

function between(shape: Shape, a: Anchor, b: Anchor, year: number): number {
  const share = (year - a.year) / (b.year - a.year);
  if (share === 1) return b.value;
  if (shape === 'linear') return a.value * (1 - share) + b.value * share;
  return a.value * Math.exp(logRatio(b.value, a.value) * share);
}

/** The two anchors around a year; before the first one, the first two. */
export function segmentOf(path: Path, year: number): readonly [Anchor, Anchor] {
  const anchors = [path.from, ...path.bends, path.to];
  const next = anchors.findIndex((anchor, index) => index > 0 && anchor.year >= year);
  const end = next === -1 ? anchors.length - 1 : next;
  return [anchors[end - 1] ?? path.from, anchors[end] ?? path.to];
}

/** The figure on the path at a year, before whole units are counted; null without a time span. */
export function unroundedPlan(path: Path, year: number): number | null {
  if (path.to.year <= path.from.year) return null;
  const [a, b] = segmentOf(path, year);
  return between(path.shape, a, b, year);
}

/**
 * The planned value (序时应达值): what the path asks for at the end of a year.
 * Example: whole units from 0 in 2015 to 3 in 2020 → 1 in 2018, because ⌊1.8⌋ = 1.
 */
export function plannedValue(path: Path, year: number): number | null {
  const plan = unroundedPlan(path, year);
  if (plan === null || !path.wholeUnits) return plan;
  const base = path.from.value;
  return base + path.sign * Math.floor(path.sign * (plan - base) + EPSILON);
}
