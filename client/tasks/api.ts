import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Breakdown, listTasks } from '../../shared/tasks.ts';
import { query } from '../call.ts';

/** The breakdown of tasks of a year. */
export function useTasks(planId: string, year: number): UseQueryResult<Breakdown> {
  return useQuery({
    ...query(listTasks, { params: { planId, year: String(year) } }),
    placeholderData: keepPreviousData,
  });
}
