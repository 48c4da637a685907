import type { ReactElement } from 'react';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { type Formats, useFormat, useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { problemSentence } from '../ui/sentences.ts';
import type { EntryState } from './EntryKeeper.ts';
import styles from './entry.module.css';
import { clockTime } from './words.ts';

/** Where the draft stands, in words: 未保存, 保存中, 已保存 14:32, or why it could not be saved. */
export function SaveState(props: { state: EntryState }): ReactElement {
  const messages = useMessages();
  const format = useFormat();
  const { text, failed } = saveWords(props.state, messages, format);
  return (
    <p role="status" className={styles['saveState']} data-tone={failed ? 'error' : undefined}>
      {text}
    </p>
  );
}

/** @example saveWords({ saving: true, … }, messages, format) // { text: '保存中…', failed: false } */
export function saveWords(
  state: EntryState,
  messages: Messages,
  format: Pick<Formats, 'dateTime'>,
): { readonly text: string; readonly failed: boolean } {
  const { save } = messages.readings;
  const { saving, problem, clash, unsent, blocked, reading } = state;
  const fine = (text: string) => ({ text, failed: false });
  const bad = (text: string) => ({ text, failed: true });
  if (saving) return fine(save.saving);
  if (clash !== null) return bad(save.clash);
  if (problem !== null && unsent) {
    const offline = problem instanceof ApiProblem && problem.code === 'offline';
    return bad(offline ? save.kept : save.failed(problemSentence(messages, problem)));
  }
  if (unsent) return fine(blocked ? save.blocked : save.unsent);
  const at = reading?.changed?.at;
  return fine(at === undefined ? save.clean : save.saved(clockTime(format, at)));
}
