import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { asBackupRefused, BackupRefused } from './backup-refused.ts';
import type { Reply, Task } from './task.ts';
import { hashOf } from './inspect.ts';
import { makeArchive } from './make-archive.ts';
import { proveArchive } from './restore-archive.ts';

/** A thread of its own: copying and proving a large database would hold up everybody else. */
const task = workerData as Task;
const say = (reply: Reply): void => parentPort?.postMessage(reply);
const onProgress = (share: number): void => say({ kind: 'progress', share });

try {
  if (task.kind === 'make') {
    const now = new Date(task.now);
    say({ kind: 'made', made: await makeArchive({ ...task, now, onProgress }) });
  } else {
    const scratch = mkdtempSync(join(dirname(task.file), '.drill-'));
    try {
      const { file, sha256 } = task;
      // A changed bit that happens to unpack to the same contents is still a disk that forgets.
      if (sha256 !== null && (await hashOf(file)) !== sha256) {
        throw new BackupRefused('archiveDamaged', file);
      }
      await proveArchive(file, scratch, onProgress);
      say({ kind: 'proved' });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
} catch (error) {
  const { fault, what } = asBackupRefused(error);
  say({ kind: 'refused', fault, what });
}
