import { Fragment, type ReactElement } from 'react';
import { type Breakdown, TASK_FIELDS, type Task } from '../../shared/tasks.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { RowNotes } from './RowNotes.tsx';
import styles from './tasks.module.css';
import { cellText, isWritten } from './typedRow.ts';

/** The breakdown as words instead of boxes: on paper, A4 across, and for whoever may only read. */
export function PrintTable(props: {
  data: Breakdown;
  items: readonly Task[];
  onScreen: boolean;
  onHistory: (task: Task) => void;
}): ReactElement {
  const { data, items, onScreen, onHistory } = props;
  const { tasks: words } = useMessages();
  const pick = usePick();
  return (
    <div className={onScreen ? '' : 'printOnly'}>
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
          {items.map((task, at) => (
            <Fragment key={`${task.subject} ${task.subjectId}`}>
              {items[at - 1]?.subject === task.subject ? null : (
                <tr className="group">
                  <th colSpan={words.heads.length} scope="rowgroup">
                    {task.subject === 'indicator' ? words.page.indicators : words.page.measures}
                  </th>
                </tr>
              )}
              <tr>
                <td>{task.subject === 'measure' ? words.measureCode(task.code) : task.code}</td>
                <th scope="row">
                  {pick(task.nameZh, task.nameEn)}
                  <RowNotes task={task} departments={data.departments} onHistory={onHistory} />
                </th>
                {TASK_FIELDS.map((field) => (
                  <td key={field} {...(isWritten(field) ? { lang: 'zh-CN' } : {})}>
                    {cellText(task, field, data, pick)}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
