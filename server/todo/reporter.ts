import { isMissing } from '../../shared/round-rules.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { mayEdit, needsSignature, openSteps } from '../../shared/workflow.ts';
import { listStored } from '../readings/list-store.ts';
import { type Asking, byYear, type Desk, indicatorOf, leadOf } from './desk.ts';
import { issuing } from './issuing.ts';
import { headReports, reporterReports } from './reports.ts';
import { refusedCorrections } from './store.ts';

const TWO_WEEKS_MS = 14 * 86_400_000;

/** What a reporter must do: mend what came back, hand in what is owed. */
export async function reporterItems(asking: Asking, desk: Desk): Promise<TodoItem[]> {
  const { departmentId } = asking.user;
  if (departmentId === null) return [];
  return [
    ...(await mending(asking, desk)),
    ...handingIn(desk, departmentId),
    ...(await reporterReports(asking, desk)),
    ...(await paperDrafts(asking, desk)),
    ...(await refusals(asking, desk)),
  ];
}

async function mending({ db, user }: Asking, desk: Desk): Promise<TodoItem[]> {
  const returned = await listStored(db, { status: 'returned' });
  const own = returned.filter((reading) =>
    mayEdit({ ...reading, round: desk.stateOf(reading.planId, reading.year) }, user),
  );
  return own.map(({ id, planId, year, indicatorId, returned: back, changed }) => ({
    code: 'mend',
    planId,
    year,
    ...indicatorOf(desk, planId, indicatorId),
    readingId: id,
    reason: back?.reason ?? '',
    reasonCode: back?.reasonCode ?? null,
    by: back?.name ?? '',
    at: back?.at ?? changed.at,
  }));
}

function handingIn(desk: Desk, departmentId: string): TodoItem[] {
  return desk.rounds
    .filter(({ state }) => state === 'open')
    .map(({ planId, year, dueOn, daysLeft, duties }): TodoItem & { code: 'handIn' } => {
      const owed = duties.filter((duty) => duty.departmentId === departmentId);
      const missing = owed.filter(isMissing);
      return {
        code: 'handIn',
        planId,
        year,
        dueOn,
        daysLeft,
        owed: owed.length,
        left: missing.length,
        drafts: missing.filter(({ state }) => state === 'draft').length,
      };
    })
    .filter(({ left }) => left > 0);
}

async function paperDrafts({ db, user }: Asking, desk: Desk): Promise<TodoItem[]> {
  const drafts = await listStored(db, { status: 'draft' });
  const own = drafts.filter(
    ({ planId, year, leadDepartmentId }) =>
      leadDepartmentId === user.departmentId && desk.stateOf(planId, year) === 'none',
  );
  return byYear(own).map((year) => ({ code: 'paperDrafts', ...year }));
}

async function refusals({ db, user, now }: Asking, desk: Desk): Promise<TodoItem[]> {
  const since = new Date(now.getTime() - TWO_WEEKS_MS).toISOString();
  const refused = await refusedCorrections(db, since);
  return refused
    .filter(({ planId, indicatorId }) => leadOf(desk, planId, indicatorId) === user.departmentId)
    .map(({ planId, year, indicatorId, readingId, reason, by, at }) => ({
      code: 'correctionRefused',
      planId,
      year,
      ...indicatorOf(desk, planId, indicatorId),
      readingId,
      reason,
      by,
      at: at ?? since,
    }));
}

/** What a department head must sign: handed in within a round, and the committee waits for it. */
export async function headItems(asking: Asking, desk: Desk): Promise<TodoItem[]> {
  const { db, user } = asking;
  const submitted = await listStored(db, { status: 'submitted' });
  const waiting = submitted.filter((reading) => {
    const standing = { ...reading, round: desk.stateOf(reading.planId, reading.year) };
    return needsSignature(standing) && openSteps(standing, user).includes('sign');
  });
  return [
    ...byYear(waiting).map((year) => ({ code: 'sign' as const, ...year })),
    ...(await headReports(asking, desk)),
    ...(user.departmentId === null ? [] : await issuing(asking, desk, user.departmentId)),
  ];
}
