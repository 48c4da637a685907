import { suggestAgenda } from '../shared/meeting-agenda.ts';
import type { ActionItem } from '../shared/action-items.ts';
import type { Dashboard } from '../shared/dashboard.ts';
import type { Decision, Meeting } from '../shared/meetings.ts';
import { dayInChina } from '../shared/rounds.ts';
import { type Send, signIn, type Walk } from './demo-walk.ts';
import { readBuiltInPlan } from './seed/built-in-plan.ts';
import {
  ATTENDEES,
  CHAIR,
  type DemoDecision,
  type DemoStep,
  DECISIONS,
  EARLIER,
  FIRST_DECISIONS,
  HELD,
  NEXT,
  NOTES,
  PLACE,
  TITLE,
} from './seed/demo-meetings.ts';

const PLAN = '/api/plans/qetdz-2016';
/** The latest year with figures. */
const YEAR = 2019;
const DAY_MS = 86_400_000;

/** A meeting of an earlier year: its decision is closed, and a mark on the charts that it was about. */
export async function meetEarlier(walk: Walk): Promise<void> {
  const on = (days: number): Date => new Date(EARLIER.getTime() + days * DAY_MS);
  await hold(walk, on, 0, FIRST_DECISIONS);
}

/** A meeting that was held, with decisions in every part of their life, and the next one called. */
export async function meetTwice(walk: Walk, today: Date): Promise<void> {
  if (today.getUTCFullYear() <= YEAR) return;
  const on = (days: number): Date => new Date(today.getTime() + days * DAY_MS);
  await hold(walk, on, HELD, DECISIONS);

  walk.clock.now = today;
  await call(await signIn(walk, 'reviewer'), dayInChina(on(NEXT)), YEAR);
}

/**
 * A meeting from its call to its closed file, and what became of its decisions.
 * @param on the day that many days after the one that the decisions count from
 */
async function hold(
  walk: Walk,
  on: (days: number) => Date,
  held: number,
  decisions: readonly DemoDecision[],
): Promise<void> {
  const day = (days: number): string => dayInChina(on(days));
  walk.clock.now = on(held);
  const send = await signIn(walk, 'reviewer');
  const called = await call(send, day(held), YEAR);
  const meeting = await step(send, called, 'start');
  await takeNotes(send, meeting);
  const taken: { readonly id: string; readonly life: readonly DemoStep[] }[] = [];
  for (const { life, ...decision } of decisions) {
    const { id, version } = (await send('POST', `/api/meetings/${meeting.id}/decisions`, {
      text: decision.text,
      agendaItemId: null,
      leadDepartmentId: decision.lead,
      supportingDepartmentIds: decision.supporting,
      dueOn: day(decision.due),
      indicatorIds: decision.about.map(indicatorId),
      measureIds: decision.measures ?? [],
    })) as Decision;
    await send('POST', `/api/decisions/${id}/confirm`, undefined, version);
    taken.push({ id, life });
  }
  const ended = await step(send, meeting, 'end');
  await writeDown(walk, ended, (days) => on(held + days));

  const steps = taken
    .flatMap(({ id, life }) => life.map((step) => ({ id, step })))
    .sort((a, b) => a.step.day - b.step.day);
  for (const { id, step } of steps) {
    walk.clock.now = on(step.day);
    await takeStep(await signIn(walk, step.by), id, step, day);
  }
}

/** Calls a meeting with the agenda that the figures suggest. */
async function call(send: Send, heldOn: string, year: number): Promise<Meeting> {
  const board = (await send('GET', `${PLAN}/dashboard?year=${year}`)) as Dashboard;
  const { items } = (await send('GET', `${PLAN}/actions`)) as { items: ActionItem[] };
  return (await send('POST', `${PLAN}/meetings`, {
    title: TITLE,
    year,
    heldOn,
    startsAt: '09:30',
    place: PLACE,
    chair: CHAIR,
    recorder: '（示例）李记录',
    attendees: ATTENDEES,
    agenda: suggestAgenda(board, items).map((slideKey) => ({ title: null, slideKey })),
  })) as Meeting;
}

async function step(send: Send, { id, version }: Meeting, name: string): Promise<Meeting> {
  return (await send('POST', `/api/meetings/${id}/${name}`, undefined, version)) as Meeting;
}

/** The minutes: drafted and sent to the chair two days after it, confirmed, and the file closed. */
async function writeDown(walk: Walk, ended: Meeting, after: (days: number) => Date): Promise<void> {
  walk.clock.now = after(2);
  const write = await signIn(walk, 'reviewer');
  const drafted = await step(write, ended, 'minutes/draft');
  const presented = await step(write, drafted, 'minutes/present');
  walk.clock.now = after(3);
  const signed = await step(await signIn(walk, 'leader'), presented, 'minutes/confirm');
  walk.clock.now = after(4);
  await step(await signIn(walk, 'reviewer'), signed, 'close');
}

async function takeNotes(send: Send, { id, agenda }: Meeting): Promise<void> {
  for (const [at, item] of agenda.entries()) {
    const text = NOTES[at];
    if (text === undefined) continue;
    const url = `/api/meetings/${id}/agenda/${item.id}/notes`;
    await send('PUT', url, { text }, item.notesVersion);
  }
}

async function takeStep(
  send: Send,
  id: string,
  step: DemoStep,
  day: (days: number) => string,
): Promise<void> {
  const { version } = (await send('GET', `/api/actions/${id}`)) as { version: number };
  const body =
    step.step === 'extension'
      ? { dueOn: day(step.until), reason: step.reason }
      : 'text' in step
        ? { text: step.text }
        : undefined;
  await send('POST', `/api/actions/${id}/${step.step}`, body, version);
}

function indicatorId(code: string): string {
  const found = readBuiltInPlan().file.indicators.find((one) => one.code === code);
  if (found === undefined) throw new Error(`the plan has no ${code}`);
  return found.id;
}
