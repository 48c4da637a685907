import type { ReactElement } from 'react';
import { bulletLayout, pendingTick, type BulletModel } from './bulletLayout.ts';
import { ChartSvg, MissingDots, type ChartName } from './ChartSvg.tsx';

export interface BulletProps extends BulletModel, ChartName {
  /** px; 170 × 16 fits a table row. */
  width?: number;
  height?: number;
  /** The figure is submitted but not approved: an outlined bar. */
  hollow?: boolean;
}

/**
 * A bullet chart: bar = figure, thick tick = target, darker band = this year's plan, white dot =
 * last year. The bar always has the same colour; the status is said by its glyph.
 */
export function Bullet(props: BulletProps): ReactElement {
  const { width = 170, height = 16, hollow = false, title, desc, ...model } = props;
  const layout = bulletLayout(model, width);
  const name = {
    ...(title === undefined ? {} : { title }),
    ...(desc === undefined ? {} : { desc }),
  };
  const middle = height / 2;
  if (model.target === null) {
    const x = pendingTick(width);
    return (
      <ChartSvg width={width} height={height} {...name}>
        <rect
          x={0.5}
          y={2.5}
          width={width - 1}
          height={height - 5}
          fill="none"
          stroke="var(--axis)"
          strokeDasharray="3 3"
        />
        <line
          x1={x}
          x2={x}
          y1={0}
          y2={height}
          stroke="var(--chart-target)"
          strokeWidth={3}
          strokeDasharray="4 2"
        />
      </ChartSvg>
    );
  }
  const thick = Math.round(height * 0.42);
  const { bar, planBand } = layout;
  const { value, previous } = model;
  return (
    <ChartSvg width={width} height={height} {...name}>
      <rect x={0} y={2} width={width} height={height - 4} fill="var(--band-2)" />
      {planBand === null ? null : (
        <rect
          x={planBand.from}
          y={2}
          width={planBand.to - planBand.from}
          height={height - 4}
          fill="var(--band-1)"
        />
      )}
      {layout.plan === null ? null : (
        <rect x={layout.plan - 0.5} y={2} width={1} height={height - 4} fill="var(--chart-plan)" />
      )}
      {layout.zero > 0 ? (
        <rect x={layout.zero - 0.5} y={1} width={1} height={height - 2} fill="var(--axis)" />
      ) : null}
      {bar === null ? (
        <MissingDots x={layout.zero + 5} y={middle} />
      ) : bar.to - bar.from < 1.5 ? (
        // Zero is a figure: a stub on the zero line, where a missing one has three dots.
        <rect
          x={bar.from}
          y={middle - thick / 2}
          width={2}
          height={thick}
          fill="var(--chart-actual)"
        />
      ) : hollow ? (
        <rect
          x={bar.from + 0.75}
          y={middle - thick / 2 + 0.75}
          width={Math.max(0.5, bar.to - bar.from - 1.5)}
          height={thick - 1.5}
          fill="var(--surface)"
          stroke="var(--chart-actual)"
          strokeWidth={1.5}
        />
      ) : (
        <rect
          x={bar.from}
          y={middle - thick / 2}
          width={bar.to - bar.from}
          height={thick}
          fill="var(--chart-actual)"
        />
      )}
      <rect
        x={(layout.target ?? 0) - 1.5}
        y={0}
        width={3}
        height={height}
        fill="var(--chart-target)"
      />
      {layout.previous === null || (value === 0 && previous === 0) ? null : (
        <circle
          cx={Math.max(3, Math.min(width - 3, layout.previous))}
          cy={middle}
          r={2.2}
          fill="var(--surface)"
          stroke="var(--chart-actual)"
          strokeWidth={1.2}
        />
      )}
    </ChartSvg>
  );
}
