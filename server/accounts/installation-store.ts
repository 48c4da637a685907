import type { Profile } from '../../shared/accounts.ts';
import type { Reader, Writer } from '../db/transaction.ts';

const THE_ONE = 1;

export interface Installation {
  /** null until the set-up page was answered. */
  readonly profile: Profile | null;
  /** Everything in this folder is made up to show the product. */
  readonly illustrative: boolean;
  /** The three administrators must have a second factor. */
  readonly demandsSecondFactor: boolean;
}

/** How this installation is run. Before the first start it is nothing yet. */
export async function findInstallation(db: Reader): Promise<Installation> {
  const row = await db
    .selectFrom('installation')
    .select(['profile', 'illustrative', 'demandsSecondFactor'])
    .where('id', '=', THE_ONE)
    .executeTakeFirst();
  return {
    profile: row?.profile ?? null,
    illustrative: row?.illustrative === 1,
    demandsSecondFactor: row?.demandsSecondFactor === 1,
  };
}

/** Makes the one row at the first start; later starts change nothing. */
export async function recordInstallation(
  db: Writer,
  illustrative: boolean,
  now: Date,
): Promise<void> {
  await db
    .insertInto('installation')
    .values({
      id: THE_ONE,
      profile: null,
      illustrative: illustrative ? 1 : 0,
      demandsSecondFactor: 0,
      createdAt: now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Chooses the profile: the set-up is done with this. */
export async function chooseProfile(db: Writer, profile: Profile, now: Date): Promise<void> {
  await recordInstallation(db, false, now);
  await db.updateTable('installation').set({ profile }).where('id', '=', THE_ONE).execute();
}

export async function demandSecondFactor(db: Writer, demanded: boolean): Promise<void> {
  await db
    .updateTable('installation')
    .set({ demandsSecondFactor: demanded ? 1 : 0 })
    .where('id', '=', THE_ONE)
    .execute();
}
