import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { listNamedLists, type NamedListSummary } from '../../shared/lists.ts';
import { query } from '../call.ts';
import { later } from '../ui/later.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';

/** The lists of a year that the reader may see; idle without a plan or a year. */
export function useListSummaries(
  planId: string | null,
  year: number | null,
): UseQueryResult<{ items: NamedListSummary[] }> {
  return useQuery({
    ...query(listNamedLists, { params: { planId: planId ?? '', year: String(year ?? 0) } }),
    enabled: planId !== null && year !== null,
  });
}

/** One list over the page, to be looked at or changed; a chunk of its own. */
export const ListEditor = later(async () => (await import('./ListEditor.tsx')).ListEditor);

/** The lists behind one indicator, each in a line that opens it. */
export const ListSection = later(async () => (await import('./ListSection.tsx')).ListSection, {
  waiting: SkeletonLines,
});
