import { type ReactElement, useState } from 'react';
import { codeTyped, pairDisplay } from '../../shared/displays.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';

/** Takes the code that a wall shows, and what the wall is to be called. */
export function PairDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { app, displays: words } = useMessages();
  const toast = useToast();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const form = useForm(pairDisplay, {
    input: () => ({ body: { code: codeTyped(code), name, place } }),
    onDone: (made) => {
      toast(words.done(made.name));
      onClose();
    },
  });
  return (
    <Dialog isOpen title={words.pair} onClose={onClose}>
      <Form form={form} names={{ '/code': words.code, '/name': words.name, '/place': words.place }}>
        <TextField
          label={words.code}
          hint={words.codeHint(`${globalThis.location.origin}/pair`)}
          pointer="/code"
          inputMode="numeric"
          value={code}
          onChange={setCode}
        />
        <TextField
          label={words.name}
          hint={words.nameHint}
          pointer="/name"
          maxLength={40}
          value={name}
          onChange={setName}
        />
        <TextField
          optional
          label={words.place}
          pointer="/place"
          maxLength={80}
          value={place}
          onChange={setPlace}
        />
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.pair}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
