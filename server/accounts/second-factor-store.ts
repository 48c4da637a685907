import { createHash } from 'node:crypto';
import type { Reader, Writer } from '../db/transaction.ts';

export interface SecondFactor {
  readonly secret: Buffer;
  /** null: begun, and no code has proved it yet. */
  readonly confirmedAt: string | null;
  /** The step whose code was used last; null: none was. */
  readonly lastStep: number | null;
}

/** What somebody shares with their authenticator; null: nothing. */
export async function findSecondFactor(db: Reader, userId: string): Promise<SecondFactor | null> {
  const row = await db
    .selectFrom('secondFactors')
    .select(['secret', 'confirmedAt', 'lastStep'])
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Since when each account that asks for a code does, by its id. */
export async function listSecondFactors(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('secondFactors')
    .select(['userId', 'confirmedAt'])
    .where('confirmedAt', 'is not', null)
    .execute();
  return new Map(rows.map(({ userId, confirmedAt }) => [userId, confirmedAt ?? '']));
}

/** Puts a fresh secret in the place of one that was never confirmed. */
export async function beginFactor(
  db: Writer,
  userId: string,
  secret: Buffer,
  at: string,
): Promise<void> {
  const fresh = { secret, begunAt: at, confirmedAt: null, lastStep: null };
  await db
    .insertInto('secondFactors')
    .values({ userId, ...fresh })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(fresh))
    .execute();
}

/** Puts it in force, with the recovery codes that it comes with. */
export async function confirmFactor(
  db: Writer,
  userId: string,
  step: number,
  codes: readonly string[],
  at: string,
): Promise<void> {
  await db
    .updateTable('secondFactors')
    .set({ confirmedAt: at, lastStep: step })
    .where('userId', '=', userId)
    .execute();
  await db.deleteFrom('recoveryCodes').where('userId', '=', userId).execute();
  await db
    .insertInto('recoveryCodes')
    .values(codes.map((code) => ({ userId, codeHash: hashOf(code), usedAt: null })))
    .execute();
}

/** Notes the step whose code was used: no other code of it, or of one before, works after that. */
export async function spendStep(db: Writer, userId: string, step: number): Promise<void> {
  await db
    .updateTable('secondFactors')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .execute();
}

/** Uses a recovery code up. @returns whether it was one that was still good */
export async function spendRecoveryCode(
  db: Writer,
  userId: string,
  code: string,
  at: string,
): Promise<boolean> {
  const result = await db
    .updateTable('recoveryCodes')
    .set({ usedAt: at })
    .where('userId', '=', userId)
    .where('codeHash', '=', hashOf(code))
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Reader, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recoveryCodes')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Forgets the secret and the codes. @returns whether there was one in force */
export async function deleteFactor(db: Writer, userId: string): Promise<boolean> {
  await db.deleteFrom('recoveryCodes').where('userId', '=', userId).execute();
  const { numDeletedRows } = await db
    .deleteFrom('secondFactors')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
