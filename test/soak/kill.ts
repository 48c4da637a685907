import { setTimeout as wait } from 'node:timers/promises';
import { verifyDatabase } from '../../server/verify.ts';
import { bounded, type Figure, information } from '../bench/figures.ts';
import { demoFolder, withDatabase } from '../bench/folders.ts';
import { startProduct } from '../bench/processes.ts';
import { signIn } from '../bench/session.ts';
import { Clerks, lost } from './clerks.ts';

const CLERKS = 8;

/** kill -9 while eight clerks write: 25 rounds, a thousand acknowledged changes and more. */
export function kill(): Promise<Figure[]> {
  return killed(25);
}

/** @param rounds how often the server is killed and started again */
export async function killed(rounds: number): Promise<Figure[]> {
  const folder = await demoFolder();
  let product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'reporter');
  const clerks = await Clerks.begin(product.origin, cookie, CLERKS);
  let slowest = 0;
  const missing: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const before = clerks.acknowledged.length;
    const work = clerks.work(product.origin, new AbortController().signal);
    // Not a moment after the start, but a number of answers: also on a slow machine there is load.
    while (clerks.acknowledged.length < before + 40) await wait(5);
    await wait(Math.random() * 200);
    await product.kill();
    missing.push(...(await work), ...lost(folder, clerks.acknowledged));
    const from = performance.now();
    product = await startProduct(folder);
    slowest = Math.max(slowest, performance.now() - from);
    await clerks.readAgain(product.origin);
  }
  const code = await product.stop();
  // Throws with what is damaged.
  await withDatabase(folder, verifyDatabase);
  if (missing.length > 0) console.error(missing.slice(0, 20).join('\n'));
  return [
    information(`kill -9 under load, ${rounds} rounds`, `${clerks.acknowledged.length} changes`),
    bounded('acknowledged changes or their audit rows that are lost', missing.length, '', ['≤', 0]),
    bounded('slowest start after it', slowest / 1000, 's', ['≤', 5]),
    bounded('exit code of the last, ordinary stop', code ?? 255, '', ['≤', 0]),
  ];
}
