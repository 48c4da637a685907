import type { ReactElement } from 'react';
import { type Breakdown, TASK_FIELDS, type Task } from '../../shared/tasks.ts';
import { useMessages, usePick } from '../app/language.tsx';
import styles from './tasks.module.css';
import { cellText } from './typedRow.ts';

/** The breakdown on paper, A4 across: words instead of boxes. */
export function PrintTable(props: { data: Breakdown; items: readonly Task[] }): ReactElement {
  const { data, items } = props;
  const { tasks: words } = useMessages();
  const pick = usePick();
  return (
    <div className="printOnly">
      <table className={`statTable ${styles['paper']}`}>
        <caption className="visuallyHidden">{words.page.caption(data.year)}</caption>
        <thead>
          <tr>
            {words.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((task) => (
            <tr key={`${task.subject} ${task.subjectId}`}>
              <td>{task.subject === 'measure' ? words.measureCode(task.code) : task.code}</td>
              <th scope="row">{pick(task.nameZh, task.nameEn)}</th>
              {TASK_FIELDS.map((field) => (
                <td key={field}>{cellText(task, field, data)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
