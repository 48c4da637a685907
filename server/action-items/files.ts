import { maySeeActionFiles } from '../../shared/action-rules.ts';
import { Problem } from '../../shared/problems.ts';
import type { Transactions } from '../db/transaction.ts';
import {
  openFound,
  putBeside,
  requireBeside,
  setRemoved,
  type ShelvedFile,
} from '../evidence/shelf-store.ts';
import type { Accepted } from '../files/accept.ts';
import type { Principal } from '../http/principal.ts';
import { type Acting, record, requireAction, requireStep } from './commands.ts';

interface Named {
  readonly actionId: string;
  readonly evidenceId: string;
}

/**
 * Puts a kept file beside an action item. The item's version stays: a file beside it makes nobody's
 * words stale.
 * @throws Problem the refusals of putBeside and requireStep
 */
export async function addFile(
  acting: Acting,
  actionId: string,
  accepted: Accepted,
): Promise<ShelvedFile> {
  const action = await requireStep(acting.db, acting.user, 'attach', actionId, acting.now);
  const file = await putBeside(acting, 'action', actionId, accepted);
  await record(acting, 'attach', action, { text: file.name });
  return file;
}

/**
 * Takes a file away from an action item, or puts it back.
 * @throws Problem the refusals of setRemoved and requireStep
 */
export async function moveFile(
  acting: Acting,
  { actionId, evidenceId }: Named,
  step: 'detach' | 'reattach',
): Promise<ShelvedFile> {
  const action = await requireStep(acting.db, acting.user, step, actionId, acting.now);
  const place = { besideId: actionId, evidenceId };
  const file = await setRemoved(acting, 'action', place, step === 'detach');
  await record(acting, step, action, { text: file.name });
  return file;
}

/** Opens the bytes of a file for somebody who may. @throws Problem notFound, evidenceMissing */
export function openFile(
  transactions: Transactions,
  user: Principal,
  now: Date,
  filesFolder: string,
  { actionId, evidenceId }: Named,
) {
  return openFound(transactions, now, filesFolder, async (db) => {
    const action = await requireAction(db, actionId, now);
    if (!maySeeActionFiles(action, user)) throw new Problem('notFound');
    return requireBeside(db, 'action', { besideId: actionId, evidenceId });
  });
}
