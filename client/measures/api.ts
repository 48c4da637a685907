import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../shared/endpoint.ts';
import { type Incentive, listIncentives } from '../../shared/incentives.ts';
import {
  getMeasuresOfYear,
  listMeasureReports,
  type MeasureReport,
} from '../../shared/measures.ts';
import { query } from '../call.ts';

/** For the rooms of the policy and the tasks, which stand beside the measures. */
export { MeasureTabs } from './MeasureTabs.tsx';
export { moneyWords } from './moneyWords.ts';
export { ReportCorrectionItem } from './ReportCorrectionItem.tsx';
export { ReportsWaiting } from './ReportsWaiting.tsx';

export type MeasuresOfYear = Output<typeof getMeasuresOfYear>;

/** How far every measure is in a year; the last year stays while another is fetched. */
export function useMeasuresOfYear(planId: string, year: number): UseQueryResult<MeasuresOfYear> {
  return useQuery({
    ...query(getMeasuresOfYear, { params: { planId, year: String(year) } }),
    placeholderData: keepPreviousData,
  });
}

/** The reports of a year of a plan that the reader may see. */
export function useReportsOfYear(
  planId: string,
  year: number,
): UseQueryResult<{ items: MeasureReport[] }> {
  return useQuery(query(listMeasureReports, { query: { planId, year: String(year) } }));
}

/** The reports on one measure of every year that the reader may see. */
export function useReportsOfMeasure(
  planId: string,
  measureId: string,
): UseQueryResult<{ items: MeasureReport[] }> {
  return useQuery(query(listMeasureReports, { query: { planId, measureId } }));
}

/** The money rules of a plan. */
export function useIncentives(planId: string): UseQueryResult<{ items: Incentive[] }> {
  return useQuery(query(listIncentives, { params: { planId } }));
}
