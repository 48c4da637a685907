import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { listDepartments, type Department } from '../../shared/accounts.ts';
import { getChecks } from '../../shared/checks.ts';
import type { Output } from '../../shared/endpoint.ts';
import {
  getCoverage,
  getDocument,
  getIndicator,
  type Indicator,
  listMeasures,
} from '../../shared/plans.ts';
import { query } from '../call.ts';

export { ClauseLink } from './ClauseLink.tsx';
export { ForPlan } from './ForPlan.tsx';

/** The source text of a plan with its clauses. */
export function useDocument(planId: string): UseQueryResult<Output<typeof getDocument>> {
  return useQuery(query(getDocument, { params: { planId } }));
}

/** The measures of a plan with their departments and indicators. */
export function useMeasures(planId: string): UseQueryResult<Output<typeof listMeasures>> {
  return useQuery(query(listMeasures, { params: { planId } }));
}

/** What a plan still lacks. */
export function useCoverage(planId: string): UseQueryResult<Output<typeof getCoverage>> {
  return useQuery(query(getCoverage, { params: { planId } }));
}

/** One indicator with its settings and their versions. */
export function useIndicator(indicatorId: string): UseQueryResult<Indicator> {
  return useQuery(query(getIndicator, { params: { indicatorId } }));
}

/** All departments, those that merged included. */
export function useDepartments(): UseQueryResult<{ items: Department[] }> {
  return useQuery(query(listDepartments, {}));
}

/** How the figures of one indicator are checked before they are handed in. */
export function useChecks(indicatorId: string): UseQueryResult<Output<typeof getChecks>> {
  return useQuery(query(getChecks, { params: { indicatorId } }));
}
