import { type ReactElement, useState } from 'react';
import { type ActionDetails, askExtension } from '../../shared/action-items.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Asks for a later due day, with the reason. */
export function AskExtensionDialog(props: {
  action: ActionDetails;
  onClose: () => void;
}): ReactElement {
  const { action, onClose } = props;
  const { app, actions } = useMessages();
  const words = actions.steps;
  const format = useFormat();
  const toast = useToast();
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const form = useForm(askExtension, {
    input: () => ({ params: { actionId: action.id }, body: { dueOn, reason } }),
    version: action.version,
    check: () =>
      dueOn !== '' && dueOn <= action.dueOn
        ? [{ in: 'body', pointer: '/dueOn', code: 'datesOutOfOrder' }]
        : [],
    onDone: () => {
      toast(words.done.askExtension);
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.askExtension} onClose={onClose}>
      <Form form={form} names={{ '/dueOn': words.askDue, '/reason': words.askText }}>
        <TextField
          label={words.askDue}
          hint={words.askHint(format.date(action.dueOn))}
          pointer="/dueOn"
          type="date"
          value={dueOn}
          onChange={setDueOn}
        />
        <TextArea
          label={words.askText}
          pointer="/reason"
          rows={4}
          value={reason}
          onChange={setReason}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.askExtension}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
