import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { PasswordField, TextField } from '../ui/TextField.tsx';
import styles from './accounts.module.css';
import { PasswordRules } from './PasswordRules.tsx';

export interface FirstAccountTyped {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** The fields of one account of the set-up. */
export function FirstAccount(props: {
  legend: string;
  pointer: string;
  value: FirstAccountTyped;
  onChange: (value: FirstAccountTyped) => void;
}): ReactElement {
  const { accounts } = useMessages();
  const { legend, pointer, value, onChange } = props;
  return (
    <fieldset className={styles['account']}>
      <legend>{legend}</legend>
      <TextField
        label={accounts.username}
        hint={accounts.usernameHint}
        pointer={`${pointer}/username`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value.username}
        onChange={(username) => onChange({ ...value, username })}
      />
      <TextField
        label={accounts.name}
        pointer={`${pointer}/name`}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <PasswordField
        label={accounts.password}
        hint={<PasswordRules password={value.password} owner={value} />}
        pointer={`${pointer}/password`}
        autoComplete="new-password"
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
      />
    </fieldset>
  );
}
