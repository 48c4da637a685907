import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { type Meeting, startMeeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { ApiProblem, call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** Begins a meeting: its figures are frozen at this moment, and the secretary goes to the desk. */
export function StartDialog(props: { meeting: Meeting; onClose: () => void }): ReactElement {
  const { meeting, onClose } = props;
  const messages = useMessages();
  const words = messages.meetings.steps;
  const toast = useToast();
  const navigate = useNavigate();
  const { keep, refused } = useKeptMeeting();
  const start = useMutation({
    mutationFn: () =>
      call(startMeeting, { params: { meetingId: meeting.id } }, { version: meeting.version }),
    onError: refused,
    onSuccess: (begun) => {
      keep(begun);
      toast(words.started);
      onClose();
      void navigate({ to: '/meetings/$meetingId/desk', params: { meetingId: meeting.id } });
    },
  });
  return (
    <Dialog isOpen title={words.startTitle} onClose={onClose}>
      {start.error === null ? null : (
        <Notice tone="error">
          {start.error instanceof ApiProblem && start.error.code === 'conflict'
            ? words.anotherRuns
            : problemSentence(messages, start.error)}
        </Notice>
      )}
      <p>{words.startBody(meeting.year)}</p>
      <DialogActions>
        <Button onClick={onClose}>{messages.app.actions.cancel}</Button>
        <Button variant="primary" pending={start.isPending} onClick={() => start.mutate()}>
          {words.start}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
