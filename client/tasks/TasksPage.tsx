import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type Breakdown,
  exportTasks,
  importTasks,
  listTasks,
  saveTasks,
  TASK_FIELDS,
  type Task,
  type TaskRow,
} from '../../shared/tasks.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { type Plan, useYear } from '../app/plan.ts';
import { call, download, query } from '../call.ts';
import { MeasureTabs } from '../measures/api.ts';
import { ForPlan } from '../plans/api.ts';
import { sendFile } from '../transfer.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { InlineSelect } from '../ui/Select.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { useTasks } from './api.ts';
import { type Compared, CompareDialog } from './CompareDialog.tsx';
import { PrintTable } from './PrintTable.tsx';
import { TaskGrid } from './TaskGrid.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import styles from './tasks.module.css';
import { rowOf, type TypedCells } from './typedRow.ts';

/** `/measures/tasks`: who does what by when in a year, filled in a grid. */
export function TasksPage(): ReactElement {
  return <ForPlan>{(plan) => <OfYear plan={plan} />}</ForPlan>;
}

function OfYear({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().tasks.page;
  const year = useYear() ?? plan.defaultYear;
  usePaper('landscape');
  return (
    <PageFrame title={words.title(year)} lead={words.lead}>
      <MeasureTabs />
      <Loaded result={useTasks(plan.id, year)}>
        {(breakdown) => <Filled key={`${breakdown.planId} ${breakdown.year}`} data={breakdown} />}
      </Loaded>
    </PageFrame>
  );
}

const SHOWS = ['all', 'mine', 'incomplete'] as const;
type Show = (typeof SHOWS)[number];

const keyOf = ({ subject, subjectId }: Task): string => `${subject} ${subjectId}`;

function Filled({ data }: { data: Breakdown }): ReactElement {
  const messages = useMessages();
  const words = messages.tasks.page;
  const { language } = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const [show, setShow] = useState<Show>('all');
  const [typed, setTyped] = useState<Readonly<Record<string, TypedCells>>>({});
  const [compared, setCompared] = useState<Compared | null>(null);
  /** The row whose history is shown; null: none. */
  const [asked, setAsked] = useState<Task | null>(null);
  const params = { planId: data.planId, year: String(data.year) };
  const editable = data.items.some((task) => task.editable);
  const rows = data.items.flatMap((task) => {
    const cells = typed[keyOf(task)];
    return cells === undefined ? [] : [rowOf(task, cells, data)];
  });
  const readable = rows.filter((row): row is TaskRow => row !== null);
  const save = useMutation({
    mutationFn: (sent: TaskRow[]) => call(saveTasks, { params, body: { rows: sent } }),
    onSuccess: (answer) => {
      // What was saved stands at once; the screen is read again behind it.
      client.setQueryData(query(listTasks, { params }).queryKey, answer);
      setTyped({});
      setCompared(null);
      toast(words.saved);
    },
  });
  const bring = useMutation({
    meta: { quiet: true },
    mutationFn: (file: File) => sendFile(importTasks, { params }, file),
    onSuccess: setCompared,
  });
  const take = useMutation({
    meta: { quiet: true },
    mutationFn: () => download(exportTasks, { params, query: { language } }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  const problem = save.error ?? bring.error ?? take.error;
  const shown = data.items.filter(
    (task) => show === 'all' || (show === 'mine' ? task.editable : task.missing.length > 0),
  );
  return (
    <>
      <LeaveGuard active={rows.length > 0} />
      <div className={`${styles['tools']} screenOnly`}>
        <InlineSelect
          label={words.show}
          value={show}
          options={SHOWS.filter((one) => one !== 'mine' || editable).map((value) => ({
            value,
            label: words.shows[value],
          }))}
          onChange={setShow}
        />
        {editable ? (
          <Button
            variant="primary"
            pending={save.isPending}
            disabled={rows.length === 0 || readable.length < rows.length}
            onClick={() => save.mutate(readable)}
          >
            {words.save(rows.length)}
          </Button>
        ) : null}
        <Button pending={take.isPending} onClick={() => take.mutate()}>
          {words.export}
        </Button>
        {editable ? (
          <label className={styles['upload']}>
            {words.import}
            <input
              type="file"
              accept=".xlsx"
              className="visuallyHidden"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) bring.mutate(file);
                target.value = '';
              }}
            />
          </label>
        ) : null}
        <Button onClick={() => globalThis.print()}>{words.print}</Button>
        <span className={styles['hint']}>{editable ? words.keys : ''}</span>
      </div>
      {problem === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, problem)}
        </Notice>
      )}
      <Incomplete items={data.items} />
      {shown.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
      ) : editable ? (
        <TaskGrid
          year={data.year}
          items={shown}
          names={data}
          typed={typed}
          onHistory={setAsked}
          onType={(changes) =>
            setTyped((old) => {
              const next = { ...old };
              for (const { task, field, text } of changes) {
                next[keyOf(task)] = { ...next[keyOf(task)], [field]: text };
              }
              return next;
            })
          }
        />
      ) : null}
      {shown.length === 0 ? null : (
        <PrintTable data={data} items={shown} onScreen={!editable} onHistory={setAsked} />
      )}
      {asked === null ? null : (
        <TaskHistory data={data} task={asked} onClose={() => setAsked(null)} />
      )}
      {compared === null ? null : (
        <CompareDialog
          compared={compared}
          pending={save.isPending}
          problem={save.error}
          onAccept={() => save.mutate([...compared.rows])}
          onClose={() => setCompared(null)}
        />
      )}
    </>
  );
}

/** What 四定 still asks for, by the fields that most rows lack. */
function Incomplete({ items }: { items: readonly Task[] }): ReactElement {
  const { tasks } = useMessages();
  const lacking = items.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return <p>{tasks.page.missingNone}</p>;
  const counts = TASK_FIELDS.map((field) => ({
    field,
    count: lacking.filter(({ missing }) => missing.includes(field)).length,
  })).filter(({ count }) => count > 0);
  return (
    <p className={`${styles['lacking']} screenOnly`}>
      <strong>{tasks.page.missingTitle(lacking.length)}</strong>{' '}
      {counts.map(({ field, count }) => `${tasks.fields[field]} ${count}`).join(' · ')}
    </p>
  );
}
