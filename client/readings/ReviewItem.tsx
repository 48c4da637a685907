import { Link } from '@tanstack/react-router';
import { type ReactElement, useId } from 'react';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import { useFormat, useMessages, useName } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { Notice } from '../ui/Notice.tsx';
import { History } from './EntryPanel.tsx';
import { plannedFor, previewOf } from '../../shared/preview.ts';
import { ReadingFacts } from './ReadingFacts.tsx';
import styles from './review.module.css';
import { StatusWord } from './StatusWord.tsx';
import { StepButtons } from './StepButtons.tsx';
import { useSay, useSpeech } from './speech.ts';
import { changeWords, targetWords } from './words.ts';

export interface ReviewEntry {
  readonly reading: Reading;
  readonly indicator: BoardIndicator;
  /** Of the reading's year. */
  readonly board: Dashboard;
}

/** One reading with all that it takes to decide about it. Nothing here changes a figure. */
export function ReviewItem(props: {
  entry: ReviewEntry;
  current: boolean;
  returning: boolean;
  onReturning: (open: boolean) => void;
  onDone: (reading: Reading) => void;
}): ReactElement {
  const { entry, current, returning, onReturning, onDone } = props;
  const { reading, indicator, board } = entry;
  const { review, list, timeline } = useMessages().readings;
  const name = useName();
  const { dateTime } = useFormat();
  const speech = useSpeech();
  const say = useSay(indicator);
  const me = useMe();
  const id = useId();
  const planned = plannedFor(indicator, reading.year);
  const change = changeWords(indicator, reading, say, speech.messages);
  const decides = reading.steps.includes('approve') || reading.steps.includes('sign');
  const typedMyself = [reading.entered, reading.changed].some((act) => act?.userId === me.id);
  return (
    <article
      tabIndex={-1}
      data-item
      data-current={current || undefined}
      aria-labelledby={id}
      className={styles['item']}
    >
      <h2 id={id}>
        <Link
          to="/entry/$indicatorId"
          params={{ indicatorId: indicator.id }}
          search={(old) => ({ plan: old.plan, year: reading.year })}
        >
          {review.item(indicator.code, name(indicator), reading.year)}
        </Link>
      </h2>
      <div className={styles['columns']}>
        <div>
          <ReadingFacts reading={reading} indicator={indicator} />
        </div>
        <div>
          <dl className={styles['facts']}>
            <dt>{review.status}</dt>
            <dd>
              <Becomes entry={entry} />
            </dd>
            {change === null ? null : (
              <>
                <dt>{review.change}</dt>
                <dd>{change}</dd>
              </>
            )}
            <dt>{review.plan}</dt>
            <dd>{planned === null ? list.noPlan : say.planned(planned)}</dd>
            <dt>{review.target}</dt>
            <dd>{targetWords(indicator, board.plan, speech)}</dd>
            {reading.submitted === null ? null : (
              <>
                <dt>{timeline.submitted}</dt>
                <dd>{timeline.by(reading.submitted.name, dateTime(reading.submitted.at))}</dd>
              </>
            )}
            {reading.signed === null ? null : (
              <>
                <dt>{timeline.signed}</dt>
                <dd>{timeline.by(reading.signed.name, dateTime(reading.signed.at))}</dd>
              </>
            )}
          </dl>
        </div>
        <div>
          <History indicator={indicator} year={reading.year} />
        </div>
      </div>
      {!decides && typedMyself ? <Notice tone="warning">{review.ownEntry}</Notice> : null}
      <StepButtons
        reading={reading}
        code={indicator.code}
        returning={returning}
        onReturning={onReturning}
        onDone={onDone}
      />
    </article>
  );
}

/** The status of the year now, and what it would be with this figure. */
function Becomes({ entry }: { entry: ReviewEntry }): ReactElement {
  const { reading, indicator } = entry;
  const { review } = useMessages().readings;
  const before = indicator.assessment.status;
  const after = previewOf(indicator, reading.year, reading).status;
  if (before === after) return <StatusWord status={after} />;
  return (
    <>
      <StatusWord status={before} /> <span>{review.becomes}</span>{' '}
      <StatusWord status={after} hollow />
    </>
  );
}
