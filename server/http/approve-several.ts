import type { ApprovalOutcome } from '../../shared/approvals.ts';
import {
  maySee,
  type Person,
  refuseStep,
  type Seen,
  type Standing,
} from '../../shared/workflow.ts';

/** What became of one of several. */
export interface Approval<Done> {
  readonly id: string;
  readonly outcome: ApprovalOutcome;
  /** What was done; null: nothing was. */
  readonly done: Done | null;
}

/** A thing on the desk as far as its approval depends on it. */
interface Approvable {
  readonly version: number;
  readonly seen: Seen;
  readonly standing: Standing;
  /** Whether it wants a look of its own. */
  readonly held: boolean;
}

/**
 * Approves those of several things that may be approved without a look of their own. What one of them
 * refuses keeps nothing from the others.
 * @param find a thing as it stands at that moment; null: there is none of that id
 * @param approve the single step, which decides once more
 */
export async function approveSeveral<Done>(
  person: Person,
  items: readonly { readonly id: string; readonly version: number }[],
  find: (id: string) => Promise<Approvable | null>,
  approve: (id: string, version: number) => Promise<Done>,
): Promise<Approval<Done>[]> {
  const approvals: Approval<Done>[] = [];
  for (const { id, version } of items) {
    const thing = await find(id);
    const refusal = refusalOf(person, thing, version);
    if (refusal !== null || thing === null) {
      approvals.push({ id, outcome: refusal ?? 'notFound', done: null });
    } else if (thing.held) {
      approvals.push({ id, outcome: 'heldBack', done: null });
    } else {
      approvals.push({ id, outcome: 'approved', done: await approve(id, version) });
    }
  }
  return approvals;
}

/** In the order of a single approval: who may know, who may act, the version, the state. */
function refusalOf(
  person: Person,
  thing: Approvable | null,
  version: number,
): ApprovalOutcome | null {
  if (thing === null || !maySee(thing.seen, person)) return 'notFound';
  const refusal = refuseStep('approve', thing.standing, person);
  if (refusal === 'forbidden' || thing.version === version) return refusal;
  return 'staleVersion';
}
