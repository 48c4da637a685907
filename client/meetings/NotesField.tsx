import { type ReactElement, useId } from 'react';
import type { AgendaItem } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { itemName, ItemText } from './AgendaSection.tsx';
import styles from './Desk.module.css';
import type { Named } from './useNamed.ts';
import { useNotes } from './useNotes.ts';

/** What was said about one item of the agenda, saved while it is typed. */
export function NotesField(props: {
  meetingId: string;
  item: AgendaItem;
  at: number;
  named: Named;
  editable: boolean;
  /** The item that is on the wall now. */
  current: boolean;
}): ReactElement {
  const { meetingId, item, at, named, editable, current } = props;
  const words = useMessages().meetings.desk;
  const state = useId();
  const notes = useNotes(meetingId, item);
  const said = {
    saved: notes.text === '' ? '' : words.saved,
    typed: '',
    saving: words.saving,
    unsaved: words.unsaved,
    stale: words.stale,
  }[notes.state];
  return (
    <li className={styles['item']} data-current={current || undefined}>
      <LeaveGuard active={notes.state === 'typed' || notes.state === 'unsaved'} />
      <div className={styles['itemHead']}>
        <strong>
          {at + 1}. <ItemText item={item} named={named} />
        </strong>
        <small id={state} role="status">
          {said}
        </small>
      </div>
      <textarea
        className={styles['notes']}
        rows={current ? 6 : 2}
        lang="zh-CN"
        readOnly={!editable}
        aria-label={words.notesOf(itemName(item, named))}
        aria-describedby={state}
        value={notes.text}
        onChange={(event) => notes.type(event.target.value)}
        onBlur={notes.flush}
      />
      {notes.kept === '' ? null : (
        <details open>
          <summary>{words.kept}</summary>
          <p className={styles['kept']} lang="zh-CN">
            {notes.kept}
          </p>
          {editable ? <Button onClick={notes.append}>{words.append}</Button> : null}
        </details>
      )}
    </li>
  );
}
