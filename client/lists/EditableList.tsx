import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { nameKey } from '../../shared/list-rules.ts';
import { LIST_MOST, type ListEntry, type NamedList } from '../../shared/lists.ts';
import { useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { issueSentence, problemSentence } from '../ui/sentences.ts';
import { CountLine } from './CountLine.tsx';
import styles from './lists.module.css';
import { ListTools, usePages } from './ListTools.tsx';
import { PasteBox } from './PasteBox.tsx';
import { RowsTable } from './RowsTable.tsx';
import { isBlank, newRow, notYetIn, readRows, type Row, rowOf } from './rows.ts';

/** What becomes of a list that was changed: it is saved, or goes into a request. */
export interface Keeping {
  readonly lead: string;
  readonly action: string;
  readonly pending: string;
  readonly keep: (entries: ListEntry[]) => Promise<void>;
}

/** A list while it is changed. It is kept whole, or not at all. */
export function EditableList(props: {
  list: NamedList;
  keeping: Keeping;
  onChanged: (changed: boolean) => void;
  onReread: () => void;
  onClose: () => void;
  onSaved: () => void;
}): ReactElement {
  const { list, keeping, onChanged, onReread, onClose, onSaved } = props;
  const messages = useMessages();
  const words = messages.lists;
  const [rows, setRows] = useState<readonly Row[]>(() => list.entries.map((entry) => rowOf(entry)));
  const [said, setSaid] = useState<string | null>(null);
  const [find, setFind] = useState('');
  const body = useRef<HTMLDivElement | null>(null);
  const sought = nameKey(find);
  const shown = rows.flatMap(({ name }, at) => (nameKey(name).includes(sought) ? [at] : []));
  const pages = usePages(shown.length);
  const { save, problems, problem, clear } = useSave(list, keeping, rows, () => {
    onChanged(false);
    onSaved();
  });
  const change = (next: readonly Row[]) => {
    setRows(next);
    clear();
    onChanged(true);
  };
  const add = (more: readonly Row[], sentence: string | null) => {
    const filled = rows.filter((row) => !isBlank(row));
    change([...filled, ...more].slice(0, LIST_MOST));
    setFind('');
    setSaid(sentence);
    pages.go(filled.length);
  };
  const addOne = () => {
    // Drawn at once: who types on types into it.
    flushSync(() => {
      change([...rows, newRow()]);
      setFind('');
      pages.go(rows.length);
    });
    const boxes = body.current?.querySelectorAll<HTMLInputElement>('[data-column="name"]');
    boxes?.item(boxes.length - 1).focus();
  };
  const { previous } = list;
  return (
    <div ref={body}>
      <p className={styles['hint']}>{keeping.lead}</p>
      {list.incremental ? <p className={styles['hint']}>{words.leadIncremental}</p> : null}
      {list.of === 'component' ? <p className={styles['hint']}>{words.scopeChange}</p> : null}
      {previous !== null && previous.entries.length > 0 ? (
        <p className={styles['previous']}>
          {words.previous(previous.year, previous.entries.length)}{' '}
          <Button
            onClick={() => {
              const taken = notYetIn(
                rows,
                previous.entries.map((entry) => rowOf(entry, previous.year)),
              );
              add(taken, words.previousTaken(taken.length));
            }}
          >
            {words.takePrevious(previous.year)}
          </Button>
        </p>
      ) : null}
      <PasteBox
        planId={list.planId}
        rows={rows}
        unit={list.unitZh}
        onTake={(taken) => add(taken, words.taken(taken.length))}
      />
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <CountLine rows={rows} unitZh={list.unitZh} unitEn={list.unitEn} />
      <ListTools find={find} onFind={setFind} pages={pages} />
      {rows.length === 0 ? (
        <p className={styles['none']}>{list.version === 0 ? words.empty : words.emptySaved}</p>
      ) : (
        <RowsTable
          rows={rows}
          shown={shown.slice(pages.from, pages.to)}
          list={list}
          onChange={change}
          onAdd={addOne}
        />
      )}
      <p>
        <Button onClick={addOne} disabled={rows.length >= LIST_MOST}>
          {words.add}
        </Button>
      </p>
      <div role="alert">
        {problems.length === 0 ? null : (
          <Notice tone="error" title={words.checkRows}>
            <ul>
              {problems.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        {problem === null ? null : (
          <Notice tone="error">
            <p>{problemSentence(messages, problem)}</p>
            {problem instanceof ApiProblem && problem.code === 'staleVersion' ? (
              <p>
                <Button onClick={onReread}>{words.reread}</Button>
              </p>
            ) : null}
          </Notice>
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button variant="primary" pending={save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? keeping.pending : keeping.action}
        </Button>
      </DialogActions>
    </div>
  );
}

const PROBLEMS_SHOWN = 10;

/** Reads the rows and has them kept; what is wrong is said by row. */
function useSave(list: NamedList, { keep }: Keeping, rows: readonly Row[], onSaved: () => void) {
  const messages = useMessages();
  const words = messages.lists;
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const clear = () => {
    setProblems([]);
    setProblem(null);
  };
  const told = (sentences: readonly string[]) => setProblems(sentences.slice(0, PROBLEMS_SHOWN));
  const save = useMutation({
    mutationFn: async () => {
      clear();
      const places = rows.flatMap((row, at) => (isBlank(row) ? [] : [at]));
      const filled = rows.filter((row) => !isBlank(row));
      const { entries, issues } = readRows(filled, list.unitZh);
      if (issues.length > 0) {
        told(
          issues.map(({ at, code }) => words.problemAt((places[at] ?? at) + 1, words.cells[code])),
        );
        return false;
      }
      await keep(entries);
      return true;
    },
    onSuccess: (kept) => {
      if (kept) onSaved();
    },
    onError: (error) => {
      const errors = error instanceof ApiProblem ? error.errors : [];
      if (errors.length === 0) return setProblem(error);
      return told(
        errors.map((issue) => {
          const at = /^\/entries\/(\d+)/.exec(issue.pointer)?.[1];
          const sentence = issueSentence(messages, issue);
          return at === undefined ? sentence : words.problemAt(Number(at) + 1, sentence);
        }),
      );
    },
  });
  return { save, problems, problem, clear };
}
