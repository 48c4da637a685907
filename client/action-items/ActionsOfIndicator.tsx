import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './actions.module.css';
import { ActionTable } from './ActionTable.tsx';
import { useActions } from './useActions.ts';

/** The action items that serve an indicator, for its page; nothing where there are none. */
export function ActionsOfIndicator(props: {
  planId: string;
  indicatorId: string;
}): ReactElement | null {
  const { planId, indicatorId } = props;
  const words = useMessages().actions.ofIndicator;
  const { data } = useActions(planId, { indicatorId });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{words.title}</h2>
      <ActionTable actions={data.items} caption={words.title} />
      <p className="sourceLine">{words.note}</p>
    </section>
  );
}
