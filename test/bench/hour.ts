import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenTo } from '../support/sockets.ts';
import { Clerks } from '../soak/clerks.ts';
import { bounded, type Figure, information, number } from './figures.ts';
import { demoFolder, temporaryFolder } from './folders.ts';
import { type HeapReport, heapProbe } from './heap-probe.ts';
import { productOver, residentMemory, type Running, startServer } from './processes.ts';
import { signIn } from './session.ts';

const MINUTES = Number(process.env['BIAOCHI_BENCH_MINUTES'] ?? 60);
const SAMPLE_MS = 5000;
/** Everything that grows once (caches, compiled code, the first report) has grown by then. */
const SETTLED = 1 / 4;
const LISTENERS = 20;
const CLERKS = 4;
const PLAN = '/api/plans/qetdz-2016';

/** Asked for in turn by readers who pause in between: what people look at all day. */
const PAGES = [
  `${PLAN}/dashboard?year=2019`,
  `${PLAN}/dashboard?year=2018`,
  `${PLAN}/dashboard?year=2019&unapproved=include`,
  `${PLAN}/dashboard?year=2018&known=reported`,
  `${PLAN}/review`,
  `${PLAN}/rounds`,
  `${PLAN}/measures`,
  `${PLAN}/years/2019/measures`,
  `${PLAN}/meetings`,
  '/api/readings?planId=qetdz-2016&year=2019',
  '/api/todo',
  '/api/session',
  '/api/plans',
];
const READERS = 4;
const READING_MS = 250;
const WRITING_MS = 2000;

/** Made one after the other, now and then: what costs a server the most memory. */
const FILES = [
  `${PLAN}/export?what=readings&format=xlsx`,
  `${PLAN}/export?what=history&format=csv`,
  `${PLAN}/years/2019/reports/zone/file`,
  `${PLAN}/sheets/2019/template?departmentId=steb`,
];
const FILE_EVERY_MS = 20_000;
const SIGN_IN_EVERY_MS = 60_000;

interface Sample {
  readonly rss: number;
  readonly heap: number;
}

/**
 * A moderate load for an hour (BIAOCHI_BENCH_MINUTES for another while): four readers, four clerks,
 * twenty walls, a document every twenty seconds, somebody who signs in every minute. A single sample
 * says where the collector happened to stand, so the lowest of each tenth of the time is compared.
 */
export async function hour(): Promise<Figure[]> {
  const folder = await demoFolder();
  const file = join(temporaryFolder(), 'heap.json');
  const environment = { ...productOver(folder), ...heapProbe(file) };
  const product = await startServer(['server/main.ts'], environment);
  const cookie = await signIn(product, folder, 'reviewer');
  const clerks = await Clerks.begin(
    product.origin,
    await signIn(product, folder, 'reporter'),
    CLERKS,
  );
  const port = Number(new URL(product.origin).port);
  const walls = await Promise.all(Array.from({ length: LISTENERS }, () => listenTo(port, cookie)));
  const over = performance.now() + MINUTES * 60_000;
  const asked = { answers: 0, files: 0, signIns: 0 };
  const until = async (pause: number, act: (nth: number) => Promise<unknown>, from = 0) => {
    for (let nth = from; performance.now() < over; nth += 1) {
      await act(nth);
      await sleep(pause);
    }
  };
  const samples: Sample[] = [];
  await Promise.all([
    ...Array.from({ length: READERS }, (_, who) =>
      until(
        READING_MS,
        async (nth) => {
          await fetchAll(product, cookie, PAGES[nth % PAGES.length] ?? '/');
          asked.answers += 1;
        },
        who * 3,
      ),
    ),
    until(FILE_EVERY_MS, async (nth) => {
      await fetchAll(product, cookie, FILES[nth % FILES.length] ?? '/');
      asked.files += 1;
    }),
    until(SIGN_IN_EVERY_MS, async () => {
      await signIn(product, folder, 'leader');
      asked.signIns += 1;
    }),
    until(WRITING_MS, () => clerks.writeEach(product.origin)),
    until(SAMPLE_MS, async () => {
      const report = readReport(file);
      if (report !== null) {
        samples.push({
          rss: residentMemory(product.pid) ?? report.rss / 1e6,
          heap: report.heapUsed / 1e6,
        });
      }
    }),
  ]);
  for (const wall of walls) wall.hangUp();
  await product.stop();
  return figuresOf(samples, {
    ...asked,
    changes: clerks.acknowledged.length,
  });
}

function readReport(file: string): HeapReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as HeapReport;
  } catch {
    // Not written yet, or just being written.
    return null;
  }
}

async function fetchAll({ origin }: Running, cookie: string, path: string): Promise<void> {
  const answer = await fetch(origin + path, { headers: { cookie } });
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${Buffer.from(bytes).toString()}`);
}

function figuresOf(samples: readonly Sample[], done: Readonly<Record<string, number>>): Figure[] {
  const tenths = Array.from({ length: 10 }, (_, at) =>
    samples.slice(
      Math.floor((samples.length * at) / 10),
      Math.floor((samples.length * (at + 1)) / 10),
    ),
  );
  const lowest = (pick: (sample: Sample) => number): number[] =>
    tenths.map((tenth) => Math.min(...tenth.map(pick)));
  const rss = lowest((sample) => sample.rss);
  const heap = lowest((sample) => sample.heap);
  const settled = Math.ceil(10 * SETTLED);
  const grown = (curve: readonly number[]): number =>
    (curve.at(-1) ?? 0) - Math.min(...curve.slice(settled, settled + 2));
  const curve = (values: readonly number[]): string =>
    values.map((value) => value.toFixed(0)).join(' ');
  return [
    information(
      `${MINUTES} minutes of moderate load`,
      Object.entries(done)
        .map(([what, times]) => `${times.toLocaleString('en')} ${what}`)
        .join(', '),
    ),
    bounded('memory (RSS) grown after the first quarter', grown(rss), 'MB', ['≤', 30], curve(rss)),
    bounded('heap grown after the first quarter', grown(heap), 'MB', ['≤', 10], curve(heap)),
    information(
      'highest memory (RSS) of the hour',
      `${number(Math.max(...samples.map((sample) => sample.rss)))} MB`,
    ),
  ];
}
