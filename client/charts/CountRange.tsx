import type { ReactElement } from 'react';
import { Bullet } from './Bullet.tsx';
import { ChartSvg, MissingDots, type ChartName } from './ChartSvg.tsx';
import { countLayout, drawsAsCircles, type CountModel } from './countLayout.ts';

export interface CountRangeProps extends CountModel, ChartName {
  width?: number;
  height?: number;
  /** The count is submitted but not approved: rings with a dot instead of filled circles. */
  hollow?: boolean;
}

/**
 * A count as a row of circles, filled = there, with the target as an outlined pale box and the
 * year's plan as a darker band. Large counts fall back to a bullet.
 */
export function CountRange(props: CountRangeProps): ReactElement {
  const { width = 170, height = 16, hollow = false, title, desc, ...model } = props;
  const name = {
    ...(title === undefined ? {} : { title }),
    ...(desc === undefined ? {} : { desc }),
  };
  if (!drawsAsCircles(model) || model.lower === null) {
    return (
      <Bullet
        kind="atLeast"
        value={model.value}
        previous={model.previous}
        plan={model.plan}
        target={model.lower}
        width={width}
        height={height}
        hollow={hollow}
        {...name}
      />
    );
  }
  const { circles, radius, box, planTo, beyond } = countLayout(model, width, height);
  const middle = height / 2;
  const { value, previous } = model;
  const track = beyond ? width - 10 : width;
  return (
    <ChartSvg width={width} height={height} {...name}>
      <rect x={0} y={2} width={track} height={height - 4} fill="var(--band-2)" />
      {planTo === null ? null : (
        <rect x={0} y={2} width={planTo} height={height - 4} fill="var(--band-1)" />
      )}
      {box === null ? null : (
        <path
          d={
            box.open
              ? `M${track} 0.75H${box.from + 0.75}V${height - 0.75}H${track}`
              : `M${box.from + 0.75} 0.75H${box.to - 0.75}V${height - 0.75}H${box.from + 0.75}z`
          }
          fill="var(--ok-band)"
          stroke="var(--chart-target)"
          strokeWidth={1.5}
        />
      )}
      {circles.slice(value === null ? 1 : 0).map(({ count, x }) => {
        const there = value !== null && count <= value;
        return (
          <circle
            key={count}
            cx={x}
            cy={middle}
            r={there ? radius : radius - 0.4}
            fill={there && !hollow ? 'var(--chart-actual)' : 'var(--surface)'}
            stroke={value === null ? 'var(--axis)' : 'var(--chart-actual)'}
            strokeWidth={there ? 1.4 : 1}
            {...(value === null ? { strokeDasharray: '1.5 1.5' } : {})}
          />
        );
      })}
      {hollow && value !== null
        ? circles
            .filter(({ count }) => count <= value)
            .map(({ count, x }) => (
              <circle
                key={-count}
                cx={x}
                cy={middle}
                r={radius * 0.45}
                fill="var(--chart-actual)"
              />
            ))
        : null}
      {previous !== null && previous > 0 && !hollow && circles[previous - 1] !== undefined ? (
        <circle
          cx={circles[previous - 1]?.x}
          cy={middle}
          r={radius * 0.38}
          fill={value !== null && previous <= value ? 'var(--surface)' : 'var(--chart-actual)'}
        />
      ) : null}
      {value === 0 ? (
        <rect x={0} y={3} width={2} height={height - 6} fill="var(--chart-actual)" />
      ) : null}
      {value === null ? <MissingDots x={(circles[0]?.x ?? 8) - 4.8} y={middle} /> : null}
      {beyond ? (
        <path
          d={`M${width - 5} ${middle - 3.5}v7M${width - 8.5} ${middle}h7`}
          stroke="var(--chart-actual)"
          strokeWidth={1.6}
        />
      ) : null}
    </ChartSvg>
  );
}
