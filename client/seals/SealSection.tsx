import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { RoundDetails } from '../../shared/rounds.ts';
import type { OpenFigures, Seal, SealState } from '../../shared/seals.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { packageAddress, useSeal } from './useSeal.ts';
import { SealDialog } from './SealDialog.tsx';
import styles from './seals.module.css';

/** The seal of a round: the one that was set, or what it would freeze and what is still open. */
export function SealSection({ round }: { round: RoundDetails }): ReactElement | null {
  const words = useMessages().seals;
  const may = useMay();
  if (!may('evidence.see')) return null;
  return (
    <section className={styles['section']} aria-labelledby="seal">
      <h2 id="seal">{words.title}</h2>
      <State round={round} />
    </section>
  );
}

function State({ round }: { round: RoundDetails }): ReactElement {
  const words = useMessages().seals;
  const result = useSeal(round.planId, round.year);
  return (
    <Loaded result={result}>
      {(state) => {
        if (state.seal !== null) return <SetSeal state={state} seal={state.seal} />;
        if (state.open === null) return <p>{words.notYet}</p>;
        return <BeforeSeal round={round} state={state} open={state.open} />;
      }}
    </Loaded>
  );
}

/** Who sealed it, what is in it, and how the file is proved. */
function SetSeal({ state, seal }: { state: SealState; seal: Seal }): ReactElement {
  const words = useMessages().seals;
  const format = useFormat();
  return (
    <>
      <p>{words.sealedBy(seal.sealedBy, format.dateTime(seal.sealedAt))}</p>
      <p>{words.holds(seal.readings, seal.lists, seal.evidence, seal.unreported, seal.reports)}</p>
      <dl className={styles['facts']}>
        <dt>SHA-256</dt>
        <dd className={styles['hash']}>{seal.sha256}</dd>
      </dl>
      <p className="screenOnly">
        <a href={packageAddress(state.planId, state.year)} download="">
          {words.download(format.number(seal.size / 1024, 0))}
        </a>
      </p>
      <p className={styles['note']}>{words.prove}</p>
    </>
  );
}

function BeforeSeal(props: {
  round: RoundDetails;
  state: SealState;
  open: OpenFigures;
}): ReactElement {
  const { round, state, open } = props;
  const words = useMessages().seals;
  const [asked, setAsked] = useState(false);
  const blocked = open.undecided.length > 0 || open.undecidedReports.length > 0;
  return (
    <>
      <p>{words.wouldSeal(state.approved)}</p>
      {open.undecided.length > 0 ? (
        <Notice tone="warning" title={words.undecided(open.undecided.length)}>
          <Figures round={round} list={open.undecided} />
        </Notice>
      ) : null}
      {open.undecidedReports.length === 0 ? null : (
        <Notice tone="warning" title={words.undecidedReports(open.undecidedReports.length)}>
          <Link to="/measures/reports" search={{ plan: round.planId, year: round.year }}>
            {words.toReports}
          </Link>
        </Notice>
      )}
      {open.notHandedIn.length === 0 ? null : (
        <details className={styles['open']} open={open.notHandedIn.length <= 12}>
          <summary>{words.notHandedIn(open.notHandedIn.length)}</summary>
          <Figures round={round} list={open.notHandedIn} />
        </details>
      )}
      {open.noLead.length === 0 ? null : <p>{words.noLead(open.noLead.length)}</p>}
      {state.state === 'closed' ? (
        <p className="screenOnly">
          <Button
            variant="primary"
            disabled={blocked}
            aria-describedby={blocked ? 'seal-blocked' : undefined}
            onClick={() => setAsked(true)}
          >
            {words.open}
          </Button>
          {blocked ? <span id="seal-blocked"> {words.blocked}</span> : null}
        </p>
      ) : (
        <p className={styles['note']}>{words.closeFirst}</p>
      )}
      {asked ? (
        <SealDialog round={round} state={state} open={open} onClose={() => setAsked(false)} />
      ) : null}
    </>
  );
}

/** Indicators with their department and where each stands. */
function Figures(props: {
  round: RoundDetails;
  list: readonly {
    readonly indicatorId: string;
    readonly departmentId: string | null;
    readonly status: SealStatus;
  }[];
}): ReactElement {
  const { round, list } = props;
  const { seals: words, statuses } = useMessages();
  const pick = usePick();
  return (
    <ul className={styles['list']}>
      {list.map(({ indicatorId, departmentId, status }) => {
        const duty = round.duties.find((one) => one.indicatorId === indicatorId);
        const department = round.departments.find(({ id }) => id === departmentId);
        return (
          <li key={indicatorId}>
            {words.figure(
              duty?.code ?? '',
              duty === undefined ? indicatorId : pick(duty.nameZh, duty.nameEn),
              department === undefined ? '' : pick(department.shortNameZh, department.nameEn),
              status === null ? words.nothing : statuses.readingStatuses[status],
            )}
          </li>
        );
      })}
    </ul>
  );
}
type SealStatus = OpenFigures['notHandedIn'][number]['status'];
