import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '../../server/data-folder.ts';
import { migrate } from '../../server/db/migrate.ts';
import { Clerks } from '../soak/clerks.ts';
import { bounded, type Figure, information, median, number } from './figures.ts';
import { demoFolder, temporaryFolder, withDatabase } from './folders.ts';
import { freshAnswers } from './fresh.ts';
import { type Load, loadUp } from './load.ts';
import { PLAN_ID } from './many-plans.ts';
import { processorTime, residentMemory, type Running, startProduct } from './processes.ts';
import { signIn } from './session.ts';
import { fillYears, YEARS } from './years-fill.ts';

/** Plans of a folder: 1×, 100× and 1,000× the data. */
const SIZES = [3, 270, 2700] as const;
const ROUNDS = 5;
const STARTS = 3;
/** So long one path is asked before the other size has its turn. */
const TURN_MS = 300;
const FEWEST_A_TURN = 2;
const FRESH_A_TURN = 4;
const MIXED_ROUNDS = 3;
const MIXED_SECONDS = 4;
const CLERKS = 8;
/** One plan's answer, times as slow as in the smallest folder. */
const MOST = 1.2;

const PLAN = `/api/plans/${PLAN_ID}`;
const BOARD = `${PLAN}/dashboard?year=2019`;
const INDICATOR = 'im-automated-enterprise-share';
type Who = 'reporter' | 'reviewer' | 'head' | 'leader' | 'admin' | 'auditor';

/** What is about one plan, or one person: it must not grow with what others have. */
const OF_ONE: readonly (readonly [said: string, who: Who, path: string])[] = [
  ['board answer', 'leader', BOARD],
  ['what a trajectory is drawn from', 'leader', `/api/readings?indicatorId=${INDICATOR}`],
  ['entry grid of a department’s year', 'reporter', `${PLAN}/sheets/2019`],
  ['review', 'reviewer', `${PLAN}/review`],
  ['export of the readings, xlsx', 'leader', `${PLAN}/export?what=readings&format=xlsx`],
  ['export of the histories, csv', 'leader', `${PLAN}/export?what=history&format=csv`],
  ['rounds', 'reviewer', `${PLAN}/rounds`],
  ['measures of a year', 'reviewer', `${PLAN}/years/2019/measures`],
  ['to do, of a reporter', 'reporter', '/api/todo'],
  ['to do, of a department head', 'head', '/api/todo'],
  ['to do, of the reviewer', 'reviewer', '/api/todo'],
  ['newest page of the audit log', 'auditor', '/api/audit'],
  ['audit log of one indicator', 'auditor', `/api/audit?indicatorId=${INDICATOR}`],
];

/** What is about all plans, or the whole log: it may grow, and how much is said. */
const OF_ALL: readonly (readonly [said: string, who: Who, path: string])[] = [
  ['list of plans', 'leader', '/api/plans'],
  ['to do, of the administrator', 'admin', '/api/todo'],
  ['安全自查', 'auditor', '/api/inspection'],
];

interface Era {
  readonly plans: number;
  readonly folder: string;
  readonly product: Running;
  readonly cookies: Readonly<Record<Who, string>>;
}

interface Timing {
  /** Wall clock of one answer, in ms. */
  readonly ms: number;
  /** What the server's processor worked for it, in ms. */
  readonly cpu: number;
}

/**
 * The answers of one plan out of folders of 3, 270 and 2,700 plans with ten years of figures each, the
 * sizes in turns. BIAOCHI_BENCH_YEARS names a folder where the filled ones are kept for the next run:
 * filling takes minutes, and 4 GB.
 */
export async function years(): Promise<Figure[]> {
  const folders: string[] = [];
  for (const plans of SIZES) folders.push(await filled(plans));
  const eras: Era[] = [];
  for (const [at, plans] of SIZES.entries()) eras.push(await open(plans, folders[at] ?? ''));
  const [smallest] = eras;
  if (smallest === undefined) throw new Error('no sizes');
  const figures: Figure[] = [information('data', eras.map(sizeOf).join('; '))];
  for (const [said, who, path] of OF_ONE) {
    const timings = await inTurns(eras, (era) => askFor(era, who, path));
    figures.push(...compared(said, eras, timings, MOST));
  }
  figures.push(
    ...compared('board made anew', eras, await inTurns(eras, freshBoard), MOST),
    ...compared('durable change', eras, await changes(eras), MOST),
  );
  for (const [said, who, path] of OF_ALL) {
    const timings = await inTurns(eras, (era) => askFor(era, who, path), 1);
    figures.push(...compared(said, eras, timings, null));
  }
  figures.push(...(await mixed(eras)));
  for (const { product } of eras) await product.stop();
  for (const era of eras) figures.push(...(await startings(era)));
  return figures;
}

async function filled(plans: number): Promise<string> {
  const kept = process.env['BIAOCHI_BENCH_YEARS'];
  const folder = kept === undefined ? temporaryFolder() : join(kept, String(plans));
  const done = join(folder, 'filled');
  if (existsSync(done)) {
    // It may have been filled before the newest migration.
    await withDatabase(folder, async ({ connection }) => void migrate(connection));
    return folder;
  }
  mkdirSync(folder, { recursive: true });
  cpSync(await demoFolder(), folder, { recursive: true });
  await fillYears(folder, plans);
  writeFileSync(done, '');
  return folder;
}

async function open(plans: number, folder: string): Promise<Era> {
  const product = await startProduct(folder);
  const cookies: Partial<Record<Who, string>> = {};
  for (const who of ['reporter', 'reviewer', 'head', 'leader', 'admin', 'auditor'] as const) {
    cookies[who] = await signIn(product, folder, who);
  }
  return { plans, folder, product, cookies: cookies as Record<Who, string> };
}

const whole = (value: number): string => value.toLocaleString('en');

function sizeOf({ plans, folder }: Era): string {
  const gigabytes = statSync(databaseFile(folder)).size / 1e9;
  return `${whole(plans)} plans, ${whole(plans * YEARS.length * 26)} readings, ${number(gigabytes)} GB`;
}

/** Every size once a round, the next one first in the next round. @returns the timings of each size */
async function inTurns(
  eras: readonly Era[],
  act: (era: Era) => Promise<Timing>,
  rounds = ROUNDS,
): Promise<Timing[][]> {
  // What is compiled, prepared or kept at the first call is so in all of them.
  for (const era of eras) await act(era);
  const timings: Timing[][] = eras.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < eras.length; turn += 1) {
      const at = (turn + round) % eras.length;
      const era = eras[at];
      if (era !== undefined) timings[at]?.push(await act(era));
    }
  }
  return timings;
}

async function askFor({ product, cookies }: Era, who: Who, path: string): Promise<Timing> {
  return timed(product, async () => {
    const ask = () => fetch(product.origin + path, { headers: { cookie: cookies[who] } });
    // The server hangs up on a line that nobody used for a minute, and may do so as this one asks.
    const answer = await ask().catch(ask);
    const bytes = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${Buffer.from(bytes).toString()}`);
  });
}

async function freshBoard({ product, folder, cookies }: Era): Promise<Timing> {
  const cpu = processorTime(product.pid);
  const times = await freshAnswers(
    databaseFile(folder),
    product.origin + BOARD,
    cookies.leader,
    FRESH_A_TURN,
  );
  return {
    ms: median(times),
    cpu: ((processorTime(product.pid) ?? 0) - (cpu ?? 0)) / times.length,
  };
}

async function changes(eras: readonly Era[]): Promise<Timing[][]> {
  const writing = new Map<Era, Clerks>();
  for (const era of eras) {
    writing.set(era, await Clerks.begin(era.product.origin, era.cookies.reporter, 1));
  }
  return inTurns(eras, (era) =>
    timed(era.product, async () => writing.get(era)?.writeEach(era.product.origin)),
  );
}

/** Sixteen readers and eight clerks at once, the sizes in turns. */
async function mixed(eras: readonly Era[]): Promise<Figure[]> {
  const rounds: { readonly changes: number; readonly reads: Load }[][] = eras.map(() => []);
  for (let round = 0; round < MIXED_ROUNDS; round += 1) {
    for (const [at, { product, cookies }] of eras.entries()) {
      const clerks = await Clerks.begin(product.origin, cookies.reporter, CLERKS);
      const stop = new AbortController();
      const working = clerks.work(product.origin, stop.signal);
      const reads = await loadUp(product.origin + BOARD, cookies.leader, MIXED_SECONDS);
      stop.abort();
      const [refused] = await working;
      if (refused !== undefined) throw new Error(refused);
      rounds[at]?.push({ changes: clerks.acknowledged.length / MIXED_SECONDS, reads });
    }
  }
  const of = (at: number, pick: (one: { changes: number; reads: Load }) => number): number =>
    median((rounds[at] ?? []).map(pick));
  return eras.map(({ plans }, at) =>
    information(
      `16 readers and ${CLERKS} clerks at once, ${whole(plans)} plans`,
      `${number(of(at, ({ reads }) => reads.rate))} boards and ${number(of(at, ({ changes }) => changes))} changes /s`,
      `p99 of a board ${number(of(at, ({ reads }) => reads.p99))} ms`,
    ),
  );
}

/** The same again and again for a while. */
async function timed(product: Running, act: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  const cpu = processorTime(product.pid);
  const until = performance.now() + TURN_MS;
  while (performance.now() < until || times.length < FEWEST_A_TURN) {
    const from = performance.now();
    await act();
    times.push(performance.now() - from);
  }
  const worked = (processorTime(product.pid) ?? 0) - (cpu ?? 0);
  return { ms: median(times), cpu: worked / times.length };
}

/**
 * The larger sizes beside the smallest, by what the processor worked: the clock on the wall, beside it,
 * tells of whatever else the machine does. @param most null: nothing is asked of it
 */
function compared(
  said: string,
  eras: readonly Era[],
  timings: readonly (readonly Timing[])[],
  most: number | null,
): Figure[] {
  const [one = []] = timings;
  const msOf = (list: readonly Timing[]): number => median(list.map(({ ms }) => ms));
  const cpuOf = (list: readonly Timing[]): number => median(list.map(({ cpu }) => cpu));
  return eras.slice(1).map(({ plans }, index) => {
    const list = timings[index + 1] ?? [];
    const name = `${said}, ${whole(plans)} plans`;
    const ratio = cpuOf(list) / cpuOf(one);
    const against =
      `${number(cpuOf(list))} ms : ${number(cpuOf(one))} ms; ` +
      `on the wall ${number(msOf(list))} : ${number(msOf(one))}`;
    return most === null
      ? information(name, number(ratio), against)
      : bounded(name, ratio, '', ['≤', most], against);
  });
}

/** Starts over a folder that is as another start left it. */
async function startings({ plans, folder }: Era): Promise<Figure[]> {
  const taken: number[] = [];
  let memory: number | null = null;
  for (let start = 0; start < STARTS; start += 1) {
    const from = performance.now();
    const product = await startProduct(folder);
    await (await fetch(`${product.origin}/api/health`)).json();
    taken.push((performance.now() - from) / 1000);
    memory = residentMemory(product.pid);
    await product.stop();
  }
  return [
    information(
      `start with ${whole(plans)} plans, to the first answer`,
      `${number(median(taken))} s`,
      memory === null ? '' : `${number(memory)} MB`,
    ),
  ];
}
