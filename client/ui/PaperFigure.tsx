import type { ReactElement } from 'react';
import type { PaperChart } from '../../shared/paper.ts';
import styles from './Paper.module.css';

/** In units of the drawing; a millimetre of the paper is four of them. */
const WIDTH = 592;
const HEIGHT = 240;
const LEFT = 56;
const RIGHT = 12;
const TOP = 22;
const BOTTOM = 44;
const LINES = 4;

/**
 * A chart of a paper, as its document draws it: plain lines, told apart by their dashes. A year without
 * a figure is a gap.
 */
export function PaperFigure({ chart }: { chart: PaperChart }): ReactElement {
  const { caption, categories, series, numberFormat, unit, description } = chart;
  const places = numberFormat.split('.')[1]?.length ?? 0;
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const most = Math.max(...values, 0);
  const least = Math.min(...values);
  const from = least < 0 || (least > most / 2 && chart.type === 'line') ? least : 0;
  const span = most - from || 1;
  const low = from === 0 ? 0 : from - span * 0.15;
  const high = most + span * 0.15;
  const x = (at: number): number =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (at + 0.5)) / categories.length;
  const y = (value: number): number =>
    TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low));
  const ticks = Array.from({ length: LINES + 1 }, (_, at) => low + ((high - low) * at) / LINES);
  return (
    <figure className={styles['figure']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y(tick)}
              y2={y(tick)}
              className={styles['grid']}
            />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {tick.toFixed(places === 0 && high < LINES ? 1 : places)}
            </text>
          </g>
        ))}
        {unit === null ? null : (
          <text x={LEFT - 6} y={12} textAnchor="end">
            {unit.length > 6 ? '' : unit}
          </text>
        )}
        {categories.map((category, at) => (
          <text key={category} x={x(at)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
            {category}
          </text>
        ))}
        {series.map(({ name, role, values: own }, place) => (
          <g key={name} data-role={role}>
            {segmentsOf(own).map((segment) => (
              <polyline
                key={segment[0]?.at ?? 0}
                points={segment.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
              />
            ))}
            {role === 'actual'
              ? own.map((value, at) =>
                  value === null ? null : (
                    <g key={categories[at]}>
                      <circle cx={x(at)} cy={y(value)} r="3" />
                      <text x={x(at)} y={y(value) - 8} textAnchor="middle">
                        {value.toFixed(places)}
                      </text>
                    </g>
                  ),
                )
              : null}
            <line
              x1={LEFT + place * 110}
              x2={LEFT + place * 110 + 28}
              y1={HEIGHT - 10}
              y2={HEIGHT - 10}
            />
            <text x={LEFT + place * 110 + 34} y={HEIGHT - 6}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

interface Point {
  readonly at: number;
  readonly value: number;
}

/** Runs without a gap: a line never crosses a year that has no figure. */
function segmentsOf(values: readonly (number | null)[]): Point[][] {
  const segments: Point[][] = [];
  let open: Point[] = [];
  values.forEach((value, at) => {
    if (value !== null) open.push({ at, value });
    if ((value === null || at === values.length - 1) && open.length > 0) {
      segments.push(open);
      open = [];
    }
  });
  return segments;
}
