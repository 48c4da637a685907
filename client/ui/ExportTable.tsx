import type { ReactElement } from 'react';
import type { ExportRow } from '../../shared/inspection.ts';
import { useFormat, useMessages } from '../app/language.tsx';

/** What left the house: when, by whom, what. */
export function ExportTable({ items }: { items: readonly ExportRow[] }): ReactElement {
  const { inspection: words } = useMessages();
  const format = useFormat();
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.file}</th>
          <th scope="col">{words.year}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={`${row.at} ${row.action} ${row.what}`}>
            <td>{format.dateTime(row.at)}</td>
            <td>{row.name ?? words.onMachine}</td>
            <td>
              {words.kinds[row.what ?? row.action] ?? words.kinds[row.action]}
              {row.format === null ? '' : ` · ${row.format}`}
            </td>
            <td>{row.year ?? (row.action === 'exportPlan' ? words.allYears : '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
