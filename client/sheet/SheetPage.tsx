import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { useBoardSearch } from '../app/search.ts';
import { useMe } from '../app/session.ts';
import { YearPicker } from '../readings/api.ts';
import { useRounds } from '../rounds/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useSheet } from './api.ts';
import { SheetView } from './SheetView.tsx';

/**
 * The year of the sheet: the address's, else the one whose round is open (there is the work), else
 * the plan's default; null while that is unknown.
 */
function useSheetYear(): number | null {
  const { plan } = usePlan();
  const { year } = useBoardSearch();
  const rounds = useRounds(year === undefined ? (plan?.id ?? null) : null);
  if (year !== undefined) return year;
  if (plan === null || rounds.isPending) return null;
  const open = rounds.data?.items.find(({ state }) => state === 'open');
  return open?.year ?? plan.defaultYear;
}

/** `/entry?year=2018`: the year of a department in one table, to be filled in or to be read. */
export function SheetPage(): ReactElement {
  const { app, sheet: words } = useMessages();
  const { departmentId } = useMe();
  const { plan, isPending, error } = usePlan();
  const { department } = useBoardSearch();
  const year = useSheetYear();
  const sheet = useSheet(plan?.id ?? null, year, department);
  const title = year === null ? app.nav.entry : words.title(year);

  if (error !== null || (sheet.isError && !sheet.data)) {
    return (
      <PageFrame title={title}>
        <ErrorState error={error ?? sheet.error} onRetry={() => void sheet.refetch()} />
      </PageFrame>
    );
  }
  if (plan === null && !isPending) {
    return (
      <PageFrame title={title}>
        <EmptyState title={app.errors.noPlanTitle}>{app.errors.noPlanBody}</EmptyState>
      </PageFrame>
    );
  }
  if (plan === null || year === null || !sheet.data) {
    return (
      <PageFrame title={title}>
        <SkeletonTable rows={12} columns={9} />
      </PageFrame>
    );
  }
  if (sheet.data.rows.length === 0) {
    const empty = departmentId === null ? 'noDepartment' : 'empty';
    return (
      <PageFrame title={title} actions={<YearPicker plan={plan} year={year} />}>
        <EmptyState
          title={words[`${empty}Title`]}
          action={<Link to="/coverage">{words.toCoverage}</Link>}
        >
          {words[`${empty}Body`]}
        </EmptyState>
      </PageFrame>
    );
  }
  const { rows } = sheet.data;
  return (
    <SheetView
      // What was typed for one year or department must never stand in the sheet of another.
      key={`${year} ${sheet.data.department?.id ?? ''} ${rows.map(({ indicator }) => indicator.id).join(' ')}`}
      plan={plan}
      sheet={sheet.data}
    />
  );
}
