import { type ReactElement, useState } from 'react';
import { signIn } from '../../shared/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { PasswordField, useFirstFocus } from '../ui/TextField.tsx';
import { useForm } from '../ui/useForm.ts';
import { CodeField, useCodeStep } from './CodeField.tsx';
import { useMessages } from './language.tsx';
import { useMe } from './session.ts';

/**
 * The session ended while somebody worked: the same person signs in over the page, and what was
 * under way goes on. Somebody else has to start afresh, so that nobody saves under another's name.
 */
export function SignInAgain(props: { onDone: (again: boolean) => void }): ReactElement {
  const me = useMe();
  const { app, accounts } = useMessages();
  const [password, setPassword] = useState('');
  const first = useFirstFocus();
  const [code, setCode] = useState('');
  const sent = useForm(signIn, {
    input: () => ({ body: { username: me.username, password, ...(asked ? { code } : {}) } }),
    onDone: () => props.onDone(true),
  });
  const { asked, form } = useCodeStep(sent);
  const leave = () => {
    props.onDone(false);
    globalThis.location.assign('/sign-in');
  };
  return (
    <Dialog mustAnswer isOpen title={app.signInAgain.title} onClose={leave}>
      <p>{app.signInAgain.body}</p>
      <Form form={form} names={{ '/password': accounts.password, '/code': accounts.code.label }}>
        <p className="fact">
          {accounts.username}
          {app.colon}
          <strong>{me.username}</strong>
        </p>
        <PasswordField
          label={accounts.password}
          pointer="/password"
          autoComplete="current-password"
          inputRef={first}
          value={password}
          onChange={setPassword}
        />
        {asked ? <CodeField value={code} onChange={setCode} /> : null}
        <DialogActions>
          <Button variant="link" onClick={leave}>
            {app.signInAgain.other}
          </Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {accounts.signIn}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
