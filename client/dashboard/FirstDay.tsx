import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Access } from '../../shared/permissions.ts';
import styles from './FirstDay.module.css';
import { lacksOf } from './lacks.ts';
import type { Speech } from './speak.ts';

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
