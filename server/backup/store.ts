import type { BackupFault, BackupKind } from '../../shared/backups.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';

export type Run = Tables['backupRuns'];
/** With the name of who began it; null: the server itself. */
export type StoredRun = Run & { readonly startedByName: string | null };

const MOST_SHOWN = 100;

/** The newest runs first. */
export async function listRuns(db: Reader): Promise<StoredRun[]> {
  return db
    .selectFrom('backupRuns as r')
    .leftJoin('users as u', 'u.id', 'r.startedBy')
    .selectAll('r')
    .select('u.name as startedByName')
    .orderBy('r.startedAt', 'desc')
    .orderBy('r.id')
    .limit(MOST_SHOWN)
    .execute();
}

export async function findRun(db: Reader, id: string): Promise<StoredRun | null> {
  const row = await db
    .selectFrom('backupRuns as r')
    .leftJoin('users as u', 'u.id', 'r.startedBy')
    .selectAll('r')
    .select('u.name as startedByName')
    .where('r.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * When the last nightly backup was begun, whatever became of it; null: never. One that is dated later
 * than now was begun while the clock was ahead: by it, another would be due every minute.
 */
export async function lastNightly(db: Reader, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('backupRuns')
    .select('startedAt')
    .where('kind', '=', 'nightly')
    .where('startedAt', '<=', now.toISOString())
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : new Date(row.startedAt);
}

/** The newest archive that was made whole, by a clock that was not ahead; null: there is none. */
export async function newestArchive(
  db: Reader,
  now: Date,
): Promise<{ fileName: string; sha256: string | null } | null> {
  const row = await db
    .selectFrom('backupRuns')
    .select(['fileName', 'sha256'])
    .where('kind', '!=', 'drill')
    .where('outcome', 'in', ['ok', 'partial'])
    .where('startedAt', '<=', now.toISOString())
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { fileName = null, sha256 = null } = row ?? {};
  return fileName === null ? null : { fileName, sha256 };
}

/** What a run is when it begins. */
export function begunRun(kind: BackupKind, at: Date, startedBy: string | null): Run {
  return {
    id: crypto.randomUUID(),
    kind,
    startedAt: at.toISOString(),
    endedAt: null,
    outcome: null,
    fault: null,
    fileName: null,
    size: null,
    sha256: null,
    auditRows: null,
    damagedFiles: null,
    secondCopy: null,
    startedBy,
  };
}

export async function saveRun(db: Writer, run: Run): Promise<void> {
  await db
    .insertInto('backupRuns')
    .values(run)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(run))
    .execute();
}

/** Whether a run is under way: another one has to wait. */
export async function isUnderWay(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('backupRuns')
    .select('id')
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Runs that a stopping server left behind are over. */
export async function endInterrupted(db: Writer, at: Date): Promise<void> {
  const fault: BackupFault = 'interrupted';
  await db
    .updateTable('backupRuns')
    .set({ endedAt: at.toISOString(), outcome: 'failed', fault })
    .where('endedAt', 'is', null)
    .execute();
}
