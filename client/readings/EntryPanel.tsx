import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import { computeRatio, type Figures } from '../../shared/reading-rules.ts';
import { useFormat, useMessages, useName } from '../app/language.tsx';
import styles from './entry.module.css';
import { plannedFor, previewOf } from './preview.ts';
import { StatusWord } from './StatusWord.tsx';
import { useSay, useSpeech } from './speech.ts';
import type { EntrySubject } from './subject.ts';
import { figureWords, formulaWords, plainNumber, targetWords } from './words.ts';

/** What helps to think while typing: preview, target, earlier years, definition, clause. */
export function EntryPanel(props: {
  board: Dashboard;
  indicator: BoardIndicator;
  settings: Indicator;
  subject: EntrySubject;
  year: number;
  /** What the form says now; null: it cannot be judged as it stands. */
  figures: Figures | null;
}): ReactElement {
  const { board, indicator, settings, subject, year, figures } = props;
  const { readings } = useMessages();
  const words = readings.panel;
  const speech = useSpeech();
  const say = useSay(indicator);
  const planned = plannedFor(indicator, year);
  return (
    <aside className={styles['panel']} aria-label={words.title}>
      {figures === null || !isJudged(subject, figures) ? (
        <div className={styles['preview']}>
          <span className={styles['strong']}>{words.preview}</span>
          <p className={styles['hint']}>{words.previewOpen}</p>
        </div>
      ) : (
        <div className={styles['preview']} role="status">
          <span className={styles['strong']}>{words.preview}</span>{' '}
          <StatusWord status={previewOf(indicator, year, figures).status} hollow />
          <p className={styles['hint']}>{words.previewNote}</p>
        </div>
      )}
      <dl className={styles['facts']}>
        <dt>{words.target}</dt>
        <dd>{targetWords(indicator, board.plan, speech)}</dd>
        <dt>{words.plan}</dt>
        <dd>{planned === null ? readings.list.noPlan : say.planned(planned)}</dd>
      </dl>
      <History indicator={indicator} year={year} />
      <Definition settings={settings} />
      <h3>{words.clause}</h3>
      <blockquote lang="zh-CN">{settings.quote}</blockquote>
      <p>
        <Link to="/document" search={(old) => ({ plan: old.plan, clause: indicator.id })}>
          {words.toClause}
        </Link>
        {' · '}
        <Link
          to="/indicators/$indicatorId"
          params={{ indicatorId: indicator.id }}
          search={(old) => ({ plan: old.plan, year: old.year })}
        >
          {words.toIndicator}
        </Link>
      </p>
    </aside>
  );
}

/** Whether there is something to judge: an empty form would only say "no data". */
function isJudged(subject: EntrySubject, figures: Figures): boolean {
  if (figures.absence !== null) return true;
  switch (subject.entry) {
    case 'ratio':
      return computeRatio(figures.numerator, figures.denominator, subject.multiplier ?? 1) !== null;
    case 'count':
    case 'value':
      return figures.value !== null;
    case 'level':
      return figures.level !== null;
    case 'conditions':
      return true;
  }
}

/** The approved figures of the years before, newest first, and the baseline. */
export function History(props: { indicator: BoardIndicator; year: number }): ReactElement {
  const { indicator, year } = props;
  const messages = useMessages();
  const format = useFormat();
  const say = useSay(indicator);
  const words = messages.readings.panel;
  const { baseline } = indicator.target;
  const earlier = indicator.readings
    .filter((reading) => reading.year < year)
    .sort((a, b) => b.year - a.year);
  return (
    <>
      <h3>{words.history}</h3>
      {earlier.length === 0 && baseline.value === null ? (
        <p className={styles['hint']}>{words.historyEmpty}</p>
      ) : (
        <dl className={styles['facts']}>
          {earlier.map((reading) => (
            <div key={reading.year} className={styles['factPair']}>
              <dt>{messages.readings.list.lastYear(reading.year)}</dt>
              <dd>
                {formulaWords(reading, indicator, say, format) ??
                  figureWords(indicator, reading, say, messages)}
                {reading.dataStatus === 'final' || reading.absence !== null
                  ? null
                  : ` · ${messages.statuses.dataStatuses[reading.dataStatus]}`}
              </dd>
            </div>
          ))}
          {baseline.value === null ? null : (
            <div className={styles['factPair']}>
              <dt>{words.baseline(baseline.year)}</dt>
              <dd>{say.figure(baseline.value)}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}

function Definition(props: { settings: Indicator }): ReactElement {
  const { ratio, ambiguities } = props.settings;
  const words = useMessages().readings.panel;
  const name = useName();
  const format = useFormat();
  return (
    <>
      <h3>{words.definition}</h3>
      <p>
        {ratio === null
          ? words.noFormula
          : words.formula(
              name(ratio.numerator),
              name(ratio.denominator),
              ratio.multiplier === 1 ? '' : words.times(plainNumber(format, ratio.multiplier)),
            )}
      </p>
      {ambiguities.length === 0 ? null : (
        <>
          <h3>{words.ambiguities}</h3>
          <ul lang="en">
            {ambiguities.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
