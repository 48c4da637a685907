import { bendsOf } from './checkpoints.ts';
import { isCumulative, isWhole, maintainMode, signOf } from './goal.ts';
import type { MaintainMode } from './goal.ts';
import { reaches } from './number.ts';
import { PACE_STATUSES } from './types.ts';
import type { NumericTarget, PaceStatus, Shape, Sign, Status } from './types.ts';
import type { Path } from './path.ts';
import { progressClass, progressOn, usableShape } from './progress.ts';
import type { Point, Series } from './series.ts';

/** Everything that is settled about a numeric target before a figure is judged. */
export interface Frame {
  readonly target: NumericTarget;
  readonly series: Series;
  readonly sign: Sign;
  /** The figure that meets the target. */
  readonly goal: number;
  readonly whole: boolean;
  readonly cumulative: boolean;
  readonly maintain: MaintainMode | null;
  /** The shape in use, and whether it is the linear one only because a figure is not positive. */
  readonly shape: Shape;
  readonly fellBack: boolean;
  /** Null without a baseline. */
  readonly path: Path | null;
  readonly meets: (value: number) => boolean;
}

/** Settles a target with a known goal. `point` is the figure that will be judged, or null. */
export function frameOf(
  target: NumericTarget,
  series: Series,
  goal: number,
  point: Point | null,
): Frame {
  const { baseValue, baseYear, deadline } = series;
  const sign = signOf(target);
  const whole = isWhole(target);
  const bends = baseValue === null ? [] : bendsOf(target, series);
  const declared = target.path ?? (target.kind === 'reduction' ? 'compound' : 'linear');
  const figures = [baseValue, goal, point?.value ?? null, ...bends.map(({ value }) => value)];
  const shape = usableShape(declared, figures);
  const path: Path | null =
    baseValue === null
      ? null
      : {
          shape,
          sign,
          from: { year: baseYear, value: baseValue },
          to: { year: deadline, value: goal },
          bends,
          wholeUnits: whole,
        };
  return {
    target,
    series,
    sign,
    goal,
    whole,
    cumulative: isCumulative(target),
    maintain: maintainMode(target, goal, baseValue),
    shape,
    fellBack: shape !== declared,
    path,
    meets: (value) => reaches(value, goal, sign),
  };
}

function isPaceStatus(status: Status): status is PaceStatus {
  return PACE_STATUSES.some((known) => known === status);
}

/**
 * The class the same figure has under the other path shape (路径敏感), information only.
 * Null unless a pace was judged, on figures that are all positive and not counted in whole units.
 */
export function otherPathClass(
  frame: Frame,
  path: Path,
  point: Point,
  status: Status,
): PaceStatus | null {
  const figures = [path.from.value, path.to.value, point.value, ...path.bends.map((b) => b.value)];
  if (!isPaceStatus(status) || frame.whole || frame.maintain !== null) return null;
  if (point.year <= path.from.year || figures.some((figure) => figure <= 0)) return null;
  const shape = path.shape === 'linear' ? 'compound' : 'linear';
  const other = progressClass(progressOn({ ...path, shape }, point.year, point.value), false);
  return isPaceStatus(other.status) ? other.status : null;
}
