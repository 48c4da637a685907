import type { ReactElement } from 'react';
import { useFormat, useMessages } from '../app/language.tsx';
import type { PlanDocument } from './clauses.ts';
import styles from './ClausePanel.module.css';

/** Number, date and checksum. What the text does not say is told so, never guessed. */
export function DocumentFacts({ document }: { document: PlanDocument }): ReactElement {
  const words = useMessages().plans.document;
  const format = useFormat();
  const { documentNumber, issueDate, sha256 } = document;
  return (
    <section className={styles['facts']}>
      <h2>{words.facts}</h2>
      <dl className={styles['pairs']}>
        <dt>{words.documentNumber}</dt>
        <dd>
          {documentNumber === null ? words.notStated : <span lang="zh-CN">{documentNumber}</span>}
        </dd>
        <dt>{words.issueDate}</dt>
        <dd>{issueDate === null ? words.notStated : format.date(issueDate)}</dd>
        <dt>{words.characters}</dt>
        <dd>{format.number(document.text.replace(/\s/gu, '').length, 0)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code className={styles['checksum']}>{sha256}</code>
        </dd>
      </dl>
      <p className={styles['note']}>{words.checksumNote}</p>
      <p className={styles['note']}>{words.legend}</p>
    </section>
  );
}
