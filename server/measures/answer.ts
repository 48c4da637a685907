import { sumWan } from '../../shared/incentives/money.ts';
import { findingsOfReport, measureStateOf } from '../../shared/measure-rules.ts';
import type { MeasureOfYear, MeasureReport } from '../../shared/measures.ts';
import { can } from '../../shared/permissions.ts';
import { dutyStateOf } from '../../shared/round-rules.ts';
import { mayEdit, maySee, openSteps, type Person } from '../../shared/workflow.ts';
import type { MeasureDutyRow } from './duty-store.ts';
import { standingOf, type StoredReport } from './stored-report.ts';

/** A report as the one who asks sees it, with what they may do with it now. */
export function reportFor(person: Person, stored: StoredReport, now: Date): MeasureReport {
  const standing = standingOf(stored, now);
  const { words } = stored;
  return {
    id: stored.id,
    planId: stored.planId,
    measureId: stored.measureId,
    departmentId: stored.departmentId,
    actingDepartmentId: stored.actingDepartmentId,
    year: stored.year,
    status: stored.status,
    ...words,
    results: words.results.map((result) => ({ ...result })),
    entered: stored.entered,
    changed: stored.changed,
    submitted: stored.submitted,
    signed: stored.signed,
    approved: stored.approved,
    returned: stored.status === 'returned' ? stored.returned : null,
    returns: stored.returns,
    corrections: stored.corrections,
    evidence: can(person.roles, 'evidence.see') ? stored.evidence : null,
    findings: findingsOfReport(words, stored.before),
    round: standing.round,
    steps: openSteps(standing, person),
    editable: mayEdit(standing, person),
    version: stored.version,
  };
}

/**
 * A measure in one year as somebody may know it.
 * @param duties of this measure alone
 * @param heirOf who acts for a department now
 */
export function measureFor(
  person: Person,
  measureId: string,
  duties: readonly MeasureDutyRow[],
  heirOf: (departmentId: string) => string,
): MeasureOfYear {
  const reviewer = person.roles.includes('reviewer');
  const told = duties.map(({ departmentId, report }) => {
    const leadDepartmentId = heirOf(departmentId);
    const own =
      person.departmentId === leadDepartmentId && can(person.roles, 'readings.seeUnapproved');
    const status = report?.status ?? null;
    const seen = status !== null && maySee({ status, leadDepartmentId }, person);
    const counts = status === 'approved' || status === 'sealed';
    return {
      departmentId,
      actingDepartmentId: leadDepartmentId,
      dutyState: dutyStateOf(status, { own, reviewer }),
      reportId: seen ? (report?.id ?? null) : null,
      state: counts ? (report?.state ?? null) : null,
      paidWan: counts ? (report?.paidWan ?? null) : null,
      done: counts ? (report?.done ?? '') : '',
    };
  });
  const states = told.flatMap(({ state }) => (state === null ? [] : [state]));
  const paid = told.flatMap(({ paidWan }) => (paidWan === null ? [] : [paidWan]));
  return {
    measureId,
    state: measureStateOf(states),
    approved: told.filter(({ dutyState }) => dutyState === 'approved' || dutyState === 'sealed')
      .length,
    owed: told.length,
    paidWan: paid.length === 0 ? null : sumWan(paid),
    duties: told,
  };
}

/** What the audit log says of a report: how far, how much, and the state; never what was written. */
export function auditedReport({ words, ...stored }: StoredReport): object {
  return {
    measureId: stored.measureId,
    departmentId: stored.departmentId,
    year: stored.year,
    status: stored.status,
    version: stored.version,
    state: words.state,
    paidWan: words.paidWan,
  };
}
