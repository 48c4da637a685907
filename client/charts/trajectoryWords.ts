import { cheapest, pushApart, type Box, type Obstacles, type Point } from './placement.ts';
import { textWidth } from './textWidth.ts';
import {
  actualDots,
  actualSegments,
  missingYears,
  planAt,
  shortUnit,
  type ActualDot,
  type ChartSize,
  type TrajectoryFrame,
} from './trajectoryLayout.ts';
import type { TrajectoryModel } from './trajectoryModel.ts';

/** A word of the chart and where it stands; `y` is the middle of its height. */
export interface Word {
  role: 'latest' | 'value' | 'target' | 'forecast' | 'note' | 'plan' | 'limit';
  text: string;
  /** A small word after the figure: 快报, 待审; '' = none. */
  mark: string;
  markSize: number;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  box: Box;
}

/** The size of a mark beside a figure of `size`, where no word is smaller than `least`. */
export function markSize(size: number, least = 12): number {
  return Math.max(least, size * 0.62);
}

/** The word at a place, with the box it will cover. */
function word(
  role: Word['role'],
  text: string,
  x: number,
  y: number,
  anchor: Word['anchor'],
  size: number,
  mark = '',
  least = 12,
): Word {
  const small = markSize(size, least);
  const width = textWidth(text, size) + (mark === '' ? 0 : textWidth(` ${mark}`, small));
  const x1 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    role,
    text,
    mark,
    markSize: small,
    x,
    y,
    anchor,
    size,
    box: { x1, x2: x1 + width, y1: y - size * 0.56, y2: y + size * 0.56 },
  };
}

/** Places for the figure at a dot: the preferred side, the other, then beside it. */
function valuePlaces(dot: ActualDot, model: TrajectoryModel, sizes: ChartSize): Word[] {
  const { font, least } = sizes;
  const size = dot.latest ? font * 1.5 : font;
  const role = dot.latest ? 'latest' : 'value';
  const text = model.format(dot.point.value) + (dot.latest ? shortUnit(model.labels.unit) : '');
  const away = size * 0.56 + (dot.latest ? font * 0.55 : font * 0.45);
  const planned = planAt(model, dot.point.year);
  const belowFirst = planned !== null && dot.point.value < planned;
  const sides = belowFirst ? [away, -away] : [-away, away];
  const at = (dx: number, dy: number, anchor: Word['anchor']): Word =>
    word(role, text, dot.x + dx, dot.y + dy, anchor, size, dot.point.mark, least);
  return [
    ...sides.map((dy) => at(0, dy, 'middle')),
    ...sides.map((dy) => at(font * 0.1, dy * 1.1, 'start')),
    ...sides.map((dy) => at(-font * 0.1, dy * 1.1, 'end')),
    ...sides.map((dy) => at(0, dy * 1.8, 'middle')),
    at(font * 0.7, 0, 'start'),
    at(-font * 0.7, 0, 'end'),
  ];
}

/** Places for the name of the plan: along its path, first ahead of now, above and below. */
function planPlaces(model: TrajectoryModel, frame: TrajectoryFrame, font: number): Word[] {
  const path = model.plan.map(({ year, value }) => ({ year, x: frame.x(year), y: frame.y(value) }));
  const ahead: Word[] = [];
  const behind: Word[] = [];
  const farther: Word[] = [];
  for (let index = 1; index < path.length; index += 1) {
    const from = path[index - 1];
    const to = path[index];
    if (!from || !to) continue;
    const rising = to.y <= from.y;
    for (const share of [0.5, 0.7, 0.3, 0.85, 0.15]) {
      const x = from.x + (to.x - from.x) * share;
      const y = from.y + (to.y - from.y) * share;
      const list = to.year > model.reportYear ? ahead : behind;
      for (const away of [0.95, 1.5, 2.6, 3.8]) {
        // Far from its line only where everything nearer is taken.
        (away < 2 ? list : farther).push(
          word('plan', model.labels.plan, x, y - font * away, rising ? 'end' : 'start', font),
          word('plan', model.labels.plan, x, y + font * away, rising ? 'start' : 'end', font),
        );
      }
    }
  }
  return [...ahead, ...behind, ...farther];
}

/** The forecast with its note under it, as one block whose middle is at `y`. */
function forecastBlock(model: TrajectoryModel, x: number, y: number, sizes: ChartSize): Word[] {
  const { font, least = 12 } = sizes;
  const { forecast, forecastNote } = model.labels;
  const small = Math.max(least, font * 0.88);
  if (forecastNote === '') return [word('forecast', forecast, x, y, 'start', font)];
  return [
    word('forecast', forecast, x, y - font * 0.6, 'start', font),
    word('note', forecastNote, x, y + font * 0.65, 'start', small),
  ];
}

/**
 * Every word of a trajectory with its place. The target stands at its bar; the forecast is pushed
 * off it; the figures go below the dot where the line runs under the plan, otherwise above, and
 * give way to lines and to each other; the name of the plan takes what is left.
 */
export function trajectoryWords(
  model: TrajectoryModel,
  frame: TrajectoryFrame,
  size: ChartSize,
): Word[] {
  const { font } = size;
  const { plot, x, y } = frame;
  const { target, forecast, limit, labels } = model;
  const dots = actualDots(model, frame);
  const last = model.years[model.years.length - 1];
  const rightX = plot.x2 + font * 0.8;
  const placed: Word[] = [];
  const lines: Point[][] = [
    ...actualSegments(dots).map(({ from, to }) => [from, to]),
    model.plan.map((point) => ({ x: x(point.year), y: y(point.value) })),
    forecast.map((point) => ({ x: x(point.year), y: y(point.value) })),
  ];
  const area: Box = { x1: plot.x1, y1: font * 0.2, x2: plot.x2 + font * 0.4, y2: plot.y2 - 1 };
  const obstacles = (): Obstacles => ({
    boxes: [
      ...placed.map((each) => each.box),
      ...dots.map((dot) => ({ x1: dot.x - 4, x2: dot.x + 4, y1: dot.y - 4, y2: dot.y + 4 })),
      ...missingYears(model).map((year) => missingBox(frame, year, font)),
      ...(target && target.upper === null
        ? [
            {
              x1: x(target.year) - font,
              x2: target.year === last ? plot.x2 + font * 0.5 : x(target.year) + font,
              y1: y(target.value) - 4,
              y2: y(target.value) + 4,
            },
          ]
        : []),
    ],
    lines,
    area,
  });
  const put = (candidates: readonly Word[]): void => {
    const best = cheapest(candidates, obstacles());
    if (best) placed.push(best);
  };

  let targetY: number | null = null;
  if (target && (target.year === last || target.upper !== null)) {
    const middle = target.upper === null ? target.value : (target.value + target.upper) / 2;
    targetY = y(middle);
    placed.push(word('target', labels.target, rightX, targetY, 'start', font));
  }
  if (limit !== null && labels.limit !== '') {
    const wanted = y(limit);
    const at =
      targetY === null ? wanted : pushApart(targetY, wanted, font * 1.35, plot.y1, plot.y2);
    placed.push(word('limit', labels.limit, rightX, at, 'start', font));
  }
  const end = forecast[forecast.length - 1];
  const forecastAtEnd = forecast.length > 1 && end && end.year === last;
  if (forecastAtEnd) {
    const gap = font * (labels.forecastNote === '' ? 1.35 : 1.95);
    const at =
      targetY === null
        ? y(end.value)
        : pushApart(targetY, y(end.value), gap, plot.y1, plot.y2 - font);
    placed.push(...forecastBlock(model, rightX, at, size));
  }

  const latest = dots.find((dot) => dot.latest);
  if (latest) put(valuePlaces(latest, model, size));
  for (const dot of dots) {
    // Where the axis already says the level in words, repeating it at every dot is noise.
    if (!dot.latest && model.ticks === undefined) put(valuePlaces(dot, model, size));
  }

  if (target && targetY === null) {
    const tx = x(target.year);
    const ty = y(target.value);
    const up = target.op === 'atLeast' ? -1 : 1;
    const at = (dx: number, dy: number, anchor: Word['anchor']): Word =>
      word('target', labels.target, tx + dx, ty + dy, anchor, font);
    put([
      at(0, up * font, 'middle'),
      at(font * 1.3, 0, 'start'),
      at(-font * 1.3, 0, 'end'),
      at(0, -up * font, 'middle'),
      at(0, up * font * 2.2, 'middle'),
      at(font * 0.6, up * font, 'start'),
      at(-font * 0.6, up * font, 'end'),
    ]);
  }
  if (forecast.length > 1 && end && !forecastAtEnd) {
    const text = labels.forecast;
    put(
      [-1, 1, -2, 2].flatMap((side) =>
        (['start', 'middle', 'end'] as const).map((anchor) =>
          word('forecast', text, x(end.year), y(end.value) + side * font, anchor, font),
        ),
      ),
    );
  }
  if (model.plan.length > 1 && labels.plan !== '') put(planPlaces(model, frame, font));
  return placed;
}

/** The place of the `…` of a missing year: on the axis, above its year. */
export function missingBox(frame: TrajectoryFrame, year: number, font: number): Box {
  const at = frame.x(year);
  return { x1: at - font * 0.6, x2: at + font * 0.6, y1: frame.plot.y2 - font, y2: frame.plot.y2 };
}
