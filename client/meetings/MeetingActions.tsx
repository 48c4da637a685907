import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { StartDialog } from './StartDialog.tsx';
import { StepDialog } from './StepDialog.tsx';

/** What the committee may do with a meeting in its state, and the papers that everybody may read. */
export function MeetingActions({ meeting }: { meeting: Meeting }): ReactElement {
  const words = useMessages().meetings.steps;
  const may = useMay();
  const [asked, setAsked] = useState<'start' | 'callOff' | null>(null);
  const done = (): void => setAsked(null);
  const params = { meetingId: meeting.id };
  const open = (step: Meeting['steps'][number]): boolean => meeting.steps.includes(step);
  const desk = may('meetings.manage') && meeting.parts.includes('notes');
  return (
    <>
      {open('start') ? (
        <Button variant="primary" onClick={() => setAsked('start')}>
          {words.start}
        </Button>
      ) : null}
      {open('callOff') ? (
        <Button onClick={() => setAsked('callOff')}>{words.callOff}</Button>
      ) : null}
      {desk ? (
        <Link to="/meetings/$meetingId/desk" params={params}>
          {words.desk}
        </Link>
      ) : null}
      {meeting.state === 'running' ? (
        <a href={`/present?meeting=${meeting.id}`} target="_blank" rel="noreferrer">
          {words.present}
        </a>
      ) : null}
      <Link to="/meetings/$meetingId/brief" params={params}>
        {words.brief}
      </Link>
      {meeting.ended === null ? null : (
        <Link to="/meetings/$meetingId/minutes" params={params}>
          {words.minutes}
        </Link>
      )}
      {asked === 'start' ? <StartDialog meeting={meeting} onClose={done} /> : null}
      {asked === 'callOff' ? <CallOff meeting={meeting} onClose={done} /> : null}
    </>
  );
}

function CallOff(props: { meeting: Meeting; onClose: () => void }): ReactElement {
  const words = useMessages().meetings.steps;
  const toast = useToast();
  return (
    <StepDialog
      {...props}
      step="callOff"
      title={words.callOffTitle}
      body={words.callOffBody}
      press={words.callOff}
      onDone={() => toast(words.calledOff)}
    />
  );
}
