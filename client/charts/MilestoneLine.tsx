import type { ReactElement } from 'react';
import { StatusMarks, statusInk, type DrawnStatus } from '../ui/status.tsx';
import { ChartSvg, type ChartName } from './ChartSvg.tsx';
import { DueDiamond } from './DueDiamond.tsx';
import {
  besideTick,
  completedAt,
  milestoneLayout,
  NAME_LEADING,
  stretch,
  timeScale,
  type MilestoneModel,
  type MilestoneRoom,
  type Stretch,
} from './milestoneLayout.ts';
import { textWidth } from './textWidth.ts';
import type { DueMark } from './trajectoryModel.ts';

const STRETCH_STATUS: Record<Stretch['kind'], DrawnStatus> = {
  early: 'achieved',
  late: 'behind',
  overdue: 'missed',
};

/** A glyph centred on a point of the chart. */
function Mark(props: {
  status: DrawnStatus;
  x: number;
  y: number;
  size: number;
  hollow?: boolean;
}) {
  const { status, x, y, size, hollow = false } = props;
  return (
    <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`}>
      {/* Paper under the glyph, so that the line does not run through its cut-out sign. */}
      <circle cx={8} cy={8} r={7} fill="var(--surface)" />
      <StatusMarks status={status} ink={statusInk(status)} hollow={hollow} />
    </g>
  );
}

export interface MilestoneRowProps extends MilestoneModel, ChartName {
  width?: number;
  height?: number;
  hollow?: boolean;
  /** "迟" beside the glyph when all was reached, but after the deadline. */
  lateMark?: string;
}

/**
 * A milestone in a table row: thin time axis, ink tick = deadline, small dots = steps reached, the
 * glyph at the date everything was reached (or at the end of what we know), and a coloured stretch
 * between deadline and glyph.
 */
export function MilestoneRow(props: MilestoneRowProps): ReactElement {
  const { width = 170, height = 18, hollow = false, lateMark, title, desc, ...model } = props;
  const { from, to, now, deadline, status, steps } = model;
  const name = {
    ...(title === undefined ? {} : { title }),
    ...(desc === undefined ? {} : { desc }),
  };
  const middle = height / 2;
  const at = timeScale(from, to, 7, width - 7);
  const finished = completedAt(steps);
  const glyphAt = besideTick(at(finished ?? now), deadline === null ? null : at(deadline), 9);
  const found = stretch(finished, deadline, now);
  const judged = status !== 'noData' && status !== 'targetPending';
  return (
    <ChartSvg width={width} height={height} {...name}>
      <rect x={7} y={middle - 0.75} width={width - 14} height={1.5} fill="var(--axis)" />
      {judged && found !== null ? (
        <rect
          x={at(found.from)}
          y={middle - 1.75}
          width={Math.max(0, at(found.to) - at(found.from))}
          height={3.5}
          fill={statusInk(STRETCH_STATUS[found.kind])}
        />
      ) : null}
      {steps.map((step) =>
        step.done !== null && step.done !== finished ? (
          <circle
            key={step.label}
            cx={at(step.done)}
            cy={middle}
            r={3}
            fill="var(--chart-actual)"
            stroke="var(--surface)"
          />
        ) : null,
      )}
      <Mark status={status} x={glyphAt} y={middle} size={15} hollow={hollow} />
      {deadline === null ? null : (
        <rect
          x={at(deadline) - 1.5}
          y={0.5}
          width={3}
          height={height - 1}
          fill="var(--chart-target)"
        />
      )}
      {lateMark === undefined ? null : (
        <text
          x={glyphAt + 9}
          y={middle + 4.5}
          fontSize={12}
          fill="var(--ink-2)"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {lateMark}
        </text>
      )}
    </ChartSvg>
  );
}

export interface MilestoneLineProps extends MilestoneModel, ChartName {
  /** px; the height follows from the number of steps (read it from `milestoneLayout`). */
  width?: number;
  font?: number;
  room?: MilestoneRoom;
  /** "期限 2016年底" above the deadline, "统计截止" above the end of what we know. */
  labels: { deadline: string; now: string };
  /** Days by which something was decided to be done; those beyond the axis are left out. */
  dueMarks?: readonly DueMark[];
}

/** A due mark counts its years from their end, the axis of a milestone from their beginning. */
const dueTime = ({ at }: DueMark): number => at + 1;

/** A milestone on the detail page: one lane a step, scales with its container. */
export function MilestoneLine(props: MilestoneLineProps): ReactElement {
  const { width = 760, font = 13, room, labels, dueMarks = [], title, desc, ...model } = props;
  // Halves of both labels, the bold one a little wider, and a gap: closer than that they stack.
  const deadlineWidth = textWidth(labels.deadline, font) * 1.07;
  const nowWidth = textWidth(labels.now, font);
  const reach = (deadlineWidth + nowWidth) / 2 + font;
  const layout = milestoneLayout(model, width, font, { reach, ...room });
  const { left, right, top, bottom, nowX, deadlineX } = layout;
  const stacked = deadlineX !== null && Math.abs(deadlineX - nowX) < reach;
  const above = stacked ? font * 1.4 : 0;
  const time = timeScale(model.from, model.to, left, right);
  const within = dueMarks.filter(
    (mark) => dueTime(mark) >= model.from && dueTime(mark) <= model.to + 1,
  );
  const inside = (x: number, label: number) =>
    Math.min(Math.max(x, label / 2), width - label / 2 - 1);
  return (
    <svg
      viewBox={`0 ${-above} ${width} ${layout.height + above}`}
      width="100%"
      fontSize={font}
      focusable="false"
      {...(title === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title })}
    >
      {title !== undefined && desc !== undefined ? <desc>{desc}</desc> : null}
      {layout.years.map(({ year, x, edge }) => (
        <g key={year}>
          <line x1={edge} x2={edge} y1={top} y2={bottom + 5} stroke="var(--grid)" />
          <text x={x} y={bottom + font * 1.4} textAnchor="middle" fill="var(--ink-2)">
            {year}
          </text>
        </g>
      ))}
      <line x1={right} x2={right} y1={top} y2={bottom + 5} stroke="var(--grid)" />
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--axis)" />
      <line
        x1={nowX}
        x2={nowX}
        y1={top - 4}
        y2={bottom}
        stroke="var(--chart-plan)"
        strokeDasharray="1 3"
      />
      <text x={inside(nowX, nowWidth)} y={top - 8} textAnchor="middle" fill="var(--ink-3)">
        {labels.now}
      </text>
      {layout.lanes.map(({ step, name, y, glyphX, dueX, stretch: found }) => (
        <g key={step.label}>
          <text textAnchor="end" fill="var(--ink)" fontWeight={700}>
            {name.map((line, index) => (
              <tspan
                key={line}
                x={left - font * 0.8}
                y={y + font * (0.36 + NAME_LEADING * (index - (name.length - 1) / 2))}
              >
                {line}
              </tspan>
            ))}
          </text>
          <line x1={left} x2={right} y1={y} y2={y} stroke="var(--axis)" strokeWidth={1.5} />
          {found === null ? null : (
            <rect
              x={found.from}
              y={y - 2}
              width={Math.max(0, found.to - found.from)}
              height={4}
              fill={statusInk(STRETCH_STATUS[found.kind])}
            />
          )}
          {dueX === null ? null : (
            <rect
              x={dueX - 1.5}
              y={y - font * 0.75}
              width={3}
              height={font * 1.5}
              fill="var(--chart-target)"
            />
          )}
          <Mark status={step.status} x={glyphX} y={y} size={font * 1.35} />
          <text x={layout.noteX} y={y + font * 0.36} fill="var(--ink-2)">
            {step.note}
          </text>
        </g>
      ))}
      {within.map((mark) => (
        <DueDiamond
          key={mark.key}
          mark={mark}
          x={time(dueTime(mark))}
          y={bottom}
          half={font * 0.42}
        />
      ))}
      {deadlineX === null ? null : (
        <text
          x={inside(deadlineX, deadlineWidth)}
          y={top - 8 - above}
          textAnchor="middle"
          fill="var(--ink)"
          fontWeight={700}
        >
          {labels.deadline}
        </text>
      )}
      {deadlineX === null ? null : (
        <line
          x1={deadlineX}
          x2={deadlineX}
          y1={top - 4 - above}
          y2={bottom}
          stroke="var(--chart-target)"
          strokeWidth={1}
        />
      )}
    </svg>
  );
}
