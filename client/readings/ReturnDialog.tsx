import { type FormEvent, type ReactElement, useState } from 'react';
import { RETURN_REASONS, type ReturnReason } from '../../shared/workflow.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea } from '../ui/TextField.tsx';
import styles from './review.module.css';

/** The most a reason may have; the bound of the contract. */
const LONGEST = 500;

/** Why a reading goes back, as the request says it. */
export interface Back {
  readonly reason: string;
  readonly reasonCode: ReturnReason;
}

/** Asks why a reading goes back: one of a short list, and words of one's own. */
export function ReturnDialog(props: {
  code: string;
  pending: boolean;
  onReturn: (back: Back) => void;
  onClose: () => void;
}): ReactElement {
  const { code, pending, onReturn, onClose } = props;
  const { readings, review, app } = useMessages();
  const words = readings.returning;
  const [chosen, setChosen] = useState<ReturnReason | null>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<'choose' | 'needed' | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    // A text is one line over the wire.
    const said = text.trim().replaceAll(/\s+/g, ' ');
    if (chosen === null) setAsked('choose');
    else if (chosen === 'other' && said === '') setAsked('needed');
    else if (!pending) {
      onReturn({ reasonCode: chosen, reason: said === '' ? review.reasons[chosen].label : said });
    }
  };
  return (
    <Dialog isOpen title={words.title(code)} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <p className={styles['lead']}>{words.body}</p>
        {asked === 'choose' ? (
          <Notice tone="error" role="alert">
            {review.returning.choose}
          </Notice>
        ) : null}
        <RadioGroup
          label={review.returning.reason}
          value={chosen}
          choices={RETURN_REASONS.map((value) => ({ value, ...review.reasons[value] }))}
          onChange={(reason) => {
            setChosen(reason);
            setAsked(null);
          }}
        />
        <TextArea
          label={review.returning.text}
          hint={review.returning.textHint}
          optional={chosen !== 'other'}
          error={asked === 'needed' ? review.returning.needed : undefined}
          maxLength={LONGEST}
          rows={2}
          value={text}
          onChange={(said) => {
            setText(said);
            setAsked(null);
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {words.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
