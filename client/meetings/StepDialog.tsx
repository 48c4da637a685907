import type { ReactElement } from 'react';
import type { Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { type PressedStep, useStep } from './useStep.ts';

/** Asks before a step that cannot be taken back, and takes it. */
export function StepDialog(props: {
  meeting: Meeting;
  step: PressedStep;
  title: string;
  body: string;
  /** What the button says. */
  press: string;
  onDone: () => void;
  onClose: () => void;
}): ReactElement {
  const { meeting, step, title, body, press, onDone, onClose } = props;
  const messages = useMessages();
  const taking = useStep(meeting, () => {
    onClose();
    onDone();
  });
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      {taking.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, taking.error)}</Notice>
      )}
      <p>{body}</p>
      <DialogActions>
        <Button onClick={onClose}>{messages.app.actions.cancel}</Button>
        <Button variant="primary" pending={taking.isPending} onClick={() => taking.mutate(step)}>
          {press}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
