import type { ReactElement } from 'react';
import type { Dashboard, Known } from '../../shared/dashboard.ts';
import { date } from '../../shared/i18n/format.ts';
import styles from './ClockSwitch.module.css';
import type { Changed } from './clocks.ts';
import { pick, type Speech } from './speak.ts';

export interface ClockSwitchProps {
  board: Dashboard;
  /** Where the two clocks differ; null: the other one is not there yet. */
  changed: ReadonlyMap<string, readonly Changed[]> | null;
  speech: Speech;
  /** This page by the other clock. */
  hrefOfKnown: (known: Known) => string;
}

/**
 * The two clocks of a sealed year: as it was reported then, or as it is known now, and what became
 * different in between. Nothing where the year is not sealed.
 */
export function ClockSwitch(props: ClockSwitchProps): ReactElement | null {
  const { board, changed, speech, hrefOfKnown } = props;
  const { clock } = speech.messages.dashboard;
  if (board.sealedAt === null) return null;
  const lines = [...(changed ?? [])].flatMap(([id, changes]) => {
    const indicator = board.indicators.find((one) => one.id === id);
    return indicator === undefined
      ? []
      : changes.map((change) => ({
          key: `${id} ${change.year}`,
          text: clock.change(
            `${indicator.code} ${pick(speech, indicator.nameZh, indicator.nameEn)}`,
            change,
          ),
        }));
  });
  const link = (known: Known): ReactElement => (
    <a
      href={hrefOfKnown(known)}
      className={styles['choice']}
      {...(board.known === known ? { 'aria-current': 'true' as const } : {})}
    >
      {clock[known]}
    </a>
  );
  return (
    <div className={styles['clock']}>
      <span className={`${styles['choices']} screenOnly`} role="group" aria-label={clock.label}>
        {link('now')}
        {link('reported')}
      </span>
      <span className={board.known === 'reported' ? styles['then'] : undefined}>
        {clockWords(board, speech)}
      </span>
      {lines.length === 0 ? null : (
        <>
          <details
            className={`${styles['changes']} screenOnly`}
            open={board.indicators.length === 1}
          >
            <summary>{clock.changed(changed?.size ?? 0)}</summary>
            <ul>
              {lines.map(({ key, text }) => (
                <li key={key}>{text}</li>
              ))}
            </ul>
          </details>
          {/* What is folded on the screen would be missing on paper. */}
          <span className={`${styles['changes']} printOnly`}>
            {clock.changed(changed?.size ?? 0)} · {lines.map(({ text }) => text).join(' · ')}
          </span>
        </>
      )}
    </div>
  );
}

/** By which clock a board tells a sealed year: "按2018年封存时上报（2019-01-12）". */
export function clockWords(
  board: Pick<Dashboard, 'year' | 'known' | 'sealedAt'>,
  { language, messages }: Speech,
): string {
  const { clock } = messages.dashboard;
  if (board.sealedAt === null) return '';
  const on = date(language, board.sealedAt);
  return board.known === 'reported'
    ? clock.asReported(board.year, on)
    : clock.sealedOn(board.year, on);
}
