import { type ReactElement, useState } from 'react';
import type { DeckArrangement, Slide, SlideKey } from '../../shared/deck.ts';
import { type Shown, slideSubject } from './deckView.ts';
import { Overlay } from './Overlay.tsx';
import styles from './present.module.css';

/**
 * A list with one item moved by a place; at either end it stays.
 * @example moved(['a', 'b'], 1, -1) // ['b', 'a']
 */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): readonly T[] {
  const to = at + by;
  const item = list[at];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== at);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Which slides are shown and in which order, settled beforehand. */
export function ArrangeOverlay(props: {
  /** Every slide in the present order, those left out among them. */
  all: readonly Slide[];
  /** The order that the deck makes itself. */
  made: readonly SlideKey[];
  leftOut: readonly SlideKey[];
  shown: Shown;
  onApply: (arrangement: DeckArrangement) => void;
  onClose: () => void;
}): ReactElement {
  const { all, made, shown, onApply, onClose } = props;
  const { arrange } = shown.speech.messages.presentation;
  const [order, setOrder] = useState<readonly Slide[]>(all);
  const [out, setOut] = useState<ReadonlySet<SlideKey>>(new Set(props.leftOut));
  const toggle = (key: SlideKey): void => {
    const next = new Set(out);
    if (!next.delete(key)) next.add(key);
    setOut(next);
  };
  const apply = (): void => {
    const keys = order.map(({ key }) => key);
    const asMade = keys.every((key, index) => key === made[index]);
    onApply({ order: asMade ? [] : keys, leftOut: keys.filter((key) => out.has(key)) });
  };
  const foot = (
    <>
      <button type="button" onClick={apply}>
        {arrange.apply}
      </button>
      <button type="button" onClick={() => onApply({ order: [], leftOut: [] })}>
        {arrange.reset}
      </button>
      <output>{arrange.count(order.length - out.size, order.length)}</output>
    </>
  );
  return (
    <Overlay title={arrange.title} onClose={onClose} foot={foot}>
      <p className={styles['note']}>{arrange.intro}</p>
      <ol className={styles['arrange']}>
        {order.map((slide, index) => {
          const subject = slideSubject(slide, shown);
          return (
            <li key={slide.key}>
              <label>
                <input
                  type="checkbox"
                  checked={!out.has(slide.key)}
                  aria-label={arrange.shown(subject)}
                  onChange={() => toggle(slide.key)}
                />
                {subject}
              </label>
              <button
                type="button"
                aria-label={arrange.up(subject)}
                onClick={() => setOrder(moved(order, index, -1))}
              >
                {arrange.upShort}
              </button>
              <button
                type="button"
                aria-label={arrange.down(subject)}
                onClick={() => setOrder(moved(order, index, 1))}
              >
                {arrange.downShort}
              </button>
            </li>
          );
        })}
      </ol>
    </Overlay>
  );
}
