import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '../../server/data-folder.ts';
import { bounded, type Figure, information, median, number } from './figures.ts';
import { demoFolder, temporaryFolder } from './folders.ts';
import { type Load, loadUp } from './load.ts';
import { startBare, startProduct } from './processes.ts';
import { freshAnswers } from './fresh.ts';
import { signIn } from './session.ts';

export const PATH = '/api/plans/qetdz-2016/dashboard?year=2019';
const ROUNDS = 5;
const SECONDS = 4;

/** The board's answer beside a bare route that sends the same bytes, 16 connections each. */
export async function dashboard(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'leader');
  const url = `${product.origin}${PATH}`;
  const answer = await fetch(url, { headers: { cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(bytes.toString());
  const file = join(temporaryFolder(), 'answer.json');
  writeFileSync(file, bytes);
  const bare = await startBare('bare-answer.ts', file);
  await loadUp(url, cookie, 2);
  await loadUp(`${bare.origin}/`, cookie, 2);
  const rounds: { readonly ours: Load; readonly theirs: Load }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await loadUp(url, cookie, SECONDS);
    rounds.push({ ours, theirs: await loadUp(`${bare.origin}/`, cookie, SECONDS) });
  }
  const fresh = await freshAnswers(databaseFile(folder), url, cookie, 20);
  await Promise.all([product.stop(), bare.stop()]);
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  const rate = of(({ ours }) => ours.rate);
  const bareRate = of(({ theirs }) => theirs.rate);
  const p99 = of(({ ours }) => ours.p99);
  const bareP99 = of(({ theirs }) => theirs.p99);
  return [
    bounded(
      `board answer (${number(bytes.length / 1000)} kB), share of the bare route's rate`,
      of(({ ours, theirs }) => ours.rate / theirs.rate),
      '',
      ['≥', 0.5],
      `${number(rate)} /s : ${number(bareRate)} /s`,
    ),
    bounded(
      'board answer, p99 in times of the bare route',
      of(({ ours, theirs }) => ours.p99 / Math.max(1, theirs.p99)),
      '',
      ['≤', 3],
      `${p99} ms : ${bareP99} ms`,
    ),
    information('board answer made anew after a write', `${number(median(fresh))} ms`),
  ];
}
