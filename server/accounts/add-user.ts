import { randomUUID } from 'node:crypto';
import { createUser, roleIssues } from '../../shared/accounts.ts';
import { PASSWORD_POLICY } from '../../shared/passwords.ts';
import type { Role } from '../../shared/permissions.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import { appendAudit } from '../audit/store.ts';
import type { Transactions, Writer } from '../db/transaction.ts';
import { validate } from '../http/validation.ts';
import { requireGoodPassword } from './change-password.ts';
import type { Hasher } from './hashing.ts';
import { findInstallation } from './installation-store.ts';
import { rememberPassword } from './password-store.ts';
import { departmentExists, findUserNamed, insertUser, type User } from './store.ts';

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** null: belongs to no department. */
  readonly departmentId: string | null;
}

export interface Credential {
  readonly passwordHash: string;
  /** A one-time password, to be changed at the first sign-in; otherwise usable at once. */
  readonly oneTime: boolean;
}

/**
 * Makes an account inside a transaction, from a password that was hashed before.
 * @throws Problem conflict when the name is taken; invalid for roles or a department that cannot be
 */
export async function insertAccount(
  db: Writer,
  { username, name, roles, departmentId }: NewUser,
  { passwordHash, oneTime }: Credential,
  now: Date,
): Promise<User> {
  await requireRoles(db, roles, departmentId);
  if ((await findUserNamed(db, username)) !== null) {
    throw new Problem('conflict', {
      errors: [{ in: 'body', pointer: '/username', code: 'taken' }],
    });
  }
  const user: User = {
    id: randomUUID(),
    username,
    name,
    passwordHash,
    passwordChangedAt: now.toISOString(),
    // A wall screen has nobody in front of it who could choose another.
    mustChangePassword: oneTime && !roles.includes('display') ? 1 : 0,
    departmentId,
    createdAt: now.toISOString(),
    lastSignInAt: null,
    disabledAt: null,
    version: 1,
    roles: [...new Set(roles)],
  };
  await insertUser(db, user);
  if (!oneTime) await rememberPassword(db, user.id, passwordHash);
  return user;
}

/** @throws Problem invalid: rolesKeptApart, departmentRequired, unknownReference */
export async function requireRoles(
  db: Writer,
  roles: readonly Role[],
  departmentId: string | null,
): Promise<void> {
  const { profile } = await findInstallation(db);
  const issues: Omit<Issue, 'in'>[] = roleIssues(profile ?? 'simple', roles, departmentId);
  if (departmentId !== null && !(await departmentExists(db, departmentId))) {
    issues.push({ pointer: '/departmentId', code: 'unknownReference' });
  }
  if (issues.length > 0) throw Problem.fields(...issues);
}

/**
 * Adds an account that is usable at once (the command line, the sample accounts), with its audit row.
 * @throws Problem conflict, or invalid with every rule that the password or the roles break
 */
export async function addUser(
  transactions: Transactions,
  hasher: Hasher,
  { password, ...wanted }: NewUser & { readonly password: string },
  at: { readonly now: Date; readonly address: 'cli' | 'start' },
): Promise<User> {
  // Nobody has looked at these yet: no request brought them.
  const { body } = validate(createUser, { params: undefined, query: undefined, body: wanted });
  const user = body as NewUser;
  const { maximumLength: maximum } = PASSWORD_POLICY;
  if (password.length > maximum) {
    throw Problem.fields({ pointer: '/password', code: 'tooLong', values: { maximum } });
  }
  requireGoodPassword(password, user, '/password');
  const passwordHash = await hasher.hash(password);
  return transactions.write(async (db) => {
    const made = await insertAccount(db, user, { passwordHash, oneTime: false }, at.now);
    await appendAudit(db, {
      at: at.now,
      user: null,
      address: at.address,
      requestId: randomUUID(),
      action: 'createUser',
      target: { type: 'user', id: made.id },
      before: null,
      after: describeUser(made),
      outcome: 'ok',
    });
    return made;
  });
}

/** What the audit log may know of an account: everything but its password. */
export function describeUser(user: User) {
  const { username, name, roles, departmentId, disabledAt } = user;
  return { username, name, roles, departmentId, disabled: disabledAt !== null };
}
