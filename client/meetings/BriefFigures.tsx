import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { troubled } from '../../shared/meeting-agenda.ts';
import { headline } from '../../shared/sentences.ts';
import { useMessages, useName } from '../app/language.tsx';
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
    <section>
      <h3>{words.figures(year)}</h3>
      <p>{explain.headline(headline(board.indicators.map((one) => one.assessment.status)))}</p>
      <h3>{words.attention}</h3>
      {found.length === 0 ? <p>{words.attentionNone}</p> : null}
      {shown.length === 0 ? null : <Table indicators={shown} board={board} speech={speech} />}
      {found.length > shown.length ? <p>{words.more(found.length - shown.length)}</p> : null}
    </section>
  );
}

function Table(props: {
  indicators: Dashboard['indicators'];
  board: Dashboard;
  speech: Speech;
}): ReactElement {
  const { indicators, board, speech } = props;
  const { meetings, statuses } = useMessages();
  const words = meetings.brief;
  const name = useName();
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
              <td>{targetText(indicator, board.plan, speech)}</td>
              <td>
                {value.text}
                {/^[a-z]/i.test(value.unit) ? ` ${value.unit}` : value.unit}
                {value.marks.length === 0 ? '' : ` ${value.marks.join(' ')}`}
              </td>
              <td>
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
