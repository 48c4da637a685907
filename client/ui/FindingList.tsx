import type { ReactElement } from 'react';
import { isHard } from '../../shared/checks/findings.ts';
import type { Finding } from '../../shared/checks/types.ts';
import { checkSentence } from '../../shared/checks/words.ts';
import type { Say } from '../../shared/figures.ts';
import { useMessages } from '../app/language.tsx';
import { MixedText } from './MixedText.tsx';
import styles from './Notice.module.css';

/**
 * What the checks say of a figure, one sentence each, with what to do about it. That a reason may
 * stand in place of another figure is said once, for all of them.
 */
export function FindingList(props: { found: readonly Finding[]; say: Say }): ReactElement {
  const { checks } = useMessages();
  const { found, say } = props;
  return (
    <>
      <ul className={styles['list']}>
        {found.map((finding) => (
          <li key={`${finding.pointer} ${finding.code}`} className={styles['item']}>
            <strong>{checks.grades[finding.grade]}</strong>{' '}
            <MixedText text={checkSentence(checks, { ...finding, grade: 'hard' }, say)} />
          </li>
        ))}
      </ul>
      {found.every(isHard) ? null : <p>{checks.reasonWanted}</p>}
    </>
  );
}
