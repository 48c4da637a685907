import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { completeSetup, getSetup, type Profile, PROFILES } from '../../shared/accounts.ts';
import type { Input } from '../../shared/endpoint.ts';
import { useMessages } from '../app/language.tsx';
import { query } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useForm } from '../ui/useForm.ts';
import { Doorway } from './Doorway.tsx';
import { FirstAccount, type FirstAccountTyped } from './FirstAccount.tsx';
import { passwordIssues } from './PasswordRules.tsx';

const PARTS = {
  simple: ['administrator'],
  mlps: ['administrator', 'securityAdministrator', 'auditor'],
} as const satisfies Record<Profile, readonly string[]>;
type Part = (typeof PARTS)['mlps'][number];

const EMPTY: FirstAccountTyped = { username: '', name: '', password: '' };

/** The token is behind the `#`, which a browser never sends and no log ever sees. */
function tokenInAddress(): string {
  return new URLSearchParams(globalThis.location.hash.slice(1)).get('token') ?? '';
}

export function SetUpPage(): ReactElement {
  const messages = useMessages();
  const { setUp } = messages.accounts;
  const setup = useQuery(query(getSetup, {}));
  const [token] = useState(tokenInAddress);
  const [profile, setProfile] = useState<Profile>('simple');
  const [typed, setTyped] = useState<Record<Part, FirstAccountTyped>>({
    administrator: EMPTY,
    securityAdministrator: EMPTY,
    auditor: EMPTY,
  });
  const [done, setDone] = useState(false);
  const parts: readonly Part[] = PARTS[profile];
  const form = useForm(completeSetup, {
    input: (): Input<typeof completeSetup> => ({
      body:
        profile === 'simple'
          ? { profile, token, administrator: typed.administrator }
          : { profile, token, ...typed },
    }),
    check: () =>
      parts.flatMap((part) =>
        passwordIssues(typed[part].password, typed[part], `/${part}/password`),
      ),
    onDone: () => setDone(true),
  });
  const names = Object.fromEntries(
    parts.flatMap((part) => [
      [`/${part}/username`, `${setUp[part]} ${messages.accounts.username}`],
      [`/${part}/name`, `${setUp[part]} ${messages.accounts.name}`],
      [`/${part}/password`, `${setUp[part]} ${messages.accounts.password}`],
    ]),
  );

  if (done || setup.data?.open === false) {
    return (
      <Doorway title={done ? setUp.done : setUp.title}>
        <Notice tone={done ? 'success' : 'info'}>{done ? setUp.doneBody : setUp.closed}</Notice>
        <Link to="/sign-in">{setUp.goSignIn}</Link>
      </Doorway>
    );
  }
  if (token === '') {
    return (
      <Doorway title={setUp.title}>
        <Notice tone="error">{setUp.noToken}</Notice>
      </Doorway>
    );
  }
  return (
    <Doorway title={setUp.title} wide>
      <p>{setUp.lead}</p>
      <Form form={form} names={names}>
        <RadioGroup
          label={setUp.profile}
          value={profile}
          choices={PROFILES.map((value) => ({ value, ...setUp.profiles[value] }))}
          onChange={setProfile}
        />
        {parts.map((part) => (
          <FirstAccount
            key={part}
            legend={profile === 'simple' ? setUp.simpleAdministrator : setUp[part]}
            pointer={`/${part}`}
            value={typed[part]}
            onChange={(value) => setTyped((old) => ({ ...old, [part]: value }))}
          />
        ))}
        <Button type="submit" variant="primary" pending={form.pending}>
          {setUp.finish}
        </Button>
      </Form>
    </Doorway>
  );
}
