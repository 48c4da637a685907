import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashToken } from '../../server/accounts/session.ts';
import { insertDisplay } from '../../server/displays/store.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { listenTo, type Listening } from '../support/sockets.ts';
import { bounded, type Figure, median, number } from './figures.ts';
import { demoFolder, withDatabase } from './folders.ts';
import { residentMemory, type Running, startProductAt } from './processes.ts';
import { signIn } from './session.ts';

const LISTENERS = 200;
/** Lines that are opened before memory is looked at, so that what the first ever costs is not counted. */
const FIRST = 20;
const APPROVALS = 20;
const STARTS = 5;
/** A year that the demo does not report, without a round: handed in and approved at once. */
const YEAR = 2021;

/**
 * Two hundred wall screens, each with a token of its own, that listen while figures are approved: how
 * long the last one waits to hear, what a line costs in memory, and what is lost over a restart.
 */
export async function live(): Promise<Figure[]> {
  const folder = await demoFolder();
  const walls = await pairWalls(folder);
  const growth: number[] = [];
  for (let start = 1; start < STARTS; start += 1) {
    const product = await startProductAt(0, folder);
    growth.push(await growthOf(product, walls));
    await product.stop();
  }
  let product = await startProductAt(0, folder);
  growth.push(await growthOf(product, walls));
  const port = Number(new URL(product.origin).port);
  const handedIn = await handIn(product, folder, APPROVALS + 2);
  let lines = await openAll(port, walls);
  const last: number[] = [];
  const each: number[] = [];
  for (const approve of handedIn.slice(0, APPROVALS)) {
    const sent = performance.now();
    const revision = await approve(product.origin);
    const heard = await Promise.all(lines.map((line) => hears(line, revision, sent)));
    each.push(...heard);
    last.push(Math.max(...heard));
  }
  // One approval that the server may not have told everybody when it ends, one before they are back.
  const [before, after] = handedIn.slice(APPROVALS);
  const revisions = [await before?.(product.origin)];
  await product.stop();
  await Promise.all(lines.map(({ ended }) => ended));
  const ids = lines.map(({ heard }) => heard.at(-1)?.id ?? 0);
  product = await startProductAt(port, folder);
  revisions.push(await after?.(product.origin));
  lines = await openAll(port, walls, ids);
  const wanted = revisions.at(-1);
  const back = Promise.all(lines.map((line) => hears(line, wanted ?? 0, 0)));
  const lost = await Promise.race([back.then(() => 0), sleep(10_000).then(() => countLost(lines))]);
  for (const line of lines) line.hangUp();
  await product.stop();
  return [
    bounded(
      `an approval reaches the last of ${LISTENERS} listeners, median of ${APPROVALS}`,
      median(last),
      'ms',
      ['≤', 1000],
      `the middle listener ${number(median(each))} ms`,
    ),
    bounded('the slowest of them all', Math.max(...last), 'ms', ['≤', 1000]),
    bounded('memory for each open line', median(growth) / LISTENERS, 'kB', ['≤', 50]),
    bounded(`listeners who missed a change over a restart`, lost, '', ['≤', 0]),
  ];
}

async function pairWalls(folder: string): Promise<string[]> {
  const tokens = Array.from({ length: LISTENERS }, () => randomBytes(32).toString('base64url'));
  await withDatabase(folder, async ({ kysely }) => {
    const { id } = await kysely.selectFrom('users').select('id').limit(1).executeTakeFirstOrThrow();
    await new Transactions(kysely).write(async (db) => {
      for (const [at, token] of tokens.entries()) {
        await insertDisplay(db, {
          id: `wall-${at}`,
          name: `大屏${at}`,
          place: '',
          address: '127.0.0.1',
          pairedAt: new Date().toISOString(),
          pairedBy: id,
          tokenHash: hashToken(token),
        });
      }
    });
  });
  return tokens.map((token) => `sid=${token}`);
}

function openAll(
  port: number,
  cookies: readonly string[],
  since: readonly number[] = [],
): Promise<Listening[]> {
  return Promise.all(cookies.map((cookie, at) => listenTo(port, cookie, since[at])));
}

/** kB of memory that the server has more with all listeners than with a few. */
async function growthOf(product: Running, walls: readonly string[]): Promise<number> {
  const port = Number(new URL(product.origin).port);
  const first = await openAll(port, walls.slice(0, FIRST));
  // The server gives back what starting took after a second.
  await sleep(3000);
  const before = residentMemory(product.pid) ?? 0;
  const rest = await openAll(port, walls.slice(FIRST));
  await sleep(2000);
  const after = residentMemory(product.pid) ?? 0;
  for (const line of [...first, ...rest]) line.hangUp();
  return ((after - before) * 1000 * LISTENERS) / rest.length;
}

/** Milliseconds from a moment until a listener has heard of a revision. */
async function hears(line: Listening, revision: number, from: number): Promise<number> {
  await line.until(({ data }) => (data as { revision: number }).revision >= revision);
  return performance.now() - from;
}

const countLost = (lines: readonly Listening[]): number =>
  lines.filter(({ heard }) => heard.length === 0).length;

type Approve = (origin: string) => Promise<number>;

/** Hands figures in; each of what comes back approves one and gives the revision of the board then. */
async function handIn(
  { origin }: Running,
  folder: string,
  count: number,
): Promise<readonly Approve[]> {
  const reporter = await signIn({ origin }, folder, 'reporter');
  const reviewer = await signIn({ origin }, folder, 'reviewer');
  const approvals: Approve[] = [];
  const single = readBuiltInPlan().file.indicators.filter(
    ({ ratio, kind }) => ratio === null && kind !== 'milestone' && kind !== 'rating',
  );
  for (const year of [YEAR, YEAR + 1, YEAR + 2, YEAR + 3]) {
    for (const { id } of single) {
      if (approvals.length === count) break;
      const body = { indicatorId: id, year, value: 1, source: '年报' };
      const made = await post(`${origin}/api/readings`, reporter, body);
      // Another department leads this one.
      if (made.status !== 201) continue;
      const { id: readingId } = (await made.json()) as { id: string };
      const submitted = await step(origin, reporter, readingId, 'submit', 1);
      // A check of the figures says no.
      if (submitted.status !== 200) continue;
      approvals.push((at) => approve(at, reviewer, readingId));
    }
  }
  if (approvals.length < count) throw new Error(`only ${approvals.length} figures to approve`);
  return approvals;
}

async function approve(origin: string, cookie: string, readingId: string): Promise<number> {
  const approved = await step(origin, cookie, readingId, 'approve', 2);
  if (approved.status !== 200) throw new Error(await approved.text());
  const board = await fetch(`${origin}/api/plans/qetdz-2016/dashboard`, { headers: { cookie } });
  return ((await board.json()) as { revision: number }).revision;
}

const step = (origin: string, cookie: string, id: string, name: string, version: number) =>
  post(`${origin}/api/readings/${id}/${name}`, cookie, undefined, { 'if-match': `"${version}"` });

function post(
  url: string,
  cookie: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(url, {
    method: 'POST',
    headers: { cookie, ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
