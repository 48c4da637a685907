import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent, type ReactElement, useId } from 'react';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import { plannedFor, previewOf } from '../../shared/preview.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Reviewed } from '../../shared/review.ts';
import { useMessages, useName } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { Chevron } from '../ui/Chevron.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './review.module.css';
import { ReviewDetail } from './ReviewDetail.tsx';
import { StatusWord } from './StatusWord.tsx';
import { StepButtons } from './StepButtons.tsx';
import { useSay, useSpeech } from './speech.ts';
import { changeWords, figureWords, lastYears } from './words.ts';

export interface ReviewEntry {
  readonly reading: Reading;
  readonly indicator: BoardIndicator;
  /** Of the reading's year. */
  readonly board: Dashboard;
  /** What else is known of it; null: it was handed in a moment ago. */
  readonly beside: Reviewed | null;
}

/**
 * One reading as a line, opened to all that it takes to decide about it. Nothing here changes a
 * figure. Drawn again only when something of its own changes: there may be hundreds.
 */
export const ReviewItem = memo(function ReviewItem(props: {
  entry: ReviewEntry;
  current: boolean;
  opened: boolean;
  returning: boolean;
  selectable: boolean;
  selected: boolean;
  onSelect: (id: string, range: boolean) => void;
  onToggle: (id: string) => void;
  onReturning: (id: string, open: boolean) => void;
  onDone: (reading: Reading) => void;
}): ReactElement {
  const { entry, current, opened, returning, selectable, selected } = props;
  const { reading, indicator } = entry;
  const { readings, review: words } = useMessages();
  const name = useName();
  const me = useMe();
  const id = useId();
  const typedMyself = [reading.entered, reading.changed].some((act) => act?.userId === me.id);
  const decides = reading.steps.includes('approve') || reading.steps.includes('sign');
  const title = readings.review.item(indicator.code, name(indicator), reading.year);
  return (
    <article
      tabIndex={-1}
      data-item
      data-current={current || undefined}
      data-opened={opened || undefined}
      aria-labelledby={id}
      className={styles['item']}
    >
      <div className={styles['line']}>
        {selectable ? (
          <input
            type="checkbox"
            className={styles['select']}
            aria-label={words.select(indicator.code, reading.year)}
            checked={selected}
            onClick={(event: MouseEvent) => props.onSelect(reading.id, event.shiftKey)}
            // What it does is done by the click, which knows of Shift.
            onChange={() => undefined}
          />
        ) : (
          <span />
        )}
        <h2 id={id}>
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={opened}
            onClick={() => props.onToggle(reading.id)}
          >
            <span className={styles['title']}>{title}</span> <Chevron up={opened} />
          </button>
        </h2>
        <Line entry={entry} />
        <StepButtons
          reading={reading}
          code={indicator.code}
          inLine
          returning={returning}
          onReturning={(open) => props.onReturning(reading.id, open)}
          onDone={props.onDone}
        />
      </div>
      {!decides && typedMyself ? <Notice tone="warning">{readings.review.ownEntry}</Notice> : null}
      {opened ? (
        <>
          <ReviewDetail entry={entry} />
          <p className={styles['more']}>
            <Link
              to="/entry/$indicatorId"
              params={{ indicatorId: indicator.id }}
              search={(old) => ({ plan: old.plan, year: reading.year })}
            >
              {words.detail.toEntry}
            </Link>
          </p>
        </>
      ) : null}
    </article>
  );
});

/** What a line tells without being opened. */
function Line({ entry }: { entry: ReviewEntry }): ReactElement {
  const { reading, indicator } = entry;
  const messages = useMessages();
  const { review: words } = messages;
  const speech = useSpeech();
  const say = useSay(indicator);
  const before = lastYears(indicator, reading.year);
  const change = changeWords(indicator, reading, say, speech.messages);
  const planned = plannedFor(indicator, reading.year);
  return (
    <>
      <span className={styles['figure']}>
        <span className={styles['quiet']}>
          {before === null ? '…' : figureWords(indicator, before, say, messages)} →{' '}
        </span>
        <strong>{figureWords(indicator, reading, say, messages)}</strong>
        {change === null ? null : <span className={styles['change']}>{change}</span>}
      </span>
      <span className={styles['plan']}>
        {planned === null ? null : (
          <>
            {words.planned} {say.planned(planned)}
          </>
        )}
      </span>
      <span>
        <Becomes entry={entry} />
      </span>
      <Remarks entry={entry} />
      <span className={styles['quiet']}>
        {reading.signed === null
          ? reading.round === 'none'
            ? null
            : reading.returns > 0 && reading.steps.includes('approve')
              ? words.straightBack
              : words.unsigned
          : words.signed(reading.signed.name)}
      </span>
    </>
  );
}

/** What to look at twice, in words; the colour only repeats it. */
function Remarks({ entry }: { entry: ReviewEntry }): ReactElement {
  const { reading, beside } = entry;
  const { review: words } = useMessages();
  const findings = beside?.findings.length ?? 0;
  const remarks = [
    ...(findings === 0 ? [] : [words.findings(findings)]),
    ...(reading.scopeChange === null ? [] : [words.scope]),
    ...(reading.figureYear === null ? [] : [words.figureOf(reading.figureYear)]),
    ...(reading.paper === null ? [] : [words.paper]),
    ...(reading.note === '' ? [] : [words.note]),
    ...(beside === null || beside.evidence === 0 ? [] : [words.evidence(beside.evidence)]),
    ...(reading.returns === 0 ? [] : [words.returns(reading.returns)]),
  ];
  return (
    <span className={styles['remarks']}>
      {beside?.held === true ? <span className={styles['held']}>{words.held}</span> : null}
      {remarks.map((remark) => (
        <span key={remark} className={styles['remark']}>
          {remark}
        </span>
      ))}
    </span>
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
