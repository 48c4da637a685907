import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type DryRun, getDryRun, listScoreSheets } from '../../shared/acceptance.ts';
import type { Output } from '../../shared/endpoint.ts';
import { query } from '../call.ts';

export type Sheets = Output<typeof listScoreSheets>;

/** The versions of a plan's score sheet that the reader may see, the latest first. */
export function useScoreSheets(planId: string): UseQueryResult<Sheets> {
  return useQuery(query(listScoreSheets, { params: { planId } }));
}

/** A year scored by one version; the last one stays while another is fetched. */
export function useDryRun(sheetId: string, year: number): UseQueryResult<DryRun> {
  return useQuery({
    ...query(getDryRun, { params: { sheetId }, query: { year: String(year) } }),
    placeholderData: keepPreviousData,
  });
}
