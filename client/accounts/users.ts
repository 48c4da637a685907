import type { Account } from '../../shared/accounts.ts';
import { type Role, ROLES } from '../../shared/permissions.ts';

/** What an account is at the moment, the gravest first. */
export const ACCOUNT_STATES = ['disabled', 'locked', 'firstPassword', 'active'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export function stateOf(account: Account, now: Date): AccountState {
  if (account.disabledAt !== null) return 'disabled';
  if (account.lockedUntil !== null && new Date(account.lockedUntil) > now) return 'locked';
  return account.mustChangePassword ? 'firstPassword' : 'active';
}

/** The filters of the page, as they stand in the address. */
export interface UsersSearch {
  readonly find: string;
  readonly role: Role | undefined;
  readonly state: AccountState | undefined;
}

export function usersSearch(raw: Record<string, unknown>): UsersSearch {
  return {
    find: typeof raw['find'] === 'string' ? raw['find'] : '',
    role: ROLES.find((known) => known === raw['role']),
    state: ACCOUNT_STATES.find((known) => known === raw['state']),
  };
}

/** The accounts that a search asks for, in the order of their names. */
export function findUsers(
  accounts: readonly Account[],
  { find, role, state }: UsersSearch,
  now: Date,
): Account[] {
  const wanted = find.trim().toLowerCase();
  return accounts
    .filter(
      (account) =>
        (wanted === '' ||
          account.name.toLowerCase().includes(wanted) ||
          account.username.toLowerCase().includes(wanted)) &&
        (role === undefined || account.roles.includes(role)) &&
        (state === undefined || stateOf(account, now) === state),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
