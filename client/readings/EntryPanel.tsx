import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { Dashboard, KnownIndicator } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import { computeRatio, type Figures } from '../../shared/reading-rules.ts';
import { useFormat, useMessages, useName, usePick } from '../app/language.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import { plainNumber } from '../ui/plainNumber.ts';
import styles from './entry.module.css';
import { plannedFor, previewOf } from '../../shared/preview.ts';
import { StatusWord } from './StatusWord.tsx';
import { useSay, useSpeech } from './speech.ts';
import type { EntrySubject } from './subject.ts';
import { figureWords, formulaWords, targetWords } from './words.ts';

/** What helps to think while typing: preview, target, earlier years, definition, clause. */
export function EntryPanel(props: {
  plan: Pick<Dashboard['plan'], 'endYear'>;
  indicator: KnownIndicator;
  /** What the document says of it. */
  settings: Pick<Indicator, 'ratio' | 'quote' | 'ambiguities'>;
  subject: EntrySubject;
  year: number;
  /** What the form says now; null: it cannot be judged as it stands. */
  figures: Figures | null;
  /** The figures are approved: their status is no preview. */
  approved: boolean;
  /** Stands above everything else, and below it. */
  before?: ReactNode;
  after?: ReactNode;
}): ReactElement {
  const { plan, indicator, settings, year } = props;
  const { readings } = useMessages();
  const words = readings.panel;
  const speech = useSpeech();
  const say = useSay(indicator);
  const planned = plannedFor(indicator, year);
  return (
    <aside className={styles['panel']} aria-label={words.title}>
      {props.before}
      <Verdict {...props} />
      <dl className={styles['facts']}>
        <dt>{words.target}</dt>
        <dd>{targetWords(indicator, plan, speech)}</dd>
        <dt>{words.plan}</dt>
        <dd>{planned === null ? readings.list.noPlan : say.planned(planned)}</dd>
      </dl>
      <History indicator={indicator} year={year} />
      <Definition settings={settings} />
      <h3>{words.clause}</h3>
      <blockquote lang="zh-CN">{settings.quote}</blockquote>
      <p>
        <Link
          to="/document"
          search={(old) => ({ plan: old.plan, clause: `indicator:${indicator.id}` })}
        >
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
      {props.after}
    </aside>
  );
}

/** The status that these figures have, or would have if they were approved. */
function Verdict(props: {
  indicator: KnownIndicator;
  subject: EntrySubject;
  year: number;
  figures: Figures | null;
  approved: boolean;
}): ReactElement {
  const { indicator, subject, year, figures, approved } = props;
  const { readings, statuses } = useMessages();
  const words = readings.panel;
  if (figures === null || !isJudged(subject, figures)) {
    return (
      <div className={styles['preview']}>
        <strong>{words.preview}</strong>
        <p className={styles['hint']}>{words.previewOpen}</p>
      </div>
    );
  }
  const { status, flags, reason } = previewOf(indicator, year, figures);
  const remarks = [
    ...(reason === null ? [] : [statuses.reasons[reason]]),
    ...flags.filter((flag) => flag !== 'provisional').map((flag) => statuses.flags[flag]),
  ];
  return (
    <div className={styles['preview']} role="status" data-approved={approved || undefined}>
      <strong>{approved ? words.verdict : words.preview}</strong>{' '}
      <StatusWord status={status} hollow={!approved} />
      {remarks.length === 0 ? null : <p>{words.remarks(remarks)}</p>}
      {approved ? null : <p className={styles['hint']}>{words.previewNote}</p>}
    </div>
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
export function History(props: { indicator: KnownIndicator; year: number }): ReactElement {
  const { indicator, year } = props;
  const messages = useMessages();
  const format = useFormat();
  const say = useSay(indicator);
  const words = messages.readings.panel;
  const { baseline } = indicator.target;
  const { year: baseYear, value: base } = baseline;
  const earlier = indicator.readings
    .filter((reading) => reading.year < year)
    .sort((a, b) => b.year - a.year);
  // The figure of the base year, where it was reported too, says the same.
  const showsBase = base !== null && earlier.every((reading) => reading.year !== baseYear);
  return (
    <>
      <h3>{words.history}</h3>
      {earlier.length === 0 && !showsBase ? (
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
                {reading.corrections === 0 ? null : ` · ${messages.dashboard.value.corrected}`}
              </dd>
            </div>
          ))}
          {base === null || !showsBase ? null : (
            <div className={styles['factPair']}>
              <dt>{words.baseline(baseYear)}</dt>
              <dd>{say.figure(base)}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}

function Definition(props: { settings: Pick<Indicator, 'ratio' | 'ambiguities'> }): ReactElement {
  const { ratio, ambiguities } = props.settings;
  const words = useMessages().readings.panel;
  const pick = usePick();
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
          <ul>
            {ambiguities.map(({ textZh, textEn }) => (
              <li key={textEn}>
                <MixedText text={pick(textZh, textEn)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
