import { type ReactElement, useState } from 'react';
import { createUser, type Department } from '../../shared/accounts.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useForm } from '../ui/useForm.ts';
import { UserFields, type UserTyped } from './UserFields.tsx';

/** A new account; what comes back is its one-time password. */
export function NewUserDialog(props: {
  departments: readonly Department[];
  onClose: () => void;
  onMade: (name: string, password: string) => void;
}): ReactElement {
  const { app, accounts } = useMessages();
  const { users: words } = accounts;
  const [username, setUsername] = useState('');
  const [typed, setTyped] = useState<UserTyped>({ name: '', roles: [], departmentId: '' });
  const form = useForm(createUser, {
    input: () => ({
      body: {
        username,
        name: typed.name,
        roles: [...typed.roles],
        departmentId: typed.departmentId === '' ? null : typed.departmentId,
      },
    }),
    onDone: (answer) => props.onMade(answer.name, answer.oneTimePassword),
  });
  return (
    <Dialog wide isOpen title={words.add} onClose={props.onClose}>
      <Form
        form={form}
        names={{
          '/username': accounts.username,
          '/name': accounts.name,
          '/roles': words.roles,
          '/departmentId': words.department,
        }}
      >
        <TextField
          label={accounts.username}
          hint={accounts.usernameHint}
          pointer="/username"
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={setUsername}
        />
        <UserFields value={typed} departments={props.departments} onChange={setTyped} />
        <DialogActions>
          <Button onClick={props.onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.create}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
