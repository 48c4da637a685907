import type { DrawnStatus } from '../ui/status.tsx';
import { cutLines, textWidth, wrapBold } from './textWidth.ts';

/** One year of one indicator. */
export interface HeatMatrixCell {
  status: DrawnStatus;
  /** Met after the deadline: it must never look like on time. */
  late: boolean;
}

export interface HeatMatrixColumn {
  id: string;
  /** At the head of the column, two or three signs. */
  label: string;
  /** One for every year. */
  cells: readonly HeatMatrixCell[];
}

/** Columns that belong together, a theme. */
export interface HeatMatrixGroup {
  id: string;
  name: string;
  columns: readonly HeatMatrixColumn[];
}

export interface HeatMatrixModel {
  years: readonly number[];
  groups: readonly HeatMatrixGroup[];
}

export interface HeatMatrixLayout {
  height: number;
  /** px of a cell, without the gap beside it. */
  cell: { width: number; height: number };
  groups: readonly {
    id: string;
    x: number;
    lines: readonly string[];
    columns: readonly number[];
  }[];
  /** Middle of the line of column heads, and of each line of years. */
  headY: number;
  rows: readonly { year: number; y: number }[];
}

/** Lines that the name of a group may take. */
const MOST_LINES = 3;

/**
 * Where the cells of a matrix stand: a column an indicator, a row a year, groups set apart. The
 * cells take what the box leaves them and are never flatter than the text.
 * @example heatMatrixLayout({years: [2016], groups: []}, 400, 100, 12).rows // [{year: 2016, …}]
 */
export function heatMatrixLayout(
  { years, groups }: HeatMatrixModel,
  width: number,
  height: number,
  font: number,
): HeatMatrixLayout {
  const left = Math.ceil(textWidth('2018', font) + font * 0.6);
  const gap = font * 1.8;
  const columns = groups.reduce((count, group) => count + group.columns.length, 0);
  const room = width - left - gap * Math.max(0, groups.length - 1);
  const pitch = Math.min(font * 2.4, room / Math.max(1, columns));
  const space = Math.max(1, font * 0.12);
  let x = left;
  const placed = groups.map((group) => {
    const from = x;
    const wide = pitch * group.columns.length;
    x += wide + gap;
    return {
      id: group.id,
      x: from,
      // A name may run on over the gap, but not into the next one.
      lines: cutLines(
        wrapBold(
          group.name,
          font,
          Math.min(width - from, Math.max(pitch * 2, wide + gap - font * 0.3)),
        ),
        MOST_LINES,
      ),
      columns: group.columns.map((_, index) => from + index * pitch),
    };
  });
  const most = Math.max(1, ...placed.map(({ lines }) => lines.length));
  const top = font * 1.3 * most;
  const headY = top + font * 0.8;
  const first = headY + font * 0.9;
  const line = Math.max(
    font * 1.3,
    Math.min(font * 2.4, (height - first) / Math.max(1, years.length)),
  );
  return {
    height: Math.ceil(first + line * years.length),
    cell: { width: pitch - space, height: line - space },
    groups: placed,
    headY,
    rows: years.map((year, index) => ({ year, y: first + index * line })),
  };
}
