import { createReadStream } from 'node:fs';
import {
  type BackupFault,
  type BackupKind,
  type BackupRun,
  listBackups,
  startBackup,
  startDrill,
  takeBackup,
} from '../../shared/backups.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import { type Context, Download, type Host, serve } from '../http/serve.ts';
import type { Archive, BackupDesk } from './desk.ts';
import { finish, unrecorded } from './night.ts';
import {
  begunRun,
  findRun,
  isUnderWay,
  listRuns,
  newestArchive,
  saveRun,
  type StoredRun,
} from './store.ts';

/** The administrator's page of backups. */
export function backupRoutes(host: Host, desk: BackupDesk): void {
  serve(host, listBackups, async ({ db }) => ({
    items: (await listRuns(db)).map((run) => told(run, desk)),
    progress: desk.progress,
    nightlyHour: desk.settings.hour,
    secondFolder: desk.settings.secondFolder !== null,
    freeBytes: desk.freeBytes(),
    neededBytes: desk.neededBytes(),
  }));

  serve(host, startBackup, (context) => begin(host, desk, context, 'manual'));

  serve(host, startDrill, async (context) => {
    const archive = await newestArchive(context.db, context.now);
    if (archive === null) throw new Problem('notFound');
    return begin(host, desk, context, 'drill', archive);
  });

  serve(host, takeBackup, async ({ db, note }, { params }) => {
    note({ target: { type: 'backup', id: params.backupId } });
    const run = await findRun(db, params.backupId);
    const file = run === null ? null : desk.archiveOf(run);
    if (run === null || file === null) throw new Problem('notFound');
    note({ target: { type: 'backup', id: run.id }, after: { fileName: run.fileName } });
    return new Download(createReadStream(file), 'application/zip', run.fileName ?? 'backup.zip');
  });
}

async function begin(
  host: Host,
  desk: BackupDesk,
  { db, user, now, note }: Context<Writer>,
  kind: BackupKind,
  proved: Archive | null = null,
): Promise<BackupRun> {
  if (await isUnderWay(db)) throw new Problem('wrongState');
  const run = begunRun(kind, now, user?.userId ?? null);
  await saveRun(db, run);
  note({ target: { type: 'backup', id: run.id }, after: { kind } });
  // Not awaited: it takes a minute, and the one who asked watches its progress.
  setImmediate(() => {
    finish(host, desk, run, proved).catch((error: unknown) => unrecorded(host, error));
  });
  return told({ ...run, startedByName: user?.name ?? null }, desk);
}

function told(run: StoredRun, desk: BackupDesk): BackupRun {
  const { id, kind, startedAt, endedAt, outcome, fileName, size, sha256 } = run;
  const { damagedFiles, secondCopy, startedByName } = run;
  return {
    id,
    kind,
    startedAt,
    endedAt,
    outcome,
    fault: run.fault as BackupFault | null,
    fileName,
    size,
    sha256,
    damagedFiles,
    secondCopy,
    startedByName,
    kept: desk.archiveOf(run) !== null,
  };
}
