import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getSeal, type SealState } from '../../shared/seals.ts';
import { query } from '../call.ts';

export function useSeal(planId: string, year: number): UseQueryResult<SealState> {
  return useQuery(query(getSeal, { params: { planId, year: String(year) } }));
}

/** Where the package of a sealed round is downloaded. */
export function packageAddress(planId: string, year: number): string {
  return `/api/plans/${encodeURIComponent(planId)}/rounds/${year}/package`;
}
