import type { ComponentProps, ReactElement } from 'react';
import styles from './Button.module.css';

/**
 * A button with a word on it. `pending`: what it started is under way; it stays in place and focused,
 * and another press does nothing.
 */
export function Button(
  props: ComponentProps<'button'> & {
    variant?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link';
    pending?: boolean;
  },
): ReactElement {
  const { variant = 'plain', pending = false, className = '', onClick, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={`${styles['button']} ${styles[variant]} ${className}`}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
