import { type ActionStep, refuseActionStep, stateAfter } from '../../shared/action-rules.ts';
import { Problem } from '../../shared/problems.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { Tables } from '../db/tables.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { appendRecord, findAction, standingOf, type StoredAction, updateAction } from './store.ts';

export interface Acting {
  readonly db: Writer;
  readonly user: Principal;
  readonly now: Date;
}

/** An action item before and after a step. */
export interface Taken {
  readonly before: StoredAction;
  readonly after: StoredAction;
}

/** @throws Problem notFound */
export async function requireAction(db: Reader, id: string, now: Date): Promise<StoredAction> {
  const action = await findAction(db, id, now);
  if (action === null) throw new Problem('notFound');
  return action;
}

/**
 * The item, if a person may take a step of it now.
 * @throws Problem notFound and what refuseActionStep refuses
 */
export async function requireStep(
  db: Reader,
  user: Principal,
  step: ActionStep,
  id: string,
  now: Date,
): Promise<StoredAction> {
  const action = await requireAction(db, id, now);
  const refusal = refuseActionStep(step, standingOf(action), user);
  if (refusal !== null) throw new Problem(refusal);
  return action;
}

/** What is said with a step. */
export interface Said {
  readonly text?: string;
  /** The day that is asked for. */
  readonly dueOn?: string;
}

/**
 * Takes a step and leaves its row.
 * @throws Problem notFound, forbidden, staleVersion, wrongState, ownEntry; invalid for a day asked
 * for that is not later than the one that stands
 */
export async function takeStep(
  { db, user, now }: Acting,
  step: ActionStep,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
  said: Said = {},
): Promise<Taken> {
  const before = await requireAction(db, id, now);
  const refusal = refuseActionStep(step, standingOf(before), user);
  if (refusal === 'forbidden') throw new Problem('forbidden');
  if (before.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: before.version });
  }
  if (refusal !== null) throw new Problem(refusal);
  if (step === 'askExtension' && (said.dueOn ?? '') <= before.dueOn) {
    throw Problem.fields({ pointer: '/dueOn', code: 'datesOutOfOrder' });
  }
  await updateAction(db, id, {
    ...changesOf(step, before, user, now, said),
    state: stateAfter(step, before, user.departmentId),
    version: before.version + 1,
  });
  await record({ db, user, now }, step, before, said);
  return { before, after: await requireAction(db, id, now) };
}

/** The row of a step. The committee acts for no department, whatever its people belong to. */
export async function record(
  { db, user, now }: Acting,
  step: ActionStep,
  { id, extension }: Pick<StoredAction, 'id' | 'extension'>,
  said: Said,
): Promise<void> {
  const answers = step === 'grantExtension' || step === 'refuseExtension';
  await appendRecord(db, id, {
    step,
    at: now.toISOString(),
    userId: user.userId,
    by: user.name,
    departmentId: OF_DEPARTMENTS.has(step) ? user.departmentId : null,
    text: said.text ?? '',
    dueOn: answers ? (extension?.dueOn ?? null) : (said.dueOn ?? null),
  });
}

const OF_DEPARTMENTS: ReadonlySet<ActionStep> = new Set([
  'receive',
  'note',
  'attach',
  'detach',
  'reattach',
  'askExtension',
  'report',
]);

const NO_EXTENSION = { extensionDueOn: null, extensionBy: null } as const;

/** What a step changes beside the state. */
function changesOf(
  step: ActionStep,
  { dueOn, extension }: StoredAction,
  { userId }: Principal,
  now: Date,
  said: Said,
): Partial<Tables['actionItems']> {
  switch (step) {
    case 'askExtension':
      return { extensionDueOn: said.dueOn ?? null, extensionBy: userId };
    case 'grantExtension':
      return { dueOn: extension?.dueOn ?? dueOn, ...NO_EXTENSION };
    case 'refuseExtension':
    case 'withdraw':
      return NO_EXTENSION;
    // What is done needs no more time.
    case 'report':
      return { reportedOn: dayInChina(now), reportedBy: userId, ...NO_EXTENSION };
    case 'sendBack':
      return { reportedOn: null, reportedBy: null };
    case 'receive':
    case 'note':
    case 'attach':
    case 'detach':
    case 'reattach':
    case 'verify':
    case 'close':
      return {};
  }
}
