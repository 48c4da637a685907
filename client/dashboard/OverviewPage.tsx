import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect } from 'react';
import { useLanguage, useMessages } from '../app/language.tsx';
import { planYears, usePlan, useYear } from '../app/plan.ts';
import { stringifySearch, useBoardSearch, useSetSearch } from '../app/search.ts';
import { useMay } from '../app/session.ts';
import { ExportButton } from '../exchange/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { useBoard } from './api.ts';
import { useKnown, useLeaveUnsealed, useOtherClock } from './useKnown.ts';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { BoardView } from './BoardView.tsx';
import { useOwnLinks } from './useOwnLinks.ts';

/** The whole plan on one screen. */
export function OverviewPage(): ReactElement {
  const messages = useMessages();
  const { language } = useLanguage();
  const { plan, isPending, error } = usePlan();
  const search = useBoardSearch();
  const year = useYear();
  const may = useMay();
  const setSearch = useSetSearch();
  useOwnLinks();
  const navigate = useNavigate();
  const { pageTitle } = messages.dashboard;
  const { product } = messages.app;
  useEffect(() => {
    document.title = `${pageTitle} · ${product}`;
  }, [pageTitle, product]);

  const unapproved = search.unapproved === 'include' && may('readings.seeUnapproved');
  const clock = useKnown();
  // The plan of the address is asked for at once; without one, the first plan has to be known.
  const board = useBoard({
    planId: search.plan ?? plan?.id ?? null,
    year: search.year,
    unapproved: unapproved ? 'include' : undefined,
    known: clock.known,
  });
  const otherClock = useOtherClock(board.data);
  useLeaveUnsealed(board.error);
  // What an indicator's page keeps of the board's address.
  const kept = {
    plan: search.plan,
    year: search.year,
    unapproved: search.unapproved,
    known: clock.known,
  };
  const { plan: keptPlan, year: keptYear, unapproved: keptUnapproved, known: keptKnown } = kept;
  const onOpen = useCallback(
    (indicatorId: string) => {
      void navigate({
        to: '/indicators/$indicatorId',
        params: { indicatorId },
        search: {
          plan: keptPlan,
          year: keptYear,
          unapproved: keptUnapproved,
          known: keptKnown,
        },
      });
    },
    [navigate, keptPlan, keptYear, keptUnapproved, keptKnown],
  );
  const onYear = useCallback(
    (step: -1 | 1) => {
      if (plan === null || year === null) return;
      if (planYears(plan, year).includes(year + step)) {
        setSearch({ year: year + step, known: undefined });
      }
    },
    [plan, year, setSearch],
  );

  const failed = error ?? board.error;
  if (board.data === undefined && failed !== null) {
    return <ErrorState error={failed} onRetry={() => void board.refetch()} />;
  }
  if (plan === null && !isPending) {
    return (
      <EmptyState title={messages.app.errors.noPlanTitle}>
        {messages.app.errors.noPlanBody}
      </EmptyState>
    );
  }
  if (board.data === undefined) return <BoardSkeleton />;
  return (
    <BoardView
      board={board.data}
      arrangement={search}
      unapproved={unapproved}
      speech={{ language, messages }}
      may={may}
      outdated={board.isPlaceholderData}
      hrefOf={(id) => `/indicators/${encodeURIComponent(id)}${stringifySearch(kept)}`}
      hrefOfStatus={(status) => `/${stringifySearch({ ...search, status })}`}
      otherClock={otherClock}
      hrefOfKnown={(known) =>
        `/${stringifySearch({ ...search, ...clock.search(known, board.data.year) })}`
      }
      onOpen={onOpen}
      onArrange={setSearch}
      onYear={onYear}
      below={
        plan === null || !may('person') ? null : <ExportButton plan={plan} year={board.data.year} />
      }
    />
  );
}
