import { type ReactElement, useState } from 'react';
import {
  type ActionDetails,
  noteAction,
  refuseExtension,
  reportAction,
  sendBackAction,
  withdrawAction,
} from '../../shared/action-items.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextArea } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Steps that say something, each with its operation. */
export const SAID = {
  note: noteAction,
  report: reportAction,
  refuseExtension,
  sendBack: sendBackAction,
  withdraw: withdrawAction,
} as const;
export type SaidStep = keyof typeof SAID;

/** Takes a step with a word: progress, what was done, or why not. */
export function SayDialog(props: {
  action: ActionDetails;
  step: SaidStep;
  onClose: () => void;
}): ReactElement {
  const { action, step, onClose } = props;
  const { app, actions: words } = useMessages();
  const toast = useToast();
  const [text, setText] = useState('');
  const form = useForm(SAID[step], {
    input: () => ({ params: { actionId: action.id }, body: { text } }),
    version: action.version,
    onDone: () => {
      toast(words.steps.done[step]);
      onClose();
    },
  });
  const label = {
    note: words.steps.noteText,
    report: words.steps.reportText,
    refuseExtension: words.steps.refuseText,
    sendBack: words.steps.sendBackText,
    withdraw: words.steps.withdrawText,
  }[step];
  return (
    <Dialog isOpen title={words.steps[step]} onClose={onClose}>
      <Form form={form} names={{ '/text': label }}>
        <TextArea
          label={label}
          pointer="/text"
          rows={5}
          {...(step === 'report' ? { hint: words.steps.reportHint } : {})}
          value={text}
          onChange={setText}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.steps[step]}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
