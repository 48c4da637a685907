import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { SkeletonTable } from './Skeleton.tsx';

/** A query on the page: the skeleton while it loads, the refusal, or what it brought. */
export function Loaded<T>(props: {
  result: UseQueryResult<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}): ReactElement {
  const { result, skeleton = <SkeletonTable /> } = props;
  if (result.data !== undefined) return <>{props.children(result.data)}</>;
  if (result.error === null) return <>{skeleton}</>;
  return <ErrorState error={result.error} onRetry={() => void result.refetch()} />;
}
