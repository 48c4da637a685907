import { finite } from './number.ts';
import { latestPoint, timeProgress } from './series.ts';
import type { Series } from './series.ts';
import type { Assessment, Flag, Status } from './types.ts';

/** An answer in which nothing was computed. */
export function blank(status: Status): Assessment {
  return {
    status,
    reason: null,
    flags: [],
    assessedYear: null,
    lag: null,
    value: null,
    targetValue: null,
    attainment: null,
    completion: null,
    timeProgress: null,
    plannedValue: null,
    plannedCompletion: null,
    paceRatio: null,
    gapPp: null,
    cumulativeReduction: null,
    overshootPct: null,
    attainedYear: null,
    requiredAnnual: null,
    checkpointResults: [],
    projection: null,
    altPathStatus: null,
    trendClass: null,
  };
}

/** Which figure is looked at: its year, its age against the due year, and the figure. */
export function figureOf(series: Series): Pick<Assessment, 'assessedYear' | 'lag' | 'value'> {
  const point = latestPoint(series);
  if (point === null) return { assessedYear: null, lag: null, value: null };
  const { year, value } = point;
  return { assessedYear: finite(year), lag: finite(series.dueYear - year), value: finite(value) };
}

/** The time progress at the year that is looked at. */
export function elapsedOf(series: Series): number | null {
  const point = latestPoint(series);
  return point === null ? null : timeProgress(series, point.year);
}

/** Flags that follow from the figures alone, merged with others: each once, in alphabetical order. */
export function flagsOf(series: Series, others: readonly Flag[]): Flag[] {
  const flags = new Set(others);
  if (series.broken || series.lateBreakYear !== null) flags.add('seriesBreak');
  if (latestPoint(series)?.provisional === true) flags.add('provisional');
  return [...flags].sort();
}

/** The answer while the target itself is still to be assigned: the latest figure, nothing judged. */
export function pending(series: Series): Assessment {
  const passed: Flag[] = series.asOf >= series.deadline ? ['deadlinePassed'] : [];
  return { ...blank('targetPending'), ...figureOf(series), flags: flagsOf(series, passed) };
}
