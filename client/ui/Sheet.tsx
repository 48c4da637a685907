import type { ReactElement, ReactNode } from 'react';
import styles from './Sheet.module.css';
import { usePaper } from './usePaper.ts';

/**
 * An official sheet of A4 (催报通知、督办单、会前材料): on screen a sheet with its buttons above it, on
 * paper the sheet alone. What stands on it takes its looks from Sheet.module.css.
 */
export function Sheet(props: {
  /** Above it, on screen only. */
  actions: ReactNode;
  title: string;
  /** Below the title; absent: it has none. */
  number?: string;
  /** In small type, for what has to go on one page. */
  dense?: boolean;
  children: ReactNode;
}): ReactElement {
  const { actions, title, number, dense = false, children } = props;
  usePaper(dense ? 'denseSheet' : 'sheet');
  return (
    <>
      <div className={`${styles['actions']} screenOnly`}>{actions}</div>
      <article className={styles['sheet']} data-dense={dense || undefined}>
        <h2 className={styles['title']}>{title}</h2>
        {number === undefined ? null : <p className={styles['number']}>{number}</p>}
        {children}
      </article>
    </>
  );
}
