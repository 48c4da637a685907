import type { ReactElement, ReactNode } from 'react';
import styles from './inspection.module.css';

/** One part of the report under its heading. */
export function Part(props: { title: string; lead?: string; children: ReactNode }): ReactElement {
  return (
    <section className={styles['part']}>
      <h2>{props.title}</h2>
      {props.lead === undefined ? null : <p>{props.lead}</p>}
      {props.children}
    </section>
  );
}
