import { PASSWORD_POLICY } from '../../shared/passwords.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** The hashes of the passwords that a person chose last, the newest first; the current one too. */
export async function listRemembered(db: Reader, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('passwordHistory')
    .select('passwordHash')
    .where('userId', '=', userId)
    .orderBy('number', 'desc')
    .limit(PASSWORD_POLICY.notReused)
    .execute();
  return rows.map(({ passwordHash }) => passwordHash);
}

/** Keeps a chosen password's hash and forgets those that no rule asks for any more. */
export async function rememberPassword(
  db: Writer,
  userId: string,
  passwordHash: string,
): Promise<void> {
  const last = await db
    .selectFrom('passwordHistory')
    .select('number')
    .where('userId', '=', userId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db.insertInto('passwordHistory').values({ userId, number, passwordHash }).execute();
  await db
    .deleteFrom('passwordHistory')
    .where('userId', '=', userId)
    .where('number', '<=', number - PASSWORD_POLICY.notReused)
    .execute();
}
