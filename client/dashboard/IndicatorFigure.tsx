import { type ReactElement, useMemo } from 'react';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import { MilestoneLine } from '../charts/MilestoneLine.tsx';
import { RatingSteps } from '../charts/RatingSteps.tsx';
import { TrajectoryFigure } from '../charts/TrajectoryFigure.tsx';
import type { DueMark } from '../charts/trajectoryModel.ts';
import { milestoneModel } from './milestoneModel.ts';
import { rowChart } from './rowChart.ts';
import { pick, type Speech } from './speak.ts';
import { trajectoryOf } from './trajectory.ts';
import styles from './Indicator.module.css';

export interface IndicatorFigureProps {
  indicator: BoardIndicator;
  board: Dashboard;
  speech: Speech;
  title: string;
  /** Days by which something was decided to be done about it. */
  dueMarks: readonly DueMark[];
  /** Gets the element that holds the drawing for downloads. */
  drawing: (element: HTMLDivElement | null) => void;
}

/** The large picture of an indicator, in the manner of its kind. */
export function IndicatorFigure(props: IndicatorFigureProps): ReactElement {
  const { indicator, board, title, dueMarks, drawing } = props;
  const { language, messages } = props.speech;
  const { dashboard, statuses } = messages;
  const speech = useMemo(() => ({ language, messages }), [language, messages]);
  // The chart lays itself out again for a new model only.
  const model = useMemo(() => {
    const made = trajectoryOf(indicator, board, speech);
    return made === null ? null : { ...made, dueMarks };
  }, [indicator, board, speech, dueMarks]);
  if (model !== null) {
    const steps = rowChart(indicator, indicator.assessment, board, speech);
    return (
      <>
        {steps.kind === 'rating' ? (
          <div className={styles['levels']}>
            <RatingSteps
              {...steps.model}
              levelNames={indicator.levels.map((each) => pick(speech, each.nameZh, each.nameEn))}
              title={`${title}. ${dashboard.indicator.levelsTitle}`}
            />
          </div>
        ) : null}
        <TrajectoryFigure
          model={model}
          title={title}
          desc={dashboard.indicator.chartDesc}
          printRef={drawing}
        />
      </>
    );
  }
  const { status, flags } = indicator.assessment;
  const late = flags.includes('achievedLate');
  const drawn = milestoneModel(indicator, board.plan, board.year, status, speech);
  return (
    <div ref={drawing}>
      <MilestoneLine
        {...drawn}
        dueMarks={dueMarks}
        title={`${title}. ${late ? statuses.flags.achievedLate : statuses.names[status]}`}
        desc={dashboard.indicator.chartDesc}
        labels={{
          deadline: dashboard.milestone.deadline(indicator.target.deadline),
          now: dashboard.milestone.now,
        }}
      />
    </div>
  );
}
