import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useNotices } from './api.ts';
import { NoticePaper } from './NoticePaper.tsx';
import { WithPlan } from '../app/WithPlan.tsx';

/** `/rounds/2018/notices/3`: a notice as it was issued, to be printed. */
export function NoticePage(): ReactElement {
  const words = useMessages().rounds.notices;
  const { roundYear, number } = useParams({
    from: '/inside/rounds/$roundYear/notices/$number',
  });
  return (
    <WithPlan title={words.title}>
      {(plan) => <NoticeOf plan={plan} year={roundYear} number={Number(number)} />}
    </WithPlan>
  );
}

function NoticeOf(props: { plan: Plan; year: string; number: number }): ReactElement {
  const { plan, year, number } = props;
  const words = useMessages().rounds;
  const { data, error, refetch } = useNotices(plan.id, year);
  const notice = data?.items.find((one) => one.number === number);
  const back = (
    <Link to="/rounds/$roundYear" params={{ roundYear: year }} search={{ plan: plan.id }}>
      {words.one.title(Number(year))}
    </Link>
  );
  if (notice !== undefined) {
    const print = (
      <Button variant="primary" onClick={() => globalThis.print()}>
        {words.paper.print}
      </Button>
    );
    return (
      <PageFrame hideTitle title={words.notices.numberOf(notice.year, number)}>
        <NoticePaper
          notice={notice}
          actions={
            <>
              {print}
              {back}
            </>
          }
        />
      </PageFrame>
    );
  }
  const missing = data !== undefined || (error instanceof ApiProblem && error.code === 'notFound');
  return (
    <PageFrame title={words.notices.title}>
      {missing ? (
        <EmptyState title={words.notices.notFoundTitle} action={back}>
          {words.notices.notFoundBody}
        </EmptyState>
      ) : error === null ? (
        <SkeletonTable />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </PageFrame>
  );
}
