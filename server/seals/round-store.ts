import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type RoundRow = Tables['rounds'];

/** The round that a seal is of; null: the year has none, and is never sealed. */
export async function findRound(
  db: Reader,
  planId: string,
  year: number,
): Promise<RoundRow | null> {
  const row = await db
    .selectFrom('rounds')
    .selectAll()
    .where('planId', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns the version that it makes of the round */
export async function markSealed(
  db: Writer,
  { planId, year, version }: RoundRow,
  by: { readonly userId: string; readonly at: string },
): Promise<number> {
  await db
    .updateTable('rounds')
    .set({ sealedAt: by.at, sealedBy: by.userId, version: version + 1 })
    .where('planId', '=', planId)
    .where('year', '=', year)
    .execute();
  return version + 1;
}

/** The rounds that call themselves sealed. */
export async function sealedRounds(db: Reader) {
  return db
    .selectFrom('rounds')
    .select(['planId', 'year', 'sealedAt', 'sealedBy'])
    .where('sealedAt', 'is not', null)
    .orderBy('planId')
    .orderBy('year')
    .execute();
}
