import { Worker } from 'node:worker_threads';
import type { BackupFault } from '../../shared/backups.ts';
import { asBackupRefused, BackupRefused } from './backup-refused.ts';
import type { ArchiveMade } from './make-archive.ts';

export type Task =
  | {
      readonly kind: 'make';
      readonly folder: string;
      readonly file: string;
      readonly now: string;
      readonly version: string;
    }
  /** `sha256`: what the archive had when it was made; null: nobody wrote it down. */
  | { readonly kind: 'prove'; readonly file: string; readonly sha256: string | null };

export type Reply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'made'; readonly made: ArchiveMade }
  | { readonly kind: 'proved' }
  | { readonly kind: 'refused'; readonly fault: BackupFault; readonly what: string };

/**
 * Does a task in a thread of its own.
 * @returns what was made; null: a drill, which makes nothing
 * @throws BackupRefused
 */
export function inThread(
  task: Task,
  onProgress: (share: number) => void,
): Promise<ArchiveMade | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'progress') onProgress(reply.share);
      else if (reply.kind === 'refused') reject(new BackupRefused(reply.fault, reply.what));
      else resolve(reply.kind === 'made' ? reply.made : null);
    });
    worker.on('error', (error) => reject(asBackupRefused(error)));
    worker.on('exit', (code) => reject(new BackupRefused('failed', `thread ended with ${code}`)));
  });
}
