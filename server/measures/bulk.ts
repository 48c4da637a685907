import { findingsOfReport } from '../../shared/measure-rules.ts';
import type { ApprovalOutcome } from '../../shared/readings.ts';
import { maySee, refuseStep } from '../../shared/workflow.ts';
import { type Acting, type Done, seenAs, takeStep } from './commands.ts';
import { findReport } from './report-store.ts';
import { standingOf, type StoredReport } from './stored-report.ts';

export interface Approval {
  readonly id: string;
  readonly outcome: ApprovalOutcome;
  /** What was done; null: nothing was. */
  readonly done: Done | null;
}

/**
 * Approves those of several reports that may be approved without a look of their own. What one of
 * them refuses keeps nothing from the others.
 */
export async function approveSeveral(
  acting: Acting,
  items: readonly { readonly id: string; readonly version: number }[],
): Promise<Approval[]> {
  const approvals: Approval[] = [];
  for (const { id, version } of items) {
    const report = await findReport(acting.db, id, acting.now);
    const refusal = refuseApproval(acting, report, version);
    if (refusal !== null || report === null) {
      approvals.push({ id, outcome: refusal ?? 'notFound', done: null });
    } else if (findingsOfReport(report.words, report.before).length > 0) {
      approvals.push({ id, outcome: 'heldBack', done: null });
    } else {
      const done = await takeStep(acting, 'approve', id, version);
      approvals.push({ id, outcome: 'approved', done });
    }
  }
  return approvals;
}

/** In the order of a single approval: who may know, who may act, the version, the state. */
function refuseApproval(
  { user, now }: Acting,
  report: StoredReport | null,
  version: number,
): ApprovalOutcome | null {
  if (report === null || !maySee(seenAs(report), user)) return 'notFound';
  const refusal = refuseStep('approve', standingOf(report, now), user);
  if (refusal === 'forbidden') return 'forbidden';
  if (report.version !== version) return 'staleVersion';
  return refusal;
}
