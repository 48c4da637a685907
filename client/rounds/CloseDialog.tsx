import type { ReactElement } from 'react';
import { closeRound, type RoundDetails } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Asks before a round is closed, and says what is still missing. */
export function CloseDialog(props: { round: RoundDetails; onClose: () => void }): ReactElement {
  const { round, onClose } = props;
  const { app, rounds: words } = useMessages();
  const toast = useToast();
  const left = round.counts.owed - round.counts.handedIn;
  const { counts: reports } = round.measures;
  const reportsLeft = reports.owed - reports.handedIn;
  const form = useForm(closeRound, {
    input: () => ({ params: { planId: round.planId, year: String(round.year) } }),
    version: round.version,
    onDone: () => {
      toast(words.manage.closed(round.year));
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.manage.closeTitle(round.year)} onClose={onClose}>
      <Form form={form} names={{}}>
        {left + reportsLeft === 0 ? null : (
          <Notice tone="warning">{words.manage.closeMissing(left, reportsLeft)}</Notice>
        )}
        <p>{words.manage.closeBody}</p>
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.manage.close}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
