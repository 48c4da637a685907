import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import type { Me } from '../../shared/accounts.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Review } from '../../shared/review.ts';
import { useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { useMay, useMe } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useOpenCorrections } from '../corrections/api.ts';
import { boardOf, usePlanReadings, useReview } from './api.ts';
import { leads } from './mayStart.ts';
import type { ReviewEntry } from './ReviewItem.tsx';
import { ReviewQueue } from './ReviewQueue.tsx';

/** `/review`: what waits for the reader's signature, approval or decision, of all years. */
export function ReviewPage(): ReactElement {
  const { app, readings: words } = useMessages();
  const may = useMay();
  const me = useMe();
  const { plan, isPending, error } = usePlan();
  const planId = plan?.id ?? null;
  const readings = usePlanReadings(planId);
  const review = useReview(planId);
  const corrections = useOpenCorrections(planId);
  const handedIn = useMemo(
    () => (readings.data?.items ?? []).filter(isHandedIn),
    [readings.data?.items],
  );
  const asked = corrections.data?.items ?? [];
  const years = [...new Set([...handedIn, ...asked].map(({ year }) => year))].sort((a, b) => a - b);
  const boards = useQueries({
    queries: planId === null ? [] : years.map((year) => boardOf(planId, year)),
    combine: togetherOf,
  });
  const reviewed = review.data;
  const entries = useMemo(
    () => (reviewed === undefined ? [] : queueOf(handedIn, boards.data, reviewed, me)),
    [handedIn, boards.data, reviewed, me],
  );

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
  const failed = [readings, review, corrections, ...boards.queries].find(
    (query) => query.isError && !query.data,
  );
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
  const read = readings.data && reviewed && corrections.data && boards.queries.every(hasData);
  if (!read) {
    return (
      <PageFrame title={words.review.title}>
        <SkeletonTable rows={12} columns={3} />
      </PageFrame>
    );
  }
  return (
    <ReviewQueue
      entries={entries}
      years={reviewed.years}
      corrections={asked}
      boards={boards.data}
    />
  );
}

type BoardQueries = ReturnType<typeof useQueries<ReturnType<typeof boardOf>[]>>;

/** The boards that are there, the same list as long as they are the same. */
function togetherOf(queries: BoardQueries) {
  return { queries, data: queries.flatMap(({ data }) => data ?? []) };
}

function hasData({ data }: { data: unknown }): boolean {
  return data !== undefined;
}

function isHandedIn({ status }: Reading): boolean {
  return status === 'submitted' || status === 'signed';
}

/** What waits for this person, by year and in the order of the document. */
function queueOf(
  handedIn: readonly Reading[],
  boards: readonly Dashboard[],
  { items }: Review,
  me: Me,
): ReviewEntry[] {
  const beside = new Map(items.map((item) => [item.readingId, item]));
  const readings = new Map(handedIn.map((one) => [`${one.indicatorId} ${one.year}`, one]));
  return boards.flatMap((board) =>
    board.indicators.flatMap((indicator): ReviewEntry[] => {
      const reading = readings.get(`${indicator.id} ${board.year}`);
      if (reading === undefined) return [];
      // One's own entry is shown to the one who would otherwise decide, so that it is not missed.
      const heads = me.roles.includes('departmentHead') && leads(indicator, me.departmentId);
      const mine = me.roles.includes('reviewer') || (heads && reading.status === 'submitted');
      if (!mine && reading.steps.length === 0) return [];
      return [{ reading, indicator, board, beside: beside.get(reading.id) ?? null }];
    }),
  );
}
