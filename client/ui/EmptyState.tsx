import type { ReactElement, ReactNode } from 'react';
import styles from './States.module.css';

/** Nothing is here yet: says what to do and who does it. */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}): ReactElement {
  return (
    <section className={styles['state']}>
      <h2>{props.title}</h2>
      {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
      {props.action === undefined ? null : <div className={styles['action']}>{props.action}</div>}
    </section>
  );
}
