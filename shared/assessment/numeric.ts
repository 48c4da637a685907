import { blank, elapsedOf, figureOf, flagsOf, pending } from './answer.ts';
import { checkpointResults } from './checkpoints.ts';
import { decide } from './decide.ts';
import type { Outcome } from './decide.ts';
import { frameOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { goalValue, isBeyond, keptRatio, reductionFrom, signOf, statedGoal } from './goal.ts';
import { measuresAt } from './measures.ts';
import { paceClass } from './pace.ts';
import { progressClass, progressOn } from './progress.ts';
import { latestPoint, readSeries } from './series.ts';
import type { Point, Series } from './series.ts';
import type { Assessment, Flag, NumericTarget, Reading, Reason } from './types.ts';

/** The kinds with numbers: atLeast, atMost, countRange and reduction. */
export function assessNumeric(
  target: NumericTarget,
  readings: readonly Reading[],
  asOf: number,
): Assessment {
  const series = readSeries(target, readings, asOf);
  const reduced = { cumulativeReduction: cumulativeReductionOf(target, series) };
  if (statedGoal(target) === null) return { ...pending(series), ...reduced };

  const goal = goalValue(target, series.baseValue);
  const checkpoints = { checkpointResults: checkpointResults(target, series, signOf(target)) };
  if (goal === null) return { ...withoutBase(series), ...checkpoints };

  const point = latestPoint(series);
  const frame = frameOf(target, series, goal, point);
  const decision = decide(series, {
    meets: frame.meets,
    attained: (value) =>
      frame.maintain !== 'metAtBaseline' && isBeyond(target, value, series.baseValue)
        ? 'exceeded'
        : 'achieved',
    underway: (at) => underway(frame, at),
    countsEarly: true,
    cumulative: frame.cumulative,
  });
  const { status, reason, attainedYear } = decision;
  return {
    ...blank(status),
    reason,
    attainedYear,
    targetValue: goal,
    ...figureOf(series),
    ...reduced,
    ...checkpoints,
    ...(point === null ? {} : measuresAt(frame, point, decision)),
    flags: flagsOf(series, point === null ? [] : [...decision.flags, ...modeFlags(frame)]),
  };
}

/** A reduction cannot be computed without a positive baseline; its figure is shown all the same. */
function withoutBase(series: Series): Assessment {
  const { baseValue } = series;
  const unusable: Reason = baseValue === 0 ? 'zeroBaseline' : 'invalidBaseline';
  return {
    ...blank('noData'),
    reason: baseValue === null ? 'noBaseline' : unusable,
    ...figureOf(series),
    timeProgress: elapsedOf(series),
    flags: flagsOf(series, []),
  };
}

function cumulativeReductionOf(target: NumericTarget, series: Series): number | null {
  const point = latestPoint(series);
  const { baseValue } = series;
  if (target.kind !== 'reduction' || point === null || baseValue === null) return null;
  return baseValue > 0 ? reductionFrom(baseValue, point.value) : null;
}

function modeFlags({ maintain, fellBack }: Frame): Flag[] {
  const mode: Flag[] = maintain === null ? [] : [maintain];
  return fellBack ? [...mode, 'compoundFallbackLinear'] : mode;
}

/** Before the deadline, not met, and recent enough: no baseline, base year, maintain mode, pace. */
function underway(frame: Frame, point: Point): Outcome {
  const { series, sign, goal, maintain, path } = frame;
  if (series.baseValue === null || path === null) {
    return { status: 'inProgress', reason: series.broken ? 'seriesBreak' : 'noBaseline' };
  }
  if (point.year <= series.baseYear) return { status: 'inProgress', reason: 'baselineYear' };
  if (maintain === null) {
    return progressClass(progressOn(path, point.year, point.value), path.wholeUnits);
  }
  const kept = keptRatio(sign, point.value, goal);
  return { status: kept === null ? 'behind' : paceClass(kept) };
}
