import type { ReactElement } from 'react';
import { textWidth } from './textWidth.ts';

/** A sign with what it means. */
export interface LegendItem {
  readonly id: string;
  /** Drawn in a box of 16 × 16. */
  readonly mark: ReactElement;
  readonly label: string;
  /** After the label, not bold; '' = nothing. */
  readonly detail: string;
}

interface Placed {
  readonly item: LegendItem;
  readonly x: number;
  readonly line: number;
}

/** Where the items stand, in as many lines as they need. */
export function legendLayout(
  items: readonly LegendItem[],
  width: number,
  font: number,
): { readonly placed: readonly Placed[]; readonly height: number } {
  let x = 0;
  let line = 0;
  const placed = items.map((item): Placed => {
    const wide =
      font * 1.6 + textWidth(item.label, font) * 1.07 + textWidth(` ${item.detail}`, font);
    if (x > 0 && x + wide > width) {
      x = 0;
      line += 1;
    }
    const at = { item, x, line };
    x += wide + font * 1.2;
    return at;
  });
  return { placed, height: items.length === 0 ? 0 : font * 1.4 * (line + 1) };
}

/** The signs of a chart with their words, inside its drawing, so that they leave with it. */
export function ChartLegend(props: {
  items: readonly LegendItem[];
  width: number;
  y: number;
  font: number;
}): ReactElement {
  const { items, width, y, font } = props;
  const size = font * 1.05;
  return (
    <g fontSize={font}>
      {legendLayout(items, width, font).placed.map(({ item, x, line }) => {
        const base = y + font * (1.05 + 1.4 * line);
        return (
          <g key={item.id}>
            <g transform={`translate(${x} ${base - font * 0.88}) scale(${size / 16})`}>
              {item.mark}
            </g>
            <text x={x + font * 1.5} y={base} fill="var(--ink)">
              <tspan fontWeight={700}>{item.label}</tspan>
              {item.detail === '' ? '' : ` ${item.detail}`}
            </text>
          </g>
        );
      })}
    </g>
  );
}
