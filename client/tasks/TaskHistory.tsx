import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import {
  type Breakdown,
  listTaskRevisions,
  TASK_FIELDS,
  type Task,
  type TaskRevision,
} from '../../shared/tasks.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import styles from './tasks.module.css';
import { cellText } from './typedRow.ts';

/** Who changed a row of the breakdown, when, and what; the latest first. */
export function TaskHistory(props: {
  data: Breakdown;
  task: Task;
  onClose: () => void;
}): ReactElement {
  const { data, task, onClose } = props;
  const { app, tasks } = useMessages();
  const pick = usePick();
  const { subject, subjectId, code } = task;
  const params = { planId: data.planId, year: String(data.year), subject, subjectId };
  const result = useQuery(query(listTaskRevisions, { params }));
  const called = subject === 'measure' ? tasks.measureCode(code) : code;
  return (
    <Dialog
      isOpen
      wide
      title={tasks.history.title(called, pick(task.nameZh, task.nameEn), data.year)}
      onClose={onClose}
    >
      <Loaded result={result}>{({ items }) => <Versions data={data} items={items} />}</Loaded>
      <DialogActions>
        <Button onClick={onClose}>{app.actions.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Versions(props: { data: Breakdown; items: readonly TaskRevision[] }): ReactElement {
  const { data, items } = props;
  const { tasks, dashboard } = useMessages();
  const words = dashboard.revision;
  const format = useFormat();
  const pick = usePick();
  const office = (id: string | null): string => {
    const found = data.departments.find((one) => one.id === id);
    return found === undefined ? '' : pick(found.shortNameZh, found.nameEn);
  };
  const latestFirst = items
    .map((revision, at) => ({ revision, before: items[at - 1] ?? null }))
    .sort((a, b) => b.revision.version - a.revision.version);
  return (
    <ol className={styles['history']}>
      {latestFirst.map(({ revision, before }) => (
        <li key={revision.version}>
          <strong>
            {tasks.history.by(
              revision.by.name,
              office(revision.by.departmentId),
              format.dateTime(revision.at),
            )}
          </strong>
          {TASK_FIELDS.map((field) => {
            const to = cellText(revision, field, data, pick);
            const from = before === null ? '' : cellText(before, field, data, pick);
            if (to === from) return null;
            const name = tasks.fields[field];
            return (
              <div key={field}>
                <MixedText
                  text={
                    from === ''
                      ? words.set(name, to)
                      : words.from(name, from, to === '' ? words.empty : to)
                  }
                />
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
}
