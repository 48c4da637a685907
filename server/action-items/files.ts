import { randomUUID } from 'node:crypto';
import { maySeeActionFiles } from '../../shared/action-rules.ts';
import { EVIDENCE_MOST } from '../../shared/evidence.ts';
import { Problem } from '../../shared/problems.ts';
import type { Transactions } from '../db/transaction.ts';
import { markDamaged, markRemoved } from '../evidence/store.ts';
import type { Accepted } from '../files/accept.ts';
import { openWhole } from '../files/keep.ts';
import type { Principal } from '../http/principal.ts';
import { type Acting, record, requireAction, requireStep } from './commands.ts';
import { type ActionFile, filesOf, findFile, insertFile } from './evidence-store.ts';

/**
 * Puts a kept file beside an action item. The item's version stays: a file beside it makes nobody's
 * words stale.
 * @throws Problem conflict when it is there already, invalid beyond the most files, and the refusals
 * of requireStep
 */
export async function addFile(
  acting: Acting,
  actionId: string,
  { upload, name, mediaType }: Accepted,
): Promise<ActionFile> {
  const { db, user, now } = acting;
  const action = await requireStep(db, user, 'attach', actionId);
  const others = await filesOf(db, actionId);
  if (others.some(({ sha256 }) => sha256 === upload.sha256)) throw new Problem('conflict');
  if (others.length >= EVIDENCE_MOST) {
    throw Problem.fields({ pointer: '/file', code: 'tooMany', values: { maximum: EVIDENCE_MOST } });
  }
  const { size, sha256 } = upload;
  const added = { userId: user.userId, name: user.name, at: now.toISOString() };
  const file = {
    actionId,
    id: randomUUID(),
    name,
    size,
    mediaType,
    sha256,
    added,
    damaged: false,
    removed: false,
  };
  await insertFile(db, file);
  await record(acting, 'attach', action, { text: name });
  return file;
}

/** @throws Problem notFound for a file of another item, and the refusals of requireStep */
export async function removeFile(
  acting: Acting,
  actionId: string,
  evidenceId: string,
): Promise<ActionFile> {
  const { db, user, now } = acting;
  const action = await requireStep(db, user, 'detach', actionId);
  const file = await findFile(db, actionId, evidenceId);
  if (file === null) throw new Problem('notFound');
  await markRemoved(db, evidenceId, { userId: user.userId, at: now.toISOString() });
  await record(acting, 'detach', action, { text: file.name });
  return file;
}

/**
 * Opens the bytes of a file for somebody who may. Damage that shows is written down.
 * @throws Problem notFound, evidenceMissing
 */
export async function openFile(
  transactions: Transactions,
  user: Principal,
  now: Date,
  filesFolder: string,
  { actionId, evidenceId }: { readonly actionId: string; readonly evidenceId: string },
) {
  const stored = await transactions.read(async (db) => {
    const action = await requireAction(db, actionId);
    const found = maySeeActionFiles(action, user) ? await findFile(db, actionId, evidenceId) : null;
    if (found === null) throw new Problem('notFound');
    return found;
  });
  const file = await openWhole(filesFolder, stored);
  if ((file === null) !== stored.damaged) {
    const at = file === null ? now.toISOString() : null;
    await transactions.write((db) => markDamaged(db, stored.sha256, at));
  }
  if (file === null) throw new Problem('evidenceMissing');
  return { stored, file };
}
