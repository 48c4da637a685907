import type { Reader } from '../db/transaction.ts';
import { gapsOf, type PlanGaps, planRevisions } from '../plans/gap-store.ts';

const AT_A_TIME = 100;

/** The gaps of every plan, counted once for each revision of it. */
export class KeptGaps {
  readonly #kept = new Map<string, { readonly revision: number; readonly gaps: PlanGaps }>();

  /** By plan, in the order of their ids. */
  async all(db: Reader): Promise<(readonly [planId: string, gaps: PlanGaps])[]> {
    const revisions = await planRevisions(db);
    const changed = [...revisions.keys()].filter(
      (id) => this.#kept.get(id)?.revision !== revisions.get(id),
    );
    for (let first = 0; first < changed.length; first += AT_A_TIME) {
      for (const [id, gaps] of await gapsOf(db, changed.slice(first, first + AT_A_TIME))) {
        this.#kept.set(id, { revision: revisions.get(id) ?? 0, gaps });
      }
    }
    return [...revisions.keys()].flatMap((id) => {
      const kept = this.#kept.get(id);
      return kept === undefined ? [] : [[id, kept.gaps] as const];
    });
  }
}
