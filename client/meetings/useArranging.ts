import { type KeyboardEvent, useState } from 'react';

/** A list that is put in order by hand, until it is saved or thrown away. */
export interface Arranging<T> {
  readonly items: readonly T[];
  /** Something was moved, added or taken away since it was read. */
  readonly changed: boolean;
  readonly set: (items: readonly T[]) => void;
  readonly move: (from: number, by: -1 | 1) => void;
  /** For the row of an item: Alt with an arrow key moves it, and the focus goes with it. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>, at: number) => void;
  readonly forget: () => void;
}

/** @param saved the list as it stands on the server; an unchanged draft follows it */
export function useArranging<T>(saved: readonly T[]): Arranging<T> {
  const [draft, setDraft] = useState<readonly T[] | null>(null);
  const items = draft ?? saved;
  const move = (from: number, by: -1 | 1): void => {
    const to = from + by;
    if (to < 0 || to >= items.length) return;
    const next = [...items];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    setDraft(next);
  };
  return {
    items,
    changed: draft !== null,
    set: setDraft,
    move,
    onKey: (event, at) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      move(at, event.key === 'ArrowUp' ? -1 : 1);
    },
    forget: () => setDraft(null),
  };
}
