import { programVersion } from '../program.ts';
import { BackupRefused } from './backup-refused.ts';
import { BackupDesk } from './desk.ts';
import { begunRun, type Run } from './store.ts';

/**
 * Saves a data folder before a migration changes its database.
 * @returns the run, to be written down once there is a table for it
 * @throws BackupRefused: then nothing may be changed
 */
export async function backUpBeforeUpgrade(folder: string, now: () => Date): Promise<Run> {
  const settings = { folder, secondFolder: null, hour: null, version: programVersion(), now };
  const run = await new BackupDesk(settings).carryOut(begunRun('upgrade', now(), null));
  if (run.outcome !== 'failed') return run;
  throw new BackupRefused(
    run.fault === 'diskFull' ? 'diskFull' : 'failed',
    '升级前的备份 the backup before the upgrade',
  );
}
