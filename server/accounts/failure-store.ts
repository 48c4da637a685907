import { createHash } from 'node:crypto';
import { fold, SIGN_IN_POLICY } from '../../shared/passwords.ts';
import type { Reader, Writer } from '../db/transaction.ts';

const LOCK_MS = SIGN_IN_POLICY.lockedMinutes * 60_000;
/** A clock that was ahead when a lock was set must lock nobody out for years. */
const TOLERANCE_MS = 60_000;

const nameHash = (username: string): string =>
  createHash('sha256').update(fold(username)).digest('hex');

/** Until when a name is locked; null: it is not. Names that nobody has are locked like others. */
export async function findLock(db: Reader, username: string, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('signInFailures')
    .select('lockedUntil')
    .where('nameHash', '=', nameHash(username))
    .executeTakeFirst();
  return lockOf(row?.lockedUntil ?? null, now);
}

/** The locks that stand now, by user name, of the names given. */
export async function findLocks(
  db: Reader,
  usernames: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('signInFailures')
    .select(['nameHash', 'lockedUntil'])
    .where('lockedUntil', 'is not', null)
    .execute();
  const byHash = new Map(rows.map((row) => [row.nameHash, lockOf(row.lockedUntil, now)]));
  const locks = new Map<string, Date>();
  for (const username of usernames) {
    const until = byHash.get(nameHash(username)) ?? null;
    if (until !== null) locks.set(username, until);
  }
  return locks;
}

function lockOf(lockedUntil: string | null, now: Date): Date | null {
  if (lockedUntil === null) return null;
  const left = Date.parse(lockedUntil) - now.getTime();
  return left > 0 && left <= LOCK_MS + TOLERANCE_MS ? new Date(lockedUntil) : null;
}

/**
 * Counts a wrong password; the fifth in a row locks the name. A pause as long as the lock starts the
 * count again, so what is older is swept up here: the table cannot be filled for long.
 */
export async function countFailure(db: Writer, username: string, now: Date): Promise<void> {
  await db
    .deleteFrom('signInFailures')
    .where((e) =>
      e.or([
        e('lastFailedAt', '<', new Date(now.getTime() - LOCK_MS).toISOString()),
        e('lastFailedAt', '>', new Date(now.getTime() + TOLERANCE_MS).toISOString()),
      ]),
    )
    .execute();
  const key = nameHash(username);
  const before = await db
    .selectFrom('signInFailures')
    .select('failures')
    .where('nameHash', '=', key)
    .executeTakeFirst();
  const failures = (before?.failures ?? 0) + 1;
  const locked = failures >= SIGN_IN_POLICY.failures;
  const row = {
    failures,
    lastFailedAt: now.toISOString(),
    lockedUntil: locked ? new Date(now.getTime() + LOCK_MS).toISOString() : null,
  };
  await db
    .insertInto('signInFailures')
    .values({ nameHash: key, ...row })
    .onConflict((conflict) => conflict.column('nameHash').doUpdateSet(row))
    .execute();
}

/** Forgets the failures of a name: a good sign-in, or a hand that unlocked it. */
export async function clearFailures(db: Writer, username: string): Promise<void> {
  await db.deleteFrom('signInFailures').where('nameHash', '=', nameHash(username)).execute();
}
