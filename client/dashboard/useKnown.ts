import { useEffect } from 'react';
import type { Dashboard, Known } from '../../shared/dashboard.ts';
import { type BoardSearch, useBoardSearch, useSetSearch } from '../app/search.ts';
import { ApiProblem } from '../call.ts';
import { useBoard } from './api.ts';

/** By which clock the address asks for a board, and the part of an address that asks by another. */
export function useKnown(): {
  /** undefined: as it is known now. Without a year there is none that was reported. */
  readonly known: 'reported' | undefined;
  readonly search: (known: Known, year: number) => Pick<BoardSearch, 'known' | 'year'>;
} {
  const { known, year } = useBoardSearch();
  return {
    known: year === undefined ? undefined : known,
    search: (asked, of) => ({ year: of, known: asked === 'reported' ? asked : undefined }),
  };
}

/**
 * The board of a sealed year by the clock that is not shown, to say what became different; null:
 * it is on its way, or the year is not sealed.
 */
export function useOtherClock(shown: Dashboard | undefined): Dashboard | null {
  const sealed = shown !== undefined && shown.sealedAt !== null;
  const { data } = useBoard({
    planId: sealed ? shown.plan.id : null,
    year: shown?.year,
    known: shown?.known === 'now' ? 'reported' : undefined,
  });
  // The last answer stays while another is fetched: it may be of another year.
  const fits =
    sealed && data !== undefined && data.year === shown.year && data.known !== shown.known;
  return fits && data.plan.id === shown.plan.id ? data : null;
}

/** A year that is not sealed was never reported: its address becomes that of what is known now. */
export function useLeaveUnsealed(error: Error | null): void {
  const setSearch = useSetSearch();
  const unsealed = error instanceof ApiProblem && error.code === 'notSealed';
  useEffect(() => {
    if (unsealed) setSearch({ known: undefined }, { replace: true });
  }, [unsealed, setSearch]);
}
