import type { ApprovalOutcome } from '../../shared/readings.ts';
import { maySee, refuseStep } from '../../shared/workflow.ts';
import { standsAlone } from '../../shared/reading-rules.ts';
import { findingsForMany } from '../checks/store.ts';
import { type Acting, type Done, takeStep } from './commands.ts';
import { findReading } from './store.ts';
import { standingOf, type StoredReading } from './stored-reading.ts';

interface Item {
  readonly id: string;
  readonly version: number;
}

export interface Approval {
  readonly id: string;
  readonly outcome: ApprovalOutcome;
  /** What was done; null: nothing was. */
  readonly done: Done | null;
}

/**
 * Approves those of several readings that may be approved without a look of their own: what a check
 * found something in, or is not comparable, is held back. What one of them refuses keeps nothing from
 * the others.
 */
export async function approveSeveral(acting: Acting, items: readonly Item[]): Promise<Approval[]> {
  const readings = new Map<string, StoredReading>();
  for (const { id } of items) {
    const reading = await findReading(acting.db, id);
    if (reading !== null) readings.set(id, reading);
  }
  const found = await findingsForMany(acting.db, [...readings.values()]);
  const approved = new Set<string>();
  const approvals: Approval[] = [];
  for (const { id, version } of items) {
    const reading = readings.get(id) ?? null;
    const refusal = approved.has(id) ? 'staleVersion' : refuseApproval(acting, reading, version);
    if (refusal !== null || reading === null) {
      approvals.push({ id, outcome: refusal ?? 'notFound', done: null });
    } else if (standsAlone(reading.figures) || (found.get(id) ?? []).length > 0) {
      approvals.push({ id, outcome: 'heldBack', done: null });
    } else {
      const done = await takeStep(acting, 'approve', id, version);
      approved.add(id);
      approvals.push({ id, outcome: 'approved', done });
    }
  }
  return approvals;
}

/** In the order of a single approval: who may know, who may act, the version, the state. */
function refuseApproval(
  { user, now }: Acting,
  reading: StoredReading | null,
  version: number,
): ApprovalOutcome | null {
  if (reading === null || !maySee(reading, user)) return 'notFound';
  const refusal = refuseStep('approve', standingOf(reading, now), user);
  if (refusal === 'forbidden' || reading.version === version) return refusal;
  return 'staleVersion';
}
