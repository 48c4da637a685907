import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { RoundCounts, RoundDepartment, RoundDetails } from '../../shared/rounds.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CallInDialog } from './CallInDialog.tsx';
import styles from './rounds.module.css';
import { ShareText } from './ShareText.tsx';

type CallIn = ((department: RoundDepartment) => void) | null;

/**
 * What each department owes, handed in and has still to do: figures, and reports on measures. The
 * reviewer calls in once for both: from the first table, or from the second whoever owes reports alone.
 */
export function DepartmentTables({ round }: { round: RoundDetails }): ReactElement {
  const may = useMay();
  const [called, setCalled] = useState<RoundDepartment | null>(null);
  const callIn = may('rounds.manage') && round.state === 'open' ? setCalled : null;
  return (
    <>
      <DepartmentTable round={round} callIn={callIn} />
      <ReportTable round={round} callIn={callIn} />
      {called === null ? null : (
        <CallInDialog round={round} department={called} onClose={() => setCalled(null)} />
      )}
    </>
  );
}

function isBehind({ counts }: RoundDepartment): boolean {
  return counts.handedIn < counts.owed;
}

function DepartmentTable(props: { round: RoundDetails; callIn: CallIn }): ReactElement {
  const { round, callIn } = props;
  const behind = new Set(round.measures.departments.filter(isBehind).map(({ id }) => id));
  const words = useMessages().rounds;
  if (round.departments.length === 0) {
    return (
      <EmptyState
        title={words.departments.title}
        action={<Link to="/coverage">{words.departments.toCoverage}</Link>}
      >
        {words.departments.empty}
      </EmptyState>
    );
  }
  return (
    <section>
      <h2>{words.departments.title}</h2>
      <table className={`statTable ${styles['departments']}`}>
        <caption className="visuallyHidden">{words.departments.caption(round.year)}</caption>
        <thead>
          <Heads callsIn={callIn !== null} />
        </thead>
        <tbody>
          {round.departments.map((department) => (
            <Row
              key={department.id}
              department={department}
              callIn={callIn}
              missing={isBehind(department) || behind.has(department.id)}
            />
          ))}
          <tr className={styles['total']}>
            <th scope="row">{words.departments.total}</th>
            <Counts counts={round.counts} />
            {callIn === null ? null : <td className="screenOnly">{words.nothing}</td>}
          </tr>
        </tbody>
      </table>
      <p className="sourceLine">{words.departments.note}</p>
    </section>
  );
}

/** The same of the reports on measures; nothing where the plan names nobody for any. */
function ReportTable(props: { round: RoundDetails; callIn: CallIn }): ReactElement | null {
  const { round, callIn } = props;
  const words = useMessages().rounds;
  const { departments, counts } = round.measures;
  const above = new Set(round.departments.map(({ id }) => id));
  if (departments.length === 0) return null;
  return (
    <section>
      <h2>{words.reports.title}</h2>
      <table className={`statTable ${styles['departments']}`}>
        <caption className="visuallyHidden">{words.reports.caption(round.year)}</caption>
        <thead>
          <Heads callsIn={callIn !== null} />
        </thead>
        <tbody>
          {departments.map((department) => (
            <Row
              key={department.id}
              department={department}
              callIn={callIn}
              missing={isBehind(department) && !above.has(department.id)}
            />
          ))}
          <tr className={styles['total']}>
            <th scope="row">{words.departments.total}</th>
            <Counts counts={counts} />
            {callIn === null ? null : <td className="screenOnly">{words.nothing}</td>}
          </tr>
        </tbody>
      </table>
      <p className="screenOnly">
        <Link to="/measures/reports" search={{ plan: round.planId, year: round.year }}>
          {words.reports.open}
        </Link>
      </p>
    </section>
  );
}

function Row(props: {
  department: RoundDepartment;
  callIn: CallIn;
  /** Whether there is something to call in from here. */
  missing: boolean;
}): ReactElement {
  const { department, callIn, missing } = props;
  const { callIn: word, callInNamed } = useMessages().rounds.departments;
  const name = usePick()(department.shortNameZh, department.nameEn);
  return (
    <tr>
      <th scope="row">{name}</th>
      <Counts counts={department.counts} />
      {callIn === null ? null : (
        <td className="screenOnly">
          {missing ? (
            <Button
              variant="link"
              aria-label={callInNamed(name)}
              onClick={() => callIn(department)}
            >
              {word}
            </Button>
          ) : null}
        </td>
      )}
    </tr>
  );
}

function Heads({ callsIn }: { callsIn: boolean }): ReactElement {
  const words = useMessages().rounds;
  const heads = [
    words.owed,
    words.handedIn,
    words.departments.overdue,
    words.submitted,
    words.signed,
    words.returned,
    words.approved,
    words.completeness,
    words.punctuality,
  ];
  return (
    <tr>
      <th scope="col">{words.departments.department}</th>
      {heads.map((head) => (
        <th key={head} scope="col" className="num">
          {head}
        </th>
      ))}
      {callsIn ? (
        <th scope="col" className="screenOnly">
          {words.notices.title}
        </th>
      ) : null}
    </tr>
  );
}

function Counts({ counts }: { counts: RoundCounts }): ReactElement {
  return (
    <>
      <td className="num">{counts.owed}</td>
      <td className="num">{counts.handedIn}</td>
      <td className="num" data-past={counts.overdue > 0 ? '' : undefined}>
        {counts.overdue}
      </td>
      <Between count={counts.submitted} />
      <Between count={counts.signed} />
      <Between count={counts.returned} />
      <td className="num">{counts.approved}</td>
      <td className="num">
        <ShareText share={counts.completeness} />
      </td>
      <td className="num">
        <ShareText share={counts.punctuality} />
      </td>
    </>
  );
}

/** What is between the desks; not everybody may know. */
function Between({ count }: { count: number | null }): ReactElement {
  const words = useMessages().rounds;
  return (
    <td className="num">{count ?? <span className={styles['unknown']}>{words.unknown}</span>}</td>
  );
}
