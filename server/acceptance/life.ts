import {
  type AcceptanceRefusal,
  type AcceptanceStep,
  acceptanceStateAfter,
  refuseAcceptanceStep,
  refuseReason,
  refuseSelfStep,
  type SelfStep,
  selfStateAfter,
} from '../../shared/acceptance-life.ts';
import { Problem } from '../../shared/problems.ts';
import type { Reader } from '../db/transaction.ts';
import type { Acting } from './commands.ts';
import {
  appendRecord,
  type RecordRow,
  updateDepartment,
  updateItem,
  updateRow,
} from './rows-store.ts';
import { findAcceptance, type WholeAcceptance, type WholeDepartment } from './whole-store.ts';

/** @throws Problem notFound */
export async function requireWhole(db: Reader, id: string, now: Date): Promise<WholeAcceptance> {
  const whole = await findAcceptance(db, id, now);
  if (whole === null) throw new Problem('notFound');
  return whole;
}

/** Who may not is told so before the version is looked at, and where it stands only after. */
export function requireStep(
  refusal: AcceptanceRefusal | null,
  { version }: { readonly version: number },
  expectedVersion: number,
): void {
  if (refusal === 'forbidden' || refusal === 'ownEntry' || refusal === 'ownDepartment') {
    throw new Problem(refusal);
  }
  if (version !== expectedVersion) throw new Problem('staleVersion', { currentVersion: version });
  if (refusal !== null) throw new Problem(refusal);
}

/** A row of the journal by the one who acts. */
export async function record(
  { db, user, now }: Acting,
  acceptanceId: string,
  said: Pick<RecordRow, 'step'> & Partial<RecordRow>,
): Promise<void> {
  await appendRecord(db, {
    departmentId: null,
    itemId: null,
    text: '',
    marks: null,
    evidenceId: null,
    ...said,
    acceptanceId,
    at: now.toISOString(),
    byUser: user.userId,
    byName: user.name,
  });
}

/**
 * Takes a step with a whole acceptance. Whoever has not handed in when verification begins is absent
 * from it, for a reason that is kept.
 * @throws Problem notFound, forbidden, ownEntry, staleVersion, wrongState, acceptanceNotReady, invalid
 */
export async function takeAcceptanceStep(
  acting: Acting,
  step: AcceptanceStep,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
  reason = '',
): Promise<{ readonly before: WholeAcceptance; readonly after: WholeAcceptance }> {
  const { db, user, now } = acting;
  const before = await requireWhole(db, id, now);
  requireStep(refuseAcceptanceStep(step, before.standing, user), before.row, expectedVersion);
  const needsReason =
    step === 'withdraw' || (step === 'beginVerification' && before.standing.atDepartments > 0);
  const issues = needsReason ? refuseReason(reason) : [];
  if (issues.length > 0) throw Problem.fields(...issues);
  if (step === 'beginVerification') {
    for (const { row } of before.departments) {
      if (row.state === 'handedIn') continue;
      await updateDepartment(db, { ...row, state: 'absent', version: row.version + 1 });
    }
  }
  const version = before.row.version + 1;
  // Before the state: a settled acceptance takes no more rows.
  await record(acting, id, {
    step,
    text: needsReason ? reason : '',
    marks: step === 'conclude' ? before.verified.total.low : null,
  });
  await updateRow(db, { id, state: acceptanceStateAfter(step), version });
  return { before, after: await requireWhole(db, id, now) };
}

/**
 * Takes a step with a department's self-assessment. What comes back from the assessors loses the marks
 * that they had given: it will be another one when it returns.
 * @throws Problem notFound, forbidden, ownEntry, ownDepartment, staleVersion, wrongState,
 * acceptanceNotReady, invalid
 */
export async function takeSelfStep(
  acting: Acting,
  step: SelfStep,
  at: {
    readonly acceptanceId: string;
    readonly departmentId: string;
    readonly expectedVersion: number;
  },
  reason = '',
): Promise<{ readonly before: WholeDepartment; readonly after: WholeAcceptance }> {
  const { db, user, now } = acting;
  const { acceptanceId, departmentId } = at;
  const whole = await requireWhole(db, acceptanceId, now);
  const before = requireDepartment(whole, departmentId);
  requireStep(refuseSelfStep(step, before.standing, user), before.row, at.expectedVersion);
  if (step === 'sendBack') {
    const issues = refuseReason(reason);
    if (issues.length > 0) throw Problem.fields(...issues);
    for (const { row } of before.items) {
      if (row.marks === null) continue;
      await updateItem(db, { ...row, marks: null, reason: '', version: row.version + 1 });
    }
  }
  const state = selfStateAfter(step);
  await updateDepartment(db, { ...before.row, state, version: before.row.version + 1 });
  await record(acting, acceptanceId, { step, departmentId, text: reason });
  return { before, after: await requireWhole(db, acceptanceId, now) };
}

/** @throws Problem notFound */
export function requireDepartment(whole: WholeAcceptance, departmentId: string): WholeDepartment {
  const found = whole.departments.find(({ row }) => row.departmentId === departmentId);
  if (found === undefined) throw new Problem('notFound');
  return found;
}
