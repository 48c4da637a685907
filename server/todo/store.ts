import { sql } from 'kysely';
import { ZONE } from '../../shared/reports/source.ts';
import type { Reader } from '../db/transaction.ts';

/** Of some plans, those in which one of these departments leads something or works for a measure. */
export async function plansNaming(
  db: Reader,
  departmentIds: readonly string[],
  among: readonly string[],
): Promise<string[]> {
  if (departmentIds.length === 0 || among.length === 0) return [];
  const planIds = [...new Set(among)];
  const leading = await db
    .selectFrom('indicators as i')
    .innerJoin('indicatorDepartments as d', 'd.indicatorId', 'i.id')
    .select('i.planId')
    .where('i.planId', 'in', planIds)
    .where('d.departmentId', 'in', departmentIds)
    .distinct()
    .execute();
  const working = await db
    .selectFrom('measureDepartments')
    .select('planId')
    .where('planId', 'in', planIds)
    .where('departmentId', 'in', departmentIds)
    .distinct()
    .execute();
  const reporting = await db
    .selectFrom('measureReports')
    .select('planId')
    .where('planId', 'in', planIds)
    .where('departmentId', 'in', departmentIds)
    .distinct()
    .execute();
  return [...leading, ...working, ...reporting].map(({ planId }) => planId);
}

/**
 * The latest sealed year of each plan whose annual report nobody has issued.
 * @param scope the merged one, or that of a department: only of plans in which it leads something alone
 */
export async function unissued(
  db: Reader,
  scope: string,
): Promise<{ readonly planId: string; readonly year: number }[]> {
  return db
    .with('latest', (one) =>
      one
        .selectFrom('rounds')
        .select('planId')
        .select(({ fn }) => fn.max('year').as('year'))
        .where('sealedAt', 'is not', null)
        .groupBy('planId'),
    )
    .selectFrom('latest as l')
    .select(['l.planId', 'l.year'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reports as r')
            .innerJoin('issuedReports as i', 'i.reportId', 'r.id')
            .select('i.id')
            .whereRef('r.planId', '=', 'l.planId')
            .whereRef('r.year', '=', 'l.year')
            .where('r.scope', '=', scope),
        ),
      ),
    )
    .$if(scope !== ZONE, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('indicators as i')
            .innerJoin('indicatorDepartments as d', 'd.indicatorId', 'i.id')
            .select('i.id')
            .whereRef('i.planId', '=', 'l.planId')
            // A sign before it keeps SQLite from going through all that the department ever leads.
            .where(sql<string>`+d.department_id`, '=', scope)
            .where('d.duty', '=', 'lead')
            .where((inner) =>
              inner.not(
                inner.exists(
                  inner
                    .selectFrom('indicatorDepartments as other')
                    .select('other.indicatorId')
                    .whereRef('other.indicatorId', '=', 'd.indicatorId')
                    .where('other.duty', '=', 'lead')
                    .where('other.departmentId', '!=', scope),
                ),
              ),
            ),
        ),
      ),
    )
    .orderBy('l.planId')
    .execute();
}

/** Corrections of figures that were refused since a moment and not asked for again, the latest first. */
export async function refusedCorrections(db: Reader, since: string) {
  return db
    .selectFrom('corrections as c')
    .innerJoin('readings as r', 'r.id', 'c.readingId')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .leftJoin('users as u', 'u.id', 'c.decidedBy')
    .select(['i.planId', 'r.year', 'r.indicatorId', 'r.id as readingId'])
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

/** The same of reports on measures. */
export async function refusedReportCorrections(db: Reader, since: string) {
  return db
    .selectFrom('corrections as c')
    .innerJoin('measureReports as r', 'r.id', 'c.reportId')
    .innerJoin('measures as m', (join) =>
      join.onRef('m.planId', '=', 'r.planId').onRef('m.id', '=', 'r.measureId'),
    )
    .leftJoin('users as u', 'u.id', 'c.decidedBy')
    .select(['r.planId', 'r.year', 'r.measureId', 'r.departmentId'])
    .select(['m.number', 'm.titleZh', 'm.titleEn'])
    .select(['c.decisionNote as reason', 'u.name as by', 'c.decidedAt as at'])
    .where('c.status', '=', 'refused')
    .where('c.decidedAt', '>=', since)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('corrections as later')
            .select('later.id')
            .whereRef('later.reportId', '=', 'c.reportId')
            .whereRef('later.requestedAt', '>', 'c.requestedAt'),
        ),
      ),
    )
    .orderBy('c.decidedAt', 'desc')
    .execute();
}

/** The departments that were called in after a moment, by plan and year. */
export async function noticesSince(db: Reader, since: string) {
  return db
    .selectFrom('roundNotices')
    .select(['planId', 'year', 'departmentId'])
    .where('issuedAt', '>', since)
    .distinct()
    .execute();
}
