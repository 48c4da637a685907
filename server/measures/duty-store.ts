import { type Office, owingDepartments } from '../../shared/measure-rules.ts';
import type { ReadingStatus } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';

/** A measure as far as a report on it must know it. */
export interface MeasureSubject {
  readonly planId: string;
  readonly id: string;
  readonly number: number;
  readonly titleZh: string;
  readonly titleEn: string;
  /** As the document names them, in its order. */
  readonly departmentIds: readonly string[];
  /** Whether the document promises money with it. */
  readonly hasMoney: boolean;
}

/** The measures of a plan, or one of them, in the document's order. */
export async function findSubjects(
  db: Reader,
  planId: string,
  measureId?: string,
): Promise<MeasureSubject[]> {
  const measures = await db
    .selectFrom('measures')
    .select(['planId', 'id', 'number', 'titleZh', 'titleEn'])
    .where('planId', '=', planId)
    .$if(measureId !== undefined, (query) => query.where('id', '=', measureId ?? ''))
    .orderBy('number')
    .execute();
  const departments = await db
    .selectFrom('measureDepartments')
    .select(['measureId', 'departmentId'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute();
  const money = await db
    .selectFrom('incentives')
    .select('measureId')
    .where('planId', '=', planId)
    .where('kind', '<>', 'nonMonetary')
    .distinct()
    .execute();
  const paying = new Set(money.map((one) => one.measureId));
  return measures.map((measure) => ({
    ...measure,
    departmentIds: departments
      .filter((one) => one.measureId === measure.id)
      .map(({ departmentId }) => departmentId),
    hasMoney: paying.has(measure.id),
  }));
}

/** What one department owes about one measure in one year, and how far it is. */
export interface MeasureDutyRow {
  readonly measure: MeasureSubject;
  readonly year: number;
  readonly departmentId: string;
  /** null: its report is not begun. */
  readonly report: {
    readonly id: string;
    readonly status: ReadingStatus;
    readonly state: 'notStarted' | 'inProgress' | 'mostlyDone' | 'done' | null;
    readonly done: string;
    readonly paidWan: number | null;
    /** When it was handed in for the first time; null: never. */
    readonly firstHandedInAt: string | null;
  } | null;
}

/** Who owes a report on which measure in the years that are asked for, in a fixed number of queries. */
export async function measureDuties(
  db: Reader,
  planId: string,
  years: readonly number[],
): Promise<MeasureDutyRow[]> {
  const subjects = await findSubjects(db, planId);
  const offices: ReadonlyMap<string, Office> = new Map(
    (await findDepartments(db)).map((one) => [one.id, one]),
  );
  const reports = years.length === 0 ? [] : await reportsOf(db, planId, years);
  return years.flatMap((year) =>
    subjects.flatMap((measure) => {
      const own = reports.filter((one) => one.year === year && one.measureId === measure.id);
      const reported = own.map(({ departmentId }) => departmentId);
      return owingDepartments(measure.departmentIds, year, offices, reported).map(
        (departmentId) => ({
          measure,
          year,
          departmentId,
          report: own.find((one) => one.departmentId === departmentId) ?? null,
        }),
      );
    }),
  );
}

function reportsOf(db: Reader, planId: string, years: readonly number[]) {
  return db
    .selectFrom('measureReports as r')
    .leftJoin('measureReportRevisions as v', (join) =>
      join.onRef('v.reportId', '=', 'r.id').on('v.action', '=', 'submit'),
    )
    .select(['r.id', 'r.measureId', 'r.departmentId', 'r.year', 'r.status', 'r.state'])
    .select(['r.done', 'r.paidWan'])
    .select(({ fn }) => fn.min('v.at').as('firstHandedInAt'))
    .where('r.planId', '=', planId)
    .where('r.year', 'in', years)
    .groupBy(['r.id', 'r.measureId', 'r.departmentId', 'r.year', 'r.status', 'r.state'])
    .groupBy(['r.done', 'r.paidWan'])
    .execute();
}
