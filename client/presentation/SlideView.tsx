import { memo, type ReactElement } from 'react';
import type { Slide } from '../../shared/deck.ts';
import { StatusGlyph } from '../ui/status.tsx';
import {
  bound,
  decisionOf,
  figureLine,
  indicatorOf,
  type Shown,
  slideSubject,
  slideTitle,
  themeName,
} from './deckView.ts';
import { DecisionBody, ListBody, shortened } from './ListBody.tsx';
import styles from './present.module.css';
import { slideChart, statusOf } from './slideChart.ts';
import { SlideChartView } from './SlideChartView.tsx';
import { slideSource } from './slideSource.ts';
import { slideTable, type SlideTable } from './slideTable.ts';

export interface SlideViewProps {
  slide: Slide;
  shown: Shown;
  /** px of the unit of the stage. */
  unit: number;
  /** The table in place of the chart. */
  table: boolean;
}

/** One slide without what stands around all of them: its sentence, its figure, its chart. */
export const SlideView = memo(function SlideView(props: SlideViewProps): ReactElement {
  const { slide, shown, unit, table } = props;
  const { speech } = shown;
  const title = slideTitle(slide, shown);
  const twin = table ? slideTable(slide, shown) : null;
  const source = slideSource(slide, shown, twin === null ? 'chart' : 'table');
  return (
    <>
      {slide.kind === 'indicator' ? (
        <p className={styles['subject']}>{subjectLine(slideSubject(slide, shown), title)}</p>
      ) : null}
      <p className={styles['title']}>{bound(title)}</p>
      {twin === null ? <Figures slide={slide} shown={shown} unit={unit} /> : null}
      <div className={styles['body']}>
        {slide.kind === 'pending' || slide.kind === 'ownerless' || slide.kind === 'decisions' ? (
          <ListBody slide={slide} shown={shown} />
        ) : slide.kind === 'decision' ? (
          <DecisionBody decision={decisionOf(shown, slide.decisionId)} shown={shown} />
        ) : twin === null ? (
          <SlideChartView
            chart={slideChart(slide, shown)}
            shown={shown}
            title={`${slideSubject(slide, shown)}: ${title}`}
            font={unit * 3.2}
          />
        ) : (
          <TableTwin table={twin} caption={speech.messages.presentation.table.title} />
        )}
      </div>
      <p className={styles['source']} data-source="">
        {source}
      </p>
    </>
  );
});

/** A name takes two lines of the wall at most, and one of a sentence that has two itself. */
function subjectLine(name: string, title: string): string {
  if (/\p{Script=Han}/u.test(name)) return shortened(name, 64);
  return shortened(name, title.length > 52 ? 90 : 112);
}

/** What a slide is about, in the line above its sentence. */
export function SlideContext(props: { slide: Slide; shown: Shown }): ReactElement {
  const { slide, shown } = props;
  const { slides } = shown.speech.messages;
  if (slide.kind === 'indicator') {
    const indicator = indicatorOf(shown, slide.indicatorId);
    const theme = indicator === null ? '' : themeName(shown, indicator.themeId);
    const urgent = slide.section === 'attention' ? `${slides.sections.attention} · ` : '';
    return <span className={styles['context']}>{urgent + theme}</span>;
  }
  const section = slides.sections[slide.section];
  const subject = slideSubject(slide, shown);
  return (
    <span className={styles['context']}>
      {subject === section ? section : `${section} · ${subject}`}
    </span>
  );
}

/** A level in words that would push what stands after it off the line. */
const LONG_WORDS = /^\D{9,}$/;

function Figures(props: { slide: Slide; shown: Shown; unit: number }): ReactElement | null {
  const { slide, shown, unit } = props;
  if (slide.kind !== 'indicator') return null;
  const indicator = indicatorOf(shown, slide.indicatorId);
  if (indicator === null) return null;
  const line = figureLine(indicator, shown);
  const { status } = indicator.assessment;
  return (
    <p className={styles['figures']} data-words={LONG_WORDS.test(line.value)}>
      <span className={styles['status']} data-status={status}>
        <StatusGlyph status={status} size={unit * 4.4} />
        {statusOf(indicator, shown)}
      </span>
      <span className={styles['value']}>
        {line.year === '' ? null : <span>{line.year}</span>}
        <b>{line.value}</b>
        {line.unit === '' ? null : <span>{line.unit}</span>}
      </span>
      {line.plan === null ? null : <span>{line.plan}</span>}
      <span>{line.target}</span>
    </p>
  );
}

/** More rows than this stand closer. */
const LONG = 7;

/** A name of a row that is longer than this many signs may take two lines. */
const LONG_NAME = 12;

function TableTwin(props: { table: SlideTable; caption: string }): ReactElement {
  const { table, caption } = props;
  return (
    <table className={styles['table']} data-long={table.rows.length > LONG}>
      <caption className="visuallyHidden">{caption}</caption>
      <thead>
        <tr>
          {table.head.map(({ text, number = false }) => (
            <th key={text} scope="col" className={number ? styles['number'] : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]?.text}>
            {row.map(({ text, number = false }, index) =>
              index === 0 ? (
                <th
                  key={0}
                  scope="row"
                  className={text.length > LONG_NAME ? styles['long'] : undefined}
                >
                  {text}
                </th>
              ) : (
                <td key={table.head[index]?.text} className={number ? styles['number'] : undefined}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
