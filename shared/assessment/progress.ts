import type { Outcome } from './decide.ts';
import { EPSILON } from './number.ts';
import { paceClass } from './pace.ts';
import { plannedValue, shareCovered } from './path.ts';
import type { Path } from './path.ts';
import type { Shape } from './types.ts';

/** How far, and how far by plan. Shares of the way from the baseline to the target, unclipped. */
export interface Progress {
  readonly completion: number;
  /** In the unit of the reading; null when the deadline is not after the base year. */
  readonly planned: number | null;
  readonly plannedCompletion: number | null;
  /** Null when nothing is due. */
  readonly paceRatio: number | null;
}

/**
 * Completion, plan and pace at a year.
 * Example: 20 in 2015 to 100 in 2020, 70 in 2018 → 0.625, 68, 0.6, and a pace of 1.0417.
 */
export function progressOn(path: Path, year: number, value: number): Progress {
  const { shape, from, to } = path;
  const share = (z: number): number => shareCovered(shape, z, from.value, to.value);
  const completion = share(value);
  const planned = plannedValue(path, year);
  const plannedCompletion = planned === null ? null : share(planned);
  const due = plannedCompletion !== null && plannedCompletion > EPSILON;
  return {
    completion,
    planned,
    plannedCompletion,
    paceRatio: due ? completion / plannedCompletion : null,
  };
}

/** The class of a progress, outside maintain mode: movement away first, then what is due at all. */
export function progressClass(progress: Progress, wholeUnits: boolean): Outcome {
  const { completion, paceRatio } = progress;
  if (completion < -EPSILON) return { status: 'farBehind', flag: 'movingAway' };
  if (paceRatio !== null) return { status: paceClass(paceRatio) };
  if (wholeUnits && completion <= EPSILON) return { status: 'inProgress', reason: 'nothingDueYet' };
  return { status: 'onTrack' };
}

/** A compound path needs positive figures throughout; otherwise everything is computed linearly. */
export function usableShape(shape: Shape, figures: readonly (number | null)[]): Shape {
  return figures.some((figure) => figure !== null && figure <= 0) ? 'linear' : shape;
}
