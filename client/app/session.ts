import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Me, signOut } from '../../shared/accounts.ts';
import { type Access, admits } from '../../shared/permissions.ts';
import { call } from '../call.ts';
import { sessionQuery } from './queries.ts';

/** The one who is signed in; only below the shell, where somebody always is. */
export function useMe(): Me {
  const { user } = useSuspenseQuery(sessionQuery).data;
  if (user === null) throw new Error('outside the shell');
  return user;
}

/** Whether a password or a second factor is wanting: the page of the own account opens, no other. */
export function isHeldUp({ mustChangePassword, mustSetUpCode }: Me): boolean {
  return mustChangePassword || mustSetUpCode === true;
}

/** Whether the one who is signed in may use what has this access. */
export function useMay(): (access: Access) => boolean {
  const { roles } = useMe();
  return useCallback((access) => admits(access, roles), [roles]);
}

/** Signs out and forgets everything that was read. The page is loaded afresh at the sign-in. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await call(signOut, {});
    client.clear();
    globalThis.location.assign('/sign-in');
  }, [client]);
}
