import type { ReactElement } from 'react';
import { StatusMarks, statusCell, statusInk, type DrawnStatus } from '../ui/status.tsx';
import { textWidth } from './textWidth.ts';

export interface StatusBar {
  status: DrawnStatus;
  label: string;
  count: number;
  /** Short names of the things themselves, written into their squares where there is room. */
  names: readonly string[];
}

export interface StatusBarsProps {
  bars: readonly StatusBar[];
  title: string;
  width: number;
  height: number;
  font: number;
}

/** How many things have each status: glyph, word, the count, and a square for every one. */
export function StatusBars(props: StatusBarsProps): ReactElement {
  const { bars, title, width, height, font } = props;
  const line = Math.min(font * 2.6, height / Math.max(1, bars.length));
  const big = Math.min(font * 2, line * 0.82);
  const word = font * 1.19;
  const glyph = word * 1.15;
  const words = glyph + font * 0.5;
  const counts =
    words + Math.max(0, ...bars.map(({ label }) => textWidth(label, word) * 1.07)) + font * 0.9;
  const squares =
    counts + Math.max(0, ...bars.map(({ count }) => textWidth(String(count), big))) + font;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  // Every square as wide as the longest name, if all of a line fit; plain squares otherwise.
  const name = Math.max(
    line * 0.72,
    ...bars.flatMap(({ names }) => names.map((each) => textWidth(each, font) + font)),
  );
  const named = name * most <= width - squares && bars.every(({ names }) => names.length > 0);
  const pitch = named ? name : Math.min(line * 0.72, (width - squares) / most);
  const gap = Math.min(pitch * 0.18, font * 0.25);
  const tall = Math.min(Math.max(1, line - gap), named ? font * 1.7 : pitch - gap);
  return (
    <svg
      viewBox={`0 0 ${width} ${line * bars.length}`}
      width={width}
      height={line * bars.length}
      role="img"
      aria-label={title}
      focusable="false"
    >
      {bars.map(({ status, label, count, names }, index) => {
        const y = line * (index + 0.5);
        const ink = statusInk(status);
        return (
          <g key={status}>
            <g transform={`translate(0 ${y - glyph / 2}) scale(${glyph / 16})`}>
              <StatusMarks status={status} ink={ink} />
            </g>
            <text x={words} y={y + word * 0.36} fontSize={word} fontWeight={700} fill={ink}>
              {label}
            </text>
            <text
              x={squares - font}
              y={y + big * 0.36}
              fontSize={big}
              fontWeight={700}
              textAnchor="end"
              fill="var(--ink)"
            >
              {count}
            </text>
            {Array.from({ length: count }, (_, number) => (
              <g key={number}>
                <rect
                  x={squares + number * pitch}
                  y={y - tall / 2}
                  width={pitch - gap}
                  height={tall}
                  fill={statusCell(status).fill}
                  stroke={ink}
                  strokeWidth={Math.max(1, font * 0.06)}
                />
                {named ? (
                  <text
                    x={squares + number * pitch + (pitch - gap) / 2}
                    y={y + font * 0.36}
                    fontSize={font}
                    textAnchor="middle"
                    fill={statusCell(status).text}
                  >
                    {names[number]}
                  </text>
                ) : null}
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
