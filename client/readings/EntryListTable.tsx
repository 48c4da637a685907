import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Reading } from '../../shared/readings.ts';
import { useMessages, useName } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import styles from './entry.module.css';
import { mayStart } from './mayStart.ts';
import { plannedFor } from '../../shared/preview.ts';
import { useSay } from './speech.ts';
import { figureWords } from './words.ts';

/** The indicators of a department with last year's figure, this year's plan, figure and state. */
export function EntryListTable(props: {
  caption: string;
  year: number;
  indicators: readonly BoardIndicator[];
  readings: readonly Reading[];
}): ReactElement {
  const { caption, year, indicators, readings } = props;
  const { list } = useMessages().readings;
  return (
    <table className={`statTable ${styles['list']}`}>
      <caption className="visuallyHidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{list.code}</th>
          <th scope="col">{list.name}</th>
          <th scope="col" className="num">
            {list.lastYear(year - 1)}
          </th>
          <th scope="col" className="num">
            {list.plan}
          </th>
          <th scope="col" className="num">
            {list.value}
          </th>
          <th scope="col">{list.state}</th>
          <th scope="col">{list.work}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <Row
            key={indicator.id}
            year={year}
            indicator={indicator}
            reading={readings.find(({ indicatorId }) => indicatorId === indicator.id) ?? null}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  year: number;
  indicator: BoardIndicator;
  reading: Reading | null;
}): ReactElement {
  const { year, indicator, reading } = props;
  const messages = useMessages();
  const { list } = messages.readings;
  const { readingStatuses } = messages.statuses;
  const name = useName();
  const me = useMe();
  const say = useSay(indicator);
  const before = lastYears(indicator, year);
  const planned = plannedFor(indicator, year);
  const returned = reading?.returned ?? null;
  const work = workOn(reading, mayStart(indicator, me), list);
  return (
    <tr>
      <td>{indicator.code}</td>
      <th scope="row">{name(indicator)}</th>
      <td className="num">
        {before === null ? '…' : figureWords(indicator, before, say, messages)}
      </td>
      <td className="num">{planned === null ? list.placeholderPlan : say.planned(planned)}</td>
      <td className="num">
        {reading === null ? '…' : figureWords(indicator, reading, say, messages)}
      </td>
      <td>
        <span className={styles['listState']}>
          {reading === null ? list.none : readingStatuses[reading.status]}
        </span>
        {returned === null ? null : (
          <span className={styles['reason']}> {list.returnedBecause(returned.reason)}</span>
        )}
      </td>
      <td>
        <Link
          to="/entry/$indicatorId"
          params={{ indicatorId: indicator.id }}
          search={(old) => ({ plan: old.plan, year })}
          aria-label={list.named(work, indicator.code)}
        >
          {work}
        </Link>
      </td>
    </tr>
  );
}

/** The approved figure of the year before; the baseline where that is its year. null: none. */
function lastYears(indicator: BoardIndicator, year: number) {
  const approved = indicator.readings.find((one) => one.year === year - 1);
  if (approved !== undefined) return approved;
  const { baseline } = indicator.target;
  if (baseline.year !== year - 1 || baseline.value === null) return null;
  return { value: baseline.value, conditions: [], absence: null };
}

/** What the reader can do with a row, as the word of its link. */
function workOn(
  reading: Reading | null,
  mayEnter: boolean,
  words: Messages['readings']['list'],
): string {
  if (reading === null) return mayEnter ? words.enter : words.look;
  if (!reading.editable) return words.look;
  return reading.status === 'returned' ? words.mend : words.go;
}
