import { findInstallation, recordInstallation } from './accounts/installation-store.ts';
import { createSetupLink } from './accounts/setup-store.ts';
import { appendAudit } from './audit/store.ts';
import { recordRun } from './backup/night.ts';
import { backUpBeforeUpgrade } from './backup/upgrade.ts';
import { FolderRefused } from './data-folder.ts';
import { migrate, needsUpgrade } from './db/migrate.ts';
import type { Opened } from './db/open.ts';
import { Transactions } from './db/transaction.ts';
import { loadBuiltInPlan } from './seed/built-in-plan.ts';

export interface Installed {
  /** The one-time token for the first administrator; null once the set-up is done. */
  readonly setupToken: string | null;
}

interface Start {
  readonly now: () => Date;
  readonly illustrative: boolean;
  readonly folder?: string | null;
}

/**
 * What every start does before it listens: schema, built-in plan, and a fresh set-up link as long as
 * nobody has used one.
 * @param illustrative whether this start is the demo's; a folder is one or the other for ever
 * @param folder where an older database is backed up before it is changed; null: it is not (in memory)
 * @throws MigrationRefused, FolderRefused, BackupRefused when that backup could not be made
 */
export async function prepareInstallation(
  database: Opened,
  { now, illustrative, folder = null }: Start,
): Promise<Installed> {
  const saved =
    folder !== null && needsUpgrade(database.connection)
      ? await backUpBeforeUpgrade(folder, now)
      : null;
  migrate(database.connection);
  const transactions = new Transactions(database.kysely);
  if (saved !== null) await recordRun({ transactions, appendAudit, now }, saved);
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
