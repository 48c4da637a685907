import type { ReactElement } from 'react';
import { actualDots, actualSegments, trajectoryFrame } from './trajectoryLayout.ts';
import {
  actualStroke,
  Dot,
  ForecastBand,
  TargetBar,
  TrajectoryGround,
  TrajectoryWordMarks,
} from './TrajectoryMarks.tsx';
import type { TrajectoryModel } from './trajectoryModel.ts';
import { trajectoryWords } from './trajectoryWords.ts';

export interface TrajectoryStaticProps {
  model: TrajectoryModel;
  /** Accessible name, and the longer description with the figures in words. */
  title: string;
  desc: string;
  /** The box it is laid out for, px; it then scales to the width of its container. */
  width?: number;
  height?: number;
  /** Size of axis text and labels, 12 or more. */
  font?: number;
  /** No word is smaller. */
  least?: number;
}

/**
 * The whole trajectory as plain SVG: for paper, downloads, slides, and while the interactive one
 * loads. No hooks and no measuring, so it can be drawn anywhere.
 */
export function TrajectoryStatic(props: TrajectoryStaticProps): ReactElement {
  const { model, title, desc, width = 760, height = 340, font = 13, least = 12 } = props;
  const size = { width, height, font, least };
  const frame = trajectoryFrame(model, size);
  const { x, y } = frame;
  const dots = actualDots(model, frame);
  const path = (points: readonly { year: number; value: number }[]): string =>
    points.map((point) => `${x(point.year).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={title}
      focusable="false"
    >
      <desc>{desc}</desc>
      <TrajectoryGround model={model} frame={frame} size={size} />
      <ForecastBand model={model} frame={frame} />
      {model.plan.length > 1 ? (
        <polyline
          points={path(model.plan)}
          fill="none"
          stroke="var(--chart-plan)"
          strokeWidth={Math.max(2, font * 0.16)}
          strokeLinecap="round"
          strokeDasharray={`0.1 ${font * 0.36}`}
        />
      ) : null}
      {model.forecast.length > 1 ? (
        <polyline
          points={path(model.forecast)}
          fill="none"
          stroke="var(--chart-forecast)"
          strokeWidth={Math.max(2, font * 0.17)}
          strokeDasharray={`${font * 0.6} ${font * 0.34}`}
        />
      ) : null}
      <TargetBar model={model} frame={frame} size={size} />
      {actualSegments(dots).map(({ from, to, stroke }) => (
        <line
          key={from.x}
          data-actual={stroke}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          stroke="var(--chart-actual)"
          {...actualStroke(stroke, font)}
        />
      ))}
      {dots.map((dot) => (
        <Dot key={dot.point.year} dot={dot} font={font} />
      ))}
      <TrajectoryWordMarks words={trajectoryWords(model, frame, size)} />
    </svg>
  );
}
