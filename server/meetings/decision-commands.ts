import { randomUUID } from 'node:crypto';
import { decisionLacks, refuseMeetingPart } from '../../shared/meeting-rules.ts';
import type { DecisionChanges, NewDecision } from '../../shared/meetings.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import { dayInChina } from '../../shared/rounds.ts';
import {
  appendRecord,
  insertAction,
  nextActionNumber,
  updateAction,
} from '../action-items/store.ts';
import type { Reader } from '../db/transaction.ts';
import { type Acting, type Naming, refuse, requireAllowed, requireMeeting } from './commands.ts';
import {
  deleteDecision,
  findDecision,
  insertDecision,
  isAmendable,
  nameable,
  nextPosition,
  type StoredDecision,
  updateDecision,
} from './decision-store.ts';
import { agendaOf, type MeetingRow, moveStage } from './store.ts';

/** A decision before (null: it is new) and after a command, and its meeting. */
export interface Decided {
  readonly meeting: MeetingRow;
  readonly before: StoredDecision | null;
  readonly after: StoredDecision;
}

/** Takes a decision down. @throws Problem notFound, forbidden, wrongState, invalid */
export async function addDecision(
  { db, user, now }: Acting,
  meetingId: string,
  typed: NewDecision,
): Promise<Decided> {
  const meeting = await requireMeeting(db, meetingId);
  const refusal = refuseMeetingPart('decisions', meeting.state, user);
  if (refusal !== null) throw new Problem(refusal);
  const decision: StoredDecision = {
    id: randomUUID(),
    meetingId,
    ...typed,
    position: await nextPosition(db, meetingId),
    confirmedBy: null,
    confirmedAt: null,
    createdBy: user.userId,
    createdAt: now.toISOString(),
    version: 1,
    action: null,
  };
  refuse(await refuseDecision(db, meeting, decision));
  await insertDecision(db, decision, meeting.planId);
  return { meeting, before: null, after: await requireDecision(db, decision.id) };
}

/**
 * Mends a decision. One that is confirmed keeps what a confirmed one needs, and leaves a row.
 * @throws Problem notFound, forbidden, staleVersion, wrongState once a department signed for it,
 * invalid
 */
export async function changeDecision(
  { db, user, now }: Acting,
  naming: Naming,
  changes: DecisionChanges,
): Promise<Decided> {
  const { meeting, decision: before } = await requireOpen({ db, user }, naming);
  if (!isAmendable(before)) throw new Problem('wrongState');
  const { text = before.text, agendaItemId = before.agendaItemId } = changes;
  const { leadDepartmentId = before.leadDepartmentId, dueOn = before.dueOn } = changes;
  const { supportingDepartmentIds = before.supportingDepartmentIds } = changes;
  const { indicatorIds = before.indicatorIds, measureIds = before.measureIds } = changes;
  const after: StoredDecision = {
    ...before,
    text,
    agendaItemId,
    leadDepartmentId,
    supportingDepartmentIds,
    dueOn,
    indicatorIds,
    measureIds,
    version: before.version + 1,
  };
  refuse([
    ...(await refuseDecision(db, meeting, after)),
    ...(before.confirmedAt === null ? [] : lacksOf(after)),
  ]);
  await updateDecision(db, after, meeting.planId);
  if (before.action !== null) {
    const version = before.action.version + 1;
    await updateAction(db, before.id, { dueOn: after.dueOn ?? before.action.dueOn, version });
    await appendRecord(db, before.id, {
      step: 'amend',
      at: now.toISOString(),
      userId: user.userId,
      by: user.name,
      departmentId: null,
      text: after.text,
      dueOn: after.dueOn,
    });
  }
  return { meeting, before, after: await requireDecision(db, before.id) };
}

/** Drops a draft. @throws Problem notFound, forbidden, staleVersion, wrongState when confirmed */
export async function dropDecision(
  { db, user }: Pick<Acting, 'db' | 'user'>,
  naming: Naming,
): Promise<StoredDecision> {
  const { decision } = await requireOpen({ db, user }, naming);
  if (decision.confirmedAt !== null) throw new Problem('wrongState');
  await deleteDecision(db, decision.id);
  return decision;
}

/**
 * Confirms a decision: it becomes an action item of its departments and, while the meeting runs, the
 * slide on the wall.
 * @throws Problem notFound, forbidden, staleVersion, wrongState when it is confirmed already, invalid
 * for what it lacks
 */
export async function confirmDecision({ db, user, now }: Acting, naming: Naming): Promise<Decided> {
  const { meeting, decision: before } = await requireOpen({ db, user }, naming);
  if (before.confirmedAt !== null) throw new Problem('wrongState');
  refuse(lacksOf(before));
  const at = now.toISOString();
  const confirmed = { confirmedBy: user.userId, confirmedAt: at, version: before.version + 1 };
  await updateDecision(db, { ...before, ...confirmed }, meeting.planId);
  const year = Number(dayInChina(now).slice(0, 4));
  const dueOn = before.dueOn ?? meeting.heldOn;
  await insertAction(db, {
    decisionId: before.id,
    planId: meeting.planId,
    year,
    number: await nextActionNumber(db, meeting.planId, year),
    state: 'issued',
    dueOn,
    reportedOn: null,
    reportedBy: null,
    extensionDueOn: null,
    extensionBy: null,
    issuedAt: at,
    version: 1,
  });
  await appendRecord(db, before.id, {
    step: 'issue',
    at,
    userId: user.userId,
    by: user.name,
    departmentId: null,
    text: before.text,
    dueOn,
  });
  if (meeting.state === 'running') await moveStage(db, meeting.id, `decision:${before.id}`);
  return { meeting, before, after: await requireDecision(db, before.id) };
}

async function requireDecision(db: Reader, id: string): Promise<StoredDecision> {
  const decision = await findDecision(db, id);
  if (decision === null) throw new Problem('notFound');
  return decision;
}

async function requireOpen({ db, user }: Pick<Acting, 'db' | 'user'>, naming: Naming) {
  const decision = await requireDecision(db, naming.id);
  const meeting = await requireMeeting(db, decision.meetingId);
  requireAllowed([refuseMeetingPart('decisions', meeting.state, user)], decision, naming);
  return { meeting, decision };
}

type FieldIssue = Omit<Issue, 'in'>;

const lacksOf = (decision: StoredDecision): FieldIssue[] =>
  decisionLacks(decision).map((field) => ({ pointer: `/${field}`, code: 'required' }));

/** What a decision names must be there, and nothing is due before it was decided. */
async function refuseDecision(
  db: Reader,
  { id, planId, heldOn }: MeetingRow,
  decision: StoredDecision,
): Promise<FieldIssue[]> {
  const known = await nameable(db, planId);
  const items = new Set((await agendaOf(db, id)).map((item) => item.id));
  const { agendaItemId, leadDepartmentId, supportingDepartmentIds, dueOn } = decision;
  const unknown = (pointer: string): FieldIssue => ({ pointer, code: 'unknownReference' });
  const each = (name: string, ids: readonly string[], there: ReadonlySet<string>): FieldIssue[] =>
    ids.flatMap((one, at) => {
      const pointer = `/${name}/${at}`;
      if (!there.has(one)) return [unknown(pointer)];
      return ids.indexOf(one) === at ? [] : [{ pointer, code: 'taken' as const }];
    });
  const lead = leadDepartmentId;
  return [
    ...(agendaItemId === null || items.has(agendaItemId) ? [] : [unknown('/agendaItemId')]),
    ...(lead === null || known.departments.has(lead) ? [] : [unknown('/leadDepartmentId')]),
    ...each('supportingDepartmentIds', supportingDepartmentIds, known.departments),
    ...supportingDepartmentIds.flatMap((one, at) =>
      one === lead ? [{ pointer: `/supportingDepartmentIds/${at}`, code: 'taken' as const }] : [],
    ),
    ...each('indicatorIds', decision.indicatorIds, known.indicators),
    ...each('measureIds', decision.measureIds, known.measures),
    ...(dueOn !== null && dueOn < heldOn
      ? [{ pointer: '/dueOn', code: 'datesOutOfOrder' as const }]
      : []),
  ];
}
