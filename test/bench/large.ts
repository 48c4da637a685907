import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bounded, type Figure, median, number } from './figures.ts';
import { demoFolder, temporaryFolder } from './folders.ts';
import { ROOT, type Running, startProduct } from './processes.ts';
import { signIn } from './session.ts';

/** 54 files of 19 MB: a gigabyte of scans, none like another and none that can be packed. */
const FILES = 54;
const BYTES = 19_000_000;
const ROUNDS = 5;

/** A data folder of a gigabyte: how long the start takes, a backup while nobody works, and a restore. */
export async function large(): Promise<Figure[]> {
  const folder = await demoFolder();
  let product = await startProduct(folder);
  await fill(product, await signIn(product, folder, 'reporter'));
  await product.stop();
  const starts: number[] = [];
  const backups: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    product = await startProduct(folder);
    await (await fetch(`${product.origin}/api/health`)).json();
    starts.push(performance.now() - from);
    if (round < ROUNDS - 1) await product.stop();
  }
  const work = temporaryFolder();
  for (let round = 0; round < 3; round += 1) {
    backups.push(await timed(folder, 'backup', join(work, `${round}.zip`)));
  }
  await product.stop();
  const size = statSync(join(work, '0.zip')).size / 1e9;
  const restored = await timed(join(work, 'restored'), 'restore', join(work, '0.zip'));
  return [
    bounded('start with 1 GB of evidence, to the first answer', median(starts) / 1000, 's', [
      '≤',
      2,
    ]),
    bounded('backup of 1 GB, proved', median(backups), 's', ['≤', 60], `${number(size)} GB`),
    bounded('restore of it into an empty folder, proved', restored, 's', ['≤', 60]),
  ];
}

async function fill({ origin }: Running, cookie: string): Promise<void> {
  const readings: string[] = [];
  for (const indicatorId of ['im-smart-workshops', 'im-digital-products']) {
    const made = await fetch(`${origin}/api/readings`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      // Not reported in the demo.
      body: JSON.stringify({ indicatorId, year: 2020, value: 1 }),
    });
    readings.push(((await made.json()) as { id: string }).id);
  }
  for (let nth = 0; nth < FILES; nth += 1) {
    const form = new FormData();
    const bytes = [Buffer.from('%PDF-1.4\n'), randomBytes(BYTES), Buffer.from('\n%%EOF\n')];
    form.set('file', new File([Buffer.concat(bytes)], `${nth}.pdf`));
    const url = `${origin}/api/readings/${readings[nth % readings.length]}/evidence`;
    const answer = await fetch(url, { method: 'POST', headers: { cookie, origin }, body: form });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
}

/** One word of the command line over a folder. @returns seconds */
async function timed(folder: string, word: string, file: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, ['server/cli.ts', word, file], {
    cwd: ROOT,
    env: { ...process.env, BIAOCHI_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${word} ended with ${String(code)}`);
  return (performance.now() - from) / 1000;
}
