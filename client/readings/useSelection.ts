import { useCallback, useMemo, useRef, useState } from 'react';
import type { Reading } from '../../shared/readings.ts';
import type { ReviewEntry } from './ReviewItem.tsx';

export interface Selection {
  /** Those that are chosen and still wait, in the order of the page. */
  readonly chosen: readonly Reading[];
  /** Whether anything can be chosen at all: only a reviewer approves several. */
  readonly possible: boolean;
  readonly has: (id: string) => boolean;
  readonly mayBe: (reading: Reading) => boolean;
  /** `range`: everything from the one that was touched last, too. */
  readonly toggle: (id: string, range: boolean) => void;
  readonly chooseAll: (all: boolean) => void;
}

const mayBe = ({ steps }: Reading): boolean => steps.includes('approve');

/** Which of the figures on the page are chosen to be approved together. */
export function useSelection(entries: readonly ReviewEntry[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const possible = useMemo(() => entries.map(({ reading }) => reading).filter(mayBe), [entries]);
  const chosen = useMemo(() => possible.filter(({ id }) => ids.has(id)), [possible, ids]);
  const toggle = useCallback(
    (id: string, range: boolean) => {
      const order = possible.map((reading) => reading.id);
      if (!order.includes(id)) return;
      const from = range && last.current !== null ? order.indexOf(last.current) : -1;
      last.current = id;
      setIds((old) => {
        const next = new Set(old);
        const choose = !old.has(id);
        const to = order.indexOf(id);
        const touched = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
        for (const one of touched) {
          if (choose) next.add(one);
          else next.delete(one);
        }
        return next;
      });
    },
    [possible],
  );
  const chooseAll = useCallback(
    (all: boolean) => {
      setIds(new Set(all ? possible.map(({ id }) => id) : []));
    },
    [possible],
  );
  return {
    chosen,
    possible: possible.length > 0,
    has: (id) => ids.has(id),
    mayBe,
    toggle,
    chooseAll,
  };
}
