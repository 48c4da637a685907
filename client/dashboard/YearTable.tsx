import type { ReactElement } from 'react';
import { StatusGlyph } from '../ui/status.tsx';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { YearRow, YearText } from './yearRows.ts';
import styles from './Indicator.module.css';

/** The figures of a chart as a table: the same, to be read and copied. */
export function YearTable(props: {
  rows: readonly YearRow[];
  name: string;
  /** The year of the board stands out. */
  year: number;
  messages: Messages;
}): ReactElement {
  const { rows, name, year, messages } = props;
  const { yearTable } = messages.dashboard;
  return (
    <table className="statTable">
      <caption className="visuallyHidden">{yearTable.caption(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{yearTable.year}</th>
          <th scope="col" className="num">
            {yearTable.value}
          </th>
          <th scope="col" className="num">
            {yearTable.plan}
          </th>
          <th scope="col" className="num">
            {yearTable.completion}
          </th>
          <th scope="col">{yearTable.status}</th>
          <th scope="col">{yearTable.dataStatus}</th>
          <th scope="col">{yearTable.source}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.year} className={row.year === year ? styles['thisYear'] : undefined}>
            <th scope="row">{row.year}</th>
            <FigureCell figure={row.value} marks={row.marks} />
            <FigureCell figure={row.plan} />
            <FigureCell figure={row.completion} />
            <td>
              {row.status === null ? (
                <span className={styles['quiet']}>{row.statusText}</span>
              ) : (
                <span className="statusWord" data-status={row.status}>
                  <StatusGlyph status={row.status} />
                  {row.statusText}
                </span>
              )}
            </td>
            <td>{row.dataStatus}</td>
            <td>{row.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureCell({
  figure,
  marks = [],
}: {
  figure: YearText;
  marks?: readonly string[];
}): ReactElement {
  return (
    <td className={figure.figure === null ? `num ${styles['sign']}` : 'num'}>
      {marks.map((mark) => (
        <span key={mark} className={styles['mark']}>
          {mark}
        </span>
      ))}
      {figure.spoken === null ? (
        figure.text
      ) : (
        <>
          <span aria-hidden="true">{figure.text}</span>
          <span className="visuallyHidden">{figure.spoken}</span>
        </>
      )}
    </td>
  );
}
