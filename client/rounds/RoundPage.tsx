import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { RoundDetails } from '../../shared/rounds.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMay } from '../app/session.ts';
import { ApiProblem } from '../call.ts';
import { SealSection } from '../seals/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { useRound } from './api.ts';
import { DepartmentTables } from './DepartmentTables.tsx';
import { MissingLists } from './MissingLists.tsx';
import { NoticeTable } from './NoticeTable.tsx';
import { RoundActions } from './RoundActions.tsx';
import styles from './rounds.module.css';
import { RoundState } from './RoundState.tsx';
import { WithPlan } from '../app/WithPlan.tsx';

/** `/rounds/2018`: who owes what, who was called in, and what the reviewer may do with the round. */
export function RoundPage(): ReactElement {
  const words = useMessages().rounds;
  const { roundYear } = useParams({ from: '/inside/rounds/$roundYear' });
  return (
    <WithPlan title={words.one.title(Number(roundYear))}>
      {(plan) => <RoundOf plan={plan} year={roundYear} />}
    </WithPlan>
  );
}

function RoundOf({ plan, year }: { plan: Plan; year: string }): ReactElement {
  const words = useMessages().rounds;
  const may = useMay();
  usePaper('round');
  const result = useRound(plan.id, year);
  const round = result.data;
  const back = (
    <Link to="/rounds" search={{ plan: plan.id }}>
      {words.one.back}
    </Link>
  );
  if (result.error instanceof ApiProblem && result.error.code === 'notFound') {
    return (
      <PageFrame title={words.one.title(Number(year))}>
        <EmptyState title={words.one.notFoundTitle} action={back}>
          {words.one.notFoundBody}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={words.one.title(Number(year))}
      lead={round === undefined ? undefined : <Standing round={round} />}
      actions={
        round === undefined ? null : (
          <>
            {may('rounds.manage') ? <RoundActions round={round} /> : null}
            <Button onClick={() => globalThis.print()}>{words.one.print}</Button>
            {back}
          </>
        )
      }
    >
      <Loaded result={result}>{(details) => <Details round={details} />}</Loaded>
    </PageFrame>
  );
}

/** State, days, and who closed and sealed it. */
function Standing({ round }: { round: RoundDetails }): ReactElement {
  const words = useMessages().rounds.one;
  const format = useFormat();
  return (
    <span className={styles['standing']}>
      <RoundState round={round} />
      <span>{words.days(format.date(round.opensOn), format.date(round.dueOn))}</span>
      {round.closed === null ? null : (
        <span>{words.closedBy(round.closed.name, format.dateTime(round.closed.at))}</span>
      )}
      {round.sealed === null ? null : (
        <span>{words.sealedBy(round.sealed.name, format.dateTime(round.sealed.at))}</span>
      )}
    </span>
  );
}

function Details({ round }: { round: RoundDetails }): ReactElement {
  const may = useMay();
  return (
    <div className={styles['sections']}>
      <DepartmentTables round={round} />
      <MissingLists round={round} />
      {may('readings.seeUnapproved') ? <NoticeTable round={round} /> : null}
      <SealSection round={round} />
    </div>
  );
}
