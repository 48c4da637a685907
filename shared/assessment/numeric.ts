import { blank, elapsedOf, figureOf, flagsOf, pending } from './blank.ts';
import { checkpointResults } from './checkpoints.ts';
import { decide } from './decide.ts';
import type { Decision, Outcome } from './decide.ts';
import { frameOf, otherPathClass } from './frame.ts';
import type { Frame } from './frame.ts';
import {
  attainmentOf,
  goalValue,
  isBeyond,
  keptRatio,
  overshootOf,
  reductionFrom,
  signOf,
  statedGoal,
} from './goal.ts';
import { finite, given } from './number.ts';
import { paceClass } from './pace.ts';
import { logRatio } from './path.ts';
import { progressClass, progressOn } from './progress.ts';
import { project } from './projection.ts';
import { latestPoint, readSeries } from './series.ts';
import type { Point, Series } from './series.ts';
import type {
  Assessment,
  Flag,
  NumericTarget,
  Projection,
  Reading,
  Reason,
  RequiredAnnual,
} from './types.ts';

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

/** Everything that is computed at the year of the judged figure, whatever the status. */
function measuresAt(frame: Frame, point: Point, decision: Decision): Partial<Assessment> {
  const { target, series, sign, goal, maintain, path } = frame;
  const { year, value } = point;
  const attainment = attainmentOf(target, value, series.baseValue);
  const shared = { attainment, timeProgress: elapsedOf(series), ...forwardLook(frame, point) };
  const measured: Partial<Assessment> =
    decision.reason === 'deadlineReadingMissing'
      ? { attainment, timeProgress: shared.timeProgress }
      : {
          ...shared,
          overshootPct: frame.meets(value) ? overshootOf(target, value, goal, attainment) : null,
        };
  if (maintain !== null) {
    return { ...measured, plannedValue: goal, paceRatio: keptRatio(sign, value, goal) };
  }
  if (path === null) return measured;
  const progress = progressOn(path, year, value);
  const { completion, planned, plannedCompletion, paceRatio } = progress;
  return {
    ...measured,
    completion: finite(completion),
    plannedValue: given(planned),
    plannedCompletion: given(plannedCompletion),
    paceRatio: given(paceRatio),
    gapPp: plannedCompletion === null ? null : finite((completion - plannedCompletion) * 100),
    altPathStatus: otherPathClass(frame, path, point, decision.status),
  };
}

function forwardLook(
  frame: Frame,
  point: Point,
): Pick<Assessment, 'requiredAnnual' | 'projection'> {
  return { requiredAnnual: requiredAnnual(frame, point), projection: projectionOf(frame, point) };
}

/**
 * What each remaining year must bring, while the target is not met.
 * Example: 62 in 2018, 100 in 2020 → 19 a year; compound: (100 ÷ 62)^(1/2) − 1.
 */
function requiredAnnual(frame: Frame, { year, value }: Point): RequiredAnnual | null {
  const { goal, shape, series } = frame;
  const years = series.deadline - year;
  if (!(years > 0) || frame.meets(value)) return null;
  const compound = shape === 'compound';
  const needed = finite(
    compound ? Math.expm1(logRatio(goal, value) / years) : (goal - value) / years,
  );
  return needed === null ? null : { mode: compound ? 'rate' : 'amount', value: needed };
}

function projectionOf(frame: Frame, point: Point): Projection | null {
  const { target, series, sign, goal, shape } = frame;
  if (series.broken || series.lateBreakYear !== null) return null;
  const points = series.points.filter(({ year }) => year >= series.baseYear && year <= point.year);
  return project(points, {
    shape,
    sign,
    target: goal,
    deadline: series.deadline,
    wholeUnits: frame.whole,
    cumulative: frame.cumulative,
    min: given(target.bounds?.min),
    max: given(target.bounds?.max),
  });
}
