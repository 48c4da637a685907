import type { ReactElement } from 'react';
import type { Correction } from '../../shared/corrections.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useMessages } from '../app/language.tsx';
import { ReportCorrectionItem } from '../measures/api.ts';
import { CorrectionItem } from './CorrectionItem.tsx';
import styles from './review.module.css';

/** The corrections that wait for a decision, of figures and of reports; nothing where none does. */
export function CorrectionList(props: {
  planId: string;
  corrections: readonly Correction[];
  boards: readonly Dashboard[];
}): ReactElement | null {
  const { planId, corrections, boards } = props;
  const words = useMessages().review.corrections;
  if (corrections.length === 0) return null;
  return (
    <section className={styles['corrections']} aria-label={words.title}>
      <h2>
        {words.title} <span className={styles['quiet']}>{words.count(corrections.length)}</span>
      </h2>
      {corrections.map((correction) =>
        correction.of === 'reading' ? (
          <OfReading key={correction.id} correction={correction} boards={boards} />
        ) : (
          <ReportCorrectionItem key={correction.id} correction={correction} planId={planId} />
        ),
      )}
    </section>
  );
}

function OfReading(props: {
  correction: Correction & { of: 'reading' };
  boards: readonly Dashboard[];
}): ReactElement | null {
  const { correction, boards } = props;
  const board = boards.find(({ year }) => year === correction.year);
  const indicator = board?.indicators.find(({ id }) => id === correction.indicatorId);
  if (indicator === undefined) return null;
  return <CorrectionItem correction={correction} indicator={indicator} />;
}
