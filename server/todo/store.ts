import type { Reader } from '../db/transaction.ts';

export async function planIds(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('plans').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Corrections that were refused since a moment and not asked for again, the latest first. */
export async function refusedCorrections(db: Reader, since: string) {
  return db
    .selectFrom('corrections as c')
    .innerJoin('readings as r', 'r.id', 'c.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .leftJoin('users as u', 'u.id', 'c.decidedBy')
    .select(['i.planId', 'r.year', 'r.indicatorId', 'c.readingId'])
    .select(['c.decisionNote as reason', 'u.name as by', 'c.decidedAt as at'])
    .where('c.status', '=', 'refused')
    .where('c.decidedAt', '>=', since)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('corrections as later')
            .select('later.id')
            .whereRef('later.readingId', '=', 'c.readingId')
            .whereRef('later.requestedAt', '>', 'c.requestedAt'),
        ),
      ),
    )
    .orderBy('c.decidedAt', 'desc')
    .execute();
}

/** When each department was last called in, by plan and year. */
export async function lastNotices(db: Reader) {
  return db
    .selectFrom('roundNotices')
    .select(['planId', 'year', 'departmentId'])
    .select(({ fn }) => fn.max('issuedAt').as('at'))
    .groupBy(['planId', 'year', 'departmentId'])
    .execute();
}
