import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { changePassword } from '../../shared/accounts.ts';
import { useMessages } from '../app/language.tsx';
import { landingOf } from '../app/places.ts';
import { sessionQuery } from '../app/queries.ts';
import { isHeldUp, useMe } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { PasswordField } from '../ui/TextField.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './accounts.module.css';
import { OwnSessions } from './OwnSessions.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { passwordIssues, PasswordRules } from './PasswordRules.tsx';

/** The own password and the places where one is signed in. */
export function AccountPage(): ReactElement {
  const me = useMe();
  const { own } = useMessages().accounts;
  return (
    <PageFrame title={own.title}>
      {me.mustChangePassword ? <Notice tone="warning">{own.mustChange}</Notice> : null}
      <section className={styles['section']}>
        <h2>{own.change}</h2>
        <ChangePassword />
      </section>
      {me.mustChangePassword ? null : <SecondFactor />}
      {isHeldUp(me) ? null : <OwnSessions />}
    </PageFrame>
  );
}

function ChangePassword(): ReactElement {
  const me = useMe();
  const { own } = useMessages().accounts;
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const toast = useToast();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');
  const finish = async () => {
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
    if (me.mustChangePassword) await navigate({ to: landingOf(me) });
  };
  const form = useForm(changePassword, {
    input: () => ({ body: { currentPassword, newPassword } }),
    check: () => passwordIssues(newPassword, me, '/newPassword'),
    onDone: () => {
      setCurrent('');
      setNext('');
      toast(own.changed);
      void finish();
    },
  });
  return (
    <Form form={form} names={{ '/currentPassword': own.current, '/newPassword': own.next }}>
      <input type="text" hidden readOnly autoComplete="username" value={me.username} />
      <PasswordField
        label={own.current}
        pointer="/currentPassword"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrent}
      />
      <PasswordField
        label={own.next}
        hint={<PasswordRules password={newPassword} owner={me} />}
        pointer="/newPassword"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNext}
      />
      <Button type="submit" variant="primary" pending={form.pending}>
        {own.change}
      </Button>
    </Form>
  );
}
