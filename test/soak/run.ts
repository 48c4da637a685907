import { type Figure, number, table } from '../bench/figures.ts';
import { full } from './full.ts';
import { kill } from './kill.ts';
import { load } from './load.ts';
import { power } from './power.ts';
import { slow } from './slow.ts';
import { upgrade } from './upgrade.ts';

/**
 * `npm run soak [-- PART …]`: the long runs of docs/security.md, with a table at the end. Exits with 1
 * if anything did not hold, with 2 for a part that there is not.
 */
const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  kill,
  upgrade,
  power,
  full,
  slow,
  load,
};

const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(PARTS) : asked;
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const name of names) {
  const from = performance.now();
  try {
    figures.push(...((await PARTS[name]?.()) ?? []));
  } catch (error) {
    console.error(error);
    figures.push({ name, measured: 'broke off', against: '', target: 'to the end', met: false });
  }
  console.error(`${name}: ${number((performance.now() - from) / 1000)} s`);
}
console.log(table(figures));
process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0;
