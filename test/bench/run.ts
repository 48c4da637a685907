import { cpus, loadavg, totalmem } from 'node:os';
import { browser } from './browser.ts';
import { dashboard } from './dashboard.ts';
import { deck } from './deck.ts';
import { desk } from './desk.ts';
import { exchange } from './exchange.ts';
import { growth } from './growth.ts';
import { hour } from './hour.ts';
import { large } from './large.ts';
import { histories } from './histories.ts';
import { live } from './live.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { start } from './start.ts';
import { writes } from './writes.ts';
import { years } from './years.ts';
import { type Figure, number, table } from './figures.ts';

/**
 * `npm run bench [-- PART …]`: measures and prints one table. A benchmark is no test: it exits with
 * 0 whatever the figures are, and with 2 for a part that there is not.
 */
const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  dashboard,
  growth,
  large,
  writes,
  desk,
  exchange,
  histories,
  report,
  review,
  live,
  deck,
  browser,
  start,
  years,
  hour,
};
/** Asked for by name alone. */
const LONG: readonly string[] = ['years', 'hour'];

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names =
  asked.length === 0 ? Object.keys(PARTS).filter((name) => !LONG.includes(name)) : asked;
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const [first] = cpus();
console.log(
  `${first?.model ?? 'unknown processor'}, ${cpus().length} cores, ` +
    `${number(totalmem() / 1e9)} GB, Node ${process.versions.node}, ` +
    `${new Date().toISOString().slice(0, 10)}, load before ${number(loadavg()[0] ?? 0)}\n`,
);
const figures: Figure[] = [];
for (const name of names) {
  const from = performance.now();
  figures.push(...((await PARTS[name]?.()) ?? []));
  console.error(`${name}: ${number((performance.now() - from) / 1000)} s`);
}
console.log(table(figures));
