import type { FieldIssue } from './reading-rules.ts';
import type { SealState } from './seals.ts';
import type { ReadingStatus } from './workflow.ts';

/** An indicator of the plan in one year, as far as a seal must know it. */
export interface SealSubject {
  readonly indicatorId: string;
  /** The one lead department; null: none or several, and then nobody owes it. */
  readonly departmentId: string | null;
  readonly reading: { readonly id: string; readonly status: ReadingStatus } | null;
}

export type Standing = Pick<SealState, 'approved' | 'undecided' | 'notHandedIn' | 'noLead'>;

/**
 * Where a year stands before its seal. What was handed in waits for a decision of the desk and
 * stands in the way of a seal. What lies with a department (nothing, a draft, or sent back and not
 * mended) is not handed in: it does not hold up everybody else, but it needs a reason. What nobody
 * owes needs none.
 */
export function standingOf(subjects: readonly SealSubject[]): Standing {
  const standing = {
    approved: 0,
    undecided: [] as SealState['undecided'],
    notHandedIn: [] as SealState['notHandedIn'],
    noLead: [] as string[],
  };
  for (const { indicatorId, departmentId, reading } of subjects) {
    const status = reading?.status ?? null;
    if (status === 'approved' || status === 'sealed') standing.approved += 1;
    else if (reading !== null && (status === 'submitted' || status === 'signed')) {
      standing.undecided.push({ readingId: reading.id, indicatorId, departmentId, status });
    } else if (departmentId !== null) {
      standing.notHandedIn.push({ indicatorId, departmentId, status });
    } else standing.noLead.push(indicatorId);
  }
  return standing;
}

export interface Excuse {
  readonly indicatorId: string;
  readonly reason: string;
}

/** Whether a year may be sealed: nothing is undecided, and every excuse that is needed is there. */
export function isReady(standing: Standing, excuses: readonly Excuse[]): boolean {
  const excused = new Set(excuses.map(({ indicatorId }) => indicatorId));
  return (
    standing.undecided.length === 0 &&
    standing.notHandedIn.every(({ indicatorId }) => excused.has(indicatorId))
  );
}

/** Excuses for what needs none, or twice for one thing. */
export function refuseExcuses(standing: Standing, excuses: readonly Excuse[]): FieldIssue[] {
  const needed = new Set(standing.notHandedIn.map(({ indicatorId }) => indicatorId));
  const seen = new Set<string>();
  return excuses.flatMap(({ indicatorId }, at): FieldIssue[] => {
    const pointer = `/unreported/${at}/indicatorId`;
    if (seen.has(indicatorId)) return [{ pointer, code: 'duplicateKey' }];
    seen.add(indicatorId);
    return needed.has(indicatorId) ? [] : [{ pointer, code: 'notAllowed' }];
  });
}
