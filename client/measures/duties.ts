import type { Me } from '../../shared/accounts.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import { refuseTyping } from '../../shared/workflow.ts';
import type { MeasuresOfYear } from './api.ts';
import type { Measure } from './arrange.ts';

export const FILTERS = ['mine', 'own', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

/** What one department owes about one measure, with its report where the reader may see it. */
export interface ShownDuty {
  readonly measure: Measure;
  readonly departmentId: string;
  readonly actingDepartmentId: string;
  readonly dutyState: MeasuresOfYear['items'][number]['duties'][number]['dutyState'];
  readonly report: MeasureReport | null;
  isFor(me: Me, filter: Exclude<Filter, 'all'>): boolean;
}

/** The filters that say something to somebody: whoever has no desk sees all. */
export function filtersFor({ roles, departmentId }: Me): Filter[] {
  const works = roles.some((role) => ['reporter', 'departmentHead', 'reviewer'].includes(role));
  return FILTERS.filter(
    (filter) => filter === 'all' || (filter === 'mine' ? works : departmentId !== null),
  );
}

/** Everything that is owed in a year, in the order of the document. */
export function dutiesShown(
  measures: readonly Measure[],
  { items, round }: MeasuresOfYear,
  reports: readonly MeasureReport[],
): ShownDuty[] {
  const begins = refuseTyping(round, null) === null;
  return measures.flatMap((measure) => {
    const ofYear = items.find(({ measureId }) => measureId === measure.id);
    return (ofYear?.duties ?? []).map(
      ({ departmentId, actingDepartmentId, dutyState, reportId }): ShownDuty => {
        const report = reports.find(({ id }) => id === reportId) ?? null;
        return {
          measure,
          departmentId,
          actingDepartmentId,
          dutyState,
          report,
          isFor: (me, filter) => {
            const own = me.departmentId === actingDepartmentId;
            if (filter === 'own') return own;
            if (report !== null) return report.editable || report.steps.length > 0;
            return own && dutyState === 'notHandedIn' && begins && me.roles.includes('reporter');
          },
        };
      },
    );
  });
}

/** @example keyOf(duty) // 'm12.finance' */
export function keyOf({ measure, departmentId }: ShownDuty): string {
  return `${measure.id}.${departmentId}`;
}

/** The duty of an address; a measure alone means one's own part of it, else the first. */
export function chosenDuty(
  duties: readonly ShownDuty[],
  asked: string | undefined,
  me: Me,
): ShownDuty | null {
  if (asked === undefined) return null;
  const exact = duties.find((duty) => keyOf(duty) === asked);
  if (exact !== undefined) return exact;
  const ofMeasure = duties.filter(({ measure }) => measure.id === asked);
  return (
    ofMeasure.find(({ actingDepartmentId }) => actingDepartmentId === me.departmentId) ??
    ofMeasure[0] ??
    null
  );
}
