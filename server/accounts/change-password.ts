import { judgePassword } from '../../shared/passwords.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import type { BeforeContext } from '../http/serve.ts';
import { isCommonPassword } from './common-passwords.ts';
import { countFailure, findLock } from './failure-store.ts';
import type { Hasher } from './hashing.ts';
import { listRemembered, rememberPassword } from './password-store.ts';
import { deleteSessionsOf } from './session-store.ts';
import { findUser, updateUser } from './store.ts';

/** What the slow part found: the hash that the current password fitted, and the new one's. */
export interface CheckedChange {
  /** null: the current password was wrong, or the name is locked. */
  readonly fitted: string | null;
  readonly newHash: string;
}

/**
 * Judges a new password and checks the current one, outside the transaction.
 * @throws Problem invalid: what the policy says of the new one, or passwordReused
 */
export async function checkPasswordChange(
  { transactions, user, now }: BeforeContext,
  hasher: Hasher,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<CheckedChange> {
  if (user === null) throw new Problem('notSignedIn');
  requireGoodPassword(newPassword, user, '/newPassword');
  const { stored, remembered, lock } = await transactions.read(async (db) => ({
    stored: (await findUser(db, user.userId))?.passwordHash ?? null,
    remembered: await listRemembered(db, user.userId),
    lock: await findLock(db, user.username, now),
  }));
  const wrong = { fitted: null, newHash: '' };
  if (lock !== null || !(await hasher.verify(stored, currentPassword))) return wrong;
  for (const hash of new Set([stored, ...remembered])) {
    if (await hasher.verify(hash, newPassword)) {
      throw Problem.fields({ pointer: '/newPassword', code: 'passwordReused' });
    }
  }
  return { fitted: stored, newHash: await hasher.hash(newPassword) };
}

/**
 * Changes the own password and ends every session, the one that asks too: the caller opens a new
 * one. A wrong current password counts like one at the door, so a borrowed session cannot guess.
 * @returns null, or the refusal that is to be committed with the count
 */
export async function changePassword(
  db: Writer,
  person: Principal,
  { fitted, newHash }: CheckedChange,
  now: Date,
): Promise<Problem | null> {
  const user = await findUser(db, person.userId);
  if (user === null) throw new Problem('notSignedIn');
  const lock = await findLock(db, user.username, now);
  if (lock !== null) {
    return new Problem('locked', {
      retryAfter: Math.ceil((lock.getTime() - now.getTime()) / 1000),
    });
  }
  if (fitted === null || fitted !== user.passwordHash) {
    await countFailure(db, user.username, now);
    return Problem.fields({ pointer: '/currentPassword', code: 'passwordWrong' });
  }
  await updateUser(db, user, {
    passwordHash: newHash,
    passwordChangedAt: now.toISOString(),
    mustChangePassword: 0,
  });
  await rememberPassword(db, user.id, newHash);
  await deleteSessionsOf(db, user.id);
  return null;
}

/** @throws Problem invalid with every rule that the password breaks, at the pointer */
export function requireGoodPassword(
  password: string,
  owner: { readonly username: string; readonly name: string },
  pointer: string,
): void {
  const issues = judgePassword(password, owner, isCommonPassword);
  if (issues.length > 0) throw Problem.fields(...issues.map((issue) => ({ pointer, ...issue })));
}
