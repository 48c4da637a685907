import { setTimeout as sleep } from 'node:timers/promises';
import { bounded, type Figure, information, median } from './figures.ts';
import { demoFolder } from './folders.ts';
import { residentMemory, type Running, startProduct } from './processes.ts';
import { signIn } from './session.ts';

const ROUNDS = 7;
const PLAN = 'qetdz-2016';
/** The last year of the demo with all its figures: 26 indicators, 30 measures, a chart of each figure. */
const REPORT = `/api/plans/${PLAN}/years/2019/reports/zone/file`;
const BOARD = `/api/plans/${PLAN}/dashboard?year=2019`;
const SAMPLE_MS = 20;
/** Of a page that is looked at meanwhile: ten people who each ask for the board ten times a second. */
const ASKERS = 10;
const BETWEEN_MS = 100;
const AT_ONCE = 10;

interface Answer {
  readonly status: number;
  readonly seconds: number;
  readonly retryAfter: number | null;
}

/** The merged report as a document: how long it takes, what it costs, and what others notice of it. */
export async function report(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'reviewer');
  const first = await ask(product, cookie);
  const highest = await whileSampling(product, async () => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push((await ask(product, cookie)).seconds);
    return times;
  });
  let answers: Answer[] = [];
  const meanwhile = await whileSampling(product, async () => {
    const quiet = await askedMeanwhile(product, cookie, () => sleep(4000));
    const busy = await askedMeanwhile(product, cookie, async () => {
      for (let round = 0; round < ROUNDS; round += 1) await ask(product, cookie);
    });
    const crowded = await askedMeanwhile(product, cookie, async () => {
      answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask(product, cookie)));
    });
    return { quiet, busy, crowded };
  });
  const { quiet, busy, crowded } = meanwhile.result;
  await product.stop();
  const refused = answers.filter(({ status }) => status === 503 || status === 429);
  const told = refused.filter(({ retryAfter }) => retryAfter !== null && retryAfter > 0).length;
  const made = answers.filter(({ status }) => status === 200).length;
  return [
    bounded('merged report as docx, median of 7', median(highest.result), 's', ['≤', 2]),
    information('the first after a start', `${first.seconds.toFixed(2)} s`),
    ...(highest.rss === null
      ? []
      : [bounded('highest memory meanwhile (RSS)', highest.rss, 'MB', ['≤', 300])]),
    ...(meanwhile.rss === null
      ? []
      : [
          bounded(
            'the same while ten people look at the board and ten ask for a report',
            meanwhile.rss,
            'MB',
            ['≤', 300],
          ),
        ]),
    bounded(
      'p99 of the board while one report after another is made',
      busy,
      'ms',
      ['≤', 100],
      `${quiet.toFixed(0)} ms quiet`,
    ),
    bounded('p99 of the board while 10 ask for a report at once', crowded, 'ms', ['≤', 100]),
    information(
      '10 reports asked for at once',
      `${made} made, ${refused.length} refused`,
      `${told} with Retry-After`,
    ),
  ];
}

async function ask({ origin }: Running, cookie: string): Promise<Answer> {
  const from = performance.now();
  const answer = await fetch(origin + REPORT, { headers: { cookie } });
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200 && answer.status !== 503 && answer.status !== 429) {
    throw new Error(Buffer.from(bytes).toString());
  }
  const after = answer.headers.get('retry-after');
  return {
    status: answer.status,
    seconds: (performance.now() - from) / 1000,
    retryAfter: after === null ? null : Number(after),
  };
}

async function whileSampling<T>(
  product: Running,
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly rss: number | null }> {
  let rss: number | null = null;
  const sample = (): void => {
    const now = residentMemory(product.pid);
    if (now !== null) rss = Math.max(rss ?? 0, now);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const result = await act();
  clearInterval(timer);
  sample();
  return { result, rss };
}

/** @returns the p99, in ms, of those who look at the board while something goes on */
async function askedMeanwhile(
  product: Running,
  cookie: string,
  act: () => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  const state = { over: false };
  const asker = async (offset: number): Promise<void> => {
    await sleep(offset);
    while (!state.over) {
      const from = performance.now();
      const answer = await fetch(product.origin + BOARD, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`the board answered ${answer.status}`);
      times.push(performance.now() - from);
      await sleep(BETWEEN_MS);
    }
  };
  const askers = Array.from({ length: ASKERS }, (_, at) => asker((at * BETWEEN_MS) / ASKERS));
  await act();
  state.over = true;
  await Promise.all(askers);
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
