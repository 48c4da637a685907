import { type ReactElement, type ReactNode, useRef } from 'react';
import { finding } from '../../shared/sentences.ts';
import type { BoardIndicator, Dashboard, Known } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import type { Access } from '../../shared/permissions.ts';
import type { Reading } from '../../shared/readings.ts';
import { findingSentence } from '../../shared/wording.ts';
import type { Formats } from '../app/language.tsx';
import type { DueMark } from '../charts/trajectoryModel.ts';
import { StatusGlyph } from '../ui/status.tsx';
import { changedSince } from './clocks.ts';
import { ClockSwitch, clockWords } from './ClockSwitch.tsx';
import { Downloads } from './Downloads.tsx';
import { downloadFrame, type Leaving } from './downloads.ts';
import { FilesBehind } from './FilesBehind.tsx';
import styles from './Indicator.module.css';
import { IndicatorFigure } from './IndicatorFigure.tsx';
import { Revisions } from './Revisions.tsx';
import { boardRows } from './rows.ts';
import { pick, speakerOf, type Speech } from './speak.ts';
import { usePaper } from '../ui/usePaper.ts';
import { TakenOut } from './TakenOut.tsx';
import { WhyBlock } from './WhyBlock.tsx';
import { yearRows } from './yearRows.ts';
import { YearTable } from './YearTable.tsx';

export interface IndicatorViewProps {
  indicator: BoardIndicator;
  board: Dashboard;
  /** Clause, measures and notes; null while they load. */
  about: Indicator | null;
  readings: readonly Reading[];
  speech: Speech;
  format: Formats;
  may: (access: Access) => boolean;
  /** The reader's department; null: none. */
  departmentId: string | null;
  /** The same year by the other clock, once it is there; null: it is not, or the year is not sealed. */
  otherClock?: Dashboard | null;
  hrefOfKnown?: (known: Known) => string;
  /** Days by which something was decided to be done about it; absent: none. */
  dueMarks?: readonly DueMark[];
  /** What was decided about it, below its years. */
  decided?: ReactNode;
  /** Keeps plan and year of the board in an address. */
  hrefTo: (path: string, more?: Readonly<Record<string, string>>) => string;
}

const NO_MARKS: readonly DueMark[] = [];

/** One indicator: its finding, its trajectory, and why it has its status. */
export function IndicatorView(props: IndicatorViewProps): ReactElement {
  const { indicator, board, readings, speech, format } = props;
  const { dashboard, explain, statuses, app } = speech.messages;
  const words = dashboard.indicator;
  const drawing = useRef<HTMLDivElement | null>(null);
  usePaper('portrait');
  const say = speakerOf(indicator, speech);
  const { status, flags, assessedYear } = indicator.assessment;
  const name = pick(speech, indicator.nameZh, indicator.nameEn);
  const said = findingSentence(explain, finding(indicator.target, indicator.assessment), say);
  const row = boardRows({ ...board, indicators: [indicator] }, speech)[0];
  const lead = row?.lead.full ?? row?.lead.text ?? '';
  const leaving: Leaving = { indicator, board, finding: said, lead, speech };
  const rows = yearRows(indicator, board, speech);
  const judged = readings.find(({ year }) => year === assessedYear) ?? null;
  const frame = downloadFrame(leaving);
  return (
    <article className={styles['page']}>
      <p className={`printOnly ${styles['printHead']}`}>
        {dashboard.printed(
          pick(speech, board.plan.shortTitleZh, board.plan.shortTitleEn),
          board.year,
        )}
        {` · ${indicator.code}`}
        {board.known === 'reported' ? ` · ${clockWords(board, speech)}` : ''}
        {board.plan.illustrative ? ` · ${app.illustrative}` : ''}
      </p>
      <Trail {...props} lead={lead} />
      <header className={styles['head']}>
        <h1>
          {name}
          {indicator.tentative ? <span className={styles['tag']}>{statuses.tentative}</span> : null}
        </h1>
        <p className={styles['finding']}>
          <span className="statusWord" data-status={status}>
            <StatusGlyph status={status} />
            {statuses.names[status]}
          </span>
          {flags.map((flag) => (
            <span key={flag} className={styles['tag']}>
              {statuses.flags[flag]}
            </span>
          ))}
          <span>{said}</span>
        </p>
        <ClockSwitch
          board={{ ...board, indicators: [indicator] }}
          changed={changedHere(props)}
          speech={speech}
          hrefOfKnown={props.hrefOfKnown ?? (() => '')}
        />
      </header>
      <div className={styles['columns']}>
        <div>
          <section className={styles['chart']}>
            <h2>{indicator.target.kind === 'milestone' ? words.steps : words.trajectory}</h2>
            <p className={styles['subtitle']}>{frame.subtitle}</p>
            <IndicatorFigure
              indicator={indicator}
              board={board}
              speech={speech}
              title={`${name}: ${said}`}
              dueMarks={props.dueMarks ?? NO_MARKS}
              drawing={(element) => {
                drawing.current = element;
              }}
            />
            <p className="sourceLine">
              {dashboard.sentences([
                frame.source,
                ...(indicator.assessment.projection === null ? [] : [words.method]),
              ])}
            </p>
            <Downloads
              leaving={leaving}
              rows={rows}
              drawing={() => drawing.current?.querySelector('svg') ?? null}
            />
          </section>
          <About {...props} />
        </div>
        <section>
          <h2>{words.why}</h2>
          <WhyBlock indicator={indicator} reading={judged} speech={speech} format={format} />
        </section>
      </div>
      <section className={styles['block']}>
        <h2>{words.table}</h2>
        <p className={styles['subtitle']}>{frame.subtitle}</p>
        <YearTable rows={rows} name={name} year={board.year} messages={speech.messages} />
        <p className="sourceLine">{dashboard.signs}</p>
      </section>
      {props.decided}
      {props.may('evidence.see') ? (
        <FilesBehind readings={readings} speech={speech} format={format} />
      ) : null}
      <Revisions readings={readings} speech={speech} say={say} format={format} />
      {props.may('audit.read') ? (
        <>
          <TakenOut planId={board.plan.id} />
          <p>
            <a href={props.hrefTo('/audit', { indicatorId: indicator.id })}>{words.audit}</a>
          </p>
        </>
      ) : null}
    </article>
  );
}

/** Where the two clocks differ about this indicator; null: the other one is not there yet. */
function changedHere({ board, indicator, otherClock = null, speech }: IndicatorViewProps) {
  if (otherClock === null) return null;
  const only = (of: Dashboard): Dashboard => ({
    ...of,
    indicators: of.indicators.filter(({ id }) => id === indicator.id),
  });
  const [now, reported] = board.known === 'now' ? [board, otherClock] : [otherClock, board];
  return changedSince(only(now), only(reported), speech);
}

/** Where this is, what comes before and after it, and what the reader may do here. */
function Trail(props: IndicatorViewProps & { lead: string }): ReactElement {
  const { indicator, board, speech, may, hrefTo, lead, departmentId } = props;
  const words = speech.messages.dashboard.indicator;
  const theme = board.themes.find(({ id }) => id === indicator.themeId);
  const place = board.indicators.findIndex(({ id }) => id === indicator.id);
  const mine = indicator.lead.state === 'named' && indicator.lead.departmentIds[0] === departmentId;
  const neighbour = (step: -1 | 1, word: string) => {
    const other = board.indicators[place + step];
    if (place === -1 || other === undefined) return null;
    return (
      <a
        href={hrefTo(`/indicators/${other.id}`)}
        title={pick(speech, other.nameZh, other.nameEn)}
        rel={step < 0 ? 'prev' : 'next'}
      >
        {step < 0 ? `‹ ${word} ${other.code}` : `${word} ${other.code} ›`}
      </a>
    );
  };
  return (
    <nav className={styles['trail']} aria-label={words.back}>
      <a href={hrefTo('/')}>‹ {words.back}</a>
      <span>
        {[theme === undefined ? '' : pick(speech, theme.nameZh, theme.nameEn), indicator.code, lead]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span className={styles['actions']}>
        {mine && may('readings.enter') ? (
          <a href={hrefTo(`/entry/${indicator.id}`)}>{words.enter}</a>
        ) : null}
        {may('plans.configure') ? (
          <a href={hrefTo(`/indicators/${indicator.id}/settings`)}>{words.settings}</a>
        ) : null}
        {neighbour(-1, words.previous)}
        {neighbour(1, words.next)}
      </span>
    </nav>
  );
}

/** The words of the document, what they leave open, and the measures that serve the target. */
function About(props: IndicatorViewProps): ReactElement | null {
  const { about, indicator, speech, hrefTo } = props;
  const words = speech.messages.dashboard.indicator;
  if (about === null) return null;
  return (
    <>
      <section className={styles['block']}>
        <h2>{words.clause}</h2>
        <blockquote className={styles['quote']} lang="zh-CN">
          {about.quote}
        </blockquote>
        <p className="screenOnly">
          <a href={hrefTo('/document', { clause: `indicator:${indicator.id}` })}>
            {words.openClause}
          </a>
        </p>
        {indicator.tentative ? <p>{words.tentative}</p> : null}
        {indicator.incremental ? <p>{words.incremental}</p> : null}
      </section>
      <section className={styles['block']}>
        <h2>{words.measures(about.measures.length)}</h2>
        {about.measures.length === 0 ? <p>{words.noMeasures}</p> : null}
        <ul className={styles['measures']}>
          {about.measures.map((measure) => (
            <li key={measure.id}>
              <a href={hrefTo('/document', { clause: `measure:${measure.id}` })}>
                {words.measure(measure.number, pick(speech, measure.titleZh, measure.titleEn))}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
