import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Language } from '../../shared/i18n/languages.ts';
import { useMessages } from '../app/language.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { type About, PaperView } from '../ui/PaperView.tsx';
import { type ReportKey, useReportPages } from './api.ts';
import styles from './reports.module.css';

/** The report as its pages, in its language: the sentence about an indicator leads to its figures. */
export function Preview(props: { of: ReportKey; year: number; language: Language }): ReactElement {
  const { of, year, language } = props;
  const words = useMessages().reports.paper;
  return (
    <div className={styles['preview']}>
      <Loaded result={useReportPages(of, language)}>
        {({ pages }) => <PaperView pages={pages} label={words.label} about={linkIn(year)} />}
      </Loaded>
    </div>
  );
}

/** Links a sentence to the figures of its indicator, as of the year of the report. */
function linkIn(year: number): About {
  return (indicatorId, text) => (
    <Link
      className={styles['figure']}
      to="/indicators/$indicatorId"
      params={{ indicatorId }}
      search={{ year }}
    >
      {text}
    </Link>
  );
}
