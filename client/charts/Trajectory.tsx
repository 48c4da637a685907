import { useMemo, type ReactElement } from 'react';
import { Line, LineChart, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts';
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
import { trajectoryRows } from './trajectoryRows.ts';
import { TrajectoryTip } from './TrajectoryTip.tsx';
import { trajectoryWords } from './trajectoryWords.ts';
import { useWidth } from './useWidth.ts';
import styles from './Trajectory.module.css';

export interface TrajectoryProps {
  /** Keep it the same object between renders: the chart is laid out again for a new one. */
  model: TrajectoryModel;
  title: string;
  desc: string;
  /** px; the width is that of the container. */
  height?: number;
  font?: number;
  /** Arrow keys move along the years. Off in a presentation, where they turn the page. */
  keyboard?: boolean;
}

/**
 * The trajectory with tooltip and keyboard. Axis, scales, words and marks are the ones of the
 * static drawing, at the same pixels; the explicit domain holds every figure, so that the target
 * can never fall outside the plot and vanish.
 */
export function Trajectory(props: TrajectoryProps): ReactElement {
  const { model, title, desc, height = 340, font = 13, keyboard = true } = props;
  const [box, width] = useWidth(760);
  const drawing = useMemo(() => {
    const size = { width, height, font };
    const frame = trajectoryFrame(model, size);
    const dots = actualDots(model, frame);
    return {
      size,
      frame,
      dots,
      segments: actualSegments(dots),
      words: trajectoryWords(model, frame, size),
      rows: trajectoryRows(model),
    };
  }, [model, width, height, font]);
  const { size, frame, dots, segments, words, rows } = drawing;
  const { plot, domainX, axis } = frame;
  const margin = useMemo(
    () => ({ left: plot.x1, top: plot.y1, right: width - plot.x2, bottom: height - plot.y2 }),
    [plot, width, height],
  );
  const still = { isAnimationActive: false, dot: false, legendType: 'none' } as const;
  return (
    <div ref={box} className={styles['box']} style={{ height }}>
      {/* Out of the flow: a drawing of the old width must not hold its container open. */}
      <div className={styles['drawing']}>
        <LineChart
          width={width}
          height={height}
          data={rows}
          margin={margin}
          accessibilityLayer={keyboard}
          role={keyboard ? 'application' : 'img'}
          aria-label={title}
          desc={desc}
        >
          <XAxis
            dataKey="year"
            type="number"
            domain={[domainX.from, domainX.to]}
            allowDataOverflow
            hide
          />
          <YAxis type="number" domain={[axis.low, axis.high]} allowDataOverflow hide />
          <ZIndexLayer zIndex={-100}>
            <TrajectoryGround model={model} frame={frame} size={size} />
            <ForecastBand model={model} frame={frame} />
          </ZIndexLayer>
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--axis)', strokeWidth: 1 }}
            content={<TrajectoryTip model={model} />}
          />
          <Line
            dataKey="plan"
            type="linear"
            connectNulls
            stroke="var(--chart-plan)"
            strokeWidth={Math.max(2, font * 0.16)}
            strokeLinecap="round"
            strokeDasharray={`0.1 ${font * 0.36}`}
            activeDot={false}
            {...still}
          />
          <Line
            dataKey="forecast"
            type="linear"
            connectNulls
            stroke="var(--chart-forecast)"
            strokeWidth={Math.max(2, font * 0.17)}
            strokeDasharray={`${font * 0.6} ${font * 0.34}`}
            activeDot={false}
            {...still}
          />
          {/* For tooltip and keyboard only: the pieces are drawn below, each in its own stroke. */}
          <Line
            dataKey="actual"
            type="linear"
            stroke="none"
            activeDot={{ r: font * 0.5, fill: 'var(--chart-actual)', stroke: 'var(--surface)' }}
            {...still}
          />
          <ZIndexLayer zIndex={700}>
            <TargetBar model={model} frame={frame} size={size} />
            {segments.map(({ from, to, stroke }) => (
              <line
                key={from.x}
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
            <TrajectoryWordMarks words={words} />
          </ZIndexLayer>
        </LineChart>
      </div>
    </div>
  );
}
