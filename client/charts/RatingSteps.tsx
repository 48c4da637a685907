import type { ReactElement } from 'react';
import { ChartSvg, MissingDots, type ChartName } from './ChartSvg.tsx';
import { textWidth } from './textWidth.ts';

export interface RatingStepsProps extends ChartName {
  /** How many levels there are above the lowest, 0. */
  steps: number;
  /** The level judged this year, 0 to `steps`; null = not judged. */
  level: number | null;
  previous: number | null;
  planned: number | null;
  /** The level promised; null = not assigned. */
  target: number | null;
  hollow?: boolean;
  width?: number;
  height?: number;
  /** Names of the levels 0…steps: with them the wide version is drawn, a name under each step. */
  levelNames?: readonly string[];
}

/**
 * An ordinal judgement as a flight of steps, climbed up to the level reached. A step is a level,
 * never a percentage; the thick tick closes the flight at the level promised.
 */
export function RatingSteps(props: RatingStepsProps): ReactElement {
  const {
    steps,
    level,
    previous,
    planned,
    target,
    hollow = false,
    levelNames,
    title,
    desc,
  } = props;
  const wide = levelNames !== undefined;
  const { width = wide ? 560 : 170, height = wide ? 84 : 16 } = props;
  const name = {
    ...(title === undefined ? {} : { title }),
    ...(desc === undefined ? {} : { desc }),
  };
  const font = 13;
  const foot = wide ? height - font * 1.9 : height - 1;
  const top = wide ? 8 : 1;
  const stub = wide ? width / (steps + 1) : 12;
  const pitch = (width - stub - 3) / steps;
  const rise = (step: number): number => (foot - top) * (0.34 + (0.66 * step) / steps);
  const left = (step: number): number => stub + (step - 1) * pitch;
  const gap = wide ? 4 : 3;
  const all = Array.from({ length: steps }, (_, index) => index + 1);
  return (
    <ChartSvg width={width} height={height} {...name}>
      {/* Level 0: the ground before the first step. */}
      <rect
        x={0}
        y={foot - (wide ? 4 : 3)}
        width={stub - gap}
        height={wide ? 4 : 3}
        fill={level === null ? 'var(--band-1)' : 'var(--chart-actual)'}
      />
      {all.map((step) => {
        const reached = level !== null && step <= level;
        const due = planned !== null && step <= planned;
        return (
          <rect
            key={step}
            x={left(step) + (hollow && reached ? 0.75 : 0)}
            y={foot - rise(step) + (hollow && reached ? 0.75 : 0)}
            width={pitch - gap - (hollow && reached ? 1.5 : 0)}
            height={rise(step) - (hollow && reached ? 1.5 : 0)}
            fill={
              reached
                ? hollow
                  ? 'var(--surface)'
                  : 'var(--chart-actual)'
                : due
                  ? 'var(--band-1)'
                  : 'var(--band-2)'
            }
            {...(reached && hollow ? { stroke: 'var(--chart-actual)', strokeWidth: 1.5 } : {})}
          />
        );
      })}
      {target === null ? null : (
        <rect
          x={left(target) + pitch - gap}
          y={wide ? 0 : 0}
          width={3}
          height={foot + (wide ? 4 : 1)}
          fill="var(--chart-target)"
        />
      )}
      {previous !== null && previous > 0 && previous <= steps ? (
        <circle
          cx={left(previous) + (pitch - gap) / 2}
          cy={foot - rise(previous) / 2}
          r={wide ? 4 : 2.2}
          fill="var(--surface)"
          stroke="var(--chart-actual)"
          strokeWidth={1.2}
        />
      ) : null}
      {level === null ? <MissingDots x={2} y={wide ? foot - 10 : foot - 7} /> : null}
      {levelNames?.slice(0, steps + 1).map((label, step) => {
        const room = step === 0 ? stub : pitch;
        const fits = textWidth(label, font) <= room - gap;
        return (
          <text
            key={label}
            x={step === 0 ? (stub - gap) / 2 : left(step) + (pitch - gap) / 2}
            y={foot + font * 1.4}
            fontSize={fits ? font : 12}
            textAnchor="middle"
            fontWeight={step === level ? 700 : 400}
            fill={step === level ? 'var(--ink)' : 'var(--ink-2)'}
          >
            {label}
          </text>
        );
      })}
    </ChartSvg>
  );
}
