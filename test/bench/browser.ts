import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { launchBrowser } from '../support/browser/launch.ts';
import { draw } from './drawing.ts';
import { bounded, type Figure, median, number } from './figures.ts';
import { demoFolder, temporaryFolder } from './folders.ts';
import { ROOT, startBare, startProduct } from './processes.ts';
import { signIn } from './session.ts';

const ROUNDS = 5;
const ROW = 'tr[data-row]';
const CURVE = '.recharts-line-curve';
const CHART = '.recharts-surface';
/** A ratio of five years: the page with the trajectory. */
const INDICATOR = '/indicators/im-automated-enterprise-share?year=2019';

/** The overview of the built client beside a page of 25 Recharts charts, and what is sent for it. */
export async function browser(): Promise<Figure[]> {
  buildClient();
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'leader');
  const bare = await startBare('bare-page.ts', await buildBarePage());
  const chromium = await launchBrowser();
  const overview = { url: `${product.origin}/?year=2019`, selector: ROW, cookie };
  const charts = { url: `${bare.origin}/`, selector: CURVE, cookie: null };
  const figures: Figure[] = [];
  try {
    for (const slowdown of [1, 4]) {
      await draw(chromium, { ...overview, slowdown });
      await draw(chromium, { ...charts, slowdown });
      const rounds: { readonly ours: number; readonly theirs: number }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const ours = await draw(chromium, { ...overview, slowdown });
        const theirs = await draw(chromium, { ...charts, slowdown });
        rounds.push({ ours: ours.ms, theirs: theirs.ms });
      }
      const ours = median(rounds.map((round) => round.ours));
      const theirs = median(rounds.map((round) => round.theirs));
      figures.push(
        bounded(
          `first row of the overview, share of 25 charts' time, processor ${slowdown === 1 ? 'as it is' : `${slowdown}× slower`}`,
          median(rounds.map((round) => round.ours / round.theirs)),
          '',
          ['≤', 0.5],
          `${number(ours)} ms : ${number(theirs)} ms`,
        ),
      );
    }
    const indicator = { url: `${product.origin}${INDICATOR}`, selector: CHART, cookie };
    const sent = await draw(chromium, { ...overview, slowdown: 1 });
    const sentWithChart = await draw(chromium, { ...indicator, slowdown: 1 });
    figures.push(
      bounded('JS and CSS of the overview, gzip', kilobytes(sent.files), 'kB', ['≤', 240]),
      bounded('the same with the trajectory', kilobytes(sentWithChart.files), 'kB', ['≤', 360]),
    );
  } finally {
    await chromium.close();
    await Promise.all([product.stop(), bare.stop()]);
  }
  return figures;
}

export function buildClient(): void {
  const { status, stderr } = spawnSync(process.execPath, ['client/build.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the client was not built: ${stderr}`);
}

async function buildBarePage(): Promise<string> {
  const outDir = temporaryFolder();
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'bare-charts'),
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  return outDir;
}

/** What the files weigh as they are sent with gzip, in kB of 10³ bytes. */
export function kilobytes(files: readonly string[]): number {
  const sizes = files.map((url) => {
    const file = join(ROOT, 'dist/client', new URL(url).pathname);
    return gzipSync(readFileSync(file), { level: 9 }).length;
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
