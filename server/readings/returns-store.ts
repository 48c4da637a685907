import type { Reader } from '../db/transaction.ts';
import { type Return, toReturn } from './stored-reading.ts';

/** Every time that a reading of one year of a plan came back, by reading, oldest first. */
export async function returnsOfYear(
  db: Reader,
  planId: string,
  year: number,
): Promise<Map<string, Return[]>> {
  const rows = await db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .innerJoin('readingRevisions as v', 'v.readingId', 'r.id')
    .select(['r.id', 'v.byName as name', 'v.at', 'v.reason', 'v.reasonCode'])
    .where('i.planId', '=', planId)
    .where('r.year', '=', year)
    .where('v.action', '=', 'return')
    .orderBy('v.version')
    .execute();
  const returns = new Map<string, Return[]>();
  for (const { id, ...row } of rows) {
    returns.set(id, [...(returns.get(id) ?? []), toReturn(row)]);
  }
  return returns;
}
