import { createHash } from 'node:crypto';
import type { ListEntry } from '../../shared/lists.ts';

/**
 * What the audit log keeps of one version of a list: the chain of the log then holds its entries, too,
 * and one that was changed by hand no longer fits.
 */
export interface ListProof {
  readonly listId: string;
  readonly version: number;
  /** Hex, over the entries in their order. */
  readonly sha256: string;
}

/** @example proofOf('l1', 2, [{ name: '甲', … }]).sha256 // 64 hexadecimal digits */
export function proofOf(listId: string, version: number, entries: readonly ListEntry[]): ListProof {
  const said = entries.map(
    ({ name, documentNumber, recognisedOn, quantity, baseline, evidenceId }) => [
      name,
      documentNumber,
      recognisedOn,
      quantity,
      baseline,
      evidenceId,
    ],
  );
  const sha256 = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { listId, version, sha256 };
}
