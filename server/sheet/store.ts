import type { Reader } from '../db/transaction.ts';

/** How many pieces of evidence lie beside each reading of a year; none: the reading is not named. */
export async function evidenceCounts(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .innerJoin('readingEvidence as l', 'l.readingId', 'r.id')
    .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
    .select(['r.id'])
    .select((eb) => eb.fn.count<number>('e.id').as('count'))
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('e.removedAt', 'is', null)
    .groupBy('r.id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The dates of the round of a year; null: there is none. */
export async function roundOf(db: Reader, planId: string, year: number) {
  const row = await db
    .selectFrom('rounds')
    .select(['opensOn', 'dueOn', 'closedAt', 'sealedAt'])
    .where('planId', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row ?? null;
}
