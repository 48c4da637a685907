import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import { ClauseLink } from './ClauseLink.tsx';
import styles from './Settings.module.css';

/** The indicator that is being settled: the words of the document and how they were read. */
export function SettingsHead({ indicator }: { indicator: Indicator }): ReactElement {
  const { plans, statuses } = useMessages();
  const words = plans.settings;
  const pick = usePick();
  const format = useFormat();
  const { id, code, kind, unitZh, unitEn, deadlineYear, deadlineSource, ambiguities } = indicator;
  const facts = [
    words.kind(statuses.kinds[kind]),
    ...(unitZh === null ? [] : [words.unit(pick(unitZh, unitEn ?? unitZh))]),
    words.deadline(format.year(deadlineYear), deadlineSource === 'document'),
    ...(indicator.tentative ? [statuses.tentative] : []),
  ];
  return (
    <div className={styles['head']}>
      <blockquote lang="zh-CN" className={styles['quote']}>
        {indicator.quote}
      </blockquote>
      <p className={styles['facts']}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <ClauseLink clause={{ subject: 'indicator', id }}>{words.toClause}</ClauseLink>
        <Link to="/indicators/$indicatorId" params={{ indicatorId: id }}>
          {plans.document.openIndicator(code)}
        </Link>
      </p>
      {ambiguities.length === 0 ? null : (
        <details className={styles['notes']}>
          <summary>{words.ambiguities(ambiguities.length)}</summary>
          <ul>
            {ambiguities.map(({ textZh, textEn }) => (
              <li key={textEn}>
                <MixedText text={pick(textZh, textEn)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
