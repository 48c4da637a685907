import { heirOn } from '../../shared/department-rules.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import { can } from '../../shared/permissions.ts';
import { dutyStateOf } from '../../shared/round-rules.ts';
import { dayInChina, type DutyState } from '../../shared/rounds.ts';
import { maySee, type Person } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { findDepartments } from '../departments/store.ts';
import { findRounds } from '../rounds/store.ts';
import { reportFor } from './answer.ts';
import { measureDuties, type MeasureSubject } from './duty-store.ts';
import { listReports } from './report-store.ts';

/** One department's part in a measure in one year, as far as somebody may know of it. */
export interface VisibleDuty {
  readonly year: number;
  readonly measure: MeasureSubject;
  readonly departmentId: string;
  readonly state: DutyState;
  /** null: none is begun, or none that this person may see. */
  readonly report: MeasureReport | null;
}

/**
 * Who owes a report on which measure, and the reports that somebody may see. Without a year: every
 * year that has a round or a report.
 */
export async function visibleDuties(
  db: Reader,
  person: Person,
  { planId, year }: { readonly planId: string; readonly year?: number | undefined },
  now: Date,
): Promise<VisibleDuty[]> {
  const reports = await listReports(db, { planId, year }, now);
  const rounds = await findRounds(db, planId);
  const years = new Set(
    year === undefined ? [...rounds, ...reports].map((one) => one.year) : [year],
  );
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  const found = new Map(reports.map((report) => [report.id, report]));
  const reviewer = person.roles.includes('reviewer');
  const inOrder = [...years].sort((a, b) => a - b);
  return (await measureDuties(db, planId, inOrder)).map((duty) => {
    const leadDepartmentId = heirOn(duty.departmentId, dayInChina(now), offices);
    const status = duty.report?.status ?? null;
    const own =
      person.departmentId === leadDepartmentId && can(person.roles, 'readings.seeUnapproved');
    const stored = found.get(duty.report?.id ?? '');
    const seen = status !== null && maySee({ status, leadDepartmentId }, person);
    return {
      year: duty.year,
      measure: duty.measure,
      departmentId: duty.departmentId,
      state: dutyStateOf(status, { own, reviewer }),
      report: seen && stored !== undefined ? reportFor(person, stored, now) : null,
    };
  });
}
