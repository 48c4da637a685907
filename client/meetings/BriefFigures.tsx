import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { troubled } from '../../shared/meeting-agenda.ts';
import { headline } from '../../shared/sentences.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { departmentText, type Speech, targetText, valueText } from '../dashboard/api.ts';
import styles from './Brief.module.css';
import type { Named } from './useNamed.ts';

const MOST = 10;

/** How the year stands in one sentence, and the indicators that need a word. */
export function BriefFigures({ named, year }: { named: Named; year: number }): ReactElement | null {
  const { meetings, explain } = useMessages();
  const words = meetings.brief;
  const { board, speech } = named;
  if (board === null) return null;
  const found = troubled(board.indicators);
  const shown = found.slice(0, MOST);
  return (
    <section className={styles['part']}>
      <h3>{words.figures(year)}</h3>
      <p>{explain.headline(headline(board.indicators.map((one) => one.assessment.status)))}</p>
      <h3>{words.attention}</h3>
      {found.length === 0 ? <p>{words.attentionNone}</p> : null}
      {shown.length === 0 ? null : <Table indicators={shown} board={board} speech={speech} />}
      {found.length > shown.length ? <p>{words.more(found.length - shown.length)}</p> : null}
    </section>
  );
}

/** A unit in letters stands apart from its number. */
const withUnit = (text: string, unit: string): string =>
  /^[a-z]/i.test(unit) ? `${text} ${unit}` : `${text}${unit}`;

function Table(props: {
  indicators: Dashboard['indicators'];
  board: Dashboard;
  speech: Speech;
}): ReactElement {
  const { indicators, board, speech } = props;
  const { meetings, statuses } = useMessages();
  const words = meetings.brief;
  const name = useName();
  const pick = usePick();
  const target = (indicator: Dashboard['indicators'][number]): string => {
    const text = targetText(indicator, board.plan, speech);
    const counted = ['atLeast', 'atMost', 'countRange'].includes(indicator.target.kind);
    return counted ? withUnit(text, pick(indicator.unitZh ?? '', indicator.unitEn ?? '')) : text;
  };
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          <th scope="col">{words.target}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.lead}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => {
          const { assessment, lead } = indicator;
          const value = valueText(indicator, assessment, board.year, speech);
          const departments = board.departments.filter(({ id }) => lead.departmentIds.includes(id));
          return (
            <tr key={indicator.id}>
              <th scope="row">
                {indicator.code} {name(indicator)}
              </th>
              <td>{target(indicator)}</td>
              <td>
                {withUnit(value.text, value.unit)}
                {value.marks.length === 0 ? '' : ` ${value.marks.join(' ')}`}
              </td>
              <td className={styles['whole']}>
                <strong>{statuses.names[assessment.status]}</strong>
              </td>
              <td>
                {lead.state === 'none'
                  ? statuses.leadNone
                  : departments.map((one) => departmentText(one, speech).text).join(' ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
