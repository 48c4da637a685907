import type { Transactions } from '../db/transaction.ts';
import { isThere, isWhole, type KeptFile } from '../files/keep.ts';
import { keptFiles, markDamaged } from './store.ts';

/**
 * Looks at every kept file and writes down which are missing or changed, and which are whole again.
 * @param thorough hash them all; otherwise only whether they are there in their length
 * @returns the hash of the first that is damaged; null: none is
 */
export async function verifyEvidence(
  transactions: Transactions,
  filesFolder: string,
  now: Date,
  thorough: boolean,
): Promise<string | null> {
  const look = (file: KeptFile) => (thorough ? isWhole : isThere)(filesFolder, file);
  let first: string | null = null;
  for (const file of await transactions.read(keptFiles)) {
    const damaged = !(await look(file));
    if (damaged) first ??= file.sha256;
    // A short look does not take back what a thorough one found.
    if (damaged === file.damaged || (!damaged && !thorough)) continue;
    const at = damaged ? now.toISOString() : null;
    await transactions.write((db) => markDamaged(db, file.sha256, at));
  }
  return first;
}
