import { randomUUID } from 'node:crypto';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import type { Circumstances } from '../http/auditing.ts';
import type { Principal } from '../http/principal.ts';
import type { BeforeContext } from '../http/serve.ts';
import { principalOf } from './authenticate.ts';
import { clearFailures, countFailure, findLock } from './failure-store.ts';
import type { Hasher } from './hashing.ts';
import { type UsedCode, spendCode } from './second-factor.ts';
import { findSecondFactor } from './second-factor-store.ts';
import {
  deleteSessionOfToken,
  deleteSessionsBefore,
  insertSession,
  lacksDemandedCode,
} from './session-store.ts';
import { ABSOLUTE_MS, hashToken, newToken } from './session.ts';
import { findUserNamed, noteSignIn, type User } from './store.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the second factor; absent: none was typed. */
  readonly code?: string | undefined;
}

/** What the slow part found out; the transaction decides with what is true by then. */
export interface Checked {
  /** The hash that the password fitted; null: it fitted none. */
  readonly fitted: string | null;
  /** The password hashed at today's cost, where the stored one was made at another. */
  readonly rehashed: string | null;
}

/**
 * Checks a password outside the transaction. Takes as long for a name that nobody has; while a lock
 * stands nothing is hashed, for any name.
 */
export async function checkPassword(
  { transactions, now }: BeforeContext,
  hasher: Hasher,
  { username, password }: Credentials,
): Promise<Checked> {
  const { user, lock } = await transactions.read(async (db) => ({
    user: await findUserNamed(db, username),
    lock: await findLock(db, username, now),
  }));
  if (lock !== null) return { fitted: null, rehashed: null };
  const stored = user === null || user.disabledAt !== null ? null : user.passwordHash;
  const fits = await hasher.verify(stored, password);
  if (!fits || stored === null) return { fitted: null, rehashed: null };
  return {
    fitted: stored,
    rehashed: hasher.isOutdated(stored) ? await hasher.hash(password) : null,
  };
}

export type SignInResult =
  | { readonly refused: Problem; readonly known: User | null }
  | {
      readonly token: string;
      readonly principal: Principal;
      /** What the second factor was; null: the account has none. */
      readonly used: UsedCode | null;
    };

/**
 * Signs somebody in, or counts the failure. The lock is read again here: of a hundred guesses at
 * once only five count. Only who knows the password hears that a code is asked, too, and a wrong one
 * counts like a wrong password. A session that the browser still presents ends.
 */
export async function signIn(
  db: Writer,
  at: Circumstances,
  { username, code }: Pick<Credentials, 'username' | 'code'>,
  { fitted, rehashed }: Checked,
  presentedToken: string | undefined,
): Promise<SignInResult> {
  const { now } = at;
  const user = await findUserNamed(db, username);
  const lock = await findLock(db, username, now);
  if (lock !== null) {
    const retryAfter = Math.ceil((lock.getTime() - now.getTime()) / 1000);
    return { refused: new Problem('locked', { retryAfter }), known: user };
  }
  if (
    user === null ||
    fitted === null ||
    user.passwordHash !== fitted ||
    user.disabledAt !== null
  ) {
    await countFailure(db, username, now);
    return { refused: new Problem('wrongCredentials'), known: user };
  }
  const factor = await findSecondFactor(db, user.id);
  let used: UsedCode | null = null;
  if (factor !== null && factor.confirmedAt !== null) {
    if (code === undefined) return { refused: new Problem('codeNeeded'), known: user };
    used = await spendCode(db, user.id, factor, code, now);
    if (used === null) {
      await countFailure(db, username, now);
      return { refused: new Problem('codeWrong'), known: user };
    }
  }
  await clearFailures(db, username);
  if (presentedToken !== undefined) await deleteSessionOfToken(db, hashToken(presentedToken));
  await deleteSessionsBefore(db, new Date(now.getTime() - ABSOLUTE_MS).toISOString());
  const { token, session } = await openSession(db, at, user);
  await noteSignIn(db, user.id, now.toISOString(), rehashed);
  const lacksCode = await lacksDemandedCode(db, user.id, user.roles);
  return { token, used, principal: principalOf({ ...user, ...session, lacksCode }, now) };
}

/** Opens a session for somebody who has just shown their password. @returns the cookie's token */
export async function openSession(
  db: Writer,
  { now, address, userAgent }: Circumstances,
  user: Pick<User, 'id' | 'roles'>,
) {
  const token = newToken();
  const display = user.roles.every((role) => role === 'display');
  const session = {
    id: randomUUID(),
    userId: user.id,
    // A wall screen has an account of its own; its session lasts until it is revoked.
    kind: display ? ('display' as const) : ('person' as const),
  };
  const at = now.toISOString();
  await insertSession(db, { ...session, tokenHash: hashToken(token), at, address, userAgent });
  return { token, session };
}
