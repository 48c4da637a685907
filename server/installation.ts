import { findInstallation, recordInstallation } from './accounts/installation-store.ts';
import { createSetupLink } from './accounts/setup-store.ts';
import { FolderRefused } from './data-folder.ts';
import { migrate } from './db/migrate.ts';
import type { Opened } from './db/open.ts';
import { Transactions } from './db/transaction.ts';
import { loadBuiltInPlan } from './seed/built-in-plan.ts';

export interface Installed {
  /** The one-time token for the first administrator; null once the set-up is done. */
  readonly setupToken: string | null;
}

/**
 * What every start does before it listens: schema, built-in plan, and a fresh set-up link as long as
 * nobody has used one.
 * @param illustrative whether this start is the demo's; a folder is one or the other for ever
 * @throws MigrationRefused, FolderRefused
 */
export async function prepareInstallation(
  database: Opened,
  { now, illustrative }: { readonly now: () => Date; readonly illustrative: boolean },
): Promise<Installed> {
  migrate(database.connection);
  const transactions = new Transactions(database.kysely);
  return transactions.write(async (db) => {
    await recordInstallation(db, illustrative, now());
    const installation = await findInstallation(db);
    if (illustrative && !installation.illustrative) {
      throw new FolderRefused(
        '这个目录里是真实数据，不能用作演示。\n' +
          'This folder holds real data and cannot become a demo.',
      );
    }
    await loadBuiltInPlan(db, now());
    const waiting = installation.profile === null;
    return { setupToken: waiting ? await createSetupLink(db, now()) : null };
  });
}
