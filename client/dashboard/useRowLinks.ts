import { type RefObject, useEffect } from 'react';
import type { Rearrange } from './BoardTools.tsx';

/**
 * Opens a row wherever it is pressed, and follows the links of the strip, without a listener or a
 * router hook on every one of them. The links are real: with a modifier key or another button the
 * browser does what it always does.
 */
export function useRowLinks(
  table: RefObject<HTMLTableElement | null>,
  onOpen: (indicatorId: string) => void,
  onArrange: Rearrange,
): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element))
        return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const status = event.target.closest<HTMLElement>('a[data-status-link]');
      if (status !== null) {
        event.preventDefault();
        onArrange({ status: status.dataset['statusLink'] || undefined });
        return;
      }
      const row = event.target.closest<HTMLElement>('tr[data-row]');
      if (row === null || table.current?.contains(row) !== true) return;
      // Marking text in a row is not opening it.
      if (getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      onOpen(row.dataset['row'] ?? '');
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [table, onOpen, onArrange]);
}
