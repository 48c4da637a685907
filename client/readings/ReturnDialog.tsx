import { type FormEvent, type ReactElement, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { CheckboxGroup } from '../ui/Choices.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './review.module.css';

/** The most a reason may have; the bound of the contract. */
const LONGEST = 500;

/** Asks why a reading goes back: common reasons, words of one's own, or both. */
export function ReturnDialog(props: {
  code: string;
  pending: boolean;
  onReturn: (reason: string) => void;
  onClose: () => void;
}): ReactElement {
  const { code, pending, onReturn, onClose } = props;
  const { readings, app } = useMessages();
  const words = readings.returning;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [more, setMore] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const reason = words.join([...chosen, more.trim()].filter((part) => part !== ''));
    if (reason === '') setError(words.needed);
    else if (!pending) onReturn(reason.slice(0, LONGEST));
  };
  return (
    <Dialog isOpen title={words.title(code)} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <p className={styles['lead']}>{words.body}</p>
        <CheckboxGroup
          label={words.reasons}
          value={chosen}
          choices={words.common.map((reason) => ({ value: reason, label: reason }))}
          onChange={(reasons) => {
            setChosen(reasons);
            setError(undefined);
          }}
        />
        <TextField
          label={words.more}
          error={error}
          maxLength={300}
          value={more}
          onChange={(text) => {
            setMore(text);
            setError(undefined);
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
