import type { ReactElement } from 'react';
import { DueDiamond } from './DueDiamond.tsx';
import type { ActualDot, ChartSize, Stroke, TrajectoryFrame } from './trajectoryLayout.ts';
import type { TrajectoryModel } from './trajectoryModel.ts';
import { missingYears } from './trajectoryLayout.ts';
import { missingBox, type Word } from './trajectoryWords.ts';
import { MissingDots } from './ChartSvg.tsx';

/** Width of the actual line: 0.26 of the text, at least 3 px. */
function lineWidth(font: number): number {
  return Math.max(3, font * 0.26);
}

/** How the actual line is drawn to a figure of each standing. */
export function actualStroke(stroke: Stroke, font: number) {
  const width = lineWidth(font);
  switch (stroke) {
    case 'provisional':
      return { strokeWidth: width * 0.8, strokeDasharray: `${font * 0.3} ${font * 0.3}` };
    case 'submitted':
      return { strokeWidth: Math.max(1.5, width * 0.45) };
    default:
      return { strokeWidth: width, strokeLinecap: 'round' as const };
  }
}

/** A small diamond on the axis for each day on which something is due; the page lists them, too. */
function DueMarks(props: {
  model: TrajectoryModel;
  frame: TrajectoryFrame;
  font: number;
}): ReactElement {
  const { model, frame, font } = props;
  const { plot, x } = frame;
  const half = font * 0.42;
  const within = (model.dueMarks ?? []).filter(({ at }) => x(at) >= plot.x1 && x(at) <= plot.x2);
  return (
    <>
      {within.map((mark) => (
        <DueDiamond key={mark.key} mark={mark} x={x(mark.at)} y={plot.y2} half={half} />
      ))}
    </>
  );
}

/** What both drawings share below the lines: gridlines, axis, years, the report year, the range. */
export function TrajectoryGround(props: {
  model: TrajectoryModel;
  frame: TrajectoryFrame;
  size: ChartSize;
}): ReactElement {
  const { model, frame, size } = props;
  const { font } = size;
  const { plot, axis, x, y } = frame;
  const { target, labels, limit } = model;
  const ticks = axis.ticks;
  const top = ticks[ticks.length - 1];
  // Where gridlines stand closer than their figures are high, every second one has a figure.
  const pitch = Math.abs(y(ticks[0] ?? 0) - y(ticks[1] ?? 0));
  const every = ticks.length > 2 && pitch < font * 1.1 ? 2 : 1;
  const tickText = model.formatTick ?? model.format;
  const thin = Math.max(1, font / 13);
  return (
    <g fontSize={font}>
      {target && target.upper !== null ? (
        <>
          <rect
            x={plot.x1}
            y={y(target.upper)}
            width={plot.x2 - plot.x1}
            height={y(target.value) - y(target.upper)}
            fill="var(--ok-band)"
          />
          <line
            x1={plot.x1}
            x2={plot.x2}
            y1={y(target.value)}
            y2={y(target.value)}
            stroke="var(--chart-target)"
            strokeWidth={1.5 * thin}
          />
          <line
            x1={plot.x1}
            x2={plot.x2}
            y1={y(target.upper)}
            y2={y(target.upper)}
            stroke="var(--chart-target)"
            strokeWidth={1.5 * thin}
            strokeDasharray={`${1.5 * thin} ${3 * thin}`}
          />
        </>
      ) : null}
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line
            x1={plot.x1}
            x2={plot.x2}
            y1={y(tick)}
            y2={y(tick)}
            stroke={
              tick === 0 || (axis.broken && tick === axis.low) ? 'var(--axis)' : 'var(--grid)'
            }
          />
          {(ticks.length - 1 - index) % every === 0 ? (
            <text
              x={plot.x1 - font * 0.55}
              y={y(tick) + font * 0.36}
              textAnchor="end"
              fill="var(--ink-2)"
            >
              {tickText(tick) + (tick === top ? frame.unitOnAxis : '')}
            </text>
          ) : null}
        </g>
      ))}
      {axis.broken ? (
        <>
          <path
            d={`M${plot.x1} ${plot.y2 - font * 1.5}v${font * 0.35}l${font * 0.35} ${font * 0.2}l${-font * 0.7} ${font * 0.3}l${font * 0.35} ${font * 0.2}v${font * 0.45}`}
            fill="none"
            stroke="var(--ink-3)"
            strokeWidth={1.3 * thin}
          />
          <text
            x={plot.x1}
            y={font * 1.05}
            fontSize={Math.max(size.least ?? 12, font * 0.9)}
            fill="var(--ink-3)"
          >
            {labels.axisBreak}
          </text>
        </>
      ) : null}
      <line
        x1={x(model.reportYear)}
        x2={x(model.reportYear)}
        y1={plot.y1 - font * 0.6}
        y2={plot.y2}
        stroke="var(--axis)"
        strokeWidth={thin}
        strokeDasharray={`${thin} ${3 * thin}`}
      />
      <DueMarks model={model} frame={frame} font={font} />
      {model.years.map((year, index) => (
        <text
          key={year}
          x={x(year)}
          y={plot.y2 + font * 1.5}
          textAnchor="middle"
          fill={year === model.reportYear ? 'var(--ink)' : 'var(--ink-2)'}
          fontWeight={year === model.reportYear ? 700 : 400}
        >
          {index === 0 ? labels.firstYear : year}
        </text>
      ))}
      {limit === null ? null : (
        <line
          x1={plot.x1}
          x2={plot.x2}
          y1={y(limit)}
          y2={y(limit)}
          stroke="var(--chart-target)"
          strokeWidth={2 * thin}
        />
      )}
      {missingYears(model).map((year) => {
        const box = missingBox(frame, year, font);
        const r = font * 0.12;
        return (
          <g key={year} data-missing={year}>
            <MissingDots x={(box.x1 + box.x2) / 2 - 4 * r} y={plot.y2 - font * 0.6} r={r} />
          </g>
        );
      })}
    </g>
  );
}

/** The scenario band as a pale fan; nothing when the forecast has none. */
export function ForecastBand(props: {
  model: TrajectoryModel;
  frame: TrajectoryFrame;
}): ReactElement | null {
  const { model, frame } = props;
  const above: string[] = [];
  const below: string[] = [];
  for (const { year, low, high } of model.forecast) {
    if (low === null || high === null) continue;
    above.push(`${frame.x(year).toFixed(1)},${frame.y(high).toFixed(1)}`);
    below.unshift(`${frame.x(year).toFixed(1)},${frame.y(low).toFixed(1)}`);
  }
  if (above.length < 2) return null;
  return (
    <polygon
      points={[...above, ...below].join(' ')}
      fill="var(--chart-forecast)"
      fillOpacity={0.16}
    />
  );
}

/** The target as a short thick ink bar at its year; a range has its two lines instead. */
export function TargetBar(props: {
  model: TrajectoryModel;
  frame: TrajectoryFrame;
  size: ChartSize;
}): ReactElement | null {
  const { model, frame, size } = props;
  const { target } = model;
  if (!target || target.upper !== null) return null;
  const { font } = size;
  const at = frame.x(target.year);
  const atEnd = target.year === model.years[model.years.length - 1];
  return (
    <line
      data-target={target.value}
      x1={at - font}
      x2={atEnd ? frame.plot.x2 + font * 0.5 : at + font}
      y1={frame.y(target.value)}
      y2={frame.y(target.value)}
      stroke="var(--chart-target)"
      strokeWidth={Math.max(3, font * 0.24)}
    />
  );
}

/** One dot of the actual line: filled when approved, hollow while only submitted. */
export function Dot(props: { dot: ActualDot; font: number }): ReactElement {
  const { dot, font } = props;
  const { submittedOnly = false } = dot.point;
  return (
    <circle
      cx={dot.x}
      cy={dot.y}
      r={font * (dot.latest ? 0.46 : 0.32)}
      fill={submittedOnly ? 'var(--surface)' : 'var(--chart-actual)'}
      stroke="var(--chart-actual)"
      strokeWidth={submittedOnly ? Math.max(1.5, font * 0.14) : 0}
      data-year={dot.point.year}
    />
  );
}

const WORD_STYLE: Record<Word['role'], { fill: string; fontWeight: number }> = {
  latest: { fill: 'var(--ink)', fontWeight: 700 },
  value: { fill: 'var(--ink-2)', fontWeight: 400 },
  target: { fill: 'var(--chart-target)', fontWeight: 700 },
  limit: { fill: 'var(--chart-target)', fontWeight: 700 },
  forecast: { fill: 'var(--chart-forecast)', fontWeight: 400 },
  note: { fill: 'var(--ink-3)', fontWeight: 400 },
  plan: { fill: 'var(--chart-plan)', fontWeight: 400 },
};

/** The words, each with a rim of paper, so that a gridline behind it does not strike it through. */
export function TrajectoryWordMarks(props: { words: readonly Word[] }): ReactElement {
  return (
    <>
      {props.words.map((each) => (
        <text
          key={`${each.role}${each.x} ${each.y}`}
          data-word={each.role}
          x={each.x}
          y={each.y + each.size * 0.36}
          fontSize={each.size}
          textAnchor={each.anchor}
          stroke="var(--surface)"
          strokeWidth={each.size * 0.28}
          strokeLinejoin="round"
          paintOrder="stroke"
          {...WORD_STYLE[each.role]}
        >
          {each.text}
          {each.mark === '' ? null : (
            <tspan fontSize={each.markSize} fontWeight={400} fill="var(--ink-2)">
              {` ${each.mark}`}
            </tspan>
          )}
        </text>
      ))}
    </>
  );
}
