import {
  type ReactElement,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { StatusGlyph } from '../ui/status.tsx';
import type { Row } from './rows.ts';
import type { Speech } from './speak.ts';
import { judgedReading, whyGroups } from './why.ts';
import styles from './WhyCard.module.css';

const CARD = 'why-card';
/** A pointer that only passes by opens nothing. */
const HOVER_DELAY = 350;
const GAP = 4;

interface Shown {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * Why a row has its status: shown for the row under the pointer or with the focus, taken away by
 * Esc. One card for the whole table, which listens there, so that the rows themselves hold nothing.
 */
export function WhyCard(props: {
  table: RefObject<HTMLTableElement | null>;
  rows: readonly Row[];
  speech: Speech;
}): ReactElement | null {
  const { table, rows, speech } = props;
  const [shown, setShown] = useState<Shown | null>(null);
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = table.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (action: () => void, delay: number) => {
      clearTimeout(timer);
      timer = setTimeout(action, delay);
    };
    const show = (line: HTMLTableRowElement) => {
      const { top, bottom } = line.getBoundingClientRect();
      const left = line.querySelector('a')?.getBoundingClientRect().left ?? 0;
      setShown({ id: line.dataset['row'] ?? '', top, bottom, left });
    };
    const rowAt = (target: EventTarget | null): HTMLTableRowElement | null =>
      target instanceof Element ? target.closest<HTMLTableRowElement>('tr[data-row]') : null;
    const onOver = (event: PointerEvent) => {
      const line = rowAt(event.target);
      if (event.pointerType === 'touch') return;
      if (line === null) later(() => setShown(null), GAP);
      else later(() => show(line), HOVER_DELAY);
    };
    const onLeave = (event: PointerEvent) => {
      // The card may be pointed at too: it stays while the pointer is on it.
      if (event.relatedTarget instanceof Node && card.current?.contains(event.relatedTarget)) {
        clearTimeout(timer);
        return;
      }
      later(() => setShown(null), HOVER_DELAY);
    };
    const onFocus = (event: FocusEvent) => {
      const line = rowAt(event.target);
      if (line !== null && (event.target as Element).matches(':focus-visible')) show(line);
    };
    const hide = () => {
      clearTimeout(timer);
      setShown(null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', hide);
    document.addEventListener('keydown', onKey);
    globalThis.addEventListener('scroll', hide, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', onKey);
      globalThis.removeEventListener('scroll', hide);
    };
  }, [table]);

  const row = rows.find(({ id }) => id === shown?.id);

  useLayoutEffect(() => {
    const element = card.current;
    if (element === null || shown === null) return;
    const { height, width } = element.getBoundingClientRect();
    const below = shown.bottom + GAP + height <= innerHeight;
    element.style.top = `${below ? shown.bottom + GAP : Math.max(GAP, shown.top - GAP - height)}px`;
    element.style.left = `${Math.max(GAP, Math.min(shown.left, innerWidth - width - 24))}px`;
    const link = document.querySelector(`tr[data-row="${shown.id}"] a`);
    link?.setAttribute('aria-describedby', CARD);
    return () => link?.removeAttribute('aria-describedby');
  }, [shown]);

  if (shown === null || row === undefined) return null;
  return (
    <div
      ref={card}
      id={CARD}
      role="tooltip"
      className={`${styles['card']} screenOnly`}
      onPointerLeave={() => setShown(null)}
    >
      <WhyBrief row={row} speech={speech} />
    </div>
  );
}

/** The contents of the card. */
export function WhyBrief({ row, speech }: { row: Row; speech: Speech }): ReactElement {
  const { dashboard, explain, statuses } = speech.messages;
  const reading = judgedReading(row.indicator);
  return (
    <>
      <p className={styles['title']} data-status={row.status}>
        <span className="statusWord">
          <StatusGlyph status={row.status} />
          {statuses.names[row.status]}
        </span>
        {row.code} {row.name}
      </p>
      <dl className={styles['lines']}>
        {whyGroups(row.indicator, speech, true).map(({ group, title, lines }) => (
          <div key={group}>
            <dt>{title}</dt>
            <dd>
              {lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{explain.groups.source}</dt>
          <dd>
            <span>
              {reading === null ? dashboard.why.noSource : dashboard.why.source(reading.source)}
            </span>
            <span>{dashboard.why.lead(row.lead.full ?? row.lead.text)}</span>
          </dd>
        </div>
      </dl>
    </>
  );
}
