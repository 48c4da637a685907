import { type ReactElement, useState } from 'react';
import { findingsOf } from '../../shared/checks.ts';
import { checkSentence } from '../../shared/checks/words.ts';
import { plannedFor } from '../../shared/preview.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { returnWords, RevisionTable, useRevisions } from '../dashboard/api.ts';
import { MixedText } from '../ui/MixedText.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useSettings } from './api.ts';
import { Beside } from './Beside.tsx';
import { History } from './EntryPanel.tsx';
import { ReadingFacts } from './ReadingFacts.tsx';
import styles from './review.module.css';
import type { ReviewEntry } from './ReviewItem.tsx';
import { useSay, useSpeech } from './speech.ts';
import { changeWords, targetWords } from './words.ts';

/** All that it takes to decide about one reading. */
export function ReviewDetail({ entry }: { entry: ReviewEntry }): ReactElement {
  const { reading, indicator, board, beside } = entry;
  const messages = useMessages();
  const { review, list, timeline } = messages.readings;
  const words = messages.review.detail;
  const { dateTime } = useFormat();
  const speech = useSpeech();
  const say = useSay(indicator);
  const planned = plannedFor(indicator, reading.year);
  const change = changeWords(indicator, reading, say, speech.messages);
  const returns = beside?.returns ?? [];
  return (
    <div className={styles['columns']}>
      <div>
        <ReadingFacts reading={reading} indicator={indicator} />
        <Findings entry={entry} />
      </div>
      <div>
        <dl className={styles['facts']}>
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
        {returns.length === 0 ? null : (
          <>
            <h3>{words.returns}</h3>
            <ul className={styles['plain']}>
              {returns.map((back) => (
                <li key={back.at}>
                  <MixedText
                    text={words.returned(back.name, dateTime(back.at), returnWords(messages, back))}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        {beside === null || beside.indicatorReturns <= returns.length ? null : (
          <p className={styles['quiet']}>{words.returnsOfIndicator(beside.indicatorReturns)}</p>
        )}
      </div>
      <div>
        <History indicator={indicator} year={reading.year} />
      </div>
      <div className={styles['wide']}>
        <BesideReviewed entry={entry} />
      </div>
      <Changes entry={entry} />
    </div>
  );
}

/** The lists and files behind the figure; whose parts have lists is in the settings. */
function BesideReviewed({ entry }: { entry: ReviewEntry }): ReactElement {
  const { reading, indicator, board } = entry;
  const settings = useSettings(indicator.id);
  return (
    <Loaded result={settings} skeleton={<SkeletonTable rows={2} columns={4} />}>
      {({ ratio }) => (
        <Beside
          compact
          planId={board.plan.id}
          year={reading.year}
          indicator={indicator}
          ratio={ratio}
          readingId={reading.id}
          editable={false}
        />
      )}
    </Loaded>
  );
}

/** What the checks found: a sentence each, with how strict it is in a word. */
function Findings({ entry }: { entry: ReviewEntry }): ReactElement | null {
  const { indicator, beside } = entry;
  const { checks, review } = useMessages();
  const say = useSay(indicator);
  if (beside === null || beside.findings.length === 0) return null;
  return (
    <>
      <h3>{review.detail.findings}</h3>
      <ul className={styles['plain']}>
        {findingsOf(beside.findings).map((finding) => (
          <li key={`${finding.code} ${finding.pointer}`} className={styles['finding']}>
            <strong data-grade={finding.grade}>{checks.grades[finding.grade]}</strong>{' '}
            {checkSentence(checks, finding, say)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The versions of the reading, read when somebody asks for them. */
function Changes({ entry }: { entry: ReviewEntry }): ReactElement {
  const [open, setOpen] = useState(false);
  const { detail } = useMessages().review;
  return (
    <details
      className={styles['wide']}
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>{detail.revisions}</summary>
      {open ? <Versions entry={entry} /> : null}
    </details>
  );
}

function Versions({ entry }: { entry: ReviewEntry }): ReactElement {
  const { reading, indicator } = entry;
  const speech = useSpeech();
  const say = useSay(indicator);
  const format = useFormat();
  const { data, isPending, error } = useRevisions([reading.id]);
  if (error !== null) return <ErrorState error={error} />;
  if (isPending) return <SkeletonTable rows={3} columns={5} />;
  return (
    <RevisionTable
      readings={[reading]}
      revisions={data}
      speech={speech}
      say={say}
      format={format}
    />
  );
}
