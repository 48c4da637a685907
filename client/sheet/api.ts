import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getSheet, type Sheet } from '../../shared/sheet.ts';
import { query } from '../call.ts';

/**
 * The year of one department; idle without a plan or a year. It is forgotten when its page is left:
 * rows go on by themselves while it is open, and what was read before would be old.
 */
export function useSheet(
  planId: string | null,
  year: number | null,
  departmentId: string | undefined,
): UseQueryResult<Sheet> {
  return useQuery({
    ...query(getSheet, {
      params: { planId: planId ?? '', year: String(year ?? '') },
      query: departmentId === undefined ? {} : { departmentId },
    }),
    enabled: planId !== null && year !== null,
    gcTime: 0,
  });
}
