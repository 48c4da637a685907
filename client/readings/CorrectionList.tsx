import type { ReactElement } from 'react';
import type { Correction } from '../../shared/corrections.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages } from '../app/language.tsx';
import { CorrectionItem } from './CorrectionItem.tsx';
import styles from './review.module.css';

/** The corrections that wait for a decision; nothing where none does. */
export function CorrectionList(props: {
  corrections: readonly Correction[];
  boards: readonly Dashboard[];
}): ReactElement | null {
  const { corrections, boards } = props;
  const words = useMessages().review.corrections;
  const known = corrections.flatMap((correction) => {
    const board = boards.find(({ year }) => year === correction.year);
    const indicator = board?.indicators.find(({ id }) => id === correction.indicatorId);
    return indicator === undefined ? [] : [{ correction, indicator }];
  });
  if (known.length === 0) return null;
  return (
    <section className={styles['corrections']} aria-label={words.title}>
      <h2>
        {words.title} <span className={styles['quiet']}>{words.count(known.length)}</span>
      </h2>
      {known.map(({ correction, indicator }) => (
        <CorrectionItem key={correction.id} correction={correction} indicator={indicator} />
      ))}
    </section>
  );
}
