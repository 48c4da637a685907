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

/**
 * What each named list of a year adds up to, by the id of its indicator or component. A name counts
 * once, and those of the baseline not at all.
 */
export async function listedFigures(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, number>> {
  const names = await db
    .selectFrom('namedLists as l')
    .leftJoin('namedListEntries as e', (join) =>
      join
        .onRef('e.listId', '=', 'l.id')
        .onRef('e.version', '=', 'l.version')
        .on('e.baseline', '=', 0),
    )
    .select(['l.indicatorId', 'l.componentId', 'e.nameKey'])
    .select((eb) => eb.fn.max<number | null>('e.quantity').as('quantity'))
    .where('l.planId', '=', planId)
    .where('l.year', '=', year)
    .groupBy(['l.id', 'e.nameKey'])
    .execute();
  const sums = new Map<string, number>();
  for (const { indicatorId, componentId, quantity } of names) {
    const key = indicatorId ?? componentId ?? '';
    sums.set(key, (sums.get(key) ?? 0) + (quantity ?? 0));
  }
  return sums;
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
