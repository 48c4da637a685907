import { listAfterStates } from '../audit/states-store.ts';
import type { Reader } from '../db/transaction.ts';
import { type ListProof, proofOf } from './proof.ts';
import { entriesOf, standingVersions } from './store.ts';

export type ListsVerdict =
  | { readonly ok: true }
  /** The first version that is missing, or not what was written. */
  | { readonly ok: false; readonly listId: string; readonly version: number };

/**
 * Compares every version of every list with its proof in the audit log. The log itself is
 * verifyChain's; versions from before there were proofs have none and are taken as they are.
 * @example await verifyLists(db) // { ok: true }
 */
export async function verifyLists(db: Reader): Promise<ListsVerdict> {
  const proofs = await proofsOf(db);
  for (const { listId, standing, last } of await standingVersions(db)) {
    const own = proofs.get(listId) ?? new Map<number, string>();
    proofs.delete(listId);
    const first = Math.min(...own.keys());
    for (let version = 1; version <= standing; version += 1) {
      if (version < first) continue;
      const entries = await entriesOf(db, { id: listId, version });
      const { sha256 } = proofOf(listId, version, entries);
      if (own.get(version) !== sha256) return { ok: false, listId, version };
    }
    const newest = Math.max(last, ...own.keys());
    if (newest > standing) return { ok: false, listId, version: newest };
  }
  // What is left was saved and is gone.
  const [gone] = proofs;
  if (gone === undefined) return { ok: true };
  const [listId, versions] = gone;
  return { ok: false, listId, version: Math.min(...versions.keys()) };
}

async function proofsOf(db: Reader): Promise<Map<string, Map<number, string>>> {
  const proofs = new Map<string, Map<number, string>>();
  for await (const after of listAfterStates(db)) {
    const found = (after as { proofs?: readonly ListProof[] } | null)?.proofs ?? [];
    for (const { listId, version, sha256 } of found) {
      const known = proofs.get(listId) ?? new Map<number, string>();
      proofs.set(listId, known.set(version, sha256));
    }
  }
  return proofs;
}
