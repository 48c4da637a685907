import { createHash } from 'node:crypto';
import type { Tables } from '../db/tables.ts';

/**
 * What the audit log keeps of one revision: the chain of the log then holds the revision, too, and
 * a figure that was changed by hand no longer fits.
 */
export interface Seal {
  readonly readingId: string;
  readonly version: number;
  /** Hex, over every column. */
  readonly sha256: string;
}

/**
 * The seal of a revision: SHA-256 of its columns and of its conditions in their order, each by name,
 * so that the order of columns in a table says nothing.
 */
export function sealOf(
  revision: Tables['readingRevisions'],
  conditions: readonly Tables['readingRevisionConditions'][],
): Seal {
  const { readingId, version } = revision;
  const inOrder = [...conditions].sort((a, b) => a.position - b.position);
  const sha256 = createHash('sha256')
    .update(JSON.stringify([byName(revision), ...inOrder.map(byName)]))
    .digest('hex');
  return { readingId, version, sha256 };
}

/** Columns that came later: left out while they say nothing, so that older seals still fit. */
const LATER: ReadonlySet<string> = new Set(['paper', 'figureYear', 'reasonCode']);

function byName(row: object): [string, unknown][] {
  return Object.entries(row)
    .filter(([name, value]) => value !== null || !LATER.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
