import { type Send, signIn, type Walk } from './demo-walk.ts';
import { readBuiltInPlan } from './seed/built-in-plan.ts';
import {
  MEASURE_DESKS,
  MEASURES_IN,
  MEASURES_TOLD,
  MEASURES_WAITING,
  PAYMENTS_TOLD,
  taskOf,
  type DemoTask,
  reportOf,
} from './seed/demo-measures.ts';
import {
  CORRECTED,
  DESKS,
  type Figures,
  HANDED_IN_LATE,
  LISTED,
  NOTE,
  PAPER,
  TOLD,
  type Told,
  WAITING,
} from './seed/demo-readings.ts';

/** The id of the built-in plan is that of its document. */
const PLAN = 'qetdz-2016';
const ROUNDS = `/api/plans/${PLAN}/rounds`;
const REPORTS = '/api/measure-reports';
/** The end of the plan: its round is the open one. */
const LAST_YEAR = 2020;
/** Years whose figures are final: their rounds are sealed. */
const LAST_SEALED = 2018;
/** The last year that was reported on. */
const LAST_REPORTED = 2019;
const DAY_MS = 86_400_000;

interface Entered {
  readonly id: string;
  readonly version: number;
}

/** Nine in the morning in China. */
const morningOf = (day: string): Date => new Date(`${day}T01:00:00.000Z`);

/** The base year is older than the system: taken from paper, without a round and its signatures. */
export async function takeOver(walk: Walk, year: number): Promise<void> {
  walk.clock.now = morningOf(`${year + 1}-03-08`);
  const handedIn: Entered[] = [];
  for (const { reporter } of DESKS) {
    const send = await signIn(walk, reporter);
    handedIn.push(...(await enterAll(send, reporter, year, { paper: PAPER })));
  }
  walk.clock.now = morningOf(`${year + 1}-03-12`);
  await takeSteps(await signIn(walk, 'reviewer'), handedIn, 'approve');
}

/**
 * One year's round: opened in December, due at the end of January, handed in (some late and called
 * in), signed, approved, closed and, but for the latest, sealed.
 */
export async function runYear(walk: Walk, year: number): Promise<void> {
  const dueOn = `${year + 1}-01-31`;
  walk.clock.now = morningOf(`${year}-12-01`);
  const open = await signIn(walk, 'reviewer');
  await open('POST', ROUNDS, { year, opensOn: `${year}-12-01`, dueOn });

  const late = HANDED_IN_LATE[year];
  const inTime = DESKS.filter(({ reporter }) => reporter !== late?.reporter);
  const behind = DESKS.filter(({ reporter }) => reporter === late?.reporter);
  const signed: Entered[] = [];
  for (const desk of inTime) signed.push(...(await report(walk, desk, year, `${year + 1}-01-08`)));
  const measures = await reportMeasures(walk, year, `${year + 1}-01-15`);
  if (late !== undefined) {
    walk.clock.now = morningOf(`${year + 1}-02-01`);
    const callIn = await signIn(walk, 'reviewer');
    for (const { departmentId } of behind) {
      await callIn('POST', `${ROUNDS}/${year}/notices`, { departmentId });
    }
    for (const desk of behind) signed.push(...(await report(walk, desk, year, late.on)));
  }

  walk.clock.now = morningOf(`${year + 1}-02-12`);
  const reviewer = await signIn(walk, 'reviewer');
  await takeSteps(reviewer, signed, 'approve');
  await reviewer('POST', `${REPORTS}/approve`, { items: measures });
  await reviewer('POST', `${ROUNDS}/${year}/close`, undefined, 1);
  if (year > LAST_SEALED) return;
  walk.clock.now = morningOf(`${year + 1}-04-20`);
  const sealer = await signIn(walk, 'reviewer-second');
  await sealer('POST', `${ROUNDS}/${year}/seal`, { unreported: [] }, 2);
}

/**
 * A figure of a sealed year turns out to be another: its department asks, a reviewer who did not seal
 * decides. So the demo has a year that was reported otherwise than it is known now.
 */
export async function correctLater(walk: Walk): Promise<void> {
  const { code, by, year, on, reason, changes } = CORRECTED;
  walk.clock.now = morningOf(on);
  const send = await signIn(walk, by);
  const url = `/api/readings?indicatorId=${indicatorId(code)}&year=${year}`;
  const { items } = (await send('GET', url)) as { items: Entered[] };
  const [reading] = items;
  if (reading === undefined) throw new Error(`the demo has no ${code} of ${year}`);
  const asked = (await send(
    'POST',
    `/api/readings/${reading.id}/corrections`,
    { reason, changes },
    reading.version,
  )) as Entered;
  walk.clock.now = new Date(walk.clock.now.getTime() + DAY_MS);
  const decide = await signIn(walk, 'reviewer');
  await decide('POST', `/api/corrections/${asked.id}/approve`, undefined, asked.version);
}

/** The last year of the plan, a month before its round is due, with nothing handed in. */
export async function openLastYear(walk: Walk): Promise<void> {
  const { now } = walk.clock;
  if (now.getUTCFullYear() < LAST_YEAR) return;
  const day = (days: number): string =>
    new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const send = await signIn(walk, 'reviewer');
  await send('POST', ROUNDS, { year: LAST_YEAR, opensOn: day(-5), dueOn: day(30) });
}

/** A department enters and hands in; its head signs the next day. @returns what was signed */
async function report(
  walk: Walk,
  { reporter, head }: (typeof DESKS)[number],
  year: number,
  day: string,
): Promise<Entered[]> {
  walk.clock.now = morningOf(day);
  const send = await signIn(walk, reporter);
  const handedIn = await enterAll(send, reporter, year, { note: NOTE });
  if (WAITING.by === reporter) await enter(send, WAITING, year, { note: NOTE });
  walk.clock.now = new Date(walk.clock.now.getTime() + DAY_MS);
  return takeSteps(await signIn(walk, head), handedIn, 'sign');
}

/** The technology bureau breaks its tasks of a year down; some of them are left for others to fill. */
export async function breakDown(walk: Walk, year: number): Promise<void> {
  walk.clock.now = morningOf(`${year}-02-20`);
  const send = await signIn(walk, 'reporter');
  const url = `/api/plans/${PLAN}/years/${year}/tasks`;
  const { items } = (await send('GET', url)) as { items: readonly DemoTask[] };
  const rows = items.filter(({ editable }) => editable).map((task) => taskOf(task, year));
  await send('PUT', url, { rows });
}

/** What was paid under the money rules; one entry was wrong and is taken back. */
export async function enterLedger(walk: Walk): Promise<void> {
  walk.clock.now = morningOf('2020-01-20');
  const send = await signIn(walk, 'reporter');
  for (const { reversed, ...paid } of PAYMENTS_TOLD) {
    const year = Number(paid.paidOn.slice(0, 4));
    const { payment } = (await send('POST', `/api/plans/${PLAN}/payments`, { ...paid, year })) as {
      payment: { id: string };
    };
    if (reversed !== true) continue;
    await send('POST', `/api/payments/${payment.id}/reverse`, { reason: '（示例）重复登记' });
  }
}

/** The departments report on their measures; their heads sign the next day. @returns what was signed */
async function reportMeasures(walk: Walk, year: number, day: string): Promise<Entered[]> {
  const { measures } = readBuiltInPlan().file;
  const signed: Entered[] = [];
  for (const { departmentId, reporter, head } of MEASURE_DESKS) {
    walk.clock.now = morningOf(day);
    const send = await signIn(walk, reporter);
    const handedIn: Entered[] = [];
    for (const told of MEASURES_TOLD) {
      const measure = measures.find(({ number }) => number === told.number);
      const reported = MEASURES_IN[year]?.includes(told.number) === true;
      if (!reported || measure?.departmentIds.includes(departmentId) !== true) continue;
      const typed = reportOf(told, year, departmentId);
      const about = { planId: PLAN, measureId: measure.id, departmentId, year };
      const made = (await send('POST', REPORTS, { ...about, ...typed })) as Entered;
      const [done] = await takeSteps(send, [made], 'submit', REPORTS);
      const waits = year === LAST_REPORTED && MEASURES_WAITING.includes(told.number);
      if (done !== undefined && !waits) handedIn.push(done);
    }
    walk.clock.now = new Date(walk.clock.now.getTime() + DAY_MS);
    signed.push(...(await takeSteps(await signIn(walk, head), handedIn, 'sign', REPORTS)));
  }
  return signed.map(({ id, version }) => ({ id, version }));
}

async function enterAll(
  send: Send,
  reporter: string,
  year: number,
  more: Figures,
): Promise<Entered[]> {
  const entered: Entered[] = [];
  for (const told of TOLD.filter(({ by }) => by === reporter)) {
    const reading = await enter(send, told, year, more);
    if (reading !== null) entered.push(reading);
  }
  return entered;
}

async function enter(send: Send, told: Told, year: number, more: Figures): Promise<Entered | null> {
  const figures: Figures | undefined = told.readings[year];
  if (figures === undefined) return null;
  const made = (await send('POST', '/api/readings', {
    indicatorId: indicatorId(told.code),
    year,
    dataStatus: 'final',
    source: '示例数据，非真实来源',
    ...more,
    ...figures,
  })) as Entered;
  await listNames(send, told.code, year, figures['value']);
  const listed = (await send('GET', `/api/readings/${made.id}`)) as Entered;
  const [handedIn = null] = await takeSteps(send, [listed], 'submit');
  return handedIn;
}

/** The named list behind a count: as many numbered names as it counts. */
async function listNames(send: Send, code: string, year: number, count: unknown): Promise<void> {
  const name = LISTED[code];
  if (name === undefined || typeof count !== 'number' || count === 0) return;
  const entries = Array.from({ length: count }, (_, at) => ({
    name: `（示例）${name}${at + 1}号`,
    documentNumber: `示例认定〔2016〕${at + 1}号`,
  }));
  const url = `/api/plans/${PLAN}/years/${year}/lists/indicator/${indicatorId(code)}`;
  await send('PUT', url, { entries }, 0);
}

async function takeSteps(
  send: Send,
  readings: readonly Entered[],
  step: 'submit' | 'sign' | 'approve',
  desk = '/api/readings',
): Promise<Entered[]> {
  const after: Entered[] = [];
  for (const { id, version } of readings) {
    const url = `${desk}/${id}/${step}`;
    after.push((await send('POST', url, undefined, version)) as Entered);
  }
  return after;
}

let indicatorIds: ReadonlyMap<string, string> | undefined;

function indicatorId(code: string): string {
  indicatorIds ??= new Map(readBuiltInPlan().file.indicators.map((one) => [one.code, one.id]));
  const found = indicatorIds.get(code);
  if (found === undefined) throw new Error(`the plan has no ${code}`);
  return found;
}
