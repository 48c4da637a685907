import type { ReactElement, Ref } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { RowGroup } from './arrange.ts';
import styles from './Board.module.css';
import { BoardRow } from './BoardRow.tsx';
import { boardYears } from './rows.ts';
import { pick, type Speech } from './speak.ts';

export interface BoardTableProps {
  board: Pick<Dashboard, 'plan' | 'year'>;
  groups: readonly RowGroup[];
  speech: Speech;
  hrefOf: (indicatorId: string) => string;
  /** In words, by indicator: what the other clock of a sealed year tells differently. */
  changed?: ReadonlyMap<string, string>;
  tableRef?: Ref<HTMLTableElement>;
}

/** The one table of the board: a row an indicator, a column a year, grouped under headings. */
export function BoardTable(props: BoardTableProps): ReactElement {
  const { board, groups, speech, hrefOf, tableRef } = props;
  const { messages, language } = speech;
  const { columns, tableCaption, count } = messages.dashboard;
  const years = boardYears(board);
  const plan = pick(speech, board.plan.shortTitleZh, board.plan.shortTitleEn);
  return (
    <table ref={tableRef} className={`statTable ${styles['board']}`} data-language={language}>
      <caption className="visuallyHidden">{tableCaption(plan, board.year)}</caption>
      <colgroup>
        <col className={styles['colStatus']} />
        <col className={styles['colCode']} />
        <col className={styles['colName']} />
        <col className={styles['colChart']} />
        <col className={styles['colValue']} />
        <col className={styles['colUnit']} />
        <col className={styles['colTarget']} />
        {years.map((year) => (
          <col key={year} className={styles['colYear']} />
        ))}
        <col className={styles['colLead']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.progress}</th>
          <th scope="col" className="num">
            {columns.value}
          </th>
          <th scope="col" className={styles['unit']}>
            {columns.unit}
          </th>
          <th scope="col">{columns.target}</th>
          {years.map((year) => (
            <th
              key={year}
              scope="col"
              className={year === board.year ? styles['thisYear'] : styles['year']}
            >
              {year}
            </th>
          ))}
          <th scope="col" className={styles['lead']}>
            {columns.lead}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className="group">
            <th scope="rowgroup" colSpan={8 + years.length}>
              {group.title} <span className={styles['count']}>{count(group.rows.length)}</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <BoardRow
              key={row.id}
              row={row}
              href={hrefOf(row.id)}
              messages={messages}
              changed={props.changed?.get(row.id)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
