import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Round } from '../../shared/rounds.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMay } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useRounds } from './api.ts';
import { OpenRoundDialog } from './OpenRoundDialog.tsx';
import styles from './rounds.module.css';
import { RoundState } from './RoundState.tsx';
import { ShareText } from './ShareText.tsx';
import { WithPlan } from '../app/WithPlan.tsx';

/** `/rounds`: every round of the plan; the reviewer opens the next one here. */
export function RoundsPage(): ReactElement {
  const words = useMessages().rounds;
  return <WithPlan title={words.title}>{(plan) => <RoundsOf plan={plan} />}</WithPlan>;
}

function RoundsOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().rounds;
  const may = useMay();
  const result = useRounds(plan.id);
  const [opening, setOpening] = useState(false);
  const open = may('rounds.manage') ? (
    <Button variant="primary" onClick={() => setOpening(true)}>
      {words.manage.open}
    </Button>
  ) : null;
  const rounds = result.data?.items ?? [];
  return (
    <PageFrame title={words.title} lead={words.lead} actions={rounds.length === 0 ? null : open}>
      <Loaded result={result}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} action={open}>
              {words.emptyBody}
            </EmptyState>
          ) : (
            <RoundTable rounds={items} />
          )
        }
      </Loaded>
      {opening ? (
        <OpenRoundDialog plan={plan} rounds={rounds} onClose={() => setOpening(false)} />
      ) : null}
    </PageFrame>
  );
}

function RoundTable({ rounds }: { rounds: readonly Round[] }): ReactElement {
  const words = useMessages().rounds;
  return (
    <table className={`statTable ${styles['rounds']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.year}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.opensOn}</th>
          <th scope="col">{words.dueOn}</th>
          <th scope="col" className="num">
            {words.owed}
          </th>
          <th scope="col" className="num">
            {words.handedIn}
          </th>
          <th scope="col" className="num">
            {words.approved}
          </th>
          <th scope="col" className="num">
            {words.completeness}
          </th>
          <th scope="col" className="num">
            {words.punctuality}
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <Row key={round.year} round={round} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ round }: { round: Round }): ReactElement {
  const words = useMessages().rounds;
  const format = useFormat();
  const { counts } = round;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/rounds/$roundYear"
          params={{ roundYear: String(round.year) }}
          search={{ plan: round.planId }}
        >
          {words.yearOf(round.year)}
        </Link>
      </th>
      <td>
        <RoundState round={round} />
      </td>
      <td>{format.date(round.opensOn)}</td>
      <td>{format.date(round.dueOn)}</td>
      <td className="num">{counts.owed}</td>
      <td className="num">{counts.handedIn}</td>
      <td className="num">{counts.approved}</td>
      <td className="num">
        <ShareText share={counts.completeness} />
      </td>
      <td className="num">
        <ShareText share={counts.punctuality} />
      </td>
    </tr>
  );
}
