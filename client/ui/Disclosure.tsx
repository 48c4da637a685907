import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Chevron } from './Chevron.tsx';
import styles from './Disclosure.module.css';

/**
 * A button that unfolds a small panel below itself. Escape, a press elsewhere or leaving it with Tab
 * folds it again. For the shell: a menu of React Aria costs 60 kB on every page.
 */
export function Disclosure(props: {
  label: string;
  trigger: ReactNode;
  /** `place`: as a place of the navigation, and whether it is the one where the reader is. */
  look?: 'place';
  current?: boolean;
  /** `fold`: for what leads away. */
  children: (fold: () => void) => ReactNode;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  const frame = useRef<HTMLDivElement | null>(null);
  const button = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event: Event) => {
      if (!(event.target instanceof Node) || frame.current?.contains(event.target) !== true) {
        setOpen(false);
      }
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return (
    <div ref={frame} className={styles['frame']}>
      <button
        ref={button}
        type="button"
        className={styles[props.look ?? 'button']}
        data-active={props.current === true || undefined}
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {props.trigger} <Chevron up={open} />
      </button>
      {open ? (
        <div id={id} className={styles['panel']}>
          {props.children(() => setOpen(false))}
        </div>
      ) : null}
    </div>
  );
}
