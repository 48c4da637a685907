import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_ENTRY } from '../../server/backup/manifest.ts';
import { proveArchive } from '../../server/backup/restore-archive.ts';
import { backupsFolder, databaseFile } from '../../server/data-folder.ts';
import { listMigrations } from '../../server/db/migrate.ts';
import type { Opened } from '../../server/db/open.ts';
import { verifyChainOf, verifyDatabase } from '../../server/verify.ts';
import {
  FIRST_SCHEMA,
  lostRows,
  makeOlderFolder,
  migrationsOf,
} from '../support/older-database.ts';
import { bounded, type Figure, information, number } from '../bench/figures.ts';
import { temporaryFolder, withDatabase } from '../bench/folders.ts';
import { productOver, type Running, startProduct, startServer } from '../bench/processes.ts';

const WITHIN = 30;
const ANYWHERE = 10;
/** Versions of one figure, each with its row of the log: enough for a migration that takes its time. */
const CHANGES = 6000;
const NEWEST = listMigrations().length;
/** What every start adds to, or makes anew. */
const OF_THE_START = ['audit_log', 'backup_runs', 'setup_links', 'installation'];

interface Tally {
  old: number;
  new: number;
}

/**
 * The server of now is started over the folder of the first program and killed (SIGKILL): thirty times
 * inside the migration, ten times anywhere between its first line and its address. What it leaves
 * is the old database or the new one, with every row; the next start makes the same of it as a start
 * that nobody disturbed, after a backup that can be restored.
 */
export async function upgrade(): Promise<Figure[]> {
  const work = temporaryFolder();
  const model = join(work, 'model');
  await makeOlderFolder(model, CHANGES);
  const before = databaseFile(model);
  const size = readFileSync(before).length;

  const undisturbed = copyOf(model, join(work, 'undisturbed'));
  const { inMigration, wholeStart } = await upgradeUndisturbed(undisturbed, join(work, 'took'));

  const faults: string[] = [];
  const left: Tally = { old: 0, new: 0 };
  const instants = [
    ...Array.from({ length: WITHIN }, (_, nth) => ({ within: (inMigration * (nth + 1)) / WITHIN })),
    ...Array.from({ length: ANYWHERE }, () => ({ anywhere: wholeStart * Math.random() })),
  ];
  for (const [nth, instant] of instants.entries()) {
    const folder = copyOf(model, join(work, String(nth)));
    await startAndKill(folder, instant);
    const found = await faultsAfter(folder, before, left);
    found.push(...(await faultsOfNextStart(folder, before, databaseFile(undisturbed))));
    faults.push(...found.map((fault) => `${JSON.stringify(instant)}: ${fault}`));
    rmSync(folder, { recursive: true });
  }
  if (faults.length > 0) console.error(faults.slice(0, 20).join('\n'));
  return [
    information(
      `upgrade of ${number(size / 1e6)} MB from schema ${FIRST_SCHEMA} to ${NEWEST}, undisturbed`,
      `${number(inMigration)} ms`,
    ),
    information(
      `killed at ${instants.length} instants, ${WITHIN} of them inside the migration`,
      `${left.old} left the old one, ${left.new} the new one`,
    ),
    bounded('left neither, lost a row, or had no backup', faults.length, '', ['≤', 0]),
  ];
}

function copyOf(model: string, folder: string): string {
  cpSync(model, folder, { recursive: true });
  return folder;
}

/** @returns milliseconds: of the migration, and from the first line to the address */
async function upgradeUndisturbed(
  folder: string,
  tookFile: string,
): Promise<{ inMigration: number; wholeStart: number }> {
  const from = performance.now();
  const product = await startWatched(folder, { SOAK_TOOK: tookFile });
  const wholeStart = performance.now() - from;
  await product.stop();
  return { inMigration: Number(readFileSync(tookFile, 'utf8')), wholeStart };
}

function startWatched(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const words = ['--import', './test/soak/kill-migrating.ts', 'server/main.ts'];
  return startServer(words, { ...productOver(folder), ...environment });
}

async function startAndKill(
  folder: string,
  instant: { readonly within: number } | { readonly anywhere: number },
): Promise<void> {
  const starting =
    'within' in instant
      ? startWatched(folder, { SOAK_KILL_AFTER: String(instant.within) })
      : startServer(['server/main.ts'], productOver(folder), [
          'timeout',
          '-s',
          'KILL',
          String(instant.anywhere / 1000),
          process.execPath,
        ]);
  const product = await starting.catch(() => null);
  // It was quicker than the one that was measured.
  await product?.stop();
}

/** Looks into what a killed one left, with nothing but SQLite. */
async function faultsAfter(folder: string, before: string, left: Tally): Promise<string[]> {
  return withDatabase(folder, async (database) => {
    const schema = migrationsOf(database.connection);
    if (schema === FIRST_SCHEMA) left.old += 1;
    else if (schema === NEWEST) left.new += 1;
    else return [`schema ${schema} is between the two`];
    if (schema === NEWEST && upgradesIn(folder).length === 0) return ['upgraded without a backup'];
    return damageOf(database, schema === NEWEST, folder, before);
  });
}

async function damageOf(
  database: Opened,
  isNew: boolean,
  folder: string,
  before: string,
): Promise<string[]> {
  try {
    await (isNew ? verifyDatabase : verifyChainOf)(database);
    return lostRows(before, databaseFile(folder));
  } catch (error) {
    return [String(error)];
  }
}

/** The start that the operator or the service manager makes next, without anything done by hand. */
async function faultsOfNextStart(
  folder: string,
  before: string,
  undisturbed: string,
): Promise<string[]> {
  const product = await startProduct(folder).catch((error: unknown) => String(error));
  if (typeof product === 'string') return [product];
  const health = await fetch(`${product.origin}/api/health`);
  const faults = health.status === 200 ? [] : [`health is ${health.status}`];
  if ((await product.stop()) !== 0) faults.push('it did not stop as it should');
  faults.push(
    ...(await withDatabase(folder, (database) => damageOf(database, true, folder, before))),
    ...lostRows(undisturbed, databaseFile(folder), OF_THE_START),
    ...lostRows(databaseFile(folder), undisturbed, OF_THE_START),
  );
  // The newest of them: one that was being made when the process was killed is not there at all.
  const saved = upgradesIn(folder).at(-1);
  if (saved === undefined) return [...faults, 'there is no backup'];
  const scratch = join(folder, 'scratch');
  await proveArchive(join(backupsFolder(folder), saved), scratch);
  return [...faults, ...lostRows(before, join(scratch, DATABASE_ENTRY))];
}

function upgradesIn(folder: string): string[] {
  const backups = backupsFolder(folder);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => /^upgrade-.*\.zip$/.test(name))
    .sort();
}
