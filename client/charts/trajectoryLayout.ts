import { valueAxis, type Axis } from './axis.ts';
import type { Box, Point } from './placement.ts';
import { textWidth } from './textWidth.ts';
import type { ActualPoint, TrajectoryModel } from './trajectoryModel.ts';

/** The box a trajectory is drawn in, px; `font` is the size of axis text and labels, 12 or more. */
export interface ChartSize {
  width: number;
  height: number;
  font: number;
  /** No word is smaller; 12 where it is not said. On a wall it is `font` itself. */
  least?: number;
}

export type Stroke = 'solid' | 'provisional' | 'submitted';

export interface TrajectoryFrame {
  axis: Axis;
  /** The plot: gridlines run from x1 to x2, the axis from y2 up to y1. */
  plot: Box;
  /** First and last year in x, the fractions of a year that the plot is wider than they are. */
  domainX: { from: number; to: number };
  x: (year: number) => number;
  y: (value: number) => number;
  unitOnAxis: string;
}

export interface ActualDot extends Point {
  point: ActualPoint & { value: number };
  latest: boolean;
}

/** Every figure that has to be inside the axis: the target first of all. */
export function figuresOf(model: TrajectoryModel): number[] {
  const { actual, plan, target, limit, forecast } = model;
  const figures = actual.map((point) => point.value).filter((value) => value !== null);
  figures.push(...plan.map((point) => point.value));
  for (const point of forecast) {
    figures.push(point.value);
    if (point.low !== null) figures.push(point.low);
    if (point.high !== null) figures.push(point.high);
  }
  if (target) figures.push(target.value);
  if (target && target.upper !== null) figures.push(target.upper);
  if (limit !== null) figures.push(limit);
  return figures.filter((figure) => Number.isFinite(figure));
}

/** A unit is written at the figures only when it is short; a long one belongs in the subtitle. */
export function shortUnit(unit: string): string {
  return textWidth(unit, 1) <= 2 ? unit : '';
}

/** Words that stand to the right of the plot, at the ends of the lines. */
export function rightLabels(model: TrajectoryModel): string[] {
  const last = model.years[model.years.length - 1];
  const { target, forecast, labels, limit } = model;
  const words: string[] = [];
  if (target && (target.year === last || target.upper !== null)) words.push(labels.target);
  if (forecast.length > 1 && forecast[forecast.length - 1]?.year === last) {
    words.push(labels.forecast, labels.forecastNote);
  }
  if (limit !== null) words.push(labels.limit);
  return words;
}

/**
 * Axis, plot and scales of a trajectory. Margins are reckoned from the words that must fit in
 * them, at most 30 % of the width on the right.
 */
export function trajectoryFrame(model: TrajectoryModel, size: ChartSize): TrajectoryFrame {
  const { width, height, font } = size;
  const { years, labels } = model;
  const axis = valueAxis(figuresOf(model), model.axis, model.whole, model.ticks);
  const unitOnAxis = shortUnit(labels.unit);
  const tickText = model.formatTick ?? model.format;
  const widest = Math.max(
    ...axis.ticks.map((tick) => textWidth(tickText(tick), font)),
    textWidth(tickText(axis.ticks[axis.ticks.length - 1] ?? 0) + unitOnAxis, font),
  );
  const right = Math.max(
    font * 1.2,
    Math.min(
      width * 0.3,
      Math.max(0, ...rightLabels(model).map((words) => textWidth(words, font) + font * 1.6)),
    ),
  );
  const plot: Box = {
    x1: Math.ceil(Math.min(width * 0.25, widest) + font * 0.7),
    y1: Math.ceil(font * (axis.broken ? 3.2 : 2.2)),
    x2: Math.floor(width - right),
    y2: Math.floor(height - font * 2),
  };
  const first = years[0] ?? model.reportYear;
  const last = years[years.length - 1] ?? first;
  // The first dot stands clear of the axis figures, the last one clear of the words on the right.
  const inset = ((last - first || 1) * font * 1.6) / Math.max(1, plot.x2 - plot.x1 - font * 2.6);
  const domainX = {
    from: first - inset,
    to: last + (last > first ? inset * 0.6 : inset),
  };
  const perYear = (plot.x2 - plot.x1) / (domainX.to - domainX.from);
  const perUnit = (plot.y2 - plot.y1) / (axis.high - axis.low);
  return {
    axis,
    plot,
    domainX,
    unitOnAxis,
    x: (year) => plot.x1 + (year - domainX.from) * perYear,
    y: (value) => plot.y2 - (value - axis.low) * perUnit,
  };
}

/** The dots of the actual line: real figures only, the latest one marked. */
export function actualDots(model: TrajectoryModel, frame: TrajectoryFrame): ActualDot[] {
  const known = model.actual
    .filter((point): point is ActualPoint & { value: number } => point.value !== null)
    .sort((a, b) => a.year - b.year);
  return known.map((point, index) => ({
    point,
    x: frame.x(point.year),
    y: frame.y(point.value),
    latest: index === known.length - 1,
  }));
}

/**
 * The actual line in pieces: only neighbouring years are joined, so a missing year is a gap and
 * nothing is interpolated. A piece to an estimate is dashed, to a submitted figure thin.
 */
export function actualSegments(
  dots: readonly ActualDot[],
): { from: Point; to: Point; stroke: Stroke }[] {
  const pieces: { from: Point; to: Point; stroke: Stroke }[] = [];
  for (let index = 1; index < dots.length; index += 1) {
    const from = dots[index - 1];
    const to = dots[index];
    if (!from || !to || to.point.year - from.point.year !== 1) continue;
    const submitted = (from.point.submittedOnly ?? false) || (to.point.submittedOnly ?? false);
    const stroke = submitted
      ? 'submitted'
      : (to.point.provisional ?? false)
        ? 'provisional'
        : 'solid';
    pieces.push({ from, to, stroke });
  }
  return pieces;
}

/**
 * The years that should have a figure and have none: from the first year of the axis to the
 * report year. Years after it are not missing, they have not been.
 */
export function missingYears(model: TrajectoryModel): number[] {
  const known = new Set(
    model.actual.filter((point) => point.value !== null).map((point) => point.year),
  );
  return model.years.filter((year) => year <= model.reportYear && !known.has(year));
}

/**
 * The planned value at a year, straight between its neighbours; null outside the path. Used only
 * to decide on which side of the line a label stands, never as a figure.
 */
export function planAt(model: TrajectoryModel, year: number): number | null {
  const path = [...model.plan].sort((a, b) => a.year - b.year);
  for (let index = 0; index < path.length; index += 1) {
    const from = path[index];
    const to = path[index + 1];
    if (!from) continue;
    if (from.year === year) return from.value;
    if (to && from.year < year && year < to.year) {
      return from.value + ((to.value - from.value) * (year - from.year)) / (to.year - from.year);
    }
  }
  return null;
}
