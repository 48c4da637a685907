import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../app/language.tsx';
import { type Plan, usePlan } from '../app/plan.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';

/** What needs a plan, and what stands there while there is none. */
export function ForPlan(props: { children: (plan: Plan) => ReactNode }): ReactElement {
  const { errors } = useMessages().app;
  const { plan, isPending, error } = usePlan();
  if (plan !== null) return <>{props.children(plan)}</>;
  if (isPending) return <SkeletonTable />;
  if (error !== null) return <ErrorState error={error} />;
  return <EmptyState title={errors.noPlanTitle}>{errors.noPlanBody}</EmptyState>;
}
