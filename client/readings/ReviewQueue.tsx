import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Correction } from '../../shared/corrections.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Review } from '../../shared/review.ts';
import { useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ReportsWaiting } from '../measures/api.ts';
import { PageFrame } from '../ui/PageFrame.tsx';
import { CorrectionList } from './CorrectionList.tsx';
import styles from './review.module.css';
import { ReviewBar } from './ReviewBar.tsx';
import { type ReviewEntry, ReviewItem } from './ReviewItem.tsx';
import { useReviewKeys } from './useReviewKeys.ts';
import { useSelection } from './useSelection.ts';

/**
 * The figures that wait, a line each, the one that is judged opened. Keys move and decide; several
 * can be chosen and approved together.
 */
export function ReviewQueue(props: {
  entries: readonly ReviewEntry[];
  years: Review['years'];
  corrections: readonly Correction[];
  boards: readonly Dashboard[];
}): ReactElement {
  const { plan } = usePlan();
  const { entries: all, years, corrections, boards } = props;
  const { readings, review: words } = useMessages();
  const { review } = readings;
  const [onlyHeld, setOnlyHeld] = useState(false);
  const entries = useMemo(
    () => (onlyHeld ? all.filter(({ beside }) => beside?.held === true) : all),
    [all, onlyHeld],
  );
  const [current, setCurrent] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState(false);
  const list = useRef<HTMLDivElement | null>(null);
  /** Set where the reader moved: the next drawing puts the focus there. */
  const moved = useRef(false);
  /** What was just decided about: once the queue is read again, the next one takes its place. */
  const decided = useRef<Reading | null>(null);
  const at = Math.max(0, Math.min(current, entries.length - 1));
  const selection = useSelection(entries);

  useEffect(() => {
    const { current: done } = decided;
    const still = entries.find(({ reading }) => reading.id === done?.id)?.reading;
    const settled = done !== null && (still === undefined || still.version >= done.version);
    if (!settled && !moved.current) return;
    moved.current = false;
    if (settled) decided.current = null;
    const item = list.current?.querySelectorAll<HTMLElement>('[data-item]').item(at);
    (item ?? list.current)?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  });
  // Where the reader clicks or tabs to is where the keys act.
  useEffect(() => {
    const element = list.current;
    const follow = (event: FocusEvent) => {
      const item = (event.target as HTMLElement).closest('[data-item]');
      const index = Array.from(element?.querySelectorAll('[data-item]') ?? []).findIndex(
        (one) => one === item,
      );
      if (index >= 0) setCurrent(index);
    };
    element?.addEventListener('focusin', follow);
    return () => element?.removeEventListener('focusin', follow);
  }, []);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(to, entries.length - 1));
    const id = entries[next]?.reading.id;
    moved.current = true;
    setReturning(false);
    setCurrent(next);
    if (id !== undefined) setOpened(new Set([id]));
  };
  const press = (step: string) => {
    const item = list.current?.querySelectorAll<HTMLElement>('[data-item]').item(at);
    item?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.click();
  };
  const steps = entries[at]?.reading.steps ?? [];
  // The first press opens the one that the reader is at.
  const begun = opened.has(entries[at]?.reading.id ?? '');
  useReviewKeys({
    j: () => move(begun ? at + 1 : at),
    k: () => move(begun ? at - 1 : at),
    // For a department head "yes" is the signature.
    a: () => press(steps.includes('approve') ? 'approve' : 'sign'),
    r: () => press('return'),
    x: () => {
      const id = entries[at]?.reading.id;
      if (id !== undefined) selection.toggle(id, false);
    },
  });

  const onReturning = useCallback((id: string, open: boolean) => {
    setReturning(open);
    if (open) setOpened((old) => new Set([...old, id]));
  }, []);
  const onToggle = useCallback((id: string) => {
    setOpened((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const onDone = useCallback(
    (reading: Reading) => {
      setReturning(false);
      decided.current = reading;
      const index = entries.findIndex((entry) => entry.reading.id === reading.id);
      const next = entries[index + 1] ?? entries[index - 1];
      setOpened(new Set(next === undefined ? [] : [next.reading.id]));
    },
    [entries],
  );

  return (
    <PageFrame
      title={review.title}
      lead={
        all.length === 0 ? undefined : (
          <>
            {review.lead(all.length)} · <span>{review.keys}</span>
            {selection.possible ? ` · ${words.keys}` : ''}
          </>
        )
      }
    >
      {plan === null ? null : <ReportsWaiting planId={plan.id} />}
      {plan === null ? null : (
        <CorrectionList planId={plan.id} corrections={corrections} boards={boards} />
      )}
      {all.length === 0 ? null : (
        <ReviewBar
          years={years}
          selection={selection}
          onlyHeld={onlyHeld}
          onOnlyHeld={setOnlyHeld}
          entries={entries}
        />
      )}
      <div
        ref={list}
        tabIndex={-1}
        role="group"
        aria-label={review.queue}
        className={styles['queue']}
      >
        {all.length === 0 ? (
          <EmptyState title={review.emptyTitle}>{review.emptyBody}</EmptyState>
        ) : entries.length === 0 ? (
          <EmptyState title={words.noneHeld}>{words.noneHeldBody}</EmptyState>
        ) : (
          blocksOf(entries).map((block, nth) => (
            <div key={nth} className={styles['block']}>
              {block.map((entry, index) => {
                const isCurrent = nth * BLOCK + index === at;
                return (
                  <ReviewItem
                    key={entry.reading.id}
                    entry={entry}
                    current={isCurrent}
                    opened={opened.has(entry.reading.id)}
                    returning={returning && isCurrent}
                    selectable={selection.mayBe(entry.reading)}
                    selected={selection.has(entry.reading.id)}
                    onSelect={selection.toggle}
                    onToggle={onToggle}
                    onReturning={onReturning}
                    onDone={onDone}
                  />
                );
              })}
            </div>
          ))
        )}
      </div>
    </PageFrame>
  );
}

/** Lines that are painted together once they come near the screen: about two screens of them. */
const BLOCK = 20;

function blocksOf(entries: readonly ReviewEntry[]): (readonly ReviewEntry[])[] {
  const count = Math.ceil(entries.length / BLOCK);
  return Array.from({ length: count }, (_, nth) => entries.slice(nth * BLOCK, (nth + 1) * BLOCK));
}
