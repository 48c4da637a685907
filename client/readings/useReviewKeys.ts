import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

/**
 * Single letters as commands, on the whole page. Not while somebody types in a field, composes
 * Chinese, holds a modifier, or has a dialog open.
 */
export function useReviewKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(BUSY) !== null) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Where a letter is a letter. */
const BUSY = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]';
