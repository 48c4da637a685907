import type { ReactElement, ReactNode } from 'react';

/**
 * What a chart says to who cannot see it. With `title` the chart is an image of that name (and
 * `desc` its longer description); without, it is decoration beside text that says the same.
 */
export interface ChartName {
  title?: string;
  desc?: string;
}

/** The `<svg>` of a small chart: a fixed box in px, named or hidden as `ChartName` says. */
export function ChartSvg(
  props: ChartName & { width: number; height: number; children: ReactNode },
): ReactElement {
  const { title, desc, width, height, children } = props;
  const name =
    title === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'img', 'aria-label': title } as const);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      focusable="false"
      {...name}
    >
      {title !== undefined && desc !== undefined ? <desc>{desc}</desc> : null}
      {children}
    </svg>
  );
}

/** "…" as three dots on the axis: a figure that is missing, which is not the same as zero. */
export function MissingDots(props: { x: number; y: number; r?: number }): ReactElement {
  const { x, y, r = 1.2 } = props;
  return (
    <g fill="var(--ink-3)">
      <circle cx={x} cy={y} r={r} />
      <circle cx={x + 4 * r} cy={y} r={r} />
      <circle cx={x + 8 * r} cy={y} r={r} />
    </g>
  );
}
