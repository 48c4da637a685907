import { type ReactElement, useState } from 'react';
import { changeRound, type Round } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import { DayFields, dayIssues } from './DayFields.tsx';

/** Moves the days of a round. */
export function ChangeDaysDialog(props: { round: Round; onClose: () => void }): ReactElement {
  const { round, onClose } = props;
  const { app, rounds: words } = useMessages();
  const toast = useToast();
  const [days, setDays] = useState({ opensOn: round.opensOn, dueOn: round.dueOn });
  const form = useForm(changeRound, {
    input: () => ({ params: { planId: round.planId, year: String(round.year) }, body: days }),
    version: round.version,
    check: () => dayIssues(round.year, days),
    onDone: () => {
      toast(words.manage.moved);
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.manage.daysTitle(round.year)} onClose={onClose}>
      <Form form={form} names={{ '/opensOn': words.opensOn, '/dueOn': words.dueOn }}>
        <DayFields days={days} onChange={setDays} />
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
