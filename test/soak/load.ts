import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { bounded, type Figure, information, number } from '../bench/figures.ts';
import { demoFolder } from '../bench/folders.ts';
import { residentMemory, startProduct } from '../bench/processes.ts';
import { signIn } from '../bench/session.ts';
import { Clerks } from './clerks.ts';

const SECONDS = 120;
const READERS = 32;
const CLERKS = 8;
const PLAN = '/api/plans/qetdz-2016';

/** Forty connections for two minutes: boards, lists, sheets and what people have to do, and eight who write. */
export async function load(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const reporter = await signIn(product, folder, 'reporter');
  const reviewer = await signIn(product, folder, 'reviewer');
  const clerks = await Clerks.begin(product.origin, reporter, CLERKS);
  const asked: readonly (readonly [path: string, cookie: string])[] = [
    [`${PLAN}/dashboard?year=2019`, reviewer],
    [`${PLAN}/dashboard?year=2018`, reporter],
    [`${PLAN}/dashboard?year=2019&unapproved=include`, reviewer],
    ['/api/readings?planId=qetdz-2016', reviewer],
    [`${PLAN}/rounds`, reviewer],
    ['/api/todo', reporter],
    ['/api/session', reporter],
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const until = performance.now() + SECONDS * 1000;
  const times: number[] = [];
  let wrong = 0;
  const reader = async (who: number): Promise<void> => {
    for (let nth = who; performance.now() < until; nth += 1) {
      const [path, cookie] = asked[nth % asked.length] ?? ['/', ''];
      const from = performance.now();
      const status = await get(agent, product.origin + path, cookie);
      times.push(performance.now() - from);
      if (status !== 200) wrong += 1;
      // As people do: not one question upon the other.
      await wait(20);
    }
  };
  const stop = new AbortController();
  const writing = clerks.work(product.origin, stop.signal);
  const memories: number[] = [];
  const watching = (async () => {
    while (performance.now() < until) {
      memories.push(residentMemory(product.pid) ?? 0);
      await wait(1000);
    }
  })();
  await Promise.all(Array.from({ length: READERS }, (_, who) => reader(who)));
  stop.abort();
  const refusals = await writing;
  await watching;
  agent.destroy();
  await product.stop();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const half = memories.slice(Math.floor(memories.length / 2));
  const growth = (half.at(-1) ?? 0) - (half[0] ?? 0);
  const all = times.length + clerks.acknowledged.length;
  return [
    information(
      `${READERS + CLERKS} connections for ${SECONDS} s`,
      `${number(times.length)} answers, ${number(clerks.acknowledged.length)} changes`,
    ),
    bounded('answers that were wrong', ((wrong + refusals.length) / all) * 100, '%', ['≤', 0.1]),
    bounded('answers, p95', at(0.95), 'ms', ['≤', 300]),
    bounded('answers, p99', at(0.99), 'ms', ['≤', 1000]),
    bounded('memory (RSS) grown in the second half', growth, 'MB', ['≤', 60]),
  ];
}

function get(agent: Agent, url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { cookie } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end();
  });
}
