import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Me } from '../../shared/accounts.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { useMay, useMe } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { boardOf, usePlanReadings } from './api.ts';
import { leads } from './mayStart.ts';
import styles from './review.module.css';
import { type ReviewEntry, ReviewItem } from './ReviewItem.tsx';
import { useReviewKeys } from './useReviewKeys.ts';

/** `/review`: what waits for the reader's signature or approval, of all years. */
export function ReviewPage(): ReactElement {
  const { app, readings: words } = useMessages();
  const may = useMay();
  const me = useMe();
  const { plan, isPending, error } = usePlan();
  const readings = usePlanReadings(plan?.id ?? null);
  const handedIn = (readings.data?.items ?? []).filter(isHandedIn);
  const years = [...new Set(handedIn.map(({ year }) => year))].sort((a, b) => a - b);
  const boards = useQueries({
    queries: plan === null ? [] : years.map((year) => boardOf(plan.id, year)),
  });

  if (!may('readings.return')) {
    return (
      <PageFrame title={words.review.title}>
        <EmptyState
          title={words.review.forbiddenTitle}
          action={<Link to="/">{app.actions.backToOverview}</Link>}
        >
          {words.review.forbiddenBody}
        </EmptyState>
      </PageFrame>
    );
  }
  const failed = [readings, ...boards].find((query) => query.isError && !query.data);
  if (error !== null || failed !== undefined) {
    return (
      <PageFrame title={words.review.title}>
        <ErrorState
          error={error ?? failed?.error}
          {...(failed === undefined ? {} : { onRetry: () => void failed.refetch() })}
        />
      </PageFrame>
    );
  }
  if (plan === null && !isPending) {
    return (
      <PageFrame title={words.review.title}>
        <EmptyState title={app.errors.noPlanTitle}>{app.errors.noPlanBody}</EmptyState>
      </PageFrame>
    );
  }
  if (!readings.data || boards.some((board) => !board.data)) {
    return (
      <PageFrame title={words.review.title}>
        <SkeletonTable rows={12} columns={3} />
      </PageFrame>
    );
  }
  return (
    <Queue
      entries={queueOf(
        handedIn,
        boards.flatMap(({ data }) => data ?? []),
        me,
      )}
    />
  );
}

function isHandedIn({ status }: Reading): boolean {
  return status === 'submitted' || status === 'signed';
}

/** What waits for this person, by year and in the order of the document. */
function queueOf(
  handedIn: readonly Reading[],
  boards: readonly Dashboard[],
  me: Me,
): ReviewEntry[] {
  return boards.flatMap((board) =>
    board.indicators.flatMap((indicator): ReviewEntry[] => {
      const reading = handedIn.find(
        (one) => one.indicatorId === indicator.id && one.year === board.year,
      );
      if (reading === undefined) return [];
      // One's own entry is shown to the one who would otherwise decide, so that it is not missed.
      const heads = me.roles.includes('departmentHead') && leads(indicator, me.departmentId);
      const mine = me.roles.includes('reviewer') || (heads && reading.status === 'submitted');
      return mine || reading.steps.length > 0 ? [{ reading, indicator, board }] : [];
    }),
  );
}

function Queue(props: { entries: readonly ReviewEntry[] }): ReactElement {
  const { entries } = props;
  const { review } = useMessages().readings;
  const [current, setCurrent] = useState(0);
  const [returning, setReturning] = useState(false);
  const list = useRef<HTMLDivElement | null>(null);
  /** Set where the reader moved: the next drawing puts the focus there. */
  const moved = useRef(false);
  /** What was just decided about: once the queue is read again, the next one takes its place. */
  const decided = useRef<Reading | null>(null);
  const at = Math.min(current, entries.length - 1);

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
    moved.current = true;
    setReturning(false);
    setCurrent(Math.max(0, Math.min(to, entries.length - 1)));
  };
  const press = (step: string) => {
    const item = list.current?.querySelectorAll<HTMLElement>('[data-item]').item(at);
    item?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.click();
  };
  useReviewKeys({
    j: () => move(at + 1),
    k: () => move(at - 1),
    // For a department head "yes" is the signature.
    a: () => press(entries[at]?.reading.steps.includes('approve') === true ? 'approve' : 'sign'),
    r: () => press('return'),
  });

  return (
    <PageFrame
      title={review.title}
      lead={
        entries.length === 0 ? undefined : (
          <>
            {review.lead(entries.length)} · <span>{review.keys}</span>
          </>
        )
      }
    >
      <div
        ref={list}
        tabIndex={-1}
        role="group"
        aria-label={review.queue}
        className={styles['queue']}
      >
        {entries.length === 0 ? (
          <EmptyState title={review.emptyTitle}>{review.emptyBody}</EmptyState>
        ) : (
          entries.map((entry, index) => (
            <ReviewItem
              key={entry.reading.id}
              entry={entry}
              current={index === at}
              returning={returning && index === at}
              onReturning={(open) => {
                setCurrent(index);
                setReturning(open);
              }}
              onDone={(reading) => {
                setCurrent(index);
                setReturning(false);
                decided.current = reading;
              }}
            />
          ))
        )}
      </div>
    </PageFrame>
  );
}
