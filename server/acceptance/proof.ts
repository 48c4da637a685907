import { canonicalJson, sha256Of } from '../db/canonical.ts';
import type { ItemRow } from './rows-store.ts';

/**
 * SHA-256 over every mark of an acceptance with its reason and its objection: the audit log keeps it
 * when the acceptance is concluded.
 * @example resultProof([{ itemId: 'a', marks: 9, reason: '', dispute: null, … }]) // '3f0c…'
 */
export function resultProof(items: readonly ItemRow[]): string {
  const said = items
    .map(({ itemId, selfMarks, selfWords, marks, reason, dispute }) => ({
      itemId,
      selfMarks,
      selfWords,
      marks,
      reason,
      dispute,
    }))
    .sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  return sha256Of(canonicalJson(said));
}
