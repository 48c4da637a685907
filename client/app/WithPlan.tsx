import type { ReactElement, ReactNode } from 'react';
import { useMessages } from './language.tsx';
import { type Plan, usePlan } from './plan.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';

/** A page that needs a plan, and what stands there while there is none. */
export function WithPlan(props: {
  title: string;
  children: (plan: Plan) => ReactNode;
}): ReactElement {
  const { errors } = useMessages().app;
  const { plan, isPending, error } = usePlan();
  if (plan !== null) return <>{props.children(plan)}</>;
  return (
    <PageFrame title={props.title}>
      {isPending ? <SkeletonTable /> : null}
      {error === null ? null : <ErrorState error={error} />}
      {isPending || error !== null ? null : (
        <EmptyState title={errors.noPlanTitle}>{errors.noPlanBody}</EmptyState>
      )}
    </PageFrame>
  );
}
