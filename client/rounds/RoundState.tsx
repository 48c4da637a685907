import type { ReactElement } from 'react';
import type { Round } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import styles from './rounds.module.css';

/** The state of a round, and while it is open what is left until its due day. */
export function RoundState({ round }: { round: Round }): ReactElement {
  const words = useMessages().rounds;
  const { state, daysLeft } = round;
  return (
    <span className={styles['state']}>
      <strong>{words.states[state]}</strong>
      {state === 'open' ? (
        <span data-past={daysLeft < 0 ? '' : undefined}>
          {daysLeft < 0 ? words.one.past(-daysLeft) : words.one.left(daysLeft)}
        </span>
      ) : null}
    </span>
  );
}
