import type { ReactElement } from 'react';
import { ChartLegend, legendLayout, type LegendItem } from './ChartLegend.tsx';
import { cutLines, textWidth, wrapBold } from './textWidth.ts';

/** What one department has to do, one square each. */
export interface DutyRow {
  id: string;
  name: string;
  /** In place of the names where these take more height than there is. */
  short: string;
  groups: readonly {
    readonly id: string;
    readonly squares: readonly ('done' | 'owed' | 'overdue')[];
    /** "20/23" after the squares. */
    readonly count: string;
  }[];
}

export interface DutyBarsProps {
  /** Heads of the groups, in their order. */
  heads: readonly string[];
  rows: readonly DutyRow[];
  title: string;
  width: number;
  height: number;
  font: number;
  /** What the squares mean. */
  legend: readonly LegendItem[];
}

/** Shares of the width that names may take, the narrowest first. */
const COLUMNS = [0.3, 0.38, 0.46];

/**
 * Duties done and owed, department by department: a filled square is done, an empty one owed, one
 * with a stroke through it is past its day. Rows keep the order they are given in.
 */
export function DutyBars(props: DutyBarsProps): ReactElement {
  const { heads, rows, title, width, font, legend } = props;
  const below = legendLayout(legend, width, font).height + font * 0.9;
  const height = props.height - below;
  const heights = (lines: readonly string[][]): number[] =>
    lines.map(({ length }) => font * (1.25 * length + 0.4));
  const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
  const top = heads.length > 1 ? font * 1.7 : 0;
  // Names take as little of the width as the height lets them; too long for any, they are short.
  const tried = COLUMNS.map((share) => ({
    column: width * share,
    names: rows.map(({ name }) => wrapBold(name, font, width * share)),
  })).find(({ names: lines }) => sum(heights(lines)) <= height - top);
  const column = tried?.column ?? width * 0.34;
  const mostLines = Math.floor(
    ((height - top) / Math.max(1, rows.length) - font * 0.4) / (font * 1.25),
  );
  const names =
    tried?.names ?? rows.map(({ short }) => cutLines(wrapBold(short, font, column), mostLines));
  // What is left over is shared out; no line becomes taller than three words.
  const needed = heights(names);
  const spare = Math.max(0, height - top - sum(needed)) / Math.max(1, rows.length);
  const lines = needed.map((each) => Math.max(each, Math.min(font * 3, each + spare)));
  const nameWidth = Math.min(
    column,
    Math.max(0, ...names.flat().map((line) => textWidth(line, font) * 1.07)),
  );
  const left = nameWidth + font * 1.2;
  // Groups share what is left of the width by their longest rows, so that a square is a square.
  const longest = heads.map((_, group) =>
    Math.max(1, ...rows.map(({ groups }) => groups[group]?.squares.length ?? 0)),
  );
  // Beside its squares a group has its counts, and room for as much of its head as is longer.
  const counts = heads.map((head, group) =>
    Math.max(
      textWidth(head, font) * 1.07 - (longest[group] ?? 0) * font * 0.6,
      ...rows.map(({ groups }) => textWidth(groups[group]?.count ?? '', font)),
    ),
  );
  const fixed = counts.reduce((sum, each) => sum + each + font * 1.6, 0);
  const squares = longest.reduce((sum, each) => sum + each, 0);
  const pitch = Math.min(font * 1.6, (width - left - fixed) / squares);
  const size = Math.min(pitch * 0.8, Math.min(...lines) * 0.7);
  const total = top + sum(lines);
  const starts = heads.map((_, group) =>
    longest
      .slice(0, group)
      .reduce((sum, each, index) => sum + each * pitch + (counts[index] ?? 0) + font * 1.6, left),
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${total + below}`}
      width={width}
      height={total + below}
      fontSize={font}
      role="img"
      aria-label={title}
      focusable="false"
    >
      {heads.length > 1
        ? heads.map((head, group) => (
            <text key={head} x={starts[group]} y={font} fontWeight={700} fill="var(--ink)">
              {head}
            </text>
          ))
        : null}
      {rows.map((row, index) => {
        const above = top + sum(lines.slice(0, index));
        const y = above + (lines[index] ?? 0) / 2;
        const written = names[index] ?? [];
        return (
          <g key={row.id}>
            {index === 0 ? null : (
              <line
                x1={0}
                x2={width}
                y1={above}
                y2={above}
                stroke="var(--grid)"
                strokeWidth={font * 0.05}
              />
            )}
            {written.map((text, at) => (
              <text
                key={text}
                x={0}
                y={y + font * (0.36 + 1.25 * (at - (written.length - 1) / 2))}
                fontWeight={700}
                fill="var(--ink)"
              >
                {text}
              </text>
            ))}
            {row.groups.map((group, at) => {
              const start = starts[at] ?? left;
              return (
                <g key={group.id}>
                  {group.squares.map((square, number) => (
                    <Square
                      key={`${group.id}${number}`}
                      kind={square}
                      x={start + number * pitch}
                      y={y - size / 2}
                      size={size}
                    />
                  ))}
                  <text
                    x={start + group.squares.length * pitch + font * 0.3}
                    y={y + font * 0.36}
                    fill="var(--ink)"
                  >
                    {group.count}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      <ChartLegend items={legend} width={width} y={total + font * 0.9} font={font} />
    </svg>
  );
}

/** One duty. Also used beside its word in a legend. */
export function Square(props: {
  kind: 'done' | 'owed' | 'overdue';
  x: number;
  y: number;
  size: number;
}): ReactElement {
  const { kind, x, y, size } = props;
  const stroke = size * 0.12;
  if (kind === 'done') {
    return <rect x={x} y={y} width={size} height={size} fill="var(--chart-actual)" />;
  }
  return (
    <>
      <rect
        x={x + stroke / 2}
        y={y + stroke / 2}
        width={size - stroke}
        height={size - stroke}
        fill="var(--surface)"
        stroke={kind === 'overdue' ? 'var(--st-missed)' : 'var(--chart-actual)'}
        strokeWidth={stroke}
      />
      {kind === 'overdue' ? (
        <path
          d={`M${x + size * 0.22} ${y + size * 0.22}L${x + size * 0.78} ${y + size * 0.78}M${x + size * 0.78} ${y + size * 0.22}L${x + size * 0.22} ${y + size * 0.78}`}
          stroke="var(--st-missed)"
          strokeWidth={stroke * 1.2}
        />
      ) : null}
    </>
  );
}
