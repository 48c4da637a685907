import { randomUUID } from 'node:crypto';
import { filesFolder } from '../data-folder.ts';
import { anyDamaged } from '../evidence/store.ts';
import { verifyEvidence } from '../evidence/verify-store.ts';
import type { AuditEntry } from '../http/auditing.ts';
import type { Host } from '../http/serve.ts';
import type { Archive, BackupDesk } from './desk.ts';
import { isDue } from './retention.ts';
import { begunRun, endInterrupted, isUnderWay, lastNightly, saveRun, type Run } from './store.ts';

/** What it takes to write down what became of a run. */
export type Recorder = Pick<Host, 'transactions' | 'appendAudit' | 'now'>;
type Watcher = Recorder & Pick<Host, 'app'>;

/** A full disk: what became of the run cannot even be written down. */
export function unrecorded({ app }: Watcher, error: unknown): void {
  app.log.error({ err: error }, 'what became of a backup was not recorded');
}

/** Carries a run out and writes down what became of it. */
export async function finish(
  host: Recorder,
  desk: BackupDesk,
  run: Run,
  proved: Archive | null = null,
): Promise<Run> {
  const ended = await desk.carryOut(run, proved);
  await tellOfDamage(host, desk, ended);
  await host.transactions.write(async (db) => {
    await saveRun(db, ended);
    await host.appendAudit(db, auditOf(ended, host.now()));
  });
  return ended;
}

/** A backup reads every file: where it finds other damage than is known, health comes to know. */
async function tellOfDamage(host: Recorder, desk: BackupDesk, run: Run): Promise<void> {
  if (run.kind === 'drill' || run.damagedFiles === null) return;
  const known = await host.transactions.read(anyDamaged);
  if (known === run.damagedFiles > 0) return;
  const { folder } = desk.settings;
  await verifyEvidence(host.transactions, filesFolder(folder), host.now(), true);
}

function auditOf(run: Run, at: Date): AuditEntry {
  const { kind, outcome, fault, fileName, size, sha256, damagedFiles, secondCopy } = run;
  return {
    at,
    user: null,
    address: 'server',
    requestId: randomUUID(),
    action: kind === 'drill' ? 'drillBackup' : 'makeBackup',
    target: { type: 'backup', id: run.id },
    before: null,
    after: { kind, outcome, fault, fileName, size, sha256, damagedFiles, secondCopy },
    outcome: outcome === 'failed' ? 'internal' : 'ok',
  };
}

/** Writes down a backup that was made before there was a server (before a migration). */
export async function recordRun(host: Recorder, run: Run): Promise<void> {
  await host.transactions.write(async (db) => {
    await saveRun(db, run);
    await host.appendAudit(db, auditOf(run, host.now()));
  });
}

const LOOK_MS = 60_000;

/**
 * Makes the nightly backup when its hour has come, and once at the next look where the machine was
 * off then.
 * @returns stops looking
 */
export async function watchNight(host: Watcher, desk: BackupDesk): Promise<() => void> {
  desk.clearScratch();
  await host.transactions.write((db) => endInterrupted(db, host.now()));
  const look = async (): Promise<void> => {
    const { hour } = desk.settings;
    if (hour === null) return;
    const run = begunRun('nightly', host.now(), null);
    const begun = await host.transactions.write(async (db) => {
      const due =
        isDue(host.now(), hour, await lastNightly(db, host.now())) && !(await isUnderWay(db));
      if (due) await saveRun(db, run);
      return due;
    });
    if (begun) await finish(host, desk, run);
  };
  const timer = setInterval(() => {
    // A full disk fails this look; the next one tries again, and nobody is held up by either.
    look().catch((error: unknown) => unrecorded(host, error));
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
