import type { LedIndicator, Progress } from '../../shared/round-rules.ts';
import { heirOn } from '../../shared/department-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { measureDuties, type MeasureDutyRow } from '../measures/duty-store.ts';
import { departmentsOf, dutiesOf } from '../plans/standing-store.ts';

/** Everything that rounds of one plan are counted from, in a fixed number of queries. */
export interface PlanDuties {
  readonly indicators: readonly LedIndicator[];
  readonly departments: Awaited<ReturnType<typeof departmentsOf>>;
  /** By year, then by indicator; nothing: no reading yet. */
  readonly progress: ReadonlyMap<number, ReadonlyMap<string, Progress>>;
}

/** @param year of the readings; absent: every year */
export async function planDuties(db: Reader, planId: string, year?: number): Promise<PlanDuties> {
  return { ...(await planLeads(db, planId)), progress: await progressOf(db, planId, year) };
}

/** Who owes what in a plan, whatever was reported. */
export type PlanLeads = Omit<PlanDuties, 'progress'>;

export async function planLeads(db: Reader, planId: string): Promise<PlanLeads> {
  const indicators = await db
    .selectFrom('indicators')
    .select(['id as indicatorId', 'code', 'nameZh', 'nameEn'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  const duties = await dutiesOf(db, [planId]);
  return {
    indicators: indicators.map((indicator) => ({
      ...indicator,
      leadDepartmentIds: (duties.get(indicator.indicatorId) ?? [])
        .filter(({ duty }) => duty === 'lead')
        .map(({ departmentId }) => departmentId),
    })),
    departments: await departmentsOf(db, planId),
  };
}

/** How far the readings of a plan are, by year and indicator. @param year absent: every year */
export async function progressOf(
  db: Reader,
  planId: string,
  year?: number,
): Promise<Map<number, Map<string, Progress>>> {
  const rows = await db
    .selectFrom('readings as r')
    .innerJoin('indicators as i', 'i.id', 'r.indicatorId')
    .leftJoin('readingRevisions as v', (join) =>
      join.onRef('v.readingId', '=', 'r.id').on('v.action', '=', 'submit'),
    )
    .select(['r.year', 'r.indicatorId', 'r.status'])
    .select(({ fn }) => fn.min('v.at').as('firstHandedInAt'))
    .where('i.planId', '=', planId)
    .$if(year !== undefined, (query) => query.where('r.year', '=', year ?? 0))
    .groupBy(['r.year', 'r.indicatorId', 'r.status'])
    .execute();
  const years = new Map<number, Map<string, Progress>>();
  for (const { year: of, indicatorId, ...progress } of rows) {
    const inYear = years.get(of) ?? new Map<string, Progress>();
    years.set(of, inYear.set(indicatorId, progress));
  }
  return years;
}

/** A report on a measure that is owed, and who answers for it now. */
export interface ReportDutyRow extends MeasureDutyRow {
  /** Itself, or the department that took over. */
  readonly actingDepartmentId: string;
}

/** Who answers on a day for the reports on measures of a year. */
export async function reportDuties(
  db: Reader,
  planId: string,
  year: number,
  today: string,
): Promise<ReportDutyRow[]> {
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  return (await measureDuties(db, planId, [year])).map((row) => ({
    ...row,
    actingDepartmentId: heirOn(row.departmentId, today, offices),
  }));
}
