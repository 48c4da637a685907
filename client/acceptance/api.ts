import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type DryRun, getDryRun, listScoreSheets } from '../../shared/acceptance.ts';
import {
  type Acceptance,
  getAcceptance,
  getAcceptanceBoard,
  listAcceptances,
} from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
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

export type Acceptances = Output<typeof listAcceptances>;

/** The acceptances of a plan, the latest year first. */
export function useAcceptances(planId: string): UseQueryResult<Acceptances> {
  return useQuery(query(listAcceptances, { params: { planId } }));
}

/** One acceptance as far as the reader may see it. */
export function useAcceptance(acceptanceId: string): UseQueryResult<Acceptance> {
  return useQuery(query(getAcceptance, { params: { acceptanceId } }));
}

/** The board that it judges by: it never changes. */
export function useAcceptanceBoard(acceptanceId: string): UseQueryResult<Dashboard> {
  return useQuery({
    ...query(getAcceptanceBoard, { params: { acceptanceId } }),
    staleTime: Infinity,
  });
}
