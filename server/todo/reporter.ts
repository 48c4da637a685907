import { isMissing } from '../../shared/round-rules.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { heirOn } from '../../shared/department-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { mayEdit, needsSignature, openSteps } from '../../shared/workflow.ts';
import { findDepartments } from '../departments/store.ts';
import { listStored } from '../readings/list-store.ts';
import { type Asking, byYear, type Desk, indicatorOf, leadOf, standing } from './desk.ts';
import { issuing } from './issuing.ts';
import { headReports, reporterReports } from './reports.ts';
import { refusedCorrections, refusedReportCorrections } from './store.ts';

const TWO_WEEKS_MS = 14 * 86_400_000;

/** What a reporter must do: mend what came back, hand in what is owed. */
export async function reporterItems(asking: Asking, desk: Desk): Promise<TodoItem[]> {
  const { departmentId } = asking.user;
  if (departmentId === null) return [];
  return [
    ...(await mending(asking, desk, departmentId)),
    ...handingIn(desk, departmentId),
    ...(await reporterReports(asking, desk)),
    ...(await paperDrafts(asking, departmentId)),
    ...(await refusals(asking, desk)),
  ];
}

async function mending(
  { db, user, now }: Asking,
  desk: Desk,
  leadDepartmentId: string,
): Promise<TodoItem[]> {
  const returned = await listStored(db, { status: 'returned', leadDepartmentId });
  const items: TodoItem[] = [];
  for (const reading of returned) {
    if (!mayEdit(standing(reading, now), user)) continue;
    const { id, planId, year, indicatorId, returned: back, changed } = reading;
    items.push({
      code: 'mend',
      planId,
      year,
      ...(await indicatorOf(desk, planId, indicatorId)),
      readingId: id,
      reason: back?.reason ?? '',
      reasonCode: back?.reasonCode ?? null,
      by: back?.name ?? '',
      at: back?.at ?? changed.at,
    });
  }
  return items;
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

async function paperDrafts({ db }: Asking, departmentId: string): Promise<TodoItem[]> {
  const drafts = await listStored(db, { status: 'draft', leadDepartmentId: departmentId });
  const own = drafts.filter(
    ({ leadDepartmentId, round }) => leadDepartmentId === departmentId && round === null,
  );
  return byYear(own).map((year) => ({ code: 'paperDrafts', ...year }));
}

async function refusals({ db, user, now }: Asking, desk: Desk): Promise<TodoItem[]> {
  const since = new Date(now.getTime() - TWO_WEEKS_MS).toISOString();
  const refused = await refusedCorrections(db, since);
  const items: TodoItem[] = [];
  for (const { planId, year, indicatorId, readingId, reason, by, at } of refused) {
    if ((await leadOf(desk, planId, indicatorId)) !== user.departmentId) continue;
    items.push({
      code: 'correctionRefused',
      planId,
      year,
      ...(await indicatorOf(desk, planId, indicatorId)),
      readingId,
      reason,
      by,
      at: at ?? since,
    });
  }
  const offices = new Map((await findDepartments(db)).map((one) => [one.id, one]));
  const ofReports = (await refusedReportCorrections(db, since))
    .filter(
      ({ departmentId }) => heirOn(departmentId, dayInChina(now), offices) === user.departmentId,
    )
    .map(({ at, ...refusal }): TodoItem => ({
      code: 'reportCorrectionRefused',
      ...refusal,
      at: at ?? since,
    }));
  return [...items, ...ofReports];
}

/** What a department head must sign: handed in within a round, and the committee waits for it. */
export async function headItems(asking: Asking): Promise<TodoItem[]> {
  const { db, user, now } = asking;
  const { departmentId } = user;
  if (departmentId === null) return [];
  const submitted = await listStored(db, { status: 'submitted', leadDepartmentId: departmentId });
  const waiting = submitted.filter((reading) => {
    const stands = standing(reading, now);
    return needsSignature(stands) && openSteps(stands, user).includes('sign');
  });
  return [
    ...byYear(waiting).map((year) => ({ code: 'sign' as const, ...year })),
    ...(await headReports(asking)),
    ...(await issuing(asking, departmentId)),
  ];
}
