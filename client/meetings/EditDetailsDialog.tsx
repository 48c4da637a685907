import { type ReactElement, useState } from 'react';
import { changeMeeting, type Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { useKeptMeeting } from './useKeptMeeting.ts';
import { DetailFields, detailsToSend, type TypedDetails, useDetailNames } from './DetailFields.tsx';

/** Changes what a meeting says of itself. */
export function EditDetailsDialog(props: {
  plan: Plan;
  meeting: Meeting;
  onClose: () => void;
}): ReactElement {
  const { plan, meeting, onClose } = props;
  const { app, meetings } = useMessages();
  const words = meetings.details;
  const toast = useToast();
  const [typed, setTyped] = useState<TypedDetails>({
    title: meeting.title,
    year: meeting.year,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt ?? '',
    place: meeting.place,
    chairName: meeting.chair.name,
    chairOffice: meeting.chair.office,
    chairId: meeting.chair.userId ?? '',
    recorder: meeting.recorder,
  });
  const { keep } = useKeptMeeting();
  const form = useForm(changeMeeting, {
    input: () => ({ params: { meetingId: meeting.id }, body: detailsToSend(typed) }),
    version: meeting.version,
    onDone: (saved) => {
      keep(saved);
      toast(words.saved);
      onClose();
    },
  });
  return (
    <Dialog isOpen wide title={words.editTitle} onClose={onClose}>
      <Form form={form} names={useDetailNames()}>
        <DetailFields plan={plan} typed={typed} onChange={setTyped} />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {app.actions.save}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
