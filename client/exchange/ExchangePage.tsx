import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { usePlan, useYear } from '../app/plan.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { ExchangeView } from './ExchangeView.tsx';

/** `/entry/workbook?year=2018`: the year of the own department, filled in with Excel or WPS. */
export function ExchangePage(): ReactElement {
  const { app, exchange } = useMessages();
  const { plan, isPending, error } = usePlan();
  const year = useYear();
  const title = year === null ? exchange.page.open : exchange.page.title(year);
  if (error !== null) {
    return (
      <PageFrame title={title}>
        <ErrorState error={error} />
      </PageFrame>
    );
  }
  if (plan === null || year === null) {
    return (
      <PageFrame title={title}>
        {isPending ? (
          <SkeletonTable rows={4} columns={2} />
        ) : (
          <EmptyState title={app.errors.noPlanTitle}>{app.errors.noPlanBody}</EmptyState>
        )}
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={title}
      actions={
        <Link to="/entry" search={(old) => ({ plan: old.plan, year })}>
          {exchange.page.back}
        </Link>
      }
    >
      <ExchangeView key={`${plan.id} ${year}`} planId={plan.id} year={year} />
    </PageFrame>
  );
}
