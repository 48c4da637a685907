import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { bounded, type Figure, information, median, number } from './figures.ts';
import { demoFolder } from './folders.ts';
import { startProduct } from './processes.ts';
import { signIn } from './session.ts';
import { send } from './writers.ts';

const TYPISTS = 40;
const SECONDS = 12;
const ROUNDS = 5;
/** A cell is sent this long after the last key. */
const PAUSE_MS = 1500;
/** Years that the demo does not report: entered without a round, so that every row is a draft. */
const YEARS = [2021, 2022, 2023, 2024, 2025];
const SHEET = '/api/plans/qetdz-2016/sheets/2019';

/**
 * Forty clerks who fill in their sheets at once: how long each waits for a cell to be saved, and how
 * long one department's whole year takes to arrive.
 */
export async function desk(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  try {
    const cookie = await signIn(product, folder, 'reporter');
    const typists = await startCells(product.origin, cookie);
    await typeFor(3, typists);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(percentile(await typeFor(SECONDS, typists), 0.99));
    }
    const opened: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const from = performance.now();
      const answer = await fetch(`${product.origin}${SHEET}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(await answer.text());
      await answer.arrayBuffer();
      opened.push(performance.now() - from);
    }
    return [
      bounded(`a cell's save with ${TYPISTS} people typing, p99`, median(rounds), 'ms', ['≤', 100]),
      information('one department’s year, the one request', `${number(median(opened))} ms`),
    ];
  } finally {
    await product.stop();
  }
}

type Typist = (agent: Agent) => Promise<number>;

/** A draft for each typist, of the indicators whose figure is one number. */
async function startCells(origin: string, cookie: string): Promise<Typist[]> {
  const agent = new Agent({ keepAlive: true });
  const typists: Typist[] = [];
  const single = readBuiltInPlan().file.indicators.filter(
    ({ ratio, kind }) => ratio === null && kind !== 'milestone' && kind !== 'rating',
  );
  for (const year of YEARS) {
    for (const { id } of single) {
      if (typists.length === TYPISTS) break;
      const body = { indicatorId: id, year, value: 1 };
      const made = await send(agent, 'POST', `${origin}/api/readings`, body, { cookie });
      // Another department leads this one.
      if (made.status === 403) continue;
      if (made.status !== 201) throw new Error(made.text);
      typists.push(typist(origin, cookie, (JSON.parse(made.text) as { id: string }).id));
    }
  }
  agent.destroy();
  if (typists.length < TYPISTS) throw new Error(`only ${typists.length} cells to type in`);
  return typists;
}

function typist(origin: string, cookie: string, readingId: string): Typist {
  let version = 1;
  return async (agent) => {
    const from = performance.now();
    const answer = await send(
      agent,
      'PATCH',
      `${origin}/api/readings/${readingId}`,
      { value: version, note: `第${version}次` },
      { cookie, 'if-match': `"${version}"` },
    );
    if (answer.status !== 200) throw new Error(answer.text);
    version += 1;
    return performance.now() - from;
  };
}

/** Lets everybody type, each beginning somewhere in the pause. @returns what each save took, in ms */
async function typeFor(seconds: number, typists: readonly Typist[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: typists.length });
  const until = performance.now() + seconds * 1000;
  const taken: number[] = [];
  await Promise.all(
    typists.map(async (type, place) => {
      await sleep((PAUSE_MS * place) / typists.length);
      while (performance.now() < until) {
        taken.push(await type(agent));
        await sleep(PAUSE_MS);
      }
    }),
  );
  agent.destroy();
  return taken;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  const value = sorted[at];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}
