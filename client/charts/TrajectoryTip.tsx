import type { ReactElement } from 'react';
import type { TrajectoryModel } from './trajectoryModel.ts';
import { trajectoryRows } from './trajectoryRows.ts';
import styles from './Trajectory.module.css';

function Key(props: { stroke: string; dash?: string; width: number }): ReactElement {
  return (
    <svg className={styles['key']} width={18} height={8} aria-hidden="true" focusable="false">
      <line
        x1={1}
        x2={17}
        y1={4}
        y2={4}
        stroke={props.stroke}
        strokeWidth={props.width}
        strokeDasharray={props.dash}
      />
    </svg>
  );
}

/**
 * What the pointer or the arrow keys are on: the figures of one year, nothing that is not known.
 * `active` and `label` (the year) are filled in by the chart library.
 */
export function TrajectoryTip(props: {
  model: TrajectoryModel;
  active?: boolean;
  label?: string | number;
}): ReactElement | null {
  const { model, active = false, label } = props;
  const row = trajectoryRows(model).find((each) => each.year === Number(label));
  if (!active || !row) return null;
  const { labels, target } = model;
  const point = model.actual.find((each) => each.year === row.year);
  const text = (value: number): string => model.format(value) + labels.unit;
  const ahead = row.year > model.reportYear;
  return (
    <div className={styles['tip']}>
      <b>{row.year}</b>
      {ahead && row.actual === null ? null : (
        <div className={styles['row']}>
          <span>
            <Key stroke="var(--chart-actual)" width={3} />
            {labels.actualName}
          </span>
          <span>
            {row.actual === null
              ? labels.missing
              : text(row.actual) + (point?.mark === undefined ? '' : ` ${point.mark}`)}
          </span>
        </div>
      )}
      {row.plan === null ? null : (
        <div className={styles['row']}>
          <span>
            <Key stroke="var(--chart-plan)" width={2} dash="2 3" />
            {labels.planName}
          </span>
          <span>{text(row.plan)}</span>
        </div>
      )}
      {ahead && row.forecast !== null ? (
        <div className={styles['row']}>
          <span>
            <Key stroke="var(--chart-forecast)" width={2} dash="6 3" />
            {labels.forecastName}
          </span>
          <span>
            {text(row.forecast)}
            {row.fan === null ? '' : ` (${model.format(row.fan[0])}–${model.format(row.fan[1])})`}
          </span>
        </div>
      ) : null}
      {target && target.year === row.year ? <div>{labels.target}</div> : null}
    </div>
  );
}
