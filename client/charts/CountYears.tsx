import type { ReactElement } from 'react';
import { MissingDots } from './ChartSvg.tsx';
import { DueDiamond } from './DueDiamond.tsx';
import type { DueMark } from './trajectoryModel.ts';
import { countLayout, MOST_CIRCLES } from './countLayout.ts';
import { textWidth } from './textWidth.ts';

export interface CountYear {
  year: number;
  /** null = no count for that year; a year still to come is not missing. */
  value: number | null;
  toCome: boolean;
  /** What is due by the end of that year; null = no plan. */
  plan: number | null;
  /** A word after the count, "快报"; '' = none. */
  mark: string;
}

export interface CountYearsProps {
  years: readonly CountYear[];
  lower: number;
  upper: number | null;
  reportYear: number;
  /** The year at whose end the target is due. */
  deadline: number;
  /** "目标 3–5个", "本年计划". */
  labels: { target: string; plan: string };
  unit: string;
  /** Days by which something was decided to be done, each in the line of its year. */
  dueMarks?: readonly DueMark[];
  title: string;
  width: number;
  height: number;
  font: number;
}

/** Whether the counts of a target can be told apart one by one on a wall. */
export function drawsCountYears(lower: number | null, upper: number | null): lower is number {
  return lower !== null && (upper ?? lower) < MOST_CIRCLES;
}

/**
 * A count year by year: a line of circles a year, filled = there, the target as an outlined pale
 * band over all of them, what the plan asks for as a stroke.
 */
export function CountYears(props: CountYearsProps): ReactElement {
  const { lower, upper, reportYear, deadline, labels, unit, title } = props;
  const { width, height, font, dueMarks = [] } = props;
  const top = font * 1.9;
  const planned = props.years.some(({ plan }) => plan !== null && plan >= 1);
  const foot = font * (planned ? 1.9 : 0.3);
  // Where there is no room for the lines of all years, it is the last ones that count.
  const years = props.years.slice(-Math.max(2, Math.floor((height - top - foot) / (font * 1.12))));
  const dueIn = (year: number): readonly DueMark[] =>
    dueMarks.filter(({ at }) => Math.ceil(at) === year);
  const most = Math.max(0, ...years.map(({ value }) => value ?? 0));
  const left = textWidth('2018', font) * 1.07 + font;
  const counted = (year: CountYear): string =>
    year.value === null ? '' : `${year.value}${unit}${year.mark === '' ? '' : ` ${year.mark}`}`;
  // A circle is as large as the lines allow, and small counts do not spread over the whole wall.
  const line = Math.min(font * 3.2, (height - top - foot) / Math.max(1, years.length));
  // Larger than the others, but not over them.
  const latest = font * Math.max(1, Math.min(1.5, (line / font) * 1.1));
  /** px of the count of a year with the air behind it. */
  const said = (year: CountYear): number => {
    const letters = textWidth(counted(year), year.year === reportYear ? latest : font);
    return letters === 0 ? 0 : letters + font * 0.6;
  };
  const right = Math.max(
    font * 3,
    ...years.map((year) => said(year) + font * 1.2 * dueIn(year.year).length),
  );
  const track = width - left - right - font;
  const layout = countLayout(
    { value: Math.max(most, 0), previous: null, plan: null, lower, upper },
    track,
    height,
  );
  const pitch = (layout.circles[1]?.x ?? 0) - (layout.circles[0]?.x ?? 0);
  const step = Math.min(pitch, Math.max(line * 1.7, font * 2.6));
  const radius = Math.min(line * 0.38, step * 0.4);
  const at = (count: number): number => left + (count - 0.5) * step;
  const box = {
    from: left + (lower - 1) * step,
    to: left + (upper ?? layout.circles.length) * step,
  };
  const bottom = top + line * years.length;
  const valueX = left + layout.circles.length * step + font * 0.8;
  const targetWidth = textWidth(labels.target, font) * 1.07;
  const targetX = Math.max(0, Math.min(box.from, width - targetWidth));
  return (
    <svg
      viewBox={`0 0 ${width} ${bottom + foot}`}
      width={width}
      height={bottom + foot}
      fontSize={font}
      role="img"
      aria-label={title}
      focusable="false"
    >
      <rect
        x={box.from}
        y={top - font * 0.1}
        width={box.to - box.from}
        height={bottom - top + font * 0.2}
        fill="var(--ok-band)"
      />
      <path
        d={
          upper === null
            ? `M${box.to} ${top - font * 0.1}H${box.from}V${bottom + font * 0.1}H${box.to}`
            : `M${box.from} ${top - font * 0.1}H${box.to}V${bottom + font * 0.1}H${box.from}z`
        }
        fill="none"
        stroke="var(--chart-target)"
        strokeWidth={Math.max(2, font * 0.12)}
      />
      <text x={targetX} y={font * 1.1} fontWeight={700} fill="var(--chart-target)">
        {labels.target}
      </text>
      {years.map((year, index) => {
        const y = top + line * (index + 0.5);
        const current = year.year === reportYear;
        const { value, plan, toCome } = year;
        return (
          <g key={year.year}>
            <text
              x={0}
              y={y + font * 0.36}
              fontWeight={current || year.year === deadline ? 700 : 400}
              fill={current ? 'var(--ink)' : 'var(--ink-2)'}
            >
              {year.year}
            </text>
            {layout.circles.map(({ count }) => {
              const there = value !== null && count <= value;
              return (
                <circle
                  key={count}
                  cx={at(count)}
                  cy={y}
                  r={there ? radius : radius * 0.92}
                  fill={there ? 'var(--chart-actual)' : 'var(--surface)'}
                  stroke={there ? 'var(--chart-actual)' : 'var(--axis)'}
                  strokeWidth={there ? 0 : Math.max(1, font * 0.06)}
                  {...(toCome || value === null
                    ? { strokeDasharray: `${font * 0.16} ${font * 0.16}` }
                    : {})}
                />
              );
            })}
            {plan === null || plan < 1 ? null : (
              <line
                x1={left + Math.min(plan, layout.circles.length) * step}
                x2={left + Math.min(plan, layout.circles.length) * step}
                y1={y - line * 0.42}
                y2={y + line * 0.42}
                stroke="var(--chart-plan)"
                strokeWidth={Math.max(3, font * 0.18)}
              />
            )}
            {value === null ? (
              toCome ? null : (
                <MissingDots x={valueX} y={y} r={font * 0.12} />
              )
            ) : (
              <text
                x={valueX}
                y={y + (current ? latest : font) * 0.36}
                fontSize={current ? latest : font}
                fontWeight={current ? 700 : 400}
                fill={current ? 'var(--ink)' : 'var(--ink-2)'}
              >
                {counted(year)}
              </text>
            )}
            {dueIn(year.year).map((mark, at) => (
              <DueDiamond
                key={mark.key}
                mark={mark}
                x={valueX + said(year) + font * (0.5 + 1.2 * at)}
                y={y}
                half={font * 0.42}
              />
            ))}
          </g>
        );
      })}
      {planned ? (
        <g>
          <line
            x1={left}
            x2={left}
            y1={bottom + font * 0.65}
            y2={bottom + font * 1.65}
            stroke="var(--chart-plan)"
            strokeWidth={Math.max(3, font * 0.18)}
          />
          <text x={left + font * 0.6} y={bottom + font * 1.5} fill="var(--chart-plan)">
            {labels.plan}
          </text>
        </g>
      ) : null}
    </svg>
  );
}
