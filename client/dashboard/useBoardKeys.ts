import { type RefObject, useEffect } from 'react';

export interface BoardKeys {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly on: boolean;
  /** −1: the year before, +1: the year after. */
  readonly onYear: (step: -1 | 1) => void;
}

/** A key that belongs to what is being typed in or pressed is never taken away. */
const OWN_KEYS = 'input, select, textarea, [contenteditable], [role="dialog"], [role="menu"]';

/**
 * The keys of a board: J/K next and previous row, Enter opens (the link's own), `[` `]` change the
 * year, `/` finds. With the signs that a Chinese keyboard types in their place.
 */
export function useBoardKeys({ table, search, onYear, on }: BoardKeys): void {
  useEffect(() => {
    if (!on) return;
    const move = (step: -1 | 1) => {
      const links = [...(table.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
      const here = links.indexOf(document.activeElement as HTMLElement);
      const next = here === -1 ? (step > 0 ? 0 : links.length - 1) : here + step;
      links[next]?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null) return;
      const action = {
        j: () => move(1),
        k: () => move(-1),
        '[': () => onYear(-1),
        '【': () => onYear(-1),
        ']': () => onYear(1),
        '】': () => onYear(1),
        '/': () => search.current?.focus(),
        '、': () => search.current?.focus(),
      }[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [table, search, onYear, on]);
}
