import type { ComponentProps, ReactElement, ReactNode } from 'react';
import styles from './Notice.module.css';

/** A paragraph that must be seen. Its tone is said in words; the colour only repeats it. */
export function Notice(
  props: {
    tone?: 'info' | 'warning' | 'error' | 'success';
    title?: string;
    children?: ReactNode;
  } & Omit<ComponentProps<'div'>, 'title'>,
): ReactElement {
  const { tone = 'info', title, children, ...rest } = props;
  return (
    <div {...rest} className={`${styles['notice']} ${styles[tone]}`}>
      {title === undefined ? null : <p className={styles['title']}>{title}</p>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
