import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './PageFrame.module.css';

/** Heading, lead and actions of a page, and the title of the window. */
export function PageFrame(props: {
  title: string;
  /** Of the window, where it should differ from the heading. */
  windowTitle?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The heading is read, not drawn: the page has its own first line. */
  hideTitle?: boolean;
  children?: ReactNode;
}): ReactElement {
  const { title, windowTitle = title, lead, actions, hideTitle = false, children } = props;
  const { product } = useMessages().app;
  useEffect(() => {
    document.title = `${windowTitle} · ${product}`;
  }, [windowTitle, product]);
  return (
    <div className={styles['page']}>
      <div className={hideTitle ? 'visuallyHidden' : styles['head']}>
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <div className={styles['lead']}>{lead}</div>}
        </div>
        {actions === undefined ? null : (
          <div className={`${styles['actions']} screenOnly`}>{actions}</div>
        )}
      </div>
      {children}
    </div>
  );
}
