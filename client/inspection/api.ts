import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  type ExportRow,
  getInspection,
  type Inspection,
  listExports,
} from '../../shared/inspection.ts';
import { query } from '../call.ts';

/** As it stands now: an old answer would be no inspection. */
export function useInspection(): UseQueryResult<Inspection> {
  return useQuery({ ...query(getInspection, {}), staleTime: 0 });
}

/** Who took the figures of a plan out. */
export function useExports(planId: string): UseQueryResult<{ items: ExportRow[] }> {
  return useQuery(query(listExports, { params: { planId } }));
}
