import { listAfterStates } from '../audit/states-store.ts';
import type { Reader } from '../db/transaction.ts';
import type { ReportSeal } from './revision-store.ts';
import { reportRevisions } from './verify-store.ts';

export type ReportsVerdict =
  | { readonly ok: true }
  /** The first revision that is missing, or not what was written. */
  | { readonly ok: false; readonly reportId: string; readonly version: number };

const keyOf = ({ reportId, version }: Pick<ReportSeal, 'reportId' | 'version'>) =>
  `${reportId} ${version}`;

/**
 * Compares every revision of every report on a measure with its hash in the audit log. The log itself
 * is verifyChain's.
 * @example await verifyReports(db) // { ok: true }
 */
export async function verifyReports(db: Reader): Promise<ReportsVerdict> {
  const seals = new Map<string, ReportSeal>();
  for await (const after of listAfterStates(db)) {
    const said = (after as { reportSeals?: readonly ReportSeal[] } | null)?.reportSeals ?? [];
    for (const seal of said) seals.set(keyOf(seal), seal);
  }
  for (const revision of await reportRevisions(db)) {
    const { reportId, version } = revision;
    if (seals.get(keyOf(revision))?.sha256 !== revision.sha256) {
      return { ok: false, reportId, version };
    }
    seals.delete(keyOf(revision));
  }
  // What is left was written and is gone.
  const [gone] = seals.values();
  return gone === undefined
    ? { ok: true }
    : { ok: false, reportId: gone.reportId, version: gone.version };
}
