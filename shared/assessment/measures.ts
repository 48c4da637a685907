import { elapsedOf } from './answer.ts';
import type { Decision } from './decide.ts';
import { otherPathClass } from './frame.ts';
import type { Frame } from './frame.ts';
import { attainmentOf, keptRatio, overshootOf } from './goal.ts';
import { finite, given } from './number.ts';
import { logRatio } from './path.ts';
import { progressOn } from './progress.ts';
import { project } from './projection.ts';
import type { Point } from './series.ts';
import type { Assessment, Projection, RequiredAnnual } from './types.ts';

/** Everything that is computed at the year of the judged figure, whatever the status. */
export function measuresAt(frame: Frame, point: Point, decision: Decision): Partial<Assessment> {
  const { target, series, sign, goal, maintain, path } = frame;
  const { year, value } = point;
  const attainment = attainmentOf(target, value, series.baseValue);
  const measured: Partial<Assessment> = { attainment, timeProgress: elapsedOf(series) };
  // Without the figure of the deadline year there is nothing to look forward from.
  if (decision.reason !== 'deadlineReadingMissing') {
    measured.requiredAnnual = requiredAnnual(frame, point);
    measured.projection = projectionOf(frame, point);
    if (frame.meets(value)) measured.overshootPct = overshootOf(target, value, goal, attainment);
  }
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
