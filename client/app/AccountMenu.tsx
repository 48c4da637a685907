import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { admits } from '../../shared/permissions.ts';
import { Menu } from '../ui/Menu.tsx';
import { useMessages } from './language.tsx';
import { useMe, useSignOut } from './session.ts';
import { THEMES, useTheme } from './theme.tsx';

/** The reader's name; under it the theme, the own account, the way out. */
export function AccountMenu(): ReactElement {
  const me = useMe();
  const { app } = useMessages();
  const { theme, setTheme } = useTheme();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const own = admits('person', me.roles)
    ? [{ id: 'own', label: app.account.own, onAction: () => void navigate({ to: '/account' }) }]
    : [];
  return (
    <Menu
      label={`${me.name}，${app.account.menu}`}
      trigger={`${me.name} ▾`}
      groups={[
        {
          title: app.theme.label,
          choices: THEMES.map((one) => ({
            id: one,
            label: app.theme[one],
            chosen: one === theme,
            onAction: () => setTheme(one),
          })),
        },
        {
          choices: [
            ...own,
            { id: 'out', label: app.account.signOut, onAction: () => void signOut() },
          ],
        },
      ]}
    />
  );
}
