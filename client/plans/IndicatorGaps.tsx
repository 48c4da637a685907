import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages, useName } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import styles from './Coverage.module.css';
import type { Gap, IncompleteIndicator } from './gaps.ts';

/** Columns, each with the gaps that it shows and the part of the settings page that fills them. */
const COLUMNS = [
  { id: 'department', gaps: ['department', 'lead'], part: 'departments' },
  { id: 'target', gaps: ['target'], part: 'target' },
  { id: 'baseline', gaps: ['baseline'], part: 'baseline' },
  // Only another plan file can name a measure.
  { id: 'measure', gaps: ['measure'], part: null },
] as const satisfies readonly { id: Gap; gaps: readonly Gap[]; part: string | null }[];

/** Every indicator that lacks something, with the way to where it is filled in. */
export function IndicatorGaps(props: {
  indicators: readonly IncompleteIndicator[];
  /** All indicators of the plan. */
  count: number;
}): ReactElement {
  const words = useMessages().plans.coverage;
  const name = useName();
  const settable = useMay()('plans.configure');
  return (
    <section>
      <h2>{words.indicatorsTitle(props.indicators.length, props.count)}</h2>
      <table className={`statTable ${styles['gaps']}`}>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.indicator}</th>
            {COLUMNS.map(({ id }) => (
              <th key={id} scope="col">
                {words.columns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.indicators.map((indicator) => (
            <tr key={indicator.id}>
              <td>{indicator.code}</td>
              <th scope="row">
                <Link
                  to={settable ? '/indicators/$indicatorId/settings' : '/indicators/$indicatorId'}
                  params={{ indicatorId: indicator.id }}
                >
                  {name(indicator)}
                </Link>
              </th>
              {COLUMNS.map(({ id, gaps, part }) => (
                <td key={id}>
                  <Cell
                    indicator={indicator}
                    gap={gaps.find((gap) => indicator.gaps.includes(gap)) ?? null}
                    part={settable ? part : null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sourceLine">{words.legend}</p>
    </section>
  );
}

function Cell(props: {
  indicator: IncompleteIndicator;
  gap: Gap | null;
  part: string | null;
}): ReactElement {
  const { indicator, gap, part } = props;
  const words = useMessages().plans.coverage;
  if (gap === null) return <span className={styles['nothing']}>—</span>;
  const said = words.gaps[gap].short;
  if (part === null) return <>{said}</>;
  return (
    <Link
      to="/indicators/$indicatorId/settings"
      params={{ indicatorId: indicator.id }}
      hash={part}
      aria-label={`${indicator.code} ${said}`}
    >
      {said}
    </Link>
  );
}
