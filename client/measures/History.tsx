import type { ReactElement } from 'react';
import { fenOfWan } from '../../shared/incentives/money.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import styles from './measures.module.css';
import { MeasureStateWord } from './MeasureStateWord.tsx';
import { departmentName } from './MeasureTable.tsx';

/** What was approved in every year, department by department. */
export function History(props: {
  reports: readonly MeasureReport[];
  progress: Parameters<typeof departmentName>[0];
}): ReactElement | null {
  const { reports, progress } = props;
  const words = useMessages().measures.one;
  const pick = usePick();
  const format = useFormat();
  const approved = reports.filter(({ status }) => status === 'approved' || status === 'sealed');
  if (approved.length === 0) return null;
  const years = [...new Set(approved.map(({ year }) => year))].sort((a, b) => a - b);
  const departments = [...new Set(approved.map(({ departmentId }) => departmentId))];
  return (
    <section>
      <h2>{words.history}</h2>
      <table className={`statTable ${styles['history']}`}>
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {format.year(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map((departmentId) => (
            <tr key={departmentId}>
              <th scope="row">{departmentName(progress, departmentId, pick)}</th>
              {years.map((year) => {
                const report = approved.find(
                  (one) => one.year === year && one.departmentId === departmentId,
                );
                const paid = report?.paidWan ?? 0;
                return (
                  <td key={year}>
                    {report === undefined ? null : <MeasureStateWord state={report.state} />}{' '}
                    {paid === 0 ? null : format.money(fenOfWan(paid) ?? 0n)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
