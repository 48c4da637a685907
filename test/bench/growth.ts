import { cpSync } from 'node:fs';
import { databaseFile } from '../../server/data-folder.ts';
import { PATH } from './dashboard.ts';
import { bounded, type Figure, median, number } from './figures.ts';
import { demoFolder, temporaryFolder } from './folders.ts';
import { freshAnswers } from './fresh.ts';
import { loadUp } from './load.ts';
import { addPlans } from './many-plans.ts';
import { startProduct } from './processes.ts';
import { signIn } from './session.ts';

const ROUNDS = 5;
const SECONDS = 2;
const FRESH_A_ROUND = 8;

interface Crowd {
  readonly plans: number;
  readonly url: string;
  readonly file: string;
  readonly cookie: string;
  readonly kept: number[];
  readonly fresh: number[];
  stop(): Promise<void>;
}

/** The same board out of a database of 1, 100 and 1,000 plans, each reported for five years. */
export async function growth(): Promise<Figure[]> {
  const one = await demoFolder();
  const hundred = copyOf(one);
  await addPlans(hundred, 1, 99);
  const thousand = copyOf(hundred);
  await addPlans(thousand, 100, 999);
  const alone = await open(1, one);
  const crowds = [alone, await open(100, hundred), await open(1000, thousand)];
  for (const { url, cookie } of crowds) await loadUp(url, cookie, SECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { url, cookie, kept } of crowds) {
      kept.push((await loadUp(url, cookie, SECONDS)).rate);
    }
    // Turn by turn, so that whatever else the machine does meets all three.
    for (let turn = 0; turn < FRESH_A_ROUND; turn += 1) {
      for (const { file, url, cookie, fresh } of crowds) {
        fresh.push(...(await freshAnswers(file, url, cookie, 1)));
      }
    }
  }
  for (const crowd of crowds) await crowd.stop();
  return crowds
    .slice(1)
    .flatMap((crowd) => [
      bounded(
        `board answer with ${number0(crowd.plans)} plans, times as slow as with 1`,
        median(alone.kept.map((rate, round) => rate / (crowd.kept[round] ?? 0))),
        '',
        ['≤', 1.2],
        `${number(median(crowd.kept))} /s : ${number(median(alone.kept))} /s`,
      ),
      bounded(
        `the same made anew after a write`,
        median(crowd.fresh) / median(alone.fresh),
        '',
        ['≤', 1.2],
        `${number(median(crowd.fresh))} ms : ${number(median(alone.fresh))} ms`,
      ),
    ]);
}

const number0 = (value: number): string => value.toLocaleString('en');

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function open(plans: number, folder: string): Promise<Crowd> {
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'leader');
  const url = `${product.origin}${PATH}`;
  return {
    plans,
    url,
    file: databaseFile(folder),
    cookie,
    kept: [],
    fresh: [],
    stop: async () => void (await product.stop()),
  };
}
