import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './actions.module.css';
import { ActionTable } from './ActionTable.tsx';
import { useActions } from './useActions.ts';

interface Subject {
  readonly planId: string;
  readonly indicatorId?: string;
  readonly measureId?: string;
}

/** The action items that serve an indicator or a measure, for its page; nothing where there are none. */
export function ActionsOf({ planId, ...subject }: Subject): ReactElement | null {
  const words = useMessages().actions.ofSubject;
  const { data } = useActions(planId, subject);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{words.title}</h2>
      <ActionTable actions={data.items} caption={words.title} />
      {subject.indicatorId === undefined ? null : <p className="sourceLine">{words.note}</p>}
    </section>
  );
}
