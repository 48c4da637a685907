import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './present.module.css';

const CONTROLS = 'button, a[href], input';

/** How far a key moves a text that is longer than the wall, in heights of it. */
const SCROLLS: Readonly<Record<string, number>> = {
  ArrowDown: 0.25,
  ArrowUp: -0.25,
  PageDown: 0.85,
  PageUp: -0.85,
};

/**
 * A sheet over the stage. It takes the focus, keeps it, and gives it back; Escape closes it. The
 * arrow keys go from control to control where `arrows` is said, and move a long text otherwise.
 */
export function Overlay(props: {
  title: string;
  onClose: () => void;
  /** A key that closes it again, the one that opened it. */
  closingKey?: string;
  arrows?: boolean;
  foot?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { title, onClose, closingKey, arrows = false, foot, children } = props;
  const { presentation } = useMessages();
  const ref = useRef<HTMLDivElement | null>(null);
  const heading = useId();
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const controls = [...(ref.current?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
    const at = controls.findIndex((each) => each === document.activeElement);
    if (event.key === 'Escape' || event.code === closingKey) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const step = event.shiftKey ? controls.length - 1 : 1;
    const to =
      event.key === 'Tab'
        ? controls[(at + step) % controls.length]
        : arrows
          ? neighbour(controls, at, event.key)
          : undefined;
    if (to !== undefined) {
      event.preventDefault();
      to.focus();
    } else if (!arrows && SCROLLS[event.key] !== undefined) {
      event.preventDefault();
      const text = ref.current?.querySelector('main');
      text?.scrollBy(0, (SCROLLS[event.key] ?? 0) * text.clientHeight);
    }
  });
  useEffect(() => {
    const sheet = ref.current;
    const before = document.activeElement;
    const first =
      sheet?.querySelector<HTMLElement>('[aria-current="true"]') ??
      sheet?.querySelector<HTMLElement>('main button, main input') ??
      sheet?.querySelector<HTMLElement>(CONTROLS);
    first?.focus();
    sheet?.addEventListener('keydown', onKey);
    return () => {
      sheet?.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      ref={ref}
      className={styles['overlay']}
      role="dialog"
      aria-modal="true"
      aria-labelledby={heading}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" onClick={onClose}>
          {presentation.menu.close}
        </button>
      </header>
      <main className={styles['scroll']}>{children}</main>
      {foot === undefined ? null : <div className={styles['actions']}>{foot}</div>}
    </div>
  );
}

/** The control that an arrow key leads to: the next one, or the one below or above. */
function neighbour(
  controls: readonly HTMLElement[],
  at: number,
  key: string,
): HTMLElement | undefined {
  if (key === 'ArrowRight' || key === 'PageDown') return controls[at + 1];
  if (key === 'ArrowLeft' || key === 'PageUp') return controls[at - 1];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const leftOf = (control: HTMLElement | undefined): number =>
    control?.getBoundingClientRect().left ?? 0;
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let to = at + by; to >= 0 && to < controls.length; to += by) {
    if (Math.abs(leftOf(controls[to]) - leftOf(controls[at])) < 4) return controls[to];
  }
  return controls[at + by];
}
