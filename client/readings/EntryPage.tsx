import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { usePlan, useYear } from '../app/plan.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useIndicatorReadings, useRoundStates, useSettings, useYearBoard } from './api.ts';
import { EntrySheet } from './EntrySheet.tsx';

/** `/entry/$indicatorId?year=2018`: one indicator in one year, to be entered or to be read. */
export function EntryPage(): ReactElement {
  const { indicatorId = '' } = useParams({ strict: false });
  const year = useYear();
  const { plan, error } = usePlan();
  const board = useYearBoard(plan?.id ?? null, year);
  const settings = useSettings(indicatorId);
  const readings = useIndicatorReadings(indicatorId);
  const rounds = useRoundStates(plan?.id ?? null);
  const { app, readings: words } = useMessages();

  const failed = [board, settings, readings, rounds].find((query) => query.isError && !query.data);
  if (error !== null || failed !== undefined) {
    return (
      <PageFrame title={app.nav.entry}>
        <ErrorState
          error={error ?? failed?.error}
          {...(failed === undefined ? {} : { onRetry: () => void failed.refetch() })}
          action={<Link to="/entry">{words.form.back}</Link>}
        />
      </PageFrame>
    );
  }
  const read = board.data && settings.data && readings.data && rounds.data;
  if (!read || plan === null || year === null) {
    return (
      <PageFrame title={app.nav.entry}>
        <SkeletonTable rows={12} columns={2} />
      </PageFrame>
    );
  }
  const indicator = board.data.indicators.find(({ id }) => id === indicatorId);
  if (indicator === undefined) {
    return (
      <PageFrame title={words.form.notFoundTitle}>
        <EmptyState
          title={words.form.notFoundTitle}
          action={<Link to="/entry">{words.form.back}</Link>}
        >
          {words.form.notFoundBody}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <EntrySheet
      // What was typed for one year must never stand in the form of another.
      key={`${indicatorId} ${year}`}
      plan={plan}
      year={year}
      board={board.data}
      indicator={indicator}
      settings={settings.data}
      readings={readings.data.items}
      round={rounds.data.get(year) ?? 'none'}
    />
  );
}
