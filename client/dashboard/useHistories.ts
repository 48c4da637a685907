import { useQueries } from '@tanstack/react-query';
import { type Evidence, listEvidence } from '../../shared/evidence.ts';
import { listRevisions, type Revision } from '../../shared/readings.ts';
import { query } from '../call.ts';

/** The revisions of several readings, a list each, in the same order and oldest first. */
export function useRevisions(readingIds: readonly string[]): {
  data: Revision[][];
  isPending: boolean;
  error: Error | null;
} {
  const results = useQueries({
    queries: readingIds.map((readingId) => query(listRevisions, { params: { readingId } })),
  });
  return {
    data: results.map(({ data }) => data?.items ?? []),
    isPending: results.some(({ isPending }) => isPending),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** The files beside several readings, a list each, in the same order. */
export function useFiles(readingIds: readonly string[]): {
  data: Evidence[][];
  isPending: boolean;
  error: Error | null;
} {
  const results = useQueries({
    queries: readingIds.map((readingId) => query(listEvidence, { params: { readingId } })),
  });
  return {
    data: results.map(({ data }) => data?.items ?? []),
    isPending: results.some(({ isPending }) => isPending),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}
