import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { getSetup, signIn } from '../../shared/accounts.ts';
import { CodeField, useCodeStep } from '../app/CodeField.tsx';
import { useMessages } from '../app/language.tsx';
import { landingOf } from '../app/places.ts';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PasswordField, TextField, useFirstFocus } from '../ui/TextField.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './accounts.module.css';
import { Doorway } from './Doorway.tsx';
import { useGo } from './useGo.ts';

export function SignInPage(): ReactElement {
  const { accounts, displays } = useMessages();
  const { to } = useSearch({ from: '/sign-in' });
  const setup = useQuery(query(getSetup, {}));
  const client = useQueryClient();
  const go = useGo();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const first = useFirstFocus();
  const [code, setCode] = useState('');
  const sent = useForm(signIn, {
    input: () => ({ body: { username, password, ...(asked ? { code } : {}) } }),
    onDone: ({ user }) => {
      client.clear();
      go(to ?? landingOf(user));
    },
  });
  const { asked, form } = useCodeStep(sent);
  return (
    <Doorway title={accounts.signInTitle}>
      {setup.data?.open === true ? (
        <Notice tone="warning">{accounts.waitingForSetup}</Notice>
      ) : null}
      <Form
        form={form}
        names={{
          '/username': accounts.username,
          '/password': accounts.password,
          '/code': accounts.code.label,
        }}
      >
        <TextField
          label={accounts.username}
          pointer="/username"
          autoComplete="username"
          ref={first}
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={setUsername}
        />
        <PasswordField
          label={accounts.password}
          pointer="/password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {asked ? <CodeField value={code} onChange={setCode} /> : null}
        <Button type="submit" variant="primary" pending={form.pending}>
          {form.pending ? accounts.signingIn : accounts.signIn}
        </Button>
      </Form>
      <p className={styles['doorMore']}>
        <Link to="/pair">{displays.wall.link}</Link>
      </p>
    </Doorway>
  );
}
