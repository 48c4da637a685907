import { hasSubstance } from './checks/substance.ts';
import type { FieldIssue } from './reading-rules.ts';
import type { OpenFigures } from './seals.ts';
import type { ReadingStatus } from './workflow.ts';

/** An indicator of the plan in one year, as far as a seal must know it. */
export interface SealSubject {
  readonly indicatorId: string;
  /** The one lead department; null: none or several, and then nobody owes it. */
  readonly departmentId: string | null;
  readonly reading: { readonly id: string; readonly status: ReadingStatus } | null;
}

/** A report on a measure in that year, as far as a seal must know it. */
export interface SealReport {
  readonly id: string;
  readonly measureId: string;
  readonly departmentId: string;
  readonly status: ReadingStatus;
}

export interface Standing {
  /** How many figures are approved. */
  readonly approved: number;
  readonly open: OpenFigures;
}

/**
 * Where a year stands before its seal. What was handed in waits for a decision of the desk and
 * stands in the way of a seal. What lies with a department (nothing, a draft, or sent back and not
 * mended) is not handed in: it does not hold up everybody else, but it needs a reason. What nobody
 * owes needs none. A report on a measure that is not handed in is named in the package and needs no
 * reason of its own: there are four for every figure.
 */
export function standingOf(
  subjects: readonly SealSubject[],
  reports: readonly SealReport[],
): Standing {
  let approved = 0;
  const open: OpenFigures = {
    undecided: [],
    notHandedIn: [],
    noLead: [],
    undecidedReports: reports
      .filter(({ status }) => status === 'submitted' || status === 'signed')
      .map(({ id: reportId, measureId, departmentId }) => ({ reportId, measureId, departmentId })),
  };
  for (const { indicatorId, departmentId, reading } of subjects) {
    const status = reading?.status ?? null;
    if (status === 'approved' || status === 'sealed') approved += 1;
    else if (reading !== null && (status === 'submitted' || status === 'signed')) {
      open.undecided.push({ readingId: reading.id, indicatorId, departmentId, status });
    } else if (departmentId !== null) {
      open.notHandedIn.push({ indicatorId, departmentId, status });
    } else open.noLead.push(indicatorId);
  }
  return { approved, open };
}

export interface Excuse {
  readonly indicatorId: string;
  readonly reason: string;
}

/** Whether a year may be sealed: nothing is undecided, and every excuse that is needed is there. */
export function isReady({ open }: Standing, excuses: readonly Excuse[]): boolean {
  const excused = new Set(excuses.map(({ indicatorId }) => indicatorId));
  return (
    open.undecided.length === 0 &&
    open.undecidedReports.length === 0 &&
    open.notHandedIn.every(({ indicatorId }) => excused.has(indicatorId))
  );
}

/** Excuses for what needs none, twice for one thing, or in words that say nothing. */
export function refuseExcuses({ open }: Standing, excuses: readonly Excuse[]): FieldIssue[] {
  const needed = new Set(open.notHandedIn.map(({ indicatorId }) => indicatorId));
  const seen = new Set<string>();
  return excuses.flatMap(({ indicatorId, reason }, at): FieldIssue[] => {
    const pointer = `/unreported/${at}/indicatorId`;
    if (seen.has(indicatorId)) return [{ pointer, code: 'duplicateKey' }];
    seen.add(indicatorId);
    if (!needed.has(indicatorId)) return [{ pointer, code: 'notAllowed' }];
    return refuseReason(reason, at);
  });
}

/** A reason is kept for good: 「无」 and 「情况属实」 are none. */
export function refuseReason(reason: string, at: number): FieldIssue[] {
  if (hasSubstance(reason)) return [];
  return [{ pointer: `/unreported/${at}/reason`, code: 'reasonTooThin' }];
}
