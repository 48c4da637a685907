import type { ReactElement } from 'react';
import { StatusMarks, statusCell } from '../ui/status.tsx';
import { ChartLegend, legendLayout, type LegendItem } from './ChartLegend.tsx';
import { heatMatrixLayout, type HeatMatrixCell, type HeatMatrixModel } from './heatMatrixLayout.ts';

export interface HeatMatrixProps {
  model: HeatMatrixModel;
  title: string;
  width: number;
  height: number;
  font: number;
  /** What the signs mean. */
  legend: readonly LegendItem[];
}

/** Status by year of every indicator at once, without a figure: a column each, years downwards. */
export function HeatMatrix(props: HeatMatrixProps): ReactElement {
  const { model, title, width, height, font, legend } = props;
  const below = legendLayout(legend, width, font).height + font * 0.7;
  const layout = heatMatrixLayout(model, width, height - below, font);
  const total = layout.height + below;
  const { cell, headY, rows } = layout;
  return (
    <svg
      viewBox={`0 0 ${width} ${total}`}
      width={width}
      height={total}
      fontSize={font}
      role="img"
      aria-label={title}
      focusable="false"
    >
      {rows.map(({ year, y }) => (
        <text key={year} x={0} y={y + cell.height / 2 + font * 0.36} fill="var(--ink-2)">
          {year}
        </text>
      ))}
      {layout.groups.map((group, at) => (
        <g key={group.id}>
          {group.lines.map((line, index) => (
            <text
              key={line}
              x={group.x}
              y={font * (1 + 1.3 * index)}
              fontWeight={700}
              fill="var(--ink)"
            >
              {line}
            </text>
          ))}
          {model.groups[at]?.columns.map((column, index) => {
            const x = group.columns[index] ?? 0;
            return (
              <g key={column.id}>
                <text
                  x={x + cell.width / 2}
                  y={headY + font * 0.36}
                  textAnchor="middle"
                  fill="var(--ink-2)"
                >
                  {column.label}
                </text>
                {rows.map(({ year, y }, row) => {
                  const shown = column.cells[row];
                  return shown === undefined ? null : (
                    <Cell key={year} cell={shown} x={x} y={y} {...cell} />
                  );
                })}
              </g>
            );
          })}
        </g>
      ))}
      <ChartLegend items={legend} width={width} y={layout.height + font * 0.7} font={font} />
    </svg>
  );
}

/** What came late, as a sign for a legend. */
export function LateMark(): ReactElement {
  return <Cell cell={{ status: 'missed', late: true }} x={0} y={0} width={16} height={16} />;
}

function Cell(props: {
  cell: HeatMatrixCell;
  x: number;
  y: number;
  width: number;
  height: number;
}): ReactElement {
  const { cell, x, y, width, height } = props;
  if (cell.status === 'notDue') {
    return <circle cx={x + width / 2} cy={y + height / 2} r={width * 0.07} fill="var(--axis)" />;
  }
  // What came late stands on the ground of what was missed, with the sign of what is reached.
  const ground = statusCell(cell.late ? 'missed' : cell.status);
  const size = Math.min(width, height) * 0.72;
  return (
    <g data-status={cell.status}>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        fill={ground.fill}
        stroke={cell.status === 'noData' ? 'var(--axis)' : 'none'}
        strokeDasharray={`${width * 0.08} ${width * 0.06}`}
      />
      <g
        transform={`translate(${x + (width - size) / 2} ${y + (height - size) / 2}) scale(${size / 16})`}
      >
        <StatusMarks status={cell.late ? 'achieved' : cell.status} ink={ground.text} />
      </g>
    </g>
  );
}
