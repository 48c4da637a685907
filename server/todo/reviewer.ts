import { refuseDeciding } from '../../shared/correction-rules.ts';
import { ZONE } from '../../shared/reports/source.ts';
import { isMissing } from '../../shared/round-rules.ts';
import { dayInChina } from '../../shared/rounds.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { openSteps } from '../../shared/workflow.ts';
import { listAsked, standingOf } from '../corrections/store.ts';
import { listStored } from '../readings/list-store.ts';
import { reportDuties } from '../rounds/duty-store.ts';
import { type Asking, byYear, type Desk, type DeskRound, standing } from './desk.ts';
import { issuing } from './issuing.ts';
import { reviewerReports } from './reports.ts';
import { noticesSince } from './store.ts';

/** A department that was called in is left a week before it is called again. */
const WEEK_MS = 7 * 86_400_000;

/** What the committee's reviewer must do: decide, call in, close and seal. */
export async function reviewerItems(asking: Asking, desk: Desk): Promise<TodoItem[]> {
  const ending = await endings(asking, desk);
  return [
    ...byYear(await reviewable(asking)).map((year) => ({ code: 'review' as const, ...year })),
    ...(await reviewerReports(asking)),
    ...byYear(await decidable(asking)).map((year) => ({
      code: 'decideCorrections' as const,
      ...year,
    })),
    ...(await callingIn(asking, ending)),
    ...ending.flatMap(closing),
    ...desk.rounds.flatMap(sealing),
    ...(await issuing(asking, ZONE)),
  ];
}

async function reviewable({ db, user, now }: Asking) {
  const handedIn = [
    ...(await listStored(db, { status: 'submitted' })),
    ...(await listStored(db, { status: 'signed' })),
  ];
  return handedIn.filter((reading) => openSteps(standing(reading, now), user).includes('approve'));
}

async function decidable({ db, user, now }: Asking) {
  const requested = await listAsked(db, { status: 'requested' }, now);
  return requested.filter((one) => refuseDeciding('approve', standingOf(one), user) === null);
}

/** An open round that is past its due day, or has all its figures, with the reports that are missing. */
interface Ending {
  readonly round: DeskRound;
  /** Who answers for each report on a measure that was never handed in. */
  readonly missingReports: readonly string[];
}

async function endings({ db, now }: Asking, desk: Desk): Promise<Ending[]> {
  const found: Ending[] = [];
  for (const round of desk.rounds) {
    const { planId, year, state, daysLeft } = round;
    if (state !== 'open' || (daysLeft >= 0 && figuresLeft(round) > 0)) continue;
    const rows = await reportDuties(db, planId, year, dayInChina(now));
    const missing = rows.filter(({ report }) => (report?.firstHandedInAt ?? null) === null);
    found.push({
      round,
      missingReports: missing.map(({ actingDepartmentId }) => actingDepartmentId),
    });
  }
  return found;
}

const figuresLeft = ({ counts }: DeskRound): number => counts.owed - counts.handedIn;

async function callingIn({ db, now }: Asking, ending: readonly Ending[]): Promise<TodoItem[]> {
  const weekAgo = new Date(now.getTime() - WEEK_MS).toISOString();
  const called = await noticesSince(db, weekAgo);
  return ending.flatMap(({ round, missingReports }): TodoItem[] => {
    const { planId, year, dueOn, daysLeft } = round;
    if (daysLeft >= 0) return [];
    const recently = new Set(
      called
        .filter((one) => one.planId === planId && one.year === year)
        .map(({ departmentId }) => departmentId),
    );
    const figures = round.duties
      .filter(isMissing)
      .map(({ departmentId }) => departmentId ?? '')
      .filter((departmentId) => !recently.has(departmentId));
    const reports = missingReports.filter((departmentId) => !recently.has(departmentId));
    const departments = new Set([...figures, ...reports]).size;
    if (departments === 0) return [];
    const counts = { departments, indicators: figures.length, reports: reports.length };
    return [{ code: 'callIn', planId, year, dueOn, daysLeft, ...counts }];
  });
}

/** A round that is past its due day or complete is closed by hand. */
function closing({ round, missingReports }: Ending): TodoItem[] {
  const { planId, year, dueOn, daysLeft } = round;
  const left = figuresLeft(round);
  const reportsLeft = missingReports.length;
  if (daysLeft >= 0 && left + reportsLeft > 0) return [];
  return [{ code: 'closeRound', planId, year, dueOn, daysLeft, left, reportsLeft }];
}

/** A closed round is sealed when nothing is between the desks any more. */
function sealing({ planId, year, state, counts }: DeskRound): TodoItem[] {
  const { owed, handedIn, approved } = counts;
  if (state !== 'closed' || approved === 0 || approved < handedIn) return [];
  return [{ code: 'sealRound', planId, year, approved, left: owed - approved }];
}
