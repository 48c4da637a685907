import type { ReactElement } from 'react';
import { CountYears } from '../charts/CountYears.tsx';
import type { LegendItem } from '../charts/ChartLegend.tsx';
import { DutyBars, Square } from '../charts/DutyBars.tsx';
import { HeatMatrix, LateMark } from '../charts/HeatMatrix.tsx';
import { milestoneLayout, type MilestoneModel } from '../charts/milestoneLayout.ts';
import { MilestoneLine } from '../charts/MilestoneLine.tsx';
import { SmallMultiples } from '../charts/SmallMultiples.tsx';
import { StatusBars } from '../charts/StatusBars.tsx';
import { TrajectoryStatic } from '../charts/TrajectoryStatic.tsx';
import { StatusMarks, statusInk } from '../ui/status.tsx';
import { ChartBox } from './ChartBox.tsx';
import { distinct, type Shown } from './deckView.ts';
import type { SlideChart } from './slideChart.ts';

/** The share of a wall that the names of conditions may take. */
const NAMES = 0.36;

/** A milestone whose names are cut to where they differ, where they would not fit otherwise. */
function fitting(
  model: MilestoneModel,
  box: { width: number; height: number },
  font: number,
): MilestoneModel {
  const { height } = milestoneLayout(model, box.width, font, { column: NAMES });
  if (height + font * 1.4 <= box.height) return model;
  const labels = distinct(model.steps.map(({ label }) => label));
  return {
    ...model,
    steps: model.steps.map((step, index) => ({ ...step, label: labels[index] ?? step.label })),
  };
}

/** The chart of a slide, as large as the slide leaves it room. */
export function SlideChartView(props: {
  chart: SlideChart;
  shown: Shown;
  title: string;
  /** px of the smallest word. */
  font: number;
}): ReactElement | null {
  const { chart, shown, title, font } = props;
  const { speech, board } = shown;
  const { presentation, dashboard } = speech.messages;
  if (chart.kind === 'none') return null;
  const heatMarks = ({ signs }: Extract<SlideChart, { kind: 'heat' }>): LegendItem[] => [
    ...signs.statuses.map(({ status, label, detail }) => ({
      id: status,
      mark: <StatusMarks status={status} ink={statusInk(status)} />,
      label,
      detail,
    })),
    ...(signs.late
      ? [{ id: 'late', mark: <LateMark />, label: presentation.chart.lateLegend, detail: '' }]
      : []),
  ];
  const dutyMarks = ({ rows }: Extract<SlideChart, { kind: 'duties' }>): LegendItem[] => {
    const drawn = new Set(rows.flatMap(({ groups }) => groups.flatMap(({ squares }) => squares)));
    return (['done', 'owed', 'overdue'] as const)
      .filter((kind) => drawn.has(kind))
      .map((kind) => ({
        id: kind,
        mark: <Square kind={kind} x={1.5} y={1.5} size={13} />,
        label: presentation.chart[kind],
        detail: '',
      }));
  };
  return (
    <ChartBox font={font}>
      {(box) => {
        const common = { width: box.width, height: box.height, title, font };
        switch (chart.kind) {
          case 'status':
            return <StatusBars bars={chart.bars} {...common} />;
          case 'heat':
            return <HeatMatrix model={chart.model} legend={heatMarks(chart)} {...common} />;
          case 'multiples':
            return <SmallMultiples model={chart.model} {...common} />;
          case 'duties':
            return (
              <DutyBars
                heads={chart.heads}
                rows={chart.rows}
                legend={dutyMarks(chart)}
                {...common}
              />
            );
          case 'count':
            return (
              <CountYears
                years={chart.years}
                lower={chart.lower}
                upper={chart.upper}
                unit={chart.unit}
                dueMarks={chart.dueMarks}
                reportYear={board.year}
                deadline={chart.deadline}
                labels={{ target: chart.target, plan: presentation.chart.countPlan }}
                {...common}
              />
            );
          case 'milestone':
            return (
              <MilestoneLine
                {...fitting(chart.model, box, font)}
                dueMarks={chart.dueMarks}
                width={box.width}
                font={font}
                title={title}
                room={{ column: NAMES, height: box.height }}
                labels={{
                  deadline: dashboard.milestone.deadline(chart.deadline),
                  now: dashboard.milestone.now,
                }}
              />
            );
          case 'trajectory':
            return <TrajectoryStatic model={chart.model} desc={title} least={font} {...common} />;
        }
      }}
    </ChartBox>
  );
}
