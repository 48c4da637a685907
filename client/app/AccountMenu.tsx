import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useMessages } from './language.tsx';
import { sessionQuery } from './queries.ts';
import { useMay, useMe, useSignOut } from './session.ts';
import styles from './Shell.module.css';
import { THEMES, useTheme } from './theme.tsx';

/** The reader's name; under it their roles, the theme, the own account, the way out. */
export function AccountMenu(): ReactElement {
  const me = useMe();
  const may = useMay();
  const { version } = useSuspenseQuery(sessionQuery).data;
  const { app, statuses } = useMessages();
  const { theme, setTheme } = useTheme();
  const signOut = useSignOut();
  return (
    <Disclosure label={`${me.name}${app.colon}${app.account.menu}`} trigger={me.name}>
      {(fold) => (
        <>
          <p className={styles['who']}>
            {me.roles.map((role) => statuses.roles[role]).join(' · ')}
            {version === undefined ? null : <span>{app.version(version)}</span>}
          </p>
          <RadioGroup
            label={app.theme.label}
            value={theme}
            choices={THEMES.map((one) => ({ value: one, label: app.theme[one] }))}
            onChange={setTheme}
          />
          <ul className={styles['accountActions']}>
            {may('person') ? (
              <li>
                <Link to="/account" onClick={fold}>
                  {app.account.own}
                </Link>
              </li>
            ) : null}
            <li>
              <Button variant="link" onClick={() => void signOut()}>
                {app.account.signOut}
              </Button>
            </li>
          </ul>
        </>
      )}
    </Disclosure>
  );
}
