import type { ReactElement } from 'react';
import type { ActionItem } from '../../shared/action-items.ts';
import { useMessages } from '../app/language.tsx';
import styles from './actions.module.css';

/** How an action item stands to its due day, in words: 逾期3天, 临期 · 剩2天, 按期. */
export function UrgencyWord(props: {
  action: Pick<ActionItem, 'urgency' | 'daysLeft'>;
}): ReactElement {
  const { urgency, daysLeft } = props.action;
  const words = useMessages().actions;
  const text =
    urgency === 'overdue'
      ? words.past(-daysLeft)
      : urgency === 'near'
        ? `${words.urgencies.near} · ${words.left(daysLeft)}`
        : urgency === 'running'
          ? words.left(daysLeft)
          : words.urgencies[urgency];
  return (
    <span className={styles['urgency']} data-urgency={urgency}>
      {text}
    </span>
  );
}
