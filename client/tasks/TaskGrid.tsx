import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  type ReactElement,
  useRef,
} from 'react';
import { type Breakdown, TASK_FIELDS, type Task, type TaskField } from '../../shared/tasks.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { RowNotes } from './RowNotes.tsx';
import styles from './tasks.module.css';
import { canRead, cellText, isWritten, type TypedCells } from './typedRow.ts';

interface Change {
  readonly task: Task;
  readonly field: TaskField;
  readonly text: string;
}

/**
 * The rows of a year as a grid. Arrow up and down leave a cell for its neighbour, and a block that was
 * copied from a spreadsheet fills the cells from the one it is pasted into.
 */
export function TaskGrid(props: {
  year: number;
  items: readonly Task[];
  names: Pick<Breakdown, 'departments'>;
  typed: Readonly<Record<string, TypedCells>>;
  onType: (changes: readonly Change[]) => void;
  onHistory: (task: Task) => void;
}): ReactElement {
  const { year, items, names, typed, onType, onHistory } = props;
  const { tasks: words } = useMessages();
  const pick = usePick();
  const grid = useRef<HTMLTableElement | null>(null);
  const mayType = (task: Task, field: TaskField): boolean =>
    task.editable && (field !== 'leadDepartmentId' || task.leadEditable);
  const move = (event: KeyboardEvent, row: number, column: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    for (let at = row + step; at >= 0 && at < items.length; at += step) {
      const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${at} ${column}"]`);
      if (cell === null || cell === undefined) continue;
      event.preventDefault();
      cell.focus();
      return;
    }
  };
  const paste = (event: ClipboardEvent, row: number, column: number): void => {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const changes = text.split(/\r?\n/).flatMap((line, down) =>
      line.split('\t').flatMap((said, right): Change[] => {
        const task = items[row + down];
        const field = TASK_FIELDS[column + right];
        if (task === undefined || field === undefined || !mayType(task, field)) return [];
        return [{ task, field, text: said }];
      }),
    );
    onType(changes);
  };
  const codeOf = (task: Task): string =>
    task.subject === 'measure' ? words.measureCode(task.code) : task.code;
  return (
    <div className={`${styles['frame']} screenOnly`}>
      <table ref={grid} className={`statTable ${styles['grid']}`}>
        <caption className="visuallyHidden">{words.page.caption(year)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.page.code}</th>
            <th scope="col">{words.page.name}</th>
            {TASK_FIELDS.map((field) => (
              <th key={field} scope="col" data-field={field}>
                {words.fields[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((task, row) => {
            const cells = typed[`${task.subject} ${task.subjectId}`] ?? {};
            const first = row === 0 || items[row - 1]?.subject !== task.subject;
            return (
              <Fragment key={`${task.subject} ${task.subjectId}`}>
                {first ? (
                  <tr className="group">
                    <th colSpan={TASK_FIELDS.length + 2} scope="rowgroup">
                      {task.subject === 'indicator' ? words.page.indicators : words.page.measures}
                    </th>
                  </tr>
                ) : null}
                <tr data-changed={Object.keys(cells).length > 0 ? '' : undefined}>
                  <td>{codeOf(task)}</td>
                  <th scope="row">
                    {pick(task.nameZh, task.nameEn)}
                    <RowNotes task={task} departments={names.departments} onHistory={onHistory} />
                  </th>
                  {TASK_FIELDS.map((field, column) => {
                    const text = cells[field] ?? cellText(task, field, names, pick);
                    const said = isWritten(field) ? { lang: 'zh-CN' } : {};
                    if (!mayType(task, field)) {
                      return (
                        <td key={field} {...said}>
                          {text}
                        </td>
                      );
                    }
                    return (
                      <td key={field} className={styles['cell']}>
                        <textarea
                          {...said}
                          rows={linesOf(text, field)}
                          data-cell={`${row} ${column}`}
                          aria-label={words.page.cell(codeOf(task), words.fields[field])}
                          aria-invalid={canRead(field, text, names) ? undefined : true}
                          value={text}
                          onChange={({ target }) => onType([{ task, field, text: target.value }])}
                          onKeyDown={(event) => move(event, row, column)}
                          onPaste={(event) => paste(event, row, column)}
                        />
                      </td>
                    );
                  })}
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Characters that a line of a cell holds; what is longer gets more lines, up to a bound. */
const IN_A_LINE: Readonly<Record<TaskField, number>> = {
  leadDepartmentId: 9,
  supportingDepartmentIds: 10,
  principalLeader: 5,
  leaderInCharge: 5,
  handler: 5,
  task: 15,
  target: 8,
  unit: 5,
  dueOn: 12,
  requirement: 15,
};
const MOST_LINES = 6;

/** In Chinese characters; a Latin letter is about half of one. */
function widthOf(line: string): number {
  const narrow = line.match(/[\u0000-\u00ff]/g)?.length ?? 0;
  return line.length - narrow / 2;
}

function linesOf(text: string, field: TaskField): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / IN_A_LINE[field])), 0);
  return Math.min(MOST_LINES, lines);
}
