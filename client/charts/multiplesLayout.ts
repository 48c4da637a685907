import type { DrawnStatus } from '../ui/status.tsx';
import { cutLines, textWidth, wrapBold } from './textWidth.ts';

/** One small chart of several that are read against each other. */
export interface Multiple {
  id: string;
  /** "A2 机器人密度". */
  name: string;
  /** "61台/万人"; '' = none. */
  figure: string;
  /** "目标 ≥100", left out where a tile is too narrow for both. */
  goal: string;
  status: DrawnStatus;
  /**
   * How far the figure of each year stands between 0 and the target: 1 is the target itself. null =
   * no figure for that year.
   */
  points: readonly { year: number; share: number | null }[];
  /** A ceiling: to be below is better. */
  ceiling: boolean;
  /** Written in place of the chart where there is nothing to measure against; '' = drawn. */
  instead: string;
}

export interface MultiplesModel {
  years: readonly number[];
  multiples: readonly Multiple[];
}

export interface MultiplesLayout {
  height: number;
  tiles: readonly {
    x: number;
    y: number;
    width: number;
    name: readonly string[];
    plot: { x1: number; x2: number; y1: number; y2: number };
  }[];
  /** The common scale: from 0 to this share of the target. */
  most: number;
}

/** More beside each other would leave their names no room. */
const MOST_COLUMNS = 3;

/** A share beyond this would press all others flat; it is drawn at the edge with a mark. */
export const MOST_SHARE = 1.6;

/**
 * Small charts in lines of up to three, all on one scale: 0 at the foot, the target of each at the
 * same height.
 */
export function multiplesLayout(
  { multiples }: MultiplesModel,
  width: number,
  height: number,
  font: number,
): MultiplesLayout {
  const columns = Math.min(MOST_COLUMNS, multiples.length);
  const rows = Math.max(1, Math.ceil(multiples.length / Math.max(1, columns)));
  const gap = font * 1.4;
  const tile = (width - gap * (columns - 1)) / Math.max(1, columns);
  const rowGap = font * 0.8;
  const tall = (height - rowGap * (rows - 1)) / rows;
  // Names leave the charts the greater part of the height.
  const mostLines = Math.floor((tall * 0.45) / (font * 1.25));
  const names = multiples.map(({ name }) => cutLines(wrapBold(name, font, tile), mostLines));
  const most = Math.min(
    MOST_SHARE,
    Math.max(
      1.15,
      ...multiples.flatMap(({ points }) => points.map(({ share }) => (share ?? 0) * 1.08)),
    ),
  );
  return {
    height,
    most,
    tiles: multiples.map((_, index) => {
      const x = (index % columns) * (tile + gap);
      const y = Math.floor(index / columns) * (tall + rowGap);
      const name = names[index] ?? [];
      // Names of one row take the same room, so that its charts stand on one line.
      const row = names.slice(
        Math.floor(index / columns) * columns,
        Math.floor(index / columns) * columns + columns,
      );
      const lines = Math.max(1, ...row.map((each) => each.length));
      const top = y + font * (1.25 * lines + 1.5);
      return {
        x,
        y,
        width: tile,
        name,
        plot: { x1: x, x2: x + tile, y1: top + font * 0.5, y2: y + tall - font * 1.35 },
      };
    }),
  };
}

/** px of a share on the common scale, held at its upper edge. */
export function shareAt(share: number, most: number, y1: number, y2: number): number {
  return y2 - (Math.min(most, Math.max(0, share)) / most) * (y2 - y1);
}

/**
 * The upper edge of a bar: one that does not reach the line of the target, or is beyond it, is seen
 * not to touch it, however near its figure is.
 * @param stroke px of the line of the target
 * @example barTop(0.999, 1.5, 0, 150, 4) // 54: the line stands at 50
 */
export function barTop(
  share: number,
  most: number,
  y1: number,
  y2: number,
  stroke: number,
): number {
  const line = shareAt(1, most, y1, y2);
  const top = shareAt(share, most, y1, y2);
  if (share < 1) return Math.max(top, Math.min(y2, line + stroke));
  return share > 1 ? Math.min(top, line - stroke) : top;
}

/** Whether every second year only is written, because the years would touch. */
export function everySecond(years: readonly number[], width: number, font: number): boolean {
  return years.length * (textWidth('2018', font) + font * 0.4) > width;
}
