import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { suggestAgenda } from '../../shared/meeting-agenda.ts';
import { callMeeting, type MeetingSummary } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMe } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { useMeeting } from './api.ts';
import { DetailFields, detailsToSend, type TypedDetails, useDetailNames } from './DetailFields.tsx';
import styles from './meetings.module.css';
import { useNamed } from './useNamed.ts';

/**
 * Calls a meeting. Its agenda is suggested from the figures of the year; those who attend, the chair
 * and the place are those of the last one.
 */
export function CallMeetingDialog(props: {
  plan: Plan;
  last: MeetingSummary | null;
  onClose: () => void;
}): ReactElement {
  const { plan, last, onClose } = props;
  const { app, meetings } = useMessages();
  const words = meetings.call;
  const toast = useToast();
  const navigate = useNavigate();
  const me = useMe();
  const before = useMeeting(last?.id ?? null).data ?? null;
  const [edited, setEdited] = useState<TypedDetails | null>(null);
  const typed = edited ?? {
    title: last?.title ?? words.usual,
    year: plan.defaultYear,
    heldOn: '',
    startsAt: last?.startsAt ?? '',
    place: last?.place ?? '',
    chairName: before?.chair.name ?? '',
    chairOffice: before?.chair.office ?? '',
    chairId: before?.chair.userId ?? '',
    recorder: me.name,
  };
  const { board, actions, ready } = useNamed(plan.id, typed.year);
  const agenda = board === null ? [] : suggestAgenda(board, actions);
  const attendees = (before?.attendees ?? []).map((attendee) => ({
    ...attendee,
    presence: 'present' as const,
    deputy: '',
  }));
  const form = useForm(callMeeting, {
    input: () => ({
      params: { planId: plan.id },
      body: {
        ...detailsToSend(typed),
        agenda: agenda.map((slideKey) => ({ title: null, slideKey })),
        attendees,
      },
    }),
    onDone: ({ id, number }) => {
      toast(words.done(number));
      onClose();
      void navigate({
        to: '/meetings/$meetingId',
        params: { meetingId: id },
        search: { plan: plan.id },
      });
    },
  });
  return (
    <Dialog isOpen wide title={words.title} onClose={onClose}>
      <Form form={form} names={useDetailNames()}>
        <DetailFields plan={plan} typed={typed} onChange={setEdited} />
        {ready ? (
          <p className={styles['note']}>{words.body(agenda.length, attendees.length)}</p>
        ) : null}
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending || !ready}>
            {words.open}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
