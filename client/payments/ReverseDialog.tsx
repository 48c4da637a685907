import { type ReactElement, useState } from 'react';
import { fenOfWan } from '../../shared/incentives/money.ts';
import { type Payment, reversePayment } from '../../shared/payments.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Takes an entry back by one of its own, with the reason. */
export function ReverseDialog(props: { payment: Payment; onClose: () => void }): ReactElement {
  const { payment, onClose } = props;
  const { app, payments: words } = useMessages();
  const format = useFormat();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const form = useForm(reversePayment, {
    input: () => ({ params: { paymentId: payment.id }, body: { reason } }),
    onDone: () => {
      toast(words.reversedDone);
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.reverseTitle(payment.enterprise)} onClose={onClose}>
      <Form form={form} names={{ '/reason': words.reason }}>
        <p>{words.reverseBody(format.money(-(fenOfWan(payment.amountWan) ?? 0n)))}</p>
        <TextField
          label={words.reason}
          pointer="/reason"
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.reverse}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
