import {
  type Account,
  changeUser,
  createUser,
  endUserSessions,
  listUsers,
  resetPassword,
  unlockUser,
} from '../../shared/accounts.ts';
import { Problem } from '../../shared/problems.ts';
import type { Reader } from '../db/transaction.ts';
import { type Host, serve } from '../http/serve.ts';
import { describeUser, insertAccount } from './add-user.ts';
import { changeUser as change } from './change-user.ts';
import { clearFailures, findLock, findLocks } from './failure-store.ts';
import type { Hasher } from './hashing.ts';
import { newOneTimePassword } from './one-time-password.ts';
import { findSecondFactor, listSecondFactors } from './second-factor-store.ts';
import { deleteSessionsOf } from './session-store.ts';
import type { AccountSettings } from './settings.ts';
import { findUser, listUsers as allUsers, updateUser, type User } from './store.ts';

/** The security administrator's work: accounts, roles, locks, sessions. */
export function userRoutes(host: Host, { hasher }: AccountSettings): void {
  serve(host, listUsers, async ({ db, now }) => {
    const users = await allUsers(db);
    const locks = await findLocks(
      db,
      users.map(({ username }) => username),
      now,
    );
    const factors = await listSecondFactors(db);
    return {
      items: users.map((user) =>
        accountOf(user, locks.get(user.username) ?? null, factors.get(user.id) ?? null),
      ),
    };
  });

  serve(
    host,
    createUser,
    async ({ db, now, note, prepared }, { body }) => {
      const { password, passwordHash } = prepared;
      const wanted = { ...body, departmentId: body.departmentId ?? null };
      const user = await insertAccount(db, wanted, { passwordHash, oneTime: true }, now);
      note({ target: { type: 'user', id: user.id }, after: describeUser(user) });
      return {
        ...accountOf(user, await findLock(db, user.username, now), null),
        oneTimePassword: password,
      };
    },
    { before: () => makeOneTimePassword(hasher), secret: true },
  );

  serve(
    host,
    changeUser,
    async ({ db, now, note, expectedVersion }, { params: { userId }, body }) => {
      const { before, after } = await change(db, userId, expectedVersion, body, now);
      note({
        target: { type: 'user', id: userId },
        before: describeUser(before),
        after: describeUser(after),
      });
      const factor = await findSecondFactor(db, userId);
      const lock = await findLock(db, after.username, now);
      return accountOf(after, lock, factor?.confirmedAt ?? null);
    },
  );

  serve(
    host,
    resetPassword,
    async ({ db, now, note, prepared }, { params: { userId } }) => {
      const user = await requireUser(db, userId);
      await updateUser(db, user, {
        passwordHash: prepared.passwordHash,
        passwordChangedAt: now.toISOString(),
        mustChangePassword: user.roles.includes('display') ? 0 : 1,
      });
      await deleteSessionsOf(db, userId);
      // Whoever forgot the old one has often locked themselves out on the way.
      await clearFailures(db, user.username);
      note({ target: { type: 'user', id: userId } });
      return { oneTimePassword: prepared.password };
    },
    { before: () => makeOneTimePassword(hasher) },
  );

  serve(host, unlockUser, async ({ db, note }, { params: { userId } }) => {
    const user = await requireUser(db, userId);
    await clearFailures(db, user.username);
    note({ target: { type: 'user', id: userId } });
    return undefined;
  });

  serve(host, endUserSessions, async ({ db, note }, { params: { userId } }) => {
    await requireUser(db, userId);
    const ended = await deleteSessionsOf(db, userId);
    note({ target: { type: 'user', id: userId }, after: { ended } });
    return undefined;
  });
}

async function requireUser(db: Reader, id: string): Promise<User> {
  const user = await findUser(db, id);
  if (user === null) throw new Problem('notFound');
  return user;
}

async function makeOneTimePassword(hasher: Hasher) {
  const password = newOneTimePassword();
  return { password, passwordHash: await hasher.hash(password) };
}

function accountOf(
  user: User,
  lockedUntil: Date | null,
  secondFactorSince: string | null,
): Account {
  const { passwordHash: _hash, passwordChangedAt: _at, ...shown } = user;
  return {
    ...shown,
    roles: [...user.roles],
    mustChangePassword: user.mustChangePassword === 1,
    lockedUntil: lockedUntil?.toISOString() ?? null,
    secondFactorSince,
  };
}
