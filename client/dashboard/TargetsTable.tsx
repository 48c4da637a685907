import type { ReactElement, Ref } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { RowGroup } from './arrange.ts';
import styles from './Board.module.css';
import { LeadCell } from './BoardRow.tsx';
import { lacksBaseline } from './lacks.ts';
import { speakerOf, unitOf, type Speech } from './speak.ts';
import type { Row } from './rows.ts';

/**
 * The table of the first day: what the document asks for, and by when, instead of rows of grey
 * marks that say nothing.
 */
export function TargetsTable(props: {
  board: Pick<Dashboard, 'indicators'>;
  groups: readonly RowGroup[];
  speech: Speech;
  hrefOf: (indicatorId: string) => string;
  tableRef?: Ref<HTMLTableElement>;
}): ReactElement {
  const { board, groups, speech, hrefOf, tableRef } = props;
  const { columns, count, firstDay } = speech.messages.dashboard;
  return (
    <table ref={tableRef} className={`statTable ${styles['targets']}`}>
      <caption>{firstDay.tableCaption(board.indicators.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.target}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.deadline}</th>
          <th scope="col">{columns.baseline}</th>
          <th scope="col">{columns.lead}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className="group">
            <th scope="rowgroup" colSpan={8}>
              {group.title} <span className={styles['count']}>{count(group.rows.length)}</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <TargetRow key={row.id} row={row} href={hrefOf(row.id)} speech={speech} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function TargetRow(props: { row: Row; href: string; speech: Speech }): ReactElement {
  const { row, href, speech } = props;
  const { statuses, dashboard } = speech.messages;
  const { indicator } = row;
  const { kind, deadline } = indicator.target;
  return (
    <tr data-row={row.id}>
      <td className={styles['code']}>{row.code}</td>
      <th scope="row" className={styles['name']}>
        <a href={href} data-row-link="">
          {row.name}
        </a>
        {row.tentative ? <span className={styles['tag']}>{statuses.tentative}</span> : null}
      </th>
      <td>{statuses.kinds[kind]}</td>
      <td className={row.pending ? styles['pending'] : styles['target']}>{row.target}</td>
      <td className={styles['unitPlain']}>{unitOf(indicator, speech) ?? '—'}</td>
      <td>{deadline}</td>
      <td className={lacksBaseline(indicator) ? styles['leadOpen'] : styles['target']}>
        {baselineText(row, speech)}
      </td>
      <LeadCell lead={row.lead} />
    </tr>
  );

  function baselineText({ indicator }: Row, speech: Speech): string {
    const { value, year } = indicator.target.baseline;
    if (value !== null) {
      return dashboard.cell(year, speakerOf(indicator, speech).figure(value));
    }
    return lacksBaseline(indicator)
      ? dashboard.firstDay.baselineMissing
      : dashboard.firstDay.baselineNone;
  }
}
