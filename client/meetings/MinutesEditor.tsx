import type { ReactElement } from 'react';
import { type Meeting, type Minutes, saveMinutes } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './Minutes.module.css';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** The text of the minutes, to be edited: one paragraph a line. Every save is a version. */
export function MinutesEditor(props: {
  meeting: Meeting;
  minutes: Minutes;
  text: string;
  onText: (text: string) => void;
}): ReactElement {
  const { meeting, minutes, text, onText } = props;
  const { actions, meetings } = useMessages();
  const words = meetings.minutes;
  const toast = useToast();
  const changed = text !== minutes.text;
  const { keep } = useKeptMeeting();
  const form = useForm(saveMinutes, {
    input: () => ({ params: { meetingId: meeting.id }, body: { text } }),
    version: meeting.version,
    onDone: (saved) => {
      keep(saved);
      toast(words.saved);
    },
  });
  // What was confirmed since the rules wrote last, and nobody wrote in.
  const drafted = [minutes, ...minutes.earlier].find(({ generated }) => generated)?.saved.at ?? '';
  const later = meeting.decisions.flatMap(({ confirmed, action, text: decided }) =>
    confirmed !== null &&
    action !== null &&
    action.state !== 'withdrawn' &&
    confirmed.at > drafted &&
    !text.includes(decided)
      ? [actions.numberOf(action.year, action.number)]
      : [],
  );
  return (
    <Form form={form} names={{ '/text': words.text }} className={styles['editor'] ?? ''}>
      <LeaveGuard active={changed && !form.pending} />
      {later.length === 0 ? null : <Notice tone="warning">{words.later(later)}</Notice>}
      <TextArea
        label={words.text}
        hint={words.textHint}
        pointer="/text"
        lang="zh-CN"
        rows={26}
        value={text}
        onChange={onText}
      />
      <Button type="submit" variant="primary" disabled={!changed} pending={form.pending}>
        {words.save}
      </Button>
    </Form>
  );
}
