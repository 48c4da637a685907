import { dayInChina } from '../../shared/rounds.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { mayEdit, needsSignature, openSteps, type Standing } from '../../shared/workflow.ts';
import { findSubjects } from '../measures/duty-store.ts';
import { listReports } from '../measures/report-store.ts';
import { reportDuties } from '../rounds/duty-store.ts';
import { type Asking, byYear, type Desk, standing } from './desk.ts';

type Report = Awaited<ReturnType<typeof listReports>>[number];

const standingOf = ({ actingDepartmentId, ...report }: Report, now: Date): Standing =>
  standing({ ...report, leadDepartmentId: actingDepartmentId }, now);

/** What a reporter must do about measures: mend what came back, hand in what is owed. */
export async function reporterReports(asking: Asking, desk: Desk): Promise<TodoItem[]> {
  return [...(await mending(asking)), ...(await handingIn(asking, desk))];
}

async function mending({ db, user, now }: Asking): Promise<TodoItem[]> {
  const returned = await listReports(db, { status: 'returned' }, now);
  const own = returned.filter((report) => mayEdit(standingOf(report, now), user));
  const items: TodoItem[] = [];
  for (const { planId, year, measureId, departmentId, returned: back, changed } of own) {
    const [measure] = await findSubjects(db, planId, measureId);
    items.push({
      code: 'mendReport',
      planId,
      year,
      measureId,
      departmentId,
      number: measure?.number ?? 0,
      titleZh: measure?.titleZh ?? '',
      titleEn: measure?.titleEn ?? '',
      reason: back?.reason ?? '',
      reasonCode: back?.reasonCode ?? null,
      by: back?.name ?? '',
      at: back?.at ?? changed.at,
    });
  }
  return items;
}

async function handingIn({ db, user, now }: Asking, desk: Desk): Promise<TodoItem[]> {
  const items: TodoItem[] = [];
  for (const { planId, year, state, dueOn, daysLeft } of desk.rounds) {
    if (state !== 'open') continue;
    const owed = (await reportDuties(db, planId, year, dayInChina(now))).filter(
      ({ actingDepartmentId }) => actingDepartmentId === user.departmentId,
    );
    const left = owed.filter(({ report }) => (report?.firstHandedInAt ?? null) === null);
    if (left.length === 0) continue;
    const drafts = left.filter(({ report }) => report !== null).length;
    const counts = { owed: owed.length, left: left.length, drafts };
    items.push({ code: 'handInReports', planId, year, dueOn, daysLeft, ...counts });
  }
  return items;
}

/** What a department head must sign of the reports of their department. */
export async function headReports({ db, user, now }: Asking): Promise<TodoItem[]> {
  const submitted = await listReports(db, { status: 'submitted' }, now);
  const waiting = submitted.filter((report) => {
    const stands = standingOf(report, now);
    return needsSignature(stands) && openSteps(stands, user).includes('sign');
  });
  return byYear(waiting).map((year) => ({ code: 'signReports', ...year }));
}

/** What the committee's reviewer may approve or send back. */
export async function reviewerReports({ db, user, now }: Asking): Promise<TodoItem[]> {
  const handedIn = [
    ...(await listReports(db, { status: 'submitted' }, now)),
    ...(await listReports(db, { status: 'signed' }, now)),
  ];
  const waiting = handedIn.filter((report) =>
    openSteps(standingOf(report, now), user).includes('approve'),
  );
  return byYear(waiting).map((year) => ({ code: 'reviewReports', ...year }));
}
