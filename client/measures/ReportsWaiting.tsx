import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listMeasureReports } from '../../shared/measures.ts';
import { useMessages } from '../app/language.tsx';
import { query } from '../call.ts';

/** On the page of the review: reports on measures that wait for the reader, and the way to them. */
export function ReportsWaiting({ planId }: { planId: string }): ReactElement | null {
  const words = useMessages().measures.waiting;
  const years = useQueries({
    queries: (['submitted', 'signed'] as const).map((status) =>
      query(listMeasureReports, { query: { planId, status } }),
    ),
    combine: (queries) =>
      queries
        .flatMap(({ data }) => data?.items ?? [])
        .filter(({ steps }) => steps.includes('sign') || steps.includes('approve'))
        .map(({ year }) => year),
  });
  const latest = Math.max(...years);
  if (years.length === 0) return null;
  return (
    <p>
      {words.count(years.length)}{' '}
      <Link to="/measures/reports" search={{ plan: planId, year: latest }}>
        {words.open}
      </Link>
    </p>
  );
}
