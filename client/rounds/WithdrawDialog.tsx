import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { type Round, withdrawRound } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';
import { rereadScreen } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Takes back a round that was opened by mistake; the reason goes into the audit log. */
export function WithdrawDialog(props: { round: Round; onClose: () => void }): ReactElement {
  const { round, onClose } = props;
  const { app, rounds: words } = useMessages();
  const { manage } = words;
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const form = useForm(withdrawRound, {
    input: () => ({
      params: { planId: round.planId, year: String(round.year) },
      body: { reason: reason.trim().replaceAll(/\s+/g, ' ') },
    }),
    version: round.version,
    leaves: true,
    onDone: () => {
      toast(manage.withdrawn(round.year));
      const gone = navigate({ to: '/rounds', search: { plan: round.planId } });
      void gone.then(() => rereadScreen(client));
    },
  });
  return (
    <Dialog isOpen title={manage.withdrawTitle(round.year)} onClose={onClose}>
      <Form form={form} names={{ '/reason': manage.withdrawReason }}>
        <p>{manage.withdrawBody}</p>
        <TextArea
          label={manage.withdrawReason}
          pointer="/reason"
          maxLength={500}
          rows={3}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="danger" pending={form.pending}>
            {manage.withdrawSubmit}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
