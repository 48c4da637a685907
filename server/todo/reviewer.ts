import { refuseDeciding } from '../../shared/correction-rules.ts';
import { ZONE } from '../../shared/reports/source.ts';
import { isMissing } from '../../shared/round-rules.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { openSteps } from '../../shared/workflow.ts';
import { listAsked, standingOf } from '../corrections/store.ts';
import { listStored } from '../readings/list-store.ts';
import { type Asking, byYear, type Desk, type DeskRound, standing } from './desk.ts';
import { issuing } from './issuing.ts';
import { reviewerReports } from './reports.ts';
import { noticesSince } from './store.ts';

/** A department that was called in is left a week before it is called again. */
const WEEK_MS = 7 * 86_400_000;

/** What the committee's reviewer must do: decide, call in, close and seal. */
export async function reviewerItems(asking: Asking, desk: Desk): Promise<TodoItem[]> {
  return [
    ...byYear(await reviewable(asking)).map((year) => ({ code: 'review' as const, ...year })),
    ...(await reviewerReports(asking)),
    ...byYear(await decidable(asking)).map((year) => ({
      code: 'decideCorrections' as const,
      ...year,
    })),
    ...(await callingIn(asking, desk)),
    ...desk.rounds.flatMap(closing),
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

async function callingIn({ db, now }: Asking, desk: Desk): Promise<TodoItem[]> {
  const weekAgo = new Date(now.getTime() - WEEK_MS).toISOString();
  const called = await noticesSince(db, weekAgo);
  return desk.rounds.flatMap((round): TodoItem[] => {
    const { planId, year, dueOn, daysLeft } = round;
    if (round.state !== 'open' || daysLeft >= 0) return [];
    const recently = new Set(
      called
        .filter((one) => one.planId === planId && one.year === year)
        .map(({ departmentId }) => departmentId),
    );
    const overdue = round.duties.filter(
      (duty) => isMissing(duty) && !recently.has(duty.departmentId ?? ''),
    );
    const departments = new Set(overdue.map(({ departmentId }) => departmentId)).size;
    if (departments === 0) return [];
    const indicators = overdue.length;
    return [{ code: 'callIn', planId, year, dueOn, daysLeft, departments, indicators }];
  });
}

/** A round that is past its due day or complete is closed by hand. */
function closing({ planId, year, state, dueOn, daysLeft, counts }: DeskRound): TodoItem[] {
  const left = counts.owed - counts.handedIn;
  if (state !== 'open' || (daysLeft >= 0 && left > 0)) return [];
  return [{ code: 'closeRound', planId, year, dueOn, daysLeft, left }];
}

/** A closed round is sealed when nothing is between the desks any more. */
function sealing({ planId, year, state, counts }: DeskRound): TodoItem[] {
  const { owed, handedIn, approved } = counts;
  if (state !== 'closed' || approved === 0 || approved < handedIn) return [];
  return [{ code: 'sealRound', planId, year, approved, left: owed - approved }];
}
