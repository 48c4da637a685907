import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../shared/endpoint.ts';
import { getTodo } from '../../shared/todo.ts';
import { query } from '../call.ts';

/** What the reader must do now. */
export function useTodo(): UseQueryResult<Output<typeof getTodo>> {
  return useQuery({ ...query(getTodo, {}), refetchOnMount: 'always' });
}
