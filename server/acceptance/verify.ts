import { listAfterStates } from '../audit/states-store.ts';
import { sha256Of } from '../db/canonical.ts';
import type { Reader } from '../db/transaction.ts';
import { resultProof } from './proof.ts';
import { findRows, listRows } from './rows-store.ts';

export type AcceptancesVerdict =
  | { readonly ok: true }
  /** `basis`: it judges by other figures than were fixed; `result`: it was concluded otherwise. */
  | {
      readonly ok: false;
      readonly planId: string;
      readonly year: number;
      readonly place: 'basis' | 'result';
    };

/** What the audit log knows of an acceptance. */
interface Seen {
  readonly acceptanceId?: string;
  readonly basisSha256?: string;
  readonly resultSha256?: string;
}

/**
 * Compares every acceptance with the audit log: the figures that were fixed when it was opened, and
 * every mark as it was concluded.
 * @example await verifyAcceptances(db) // { ok: true }
 */
export async function verifyAcceptances(db: Reader): Promise<AcceptancesVerdict> {
  const bases = await seenOf(db, 'openAcceptance', ({ basisSha256 }) => basisSha256);
  const results = await seenOf(db, 'concludeAcceptance', ({ resultSha256 }) => resultSha256);
  for (const { id, planId, year, state } of await listRows(db, {})) {
    const rows = await findRows(db, id);
    const basis = rows === null ? undefined : sha256Of(rows.row.basis);
    if (basis !== bases.get(id)) return { ok: false, planId, year, place: 'basis' };
    const concluded = state === 'concluded' ? resultProof(rows?.items ?? []) : undefined;
    if (concluded !== results.get(id)) return { ok: false, planId, year, place: 'result' };
  }
  return { ok: true };
}

async function seenOf(
  db: Reader,
  action: string,
  proof: (seen: Seen) => string | undefined,
): Promise<Map<string, string | undefined>> {
  const found = new Map<string, string | undefined>();
  for await (const after of listAfterStates(db, action)) {
    const seen = after as Seen;
    if (seen.acceptanceId !== undefined) found.set(seen.acceptanceId, proof(seen));
  }
  return found;
}
