import { useParams } from '@tanstack/react-router';
import { type ReactElement, useEffect, useMemo } from 'react';
import { ActionsOf, useActions } from '../action-items/api.ts';
import { ApiProblem } from '../call.ts';
import { useFormat, useLanguage, useMessages, usePick } from '../app/language.tsx';
import { stringifySearch, useBoardSearch } from '../app/search.ts';
import { useMay, useMe } from '../app/session.ts';
import { useIndicator } from '../plans/api.ts';
import { useIndicatorReadings } from '../readings/api.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useBoard } from './api.ts';
import { useKnown, useLeaveUnsealed, useOtherClock } from './useKnown.ts';
import { dueMarksOf } from './dueMarks.ts';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { IndicatorView } from './IndicatorView.tsx';
import { useOwnLinks } from './useOwnLinks.ts';

/** One indicator, as of the year in the address. */
export function IndicatorPage(): ReactElement {
  const { indicatorId = '' } = useParams({ strict: false });
  const messages = useMessages();
  const { language } = useLanguage();
  const format = useFormat();
  const pick = usePick();
  const may = useMay();
  const me = useMe();
  const search = useBoardSearch();
  const about = useIndicator(indicatorId);
  const readings = useIndicatorReadings(indicatorId);
  const unapproved = search.unapproved === 'include' && may('readings.seeUnapproved');
  const clock = useKnown();
  const board = useBoard({
    planId: search.plan ?? about.data?.planId ?? null,
    year: search.year,
    unapproved: unapproved ? 'include' : undefined,
    known: clock.known,
  });
  const otherClock = useOtherClock(board.data);
  const planId = board.data?.plan.id ?? null;
  const actions = useActions(may('meetings.see') ? planId : null, { indicatorId }).data?.items;
  const dueMarks = useMemo(
    () => dueMarksOf(actions ?? [], { language, messages }),
    [actions, language, messages],
  );
  useLeaveUnsealed(board.error);
  useOwnLinks();
  const indicator = board.data?.indicators.find(({ id }) => id === indicatorId);
  const name = indicator === undefined ? null : pick(indicator.nameZh, indicator.nameEn);
  const { product } = messages.app;
  useEffect(() => {
    if (name !== null) document.title = `${name} · ${product}`;
  }, [name, product]);

  if (board.data === undefined) {
    const failed = about.error ?? board.error;
    if (failed === null) return <BoardSkeleton />;
    if (!(failed instanceof ApiProblem && failed.code === 'notFound')) {
      return <ErrorState error={failed} onRetry={() => void about.refetch()} />;
    }
  }
  if (board.data === undefined || indicator === undefined) {
    const { notFound, notFoundBody } = messages.dashboard.indicator;
    return <PageFrame title={notFound} lead={notFoundBody} />;
  }
  const kept = {
    plan: search.plan,
    year: search.year,
    unapproved: search.unapproved,
    known: clock.known,
  };
  const { year } = board.data;
  return (
    <IndicatorView
      // Another indicator is another page: nothing that was opened stays open.
      key={indicatorId}
      indicator={indicator}
      board={board.data}
      about={about.data ?? null}
      readings={readings.data?.items ?? []}
      speech={{ language, messages }}
      format={format}
      may={may}
      departmentId={me.departmentId}
      otherClock={otherClock}
      hrefOfKnown={(known) =>
        `/indicators/${encodeURIComponent(indicatorId)}${stringifySearch({ ...kept, ...clock.search(known, year) })}`
      }
      dueMarks={dueMarks}
      decided={
        may('meetings.see') ? (
          <ActionsOf planId={board.data.plan.id} indicatorId={indicatorId} />
        ) : null
      }
      hrefTo={(path, more = {}) => path + stringifySearch({ ...kept, ...more })}
    />
  );
}
