import { filesFolder, tmpFolder } from '../data-folder.ts';
import type { Opened } from '../db/open.ts';
import { Transactions } from '../db/transaction.ts';
import { emptyFolder } from '../files/keep.ts';
import { verifyEvidence } from './verify-store.ts';

/**
 * What a start does about files: uploads that never ended are removed, and files that are missing or
 * cut short are marked, for health to say so. Their content is `cli verify`'s to check.
 */
export async function prepareEvidence(
  database: Opened,
  dataFolder: string,
  now: Date,
): Promise<void> {
  await emptyFolder(tmpFolder(dataFolder));
  await verifyEvidence(new Transactions(database.kysely), filesFolder(dataFolder), now, false);
}
