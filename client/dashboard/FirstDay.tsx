import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Access } from '../../shared/permissions.ts';
import styles from './FirstDay.module.css';
import { isPending } from './targetText.ts';
import type { Speech } from './speak.ts';

/** What a plan still lacks before anything can be judged. */
export interface Lacks {
  readonly withoutDepartment: number;
  readonly leadUndecided: number;
  readonly withoutBaseline: number;
  readonly pendingTargets: number;
  /** Indicators with a named lead: these can be entered. */
  readonly ready: number;
  /** Handed in and not approved. */
  readonly waiting: number;
}

const NEEDS_BASELINE: readonly string[] = [
  'atLeast',
  'atMost',
  'countRange',
  'reduction',
  'directional',
];

/** Whether this indicator's pace cannot be judged until somebody enters a baseline. */
export function lacksBaseline({ target }: Dashboard['indicators'][number]): boolean {
  return NEEDS_BASELINE.includes(target.kind) && target.baseline.value === null;
}

/** Counted from the answer itself; nothing is guessed. */
export function lacksOf(board: Pick<Dashboard, 'indicators'>): Lacks {
  const count = (test: (indicator: Dashboard['indicators'][number]) => boolean): number =>
    board.indicators.filter(test).length;
  return {
    withoutDepartment: count(({ lead }) => lead.state === 'none'),
    leadUndecided: count(({ lead }) => lead.state === 'undecided'),
    withoutBaseline: count(lacksBaseline),
    pendingTargets: count(isPending),
    ready: count(({ lead }) => lead.state === 'named'),
    waiting: count(({ unapproved }) => unapproved.length > 0),
  };
}

/** The day before the first figure: there is nothing to judge, so the board says what to do. */
export function isFirstDay(board: Pick<Dashboard, 'indicators'>): boolean {
  return board.indicators.every(({ readings }) => readings.length === 0);
}

/** What to do first and who does it, with links for the ones who may. */
export function FirstDay(props: {
  board: Dashboard;
  speech: Speech;
  may: (access: Access) => boolean;
}): ReactElement {
  const { board, speech, may } = props;
  const words = speech.messages.dashboard.firstDay;
  const lacks = lacksOf(board);
  const steps = [
    {
      what: words.assign,
      who: words.assignWho,
      state: words.assignCounts(
        lacks.withoutDepartment,
        lacks.leadUndecided,
        lacks.withoutBaseline,
        lacks.pendingTargets,
      ),
      link: { href: '/coverage', text: words.assignLink },
    },
    {
      what: words.enter,
      who: words.enterWho,
      state: words.enterCounts(lacks.ready, board.year),
      link: may('readings.enter') ? { href: '/entry', text: words.enterLink } : null,
    },
    {
      what: words.approve,
      who: words.approveWho,
      state: words.approveCounts(lacks.waiting),
      link: may('readings.return') ? { href: '/review', text: words.approveLink } : null,
    },
  ];
  return (
    <section className={`${styles['first']} screenOnly`}>
      <h2>{words.title}</h2>
      <ol className={styles['steps']}>
        {steps.map(({ what, who, state, link }, index) => (
          <li key={what}>
            <b className={styles['number']} aria-hidden="true">
              {index + 1}
            </b>
            <div>
              <p className={styles['what']}>
                <b>{what}</b> <span className={styles['who']}>{who}</span>
              </p>
              <p>{state}</p>
              {link === null ? null : <a href={link.href}>{link.text}</a>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
