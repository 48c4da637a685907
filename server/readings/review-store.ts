import { standsAlone } from '../../shared/reading-rules.ts';
import type { Review } from '../../shared/review.ts';
import { findingsForMany } from '../checks/store.ts';
import type { Reader } from '../db/transaction.ts';
import { listStored } from './list-store.ts';
import { toReturn } from './stored-reading.ts';

const WAITING = ['submitted', 'signed'] as const;

/**
 * What a review page shows beside the readings themselves, in a number of queries that does not grow
 * with them.
 * @param departmentId only of indicators that it leads alone; null: of all
 */
export async function reviewOf(
  db: Reader,
  planId: string,
  departmentId: string | null,
): Promise<Review> {
  const readings = await listStored(db, { planId });
  const own = readings.filter(
    ({ leadDepartmentId }) => departmentId === null || leadDepartmentId === departmentId,
  );
  const waiting = own.filter(({ status }) => WAITING.some((one) => one === status));
  const returns = await returnsOf(db, planId);
  const evidence = await evidenceOf(db, planId);
  const found = await findingsForMany(db, waiting);
  return {
    years: [...Map.groupBy(own, ({ year }) => year)]
      .sort(([a], [b]) => a - b)
      .map(([year, of]) => {
        const count = (...statuses: readonly string[]) =>
          of.filter(({ status }) => statuses.includes(status)).length;
        return {
          year,
          waiting: count(...WAITING),
          returned: count('returned'),
          approved: count('approved', 'sealed'),
        };
      }),
    items: waiting.map(({ id, indicatorId, figures }) => {
      const findings = (found.get(id) ?? []).map((one) => ({ ...one, values: { ...one.values } }));
      return {
        readingId: id,
        returns: (returns.get(id) ?? []).map(toReturn),
        indicatorReturns: own
          .filter((one) => one.indicatorId === indicatorId)
          .reduce((sum, one) => sum + one.returns, 0),
        findings,
        held: findings.length > 0 || standsAlone(figures),
        evidence: evidence.get(id) ?? 0,
      };
    }),
  };
}

/** Every return of those that wait, by reading, oldest first. */
async function returnsOf(db: Reader, planId: string) {
  const rows = await db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .innerJoin('readingRevisions as v', 'v.readingId', 'r.id')
    .select(['r.id', 'v.byName as name', 'v.at', 'v.reason', 'v.reasonCode'])
    .where('i.planId', '=', planId)
    .where('r.status', 'in', WAITING)
    .where('r.returns', '>', 0)
    .where('v.action', '=', 'return')
    .orderBy('v.version')
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}

async function evidenceOf(db: Reader, planId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('indicators as i')
    .innerJoin('readings as r', 'r.indicatorId', 'i.id')
    .innerJoin('readingEvidence as l', 'l.readingId', 'r.id')
    .innerJoin('evidence as e', 'e.id', 'l.evidenceId')
    .select(['r.id'])
    .select((eb) => eb.fn.count<number>('e.id').as('count'))
    .where('i.planId', '=', planId)
    .where('r.status', 'in', WAITING)
    .where('e.removedAt', 'is', null)
    .groupBy('r.id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
