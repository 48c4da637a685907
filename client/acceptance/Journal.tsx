import type { ReactElement } from 'react';
import type { Acceptance, AcceptanceRecordRow } from '../../shared/acceptances.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import styles from './acceptance.module.css';
import { useDepartmentName } from './useDepartmentName.ts';
import { useItemName } from './useItemName.ts';
import { useRunWords } from './useRunWords.ts';

/** Everything that was done, as far as the reader may see, first to last. */
export function Journal(props: { acceptance: Acceptance; board: Dashboard }): ReactElement {
  const { acceptance, board } = props;
  const words = useMessages().acceptances;
  const format = useFormat();
  const departmentOf = useDepartmentName();
  const nameOf = useItemName(board);
  const say = useRunWords({ grades: [] });
  const about = ({ itemId, departmentId }: AcceptanceRecordRow): string => {
    const item = acceptance.items.find((one) => one.itemId === itemId);
    if (item !== undefined) return nameOf(item);
    return departmentId === null ? '' : departmentOf(departmentId);
  };
  return (
    <details className={`${styles['journal']} screenOnly`}>
      <summary>
        <h2>{words.journal}</h2>
      </summary>
      <table className="statTable">
        <caption className="visuallyHidden">{words.journal}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.about}</th>
            <th scope="col" className="num">
              {words.mark}
            </th>
            <th scope="col">{words.said}</th>
          </tr>
        </thead>
        <tbody>
          {acceptance.records.map((record) => (
            <tr key={record.number}>
              <td>{format.dateTime(record.at)}</td>
              <td>{record.by}</td>
              <td>{words.records[record.step]}</td>
              <td>{about(record)}</td>
              <td className="num">{record.marks === null ? '' : say.marks(record.marks)}</td>
              <td className={styles['reckoning']}>{record.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
