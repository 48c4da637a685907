import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { ACCEPTANCE_STATES } from '../../shared/acceptance-life.ts';
import type { Acceptance } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { usePaper } from '../ui/usePaper.ts';
import styles from './acceptance.module.css';
import { useAcceptance, useAcceptanceBoard } from './api.ts';

/** The frame of the pages of one acceptance: where it stands, by which figures, and the way between. */
export function LifeFrame(props: {
  acceptanceId: string;
  title: (year: number) => string;
  children: (acceptance: Acceptance, board: Dashboard) => ReactNode;
}): ReactElement {
  const { acceptanceId, title, children } = props;
  const { app, acceptance: general, acceptances: words } = useMessages();
  usePaper('landscape');
  const result = useAcceptance(acceptanceId);
  const board = useAcceptanceBoard(acceptanceId);
  const named = result.data === undefined ? general.title : title(result.data.year);
  const back = <Link to="/acceptance">{words.back}</Link>;
  if (result.error instanceof ApiProblem && result.error.code === 'notFound') {
    return (
      <PageFrame title={general.title}>
        <EmptyState title={words.notFoundTitle} action={back}>
          {words.notFoundBody}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={result.data?.basis.illustrative === true ? `${named} · ${app.illustrative}` : named}
      windowTitle={named}
      actions={
        <>
          <Ways acceptanceId={acceptanceId} />
          {back}
          <Button onClick={() => globalThis.print()}>{general.print}</Button>
        </>
      }
    >
      <Loaded result={result}>
        {(acceptance) => (
          <>
            <Standing acceptance={acceptance} />
            <Loaded result={board}>{(shown) => children(acceptance, shown)}</Loaded>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** To the other pages of the same acceptance. */
function Ways({ acceptanceId }: { acceptanceId: string }): ReactElement {
  const words = useMessages().acceptances;
  const may = useMay();
  const params = { acceptanceId };
  return (
    <>
      <Link to="/acceptance/$acceptanceId" params={params} activeOptions={{ exact: true }}>
        {words.whole}
      </Link>
      {may('acceptance.assess') ? (
        <Link to="/acceptance/$acceptanceId/self" params={params}>
          {words.selfDesk}
        </Link>
      ) : null}
      {may('acceptance.verify') ? (
        <Link to="/acceptance/$acceptanceId/verification" params={params}>
          {words.verifyDesk}
        </Link>
      ) : null}
    </>
  );
}

/** Its way so far, and where its figures and its sheet come from. */
function Standing({ acceptance }: { acceptance: Acceptance }): ReactElement {
  const words = useMessages().acceptances;
  const format = useFormat();
  const { state, basis, withdrawn } = acceptance;
  const stops = ACCEPTANCE_STATES.filter((one) => one !== 'withdrawn');
  return (
    <>
      {withdrawn === null ? (
        <ol className={styles['way']}>
          {stops.map((stop) => (
            <li
              key={stop}
              data-past={
                ACCEPTANCE_STATES.indexOf(stop) < ACCEPTANCE_STATES.indexOf(state) || undefined
              }
              aria-current={stop === state ? 'step' : undefined}
            >
              {words.states[stop]}
            </li>
          ))}
        </ol>
      ) : (
        <Notice tone="error">
          {words.withdrawnBy(withdrawn.name, format.dateTime(withdrawn.at), withdrawn.reason)}
        </Notice>
      )}
      <p className="sourceLine">
        {[
          words.sheet(acceptance.sheetNumber, acceptance.sheetTitle),
          basis.sealedAt === null
            ? words.basis(format.dateTime(basis.takenAt))
            : words.sealedBasis(format.dateTime(basis.sealedAt)),
          words.hash(basis.sha256.slice(0, HASH_SHOWN)),
        ].join(SEPARATOR)}
      </p>
      {acceptance.absenceReason === '' ? null : (
        <p className="sourceLine">{words.absent(acceptance.absenceReason)}</p>
      )}
    </>
  );
}

/** Enough of a fingerprint to compare by eye; the whole is in the file of the acceptance. */
const HASH_SHOWN = 16;
const SEPARATOR = ' · ';
