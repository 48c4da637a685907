import type { ReactElement } from 'react';
import type { Breakdown, Task } from '../../shared/tasks.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './tasks.module.css';

/** So many are named; of more the row itself shows which. */
const FEW = 2;

/** Below the name of a row: who answers for it now, what it lacks, and the way to who changed it. */
export function RowNotes(props: {
  task: Task;
  departments: Breakdown['departments'];
  onHistory: (task: Task) => void;
}): ReactElement {
  const { task, departments, onHistory } = props;
  const { tasks: words } = useMessages();
  const pick = usePick();
  const answering = departments.find(
    ({ id }) => id === task.answeringDepartmentId && id !== task.leadDepartmentId,
  );
  const code = task.subject === 'measure' ? words.measureCode(task.code) : task.code;
  return (
    <>
      {answering === undefined ? null : (
        <small>{words.page.answering(pick(answering.shortNameZh, answering.nameEn))}</small>
      )}
      {task.missing.length === 0 ? null : (
        <small className={`${styles['lacks']} screenOnly`}>
          {task.missing.length > FEW
            ? words.page.missingSome(task.missing.length)
            : words.page.missing(
                task.missing.map((field) => words.fields[field]).join(pick('、', ', ')),
              )}
        </small>
      )}
      {task.version === 0 ? null : (
        <span className="screenOnly">
          <Button
            variant="link"
            aria-label={words.history.openNamed(code, task.version)}
            onClick={() => onHistory(task)}
          >
            {words.history.open(task.version)}
          </Button>
        </span>
      )}
    </>
  );
}
