import {
  type DisputeAnswer,
  type ItemStep,
  refuseItemStep,
  refuseOwnMark,
  refuseReason,
  refuseVerifiedMark,
} from '../../shared/acceptance-life.ts';
import { Problem } from '../../shared/problems.ts';
import type { FieldIssue } from '../../shared/reading-rules.ts';
import type { Reader } from '../db/transaction.ts';
import { findShelved, putBeside, setRemoved, type ShelvedFile } from '../evidence/shelf-store.ts';
import type { Accepted } from '../files/accept.ts';
import type { Principal } from '../http/principal.ts';
import type { Acting } from './commands.ts';
import { record, requireStep, requireWhole } from './life.ts';
import { addTypist, type ItemRow, updateItem } from './rows-store.ts';
import { purposeOf, type WholeAcceptance, type WholeItem } from './whole-store.ts';

/** An item that somebody changes, as long as nobody changed it since. */
export interface ItemNaming {
  readonly acceptanceId: string;
  readonly itemId: string;
  readonly expectedVersion: number;
}

export interface ItemChange {
  readonly before: WholeItem;
  readonly after: WholeAcceptance;
}

/** @throws Problem notFound */
export function requireItem({ items }: WholeAcceptance, itemId: string): WholeItem {
  const found = items.find(({ sheet }) => sheet.id === itemId);
  if (found === undefined) throw new Problem('notFound');
  return found;
}

async function begin(
  { db, user, now }: Acting,
  step: ItemStep,
  { acceptanceId, itemId, expectedVersion }: ItemNaming,
): Promise<WholeItem> {
  const item = requireItem(await requireWhole(db, acceptanceId, now), itemId);
  requireStep(refuseItemStep(step, item.standing, user), item.row, expectedVersion);
  return item;
}

async function save(
  { db, now }: Acting,
  before: WholeItem,
  changes: Partial<ItemRow>,
): Promise<ItemChange> {
  const { row } = before;
  await updateItem(db, { ...row, ...changes, version: row.version + 1 });
  return { before, after: await requireWhole(db, row.acceptanceId, now) };
}

function insist(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw Problem.fields(...issues);
}

/** @throws Problem notFound, forbidden, staleVersion, wrongState, invalid */
export async function assessItem(
  acting: Acting,
  naming: ItemNaming,
  { marks, words }: { readonly marks: number | null; readonly words: string },
): Promise<ItemChange> {
  const item = await begin(acting, 'assess', naming);
  insist(refuseOwnMark(item.marks, marks));
  const { acceptanceId, departmentId } = item.row;
  if (departmentId !== null) {
    await addTypist(acting.db, { acceptanceId, departmentId, userId: acting.user.userId });
  }
  return save(acting, item, { selfMarks: marks, selfWords: words });
}

/** @throws Problem notFound, forbidden, ownEntry, ownDepartment, staleVersion, wrongState, invalid */
export async function verifyItem(
  acting: Acting,
  naming: ItemNaming,
  { marks, reason }: { readonly marks: number; readonly reason: string },
): Promise<ItemChange> {
  const item = await begin(acting, 'verify', naming);
  insist(refuseVerifiedMark(item.marks, marks, reason));
  await record(acting, naming.acceptanceId, {
    ...about(item),
    step: 'verify',
    text: reason,
    marks,
  });
  return save(acting, item, { marks, reason });
}

const about = ({ row: { departmentId, itemId } }: WholeItem) => ({ departmentId, itemId });

/** @throws Problem notFound, forbidden, staleVersion, wrongState, invalid */
export async function disputeItem(
  acting: Acting,
  naming: ItemNaming,
  reason: string,
): Promise<ItemChange> {
  const item = await begin(acting, 'dispute', naming);
  insist(refuseReason(reason));
  const { marks } = item.row;
  await record(acting, naming.acceptanceId, {
    ...about(item),
    step: 'dispute',
    text: reason,
    marks,
  });
  return save(acting, item, { dispute: 'open' });
}

/** @throws Problem notFound, forbidden, staleVersion, wrongState */
export async function withdrawDispute(acting: Acting, naming: ItemNaming): Promise<ItemChange> {
  const item = await begin(acting, 'withdrawDispute', naming);
  await record(acting, naming.acceptanceId, { ...about(item), step: 'withdrawDispute' });
  return save(acting, item, { dispute: null });
}

/**
 * The mark stands, or is another from now on. Its reason then is that of the answer.
 * @throws Problem notFound, forbidden, ownDepartment, staleVersion, wrongState, invalid
 */
export async function answerDispute(
  acting: Acting,
  naming: ItemNaming,
  said: {
    readonly answer: DisputeAnswer;
    readonly marks: number | null;
    readonly reason: string;
  },
): Promise<ItemChange> {
  const item = await begin(acting, 'answer', naming);
  const { answer, reason } = said;
  const standing = item.row.marks ?? 0;
  insist(refuseAnswer(item, said, standing));
  const marks = answer === 'changed' ? (said.marks ?? standing) : standing;
  await record(acting, naming.acceptanceId, {
    ...about(item),
    step: 'answer',
    text: reason,
    marks,
  });
  const changed = answer === 'changed' ? { marks, reason } : {};
  return save(acting, item, { dispute: answer, ...changed });
}

function refuseAnswer(
  item: WholeItem,
  { answer, marks, reason }: Parameters<typeof answerDispute>[2],
  standing: number,
): FieldIssue[] {
  if (answer === 'upheld') {
    return marks === null ? refuseReason(reason) : [{ pointer: '/marks', code: 'notAllowed' }];
  }
  if (marks === null) return [{ pointer: '/marks', code: 'required' }];
  if (marks === standing) return [{ pointer: '/marks', code: 'unchanged' }];
  const issues = refuseVerifiedMark(item.marks, marks, reason);
  return issues.length > 0 ? issues : refuseReason(reason);
}

/** An item whose files somebody may move now. @throws Problem notFound, forbidden, wrongState */
export async function requireAttachable(
  db: Reader,
  user: Principal,
  now: Date,
  { acceptanceId, itemId }: Pick<ItemNaming, 'acceptanceId' | 'itemId'>,
): Promise<WholeItem> {
  const item = requireItem(await requireWhole(db, acceptanceId, now), itemId);
  const refusal = refuseItemStep('attach', item.standing, user);
  if (refusal !== null) throw new Problem(refusal);
  return item;
}

/** An item after something happened to one of its files. */
export interface FileChange {
  readonly item: WholeItem;
  readonly file: ShelvedFile;
}

/** @throws Problem what requireAttachable and putBeside refuse */
export async function addFile(
  acting: Acting,
  naming: Pick<ItemNaming, 'acceptanceId' | 'itemId'>,
  accepted: Accepted,
): Promise<FileChange> {
  const { db, user, now } = acting;
  const { acceptanceId, itemId } = naming;
  const item = await requireAttachable(db, user, now, naming);
  const file = await putBeside(acting, 'acceptanceItem', item.row.id, accepted);
  const said = { text: file.name, evidenceId: file.id };
  await record(acting, acceptanceId, { ...about(item), step: 'attach', ...said });
  return { item: requireItem(await requireWhole(db, acceptanceId, now), itemId), file };
}

/** Takes a file away, or puts it back. @throws Problem what requireAttachable and setRemoved refuse */
export async function moveFile(
  acting: Acting,
  { acceptanceId, evidenceId }: { readonly acceptanceId: string; readonly evidenceId: string },
  step: 'detach' | 'reattach',
): Promise<FileChange> {
  const { db, user, now } = acting;
  const whole = await requireWhole(db, acceptanceId, now);
  const { row } = await itemOfFile(db, whole, evidenceId);
  const item = await requireAttachable(db, user, now, { acceptanceId, itemId: row.itemId });
  // What the assessors marked by stays: an objection moves its own files only.
  const objects = purposeOf(whole.records, evidenceId) === 'dispute';
  if (objects !== (whole.row.state === 'disputes')) {
    throw new Problem('wrongState');
  }
  const place = { besideId: item.row.id, evidenceId };
  const file = await setRemoved(acting, 'acceptanceItem', place, step === 'detach');
  await record(acting, acceptanceId, { ...about(item), step, text: file.name, evidenceId });
  const after = await requireWhole(db, acceptanceId, now);
  return { item: requireItem(after, row.itemId), file };
}

/** The item that a file lies beside, taken away or not. @throws Problem notFound */
export async function itemOfFile(
  db: Reader,
  { items }: WholeAcceptance,
  evidenceId: string,
): Promise<WholeItem> {
  const file = await findShelved(db, 'acceptanceItem', evidenceId);
  const item = items.find(({ row }) => row.id === file?.besideId);
  if (item === undefined) throw new Problem('notFound');
  return item;
}
