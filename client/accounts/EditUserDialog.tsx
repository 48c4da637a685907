import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type Account,
  changeUser,
  type Department,
  endUserSessions,
  resetPassword,
  unlockUser,
} from '../../shared/accounts.ts';
import { resetSecondFactor } from '../../shared/second-factor.ts';
import { useMessages } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './accounts.module.css';
import { UserFields, type UserTyped } from './UserFields.tsx';

/** Changes an account, and what else can be done about it. */
export function EditUserDialog(props: {
  account: Account;
  departments: readonly Department[];
  onClose: () => void;
  onReset: (name: string, password: string) => void;
}): ReactElement {
  const { account } = props;
  const { app, accounts } = useMessages();
  const { users: words } = accounts;
  const toast = useToast();
  const [typed, setTyped] = useState<UserTyped>({
    name: account.name,
    roles: account.roles,
    departmentId: account.departmentId ?? '',
  });
  const [disabled, setDisabled] = useState(account.disabledAt !== null);
  const form = useForm(changeUser, {
    input: () => ({
      params: { userId: account.id },
      body: {
        name: typed.name,
        roles: [...typed.roles],
        departmentId: typed.departmentId === '' ? null : typed.departmentId,
        disabled,
      },
    }),
    version: account.version,
    onDone: () => {
      toast(words.saved);
      props.onClose();
    },
  });
  return (
    <Dialog wide isOpen title={words.editTitle(account.name)} onClose={props.onClose}>
      <Form
        form={form}
        names={{
          '/name': accounts.name,
          '/roles': words.roles,
          '/departmentId': words.department,
          '/disabled': words.disabled,
        }}
      >
        <p className="fact">
          {accounts.username}
          {app.colon}
          <strong>{account.username}</strong>
        </p>
        <UserFields value={typed} departments={props.departments} onChange={setTyped} />
        <Checkbox
          label={words.disabled}
          hint={words.disabledHint}
          pointer="/disabled"
          checked={disabled}
          onChange={setDisabled}
        />
        <DialogActions>
          <Button onClick={props.onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {app.actions.save}
          </Button>
        </DialogActions>
      </Form>
      <MoreActions account={account} onReset={props.onReset} />
    </Dialog>
  );
}

function MoreActions(props: {
  account: Account;
  onReset: (name: string, password: string) => void;
}): ReactElement {
  const { account, onReset } = props;
  const messages = useMessages();
  const { users: words, code } = messages.accounts;
  const me = useMe();
  const toast = useToast();
  const params = { userId: account.id };
  const reset = useMutation({
    mutationFn: () => call(resetPassword, { params }),
    onSuccess: ({ oneTimePassword }) => onReset(account.name, oneTimePassword),
  });
  const unlock = useMutation({
    mutationFn: () => call(unlockUser, { params }),
    onSuccess: () => toast(words.unlocked),
  });
  const end = useMutation({
    mutationFn: () => call(endUserSessions, { params }),
    onSuccess: () => toast(words.sessionsEnded),
  });
  const forget = useMutation({
    mutationFn: () => call(resetSecondFactor, { params }),
    onSuccess: () => toast(code.wasReset),
  });
  const failed = reset.error ?? unlock.error ?? end.error ?? forget.error;
  return (
    <section className={styles['more']}>
      <h3>{words.moreActions}</h3>
      {failed === null ? null : (
        <Notice tone="error" role="alert">
          {problemSentence(messages, failed)}
        </Notice>
      )}
      <small>{words.resetHint}</small>
      <div className={styles['moreButtons']}>
        <Button variant="danger" pending={reset.isPending} onClick={() => reset.mutate()}>
          {words.resetPassword}
        </Button>
        {account.lockedUntil === null ? null : (
          <Button pending={unlock.isPending} onClick={() => unlock.mutate()}>
            {words.unlock}
          </Button>
        )}
        {account.secondFactorSince === null || account.id === me.id ? null : (
          <Button pending={forget.isPending} onClick={() => forget.mutate()}>
            {code.reset}
          </Button>
        )}
        <Button pending={end.isPending} onClick={() => end.mutate()}>
          {words.endSessions}
        </Button>
      </div>
    </section>
  );
}
