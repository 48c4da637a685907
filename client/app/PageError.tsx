import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useMessages } from './language.tsx';

/** For a page that the reader may not use. */
export function ForbiddenPage(): ReactElement {
  const { errors, actions } = useMessages().app;
  return (
    <PageFrame title={errors.forbiddenTitle} hideTitle>
      <EmptyState
        title={errors.forbiddenTitle}
        action={<Link to="/">{actions.backToOverview}</Link>}
      >
        {errors.forbiddenBody}
      </EmptyState>
    </PageFrame>
  );
}

/** Whether a chunk did not come: the line broke, or it is of a build that the server has no more. */
export const isCodeMissing = (error: unknown): boolean =>
  /dynamically imported module|Failed to fetch|preload CSS/i.test(String(error));

/** What stands where a page should: no server, code that is gone, or our own fault. */
export function PageError({ error, reset }: ErrorComponentProps): ReactElement {
  const { errors, actions } = useMessages().app;
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof ApiProblem) {
    return (
      <PageFrame title={errors.pageFailed} hideTitle>
        <ErrorState error={error} onRetry={again} />
      </PageFrame>
    );
  }
  const stale = isCodeMissing(error);
  return (
    <PageFrame title={stale ? errors.pageFailed : errors.crashed} hideTitle>
      <EmptyState
        title={stale ? errors.pageFailed : errors.crashed}
        action={
          <Button variant="primary" onClick={stale ? () => location.reload() : again}>
            {stale ? errors.reload : actions.retry}
          </Button>
        }
      >
        {stale ? errors.pageCodeMissing : errors.crashedBody}
      </EmptyState>
    </PageFrame>
  );
}

/** For an address that no route knows. */
export function NotFoundPage(): ReactElement {
  const { errors, actions } = useMessages().app;
  return (
    <main>
      <PageFrame title={errors.notFoundTitle} hideTitle>
        <EmptyState
          title={errors.notFoundTitle}
          action={<Link to="/">{actions.backToOverview}</Link>}
        >
          {errors.notFoundBody}
        </EmptyState>
      </PageFrame>
    </main>
  );
}
