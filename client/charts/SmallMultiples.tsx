import type { ReactElement } from 'react';
import { textWidth } from './textWidth.ts';
import { StatusMarks, statusInk } from '../ui/status.tsx';
import {
  barTop,
  everySecond,
  type Multiple,
  multiplesLayout,
  type MultiplesLayout,
  type MultiplesModel,
  shareAt,
} from './multiplesLayout.ts';

export interface SmallMultiplesProps {
  model: MultiplesModel;
  title: string;
  width: number;
  height: number;
  font: number;
}

/** Charts of several indicators side by side on one scale: the target of each at the same height. */
export function SmallMultiples(props: SmallMultiplesProps): ReactElement {
  const { model, title, width, height, font } = props;
  const layout = multiplesLayout(model, width, height, font);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={font}
      role="img"
      aria-label={title}
      focusable="false"
    >
      {model.multiples.map((multiple, index) => {
        const tile = layout.tiles[index];
        return tile === undefined ? null : (
          <Tile
            key={multiple.id}
            multiple={multiple}
            tile={tile}
            years={model.years}
            most={layout.most}
            font={font}
          />
        );
      })}
    </svg>
  );
}

function Tile(props: {
  multiple: Multiple;
  tile: MultiplesLayout['tiles'][number];
  years: readonly number[];
  most: number;
  font: number;
}): ReactElement {
  const { multiple, tile, years, most, font } = props;
  const { plot, name } = tile;
  const { status, instead } = multiple;
  const lines = name.length;
  const glyph = font * 1.15;
  const figureY = tile.y + font * (1.25 * lines + 1.05);
  return (
    <g data-status={status}>
      {name.map((line, index) => (
        <text
          key={line}
          x={tile.x}
          y={tile.y + font * (0.95 + 1.25 * index)}
          fontWeight={700}
          fill="var(--ink)"
        >
          {line}
        </text>
      ))}
      <g transform={`translate(${tile.x} ${figureY - font * 0.95}) scale(${glyph / 16})`}>
        <StatusMarks status={status} ink={statusInk(status)} />
      </g>
      <text x={tile.x + glyph + font * 0.4} y={figureY} fill="var(--ink)">
        {told(multiple, tile.width - glyph - font * 0.4, font)}
      </text>
      {/* While a window changes its size, a tile may have no room for a moment. */}
      {instead === '' && plot.y2 > plot.y1 ? (
        <Plot multiple={multiple} plot={plot} years={years} most={most} font={font} />
      ) : null}
    </g>
  );
}

/** The figure with its target, as far as the width of a tile holds both. */
function told({ figure, goal, instead }: Multiple, width: number, font: number): string {
  const last = instead === '' ? goal : instead;
  const whole = [figure, last].filter((each) => each !== '').join(' · ');
  if (textWidth(whole, font) <= width) return whole;
  return figure === '' || textWidth(figure, font) > width ? last : figure;
}

function Plot(props: {
  multiple: Multiple;
  plot: MultiplesLayout['tiles'][number]['plot'];
  years: readonly number[];
  most: number;
  font: number;
}): ReactElement {
  const { multiple, plot, years, most, font } = props;
  const { x1, x2, y1, y2 } = plot;
  const pitch = (x2 - x1) / Math.max(1, years.length);
  const x = (year: number): number => x1 + (years.indexOf(year) + 0.5) * pitch;
  const y = (share: number): number => shareAt(share, most, y1, y2);
  const sparse = everySecond(years, x2 - x1, font);
  const half = textWidth('2018', font) / 2;
  const stroke = Math.max(2, font * 0.13);
  const known = multiple.points.flatMap(({ year, share }) =>
    share === null ? [] : [{ year, share }],
  );
  const bar = Math.min(font * 1.5, pitch * 0.56);
  return (
    <>
      <rect
        x={x1}
        y={multiple.ceiling ? y(1) : y1}
        width={x2 - x1}
        height={multiple.ceiling ? y2 - y(1) : y(1) - y1}
        fill="var(--ok-band)"
      />
      {known.map(({ year, share }) => {
        const beyond = share > most;
        const top = barTop(share, most, y1, y2, stroke);
        return (
          <g key={year}>
            <rect
              x={x(year) - bar / 2}
              y={Math.min(top, y2 - Math.max(1, font * 0.1))}
              width={bar}
              height={Math.max(font * 0.1, y2 - top)}
              fill="var(--chart-actual)"
            />
            {beyond ? (
              <path
                d={`M${x(year) - bar / 2} ${y1 + font * 0.5}L${x(year)} ${y1 - font * 0.1}L${x(year) + bar / 2} ${y1 + font * 0.5}z`}
                fill="var(--chart-actual)"
                stroke="var(--surface)"
                strokeWidth={font * 0.12}
              />
            ) : null}
          </g>
        );
      })}
      <line x1={x1} x2={x2} y1={y(1)} y2={y(1)} stroke="var(--chart-target)" strokeWidth={stroke} />
      <line x1={x1} x2={x2} y1={y2} y2={y2} stroke="var(--axis)" strokeWidth={font * 0.05} />
      {years.map((year, index) =>
        sparse && (years.length - 1 - index) % 2 === 1 ? null : (
          <text
            key={year}
            x={Math.max(x1 + half, Math.min(x2 - half, x(year)))}
            y={y2 + font * 1.15}
            textAnchor="middle"
            fill="var(--ink-2)"
          >
            {year}
          </text>
        ),
      )}
    </>
  );
}
