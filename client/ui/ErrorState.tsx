import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from './Button.tsx';
import { problemSentence } from './sentences.ts';
import styles from './States.module.css';

/** What failed, that nothing was lost, and what to do. `error` is what a query or call threw. */
export function ErrorState(props: {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  action?: ReactNode;
}): ReactElement {
  const messages = useMessages();
  const { title = messages.app.errors.pageFailed, onRetry } = props;
  return (
    <section className={styles['state']} role="alert">
      <h2>{title}</h2>
      <p>{problemSentence(messages, props.error)}</p>
      <div className={styles['action']}>
        {onRetry === undefined ? null : (
          <Button variant="primary" onClick={onRetry}>
            {messages.app.actions.retry}
          </Button>
        )}
        {props.action}
      </div>
    </section>
  );
}
