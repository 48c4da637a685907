import type { ReactElement } from 'react';
import type { Output } from '../../shared/endpoint.ts';
import type { importTasks } from '../../shared/tasks.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';

export type Compared = Output<typeof importTasks>;

/** What an uploaded table would change, cell by cell, before anything is. */
export function CompareDialog(props: {
  compared: Compared;
  pending: boolean;
  problem: unknown;
  onAccept: () => void;
  onClose: () => void;
}): ReactElement {
  const { compared, pending, problem, onAccept, onClose } = props;
  const messages = useMessages();
  const { app, tasks } = messages;
  const words = tasks.compare;
  const { changes, problems, rows } = compared;
  return (
    <Dialog isOpen extraWide title={words.title} onClose={onClose}>
      {problem === null ? null : <Notice tone="error">{problemSentence(messages, problem)}</Notice>}
      {problems.length === 0 ? null : (
        <Notice tone="warning" title={words.problems(problems.length)}>
          <ul>
            {problems.map(({ cell, code, text }) => (
              <li key={`${cell} ${code}`}>{words.problem(cell, text, tasks.problems[code])}</li>
            ))}
          </ul>
        </Notice>
      )}
      {changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.changes(changes.length)}</p>
          <table className="statTable">
            <thead>
              <tr>
                <th scope="col">{words.code}</th>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ subject, code, field, before, after }) => (
                <tr key={`${subject} ${code} ${field}`}>
                  <td>{subject === 'measure' ? tasks.measureCode(code) : code}</td>
                  <th scope="row">{tasks.fields[field]}</th>
                  <td lang="zh-CN">{before}</td>
                  <td lang="zh-CN">{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <DialogActions>
        <Button onClick={onClose}>{app.actions.cancel}</Button>
        {rows.length === 0 ? null : (
          <Button variant="primary" pending={pending} onClick={onAccept}>
            {words.accept}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
