import { type ReactElement, useState } from 'react';
import { type Meeting, type Minutes, saveMinutes } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './Minutes.module.css';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** The text of the minutes, to be edited: one paragraph a line. Every save is a version. */
export function MinutesEditor(props: { meeting: Meeting; minutes: Minutes }): ReactElement {
  const { meeting, minutes } = props;
  const { meetings } = useMessages();
  const words = meetings.minutes;
  const toast = useToast();
  const [text, setText] = useState(minutes.text);
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
  return (
    <Form form={form} names={{ '/text': words.text }} className={styles['editor'] ?? ''}>
      <LeaveGuard active={changed && !form.pending} />
      <TextArea
        label={words.text}
        hint={words.textHint}
        pointer="/text"
        lang="zh-CN"
        rows={26}
        value={text}
        onChange={setText}
      />
      <Button type="submit" variant="primary" disabled={!changed} pending={form.pending}>
        {words.save}
      </Button>
    </Form>
  );
}
