import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  getRound,
  listNotices,
  listRounds,
  type Round,
  type RoundDetails,
  type RoundNotice,
} from '../../shared/rounds.ts';
import { query } from '../call.ts';

/** The rounds of a plan, latest year first; idle without a plan. */
export function useRounds(planId: string | null): UseQueryResult<{ items: Round[] }> {
  return useQuery({
    ...query(listRounds, { params: { planId: planId ?? '' } }),
    enabled: planId !== null,
  });
}

/** One round with who owes what. */
export function useRound(planId: string, year: string): UseQueryResult<RoundDetails> {
  return useQuery(query(getRound, { params: { planId, year } }));
}

/** The notices of a round that the reader may see. */
export function useNotices(planId: string, year: string): UseQueryResult<{ items: RoundNotice[] }> {
  return useQuery(query(listNotices, { params: { planId, year } }));
}
