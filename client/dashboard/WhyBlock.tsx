import type { ReactElement } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Formats } from '../app/language.tsx';
import styles from './Indicator.module.css';
import type { Speech } from './speak.ts';
import { judgedReading, whyGroups } from './why.ts';

/** Every step that made the status, numbered, and who stands behind the figure. */
export function WhyBlock(props: {
  indicator: BoardIndicator;
  /** The figure that was judged with the people behind it; null: not known, or none. */
  reading: Reading | null;
  speech: Speech;
  format: Pick<Formats, 'date'>;
}): ReactElement {
  const { indicator, reading, speech, format } = props;
  const { dashboard, explain, statuses } = speech.messages;
  const judged = judgedReading(indicator);
  const by = (act: { name: string; at: string } | null): string =>
    act === null
      ? dashboard.indicator.unknownPerson
      : dashboard.indicator.reviewedBy(act.name, format.date(act.at));
  return (
    <ol className={styles['why']}>
      {whyGroups(indicator, speech).map(({ group, title, lines, from }) => (
        <li key={group}>
          <h3>{title}</h3>
          <ul className={styles['steps']}>
            {lines.map((line, index) => (
              <li key={line} className={group === 'conclusion' ? styles['conclusion'] : undefined}>
                <span className={styles['number']}>{from + index}</span>
                {line}
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <h3>{explain.groups.source}</h3>
        <ul className={styles['steps']}>
          {judged === null ? (
            <li>{dashboard.why.noSource}</li>
          ) : (
            <>
              <li>
                {dashboard.why.source(judged.source)}
                {judged.absence === null ? ` · ${statuses.dataStatuses[judged.dataStatus]}` : ''}
              </li>
              <li>
                {dashboard.indicator.reviewed(
                  judged.year,
                  by(reading?.submitted ?? reading?.entered ?? null),
                  by(reading?.approved ?? null),
                )}
              </li>
            </>
          )}
        </ul>
      </li>
    </ol>
  );
}
