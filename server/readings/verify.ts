import { listAfterStates } from '../audit/states-store.ts';
import type { ReturnReason } from '../../shared/workflow.ts';
import type { Reader } from '../db/transaction.ts';
import { listStored } from './list-store.ts';
import { revisionRows } from './revision-store.ts';
import { type Seal, sealOf } from './seal.ts';
import type { StoredReading } from './stored-reading.ts';
import { planIds, type StoredRevision, storedRevisions } from './verify-store.ts';

export type ReadingsVerdict =
  | { readonly ok: true }
  /** The first revision that is missing, or not what was written. */
  | { readonly ok: false; readonly readingId: string; readonly version: number }
  /** The first reading that does not stand as its newest revision says. */
  | { readonly ok: false; readonly readingId: string; readonly version: null };

const keyOf = ({ readingId, version }: Pick<Seal, 'readingId' | 'version'>) =>
  `${readingId} ${version}`;

/**
 * Compares every revision with its seal in the audit log, and every reading (its components too)
 * with its newest revision. The log itself is verifyChain's.
 * @example await verifyReadings(db) // { ok: true }
 */
export async function verifyReadings(db: Reader): Promise<ReadingsVerdict> {
  const seals = await sealsOf(db);
  for (const planId of await planIds(db)) {
    const newest = new Map<string, StoredRevision>();
    for (const stored of await storedRevisions(db, planId)) {
      const { revision, conditions } = stored;
      const { readingId, version, sha256 } = sealOf(revision, conditions);
      if (seals.get(keyOf(revision)) !== sha256) return { ok: false, readingId, version };
      seals.delete(keyOf(revision));
      newest.set(readingId, stored);
    }
    for (const reading of await listStored(db, { planId })) {
      const last = newest.get(reading.id);
      if (last === undefined || !standsAs(reading, last)) {
        return { ok: false, readingId: reading.id, version: null };
      }
    }
  }
  // What is left was sealed and is gone.
  const [gone] = seals.keys();
  if (gone === undefined) return { ok: true };
  const at = gone.lastIndexOf(' ');
  return { ok: false, readingId: gone.slice(0, at), version: Number(gone.slice(at + 1)) };
}

/** Whether a reading, told again by the author of its newest revision, is that revision. */
function standsAs(reading: StoredReading, { revision, conditions }: StoredRevision): boolean {
  const { action, at, byUser: userId, byName: name, byDepartment: departmentId } = revision;
  const by = { userId, name, departmentId };
  const told = revisionRows(reading, {
    action,
    by,
    at,
    ...(revision.reason === null ? {} : { reason: revision.reason }),
    ...(revision.reasonCode === null ? {} : { reasonCode: revision.reasonCode as ReturnReason }),
  });
  return sealOf(told.revision, told.conditions).sha256 === sealOf(revision, conditions).sha256;
}

/** The hash of each revision by its key, and nothing else: ten years of 2,700 plans have two million. */
async function sealsOf(db: Reader): Promise<Map<string, string>> {
  const seals = new Map<string, string>();
  // Whatever was acted on (a reading, a sheet, a whole round), the row holds the seals of all it wrote.
  for await (const after of listAfterStates(db)) {
    for (const seal of (after as { seals?: readonly Seal[] } | null)?.seals ?? []) {
      seals.set(keyOf(seal), seal.sha256);
    }
  }
  return seals;
}
