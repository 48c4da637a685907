import type { ReactElement } from 'react';
import { judgePassword, PASSWORD_POLICY, type PasswordOwner } from '../../shared/passwords.ts';
import type { Issue } from '../../shared/problems.ts';
import { useMessages } from '../app/language.tsx';
import styles from './accounts.module.css';

/** The list of common passwords is the server's; it says so when one is sent. */
const unknown = (): boolean => false;

/** Every rule that a page can judge before sending, as issues at a pointer. */
export function passwordIssues(password: string, owner: PasswordOwner, pointer: string): Issue[] {
  if (password === '') return [];
  return judgePassword(password, owner, unknown).map((issue) => ({
    pointer,
    in: 'body' as const,
    ...issue,
  }));
}

/** What a password must be, each rule with whether it is met by now. */
export function PasswordRules(props: { password: string; owner: PasswordOwner }): ReactElement {
  const { app, accounts } = useMessages();
  const { passwordRules: words } = accounts;
  const broken = new Set(
    judgePassword(props.password, props.owner, unknown).map(({ code }) => code),
  );
  const { minimumLength, minimumClasses, notReused, days } = PASSWORD_POLICY;
  const rules = [
    { text: words.length(minimumLength), met: !broken.has('passwordTooShort') },
    { text: words.classes(minimumClasses), met: !broken.has('passwordTooSimple') },
    { text: words.personal, met: props.password !== '' && !broken.has('passwordPersonal') },
  ];
  return (
    <>
      <span>
        {words.title}
        {app.colon}
      </span>
      <ul className={styles['rules']}>
        {rules.map(({ text, met }) => (
          <li key={text} data-met={met}>
            <span aria-hidden="true">{met ? '✓' : '·'}</span> {text}
            <span className="visuallyHidden">({met ? words.met : words.notMet})</span>
          </li>
        ))}
        {[words.common, words.reused(notReused), words.days(days)].map((text) => (
          <li key={text}>
            <span aria-hidden="true">·</span> {text}
          </li>
        ))}
      </ul>
    </>
  );
}
