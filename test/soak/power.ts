import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { filesFolder } from '../../server/data-folder.ts';
import { pathOf } from '../../server/files/keep.ts';
import { verifyDatabase } from '../../server/verify.ts';
import { bounded, type Figure, information } from '../bench/figures.ts';
import { demoFolder, temporaryFolder, withDatabase } from '../bench/folders.ts';
import { productOver, type Running, startServer } from '../bench/processes.ts';
import { signIn } from '../bench/session.ts';
import { type Acknowledged, Clerks, lost } from './clerks.ts';
import { CUTS, Disk } from './disk.ts';
import { CALLS, TraceReader } from './trace.ts';

const INSTANTS = 20;
const CHANGES = 400;
const UPLOADS = 12;

/**
 * A power cut at twenty instants of a server that is written to and takes files, each in three ways:
 * what was not yet synced is dropped, torn, or arrives in any order. Every change and file that was
 * acknowledged before the instant is there, and the database is whole.
 */
export async function power(): Promise<Figure[]> {
  if (spawnSync('strace', ['-V']).status !== 0) {
    return [information('power cut', 'not run: there is no strace on this machine')];
  }
  const folder = await demoFolder();
  const work = temporaryFolder();
  const trace = join(work, 'trace');
  const disk = new Disk(folder);
  await writeUnder(folder, trace);

  const lines = await count(trace);
  const instants = new Set<number>();
  while (instants.size < INSTANTS) instants.add(Math.floor(lines * (0.1 + 0.9 * Math.random())));
  const reader = new TraceReader(folder);
  const changes: Acknowledged[] = [];
  const files: string[] = [];
  const faults: string[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(trace) })) {
    const act = reader.read(text);
    if (act?.kind === 'answer') hear(act.text, changes, files);
    else if (act !== null) disk.apply(act);
    line += 1;
    if (!instants.has(line)) continue;
    for (const cut of CUTS) {
      const left = join(work, `${line}-${cut}`);
      disk.cut(cut, folder, left, Math.random);
      const found = await faultsOf(left, changes, files);
      faults.push(...found.map((fault) => `line ${line}, ${cut}: ${fault}`));
      rmSync(left, { recursive: true });
    }
  }
  if (faults.length > 0) console.error(faults.slice(0, 20).join('\n'));
  return [
    information(
      `power cut at ${INSTANTS} instants, ${CUTS.join(', ')}`,
      `${changes.length} changes, ${files.length} files`,
    ),
    bounded('acknowledged before the cut and lost, or damaged', faults.length, '', ['≤', 0]),
  ];
}

/** Runs the product under a trace of its system calls, and makes it work. */
async function writeUnder(folder: string, trace: string): Promise<void> {
  const words = ['-f', '-y', '-qq', '-xx', '-s', '4000000', '-e', `trace=${CALLS}`];
  const product = await startServer(['server/main.ts'], productOver(folder), [
    'strace',
    ...words,
    '-o',
    trace,
    process.execPath,
  ]);
  const cookie = await signIn(product, folder, 'reporter');
  const clerks = await Clerks.begin(product.origin, cookie, 6);
  const enough = new AbortController();
  const work = clerks.work(product.origin, enough.signal);
  const sent = sendFiles(product, cookie);
  while (clerks.acknowledged.length < CHANGES) await wait(20);
  enough.abort();
  const refusals = await work;
  await sent;
  // Not an ordinary stop, which would bring everything to rest.
  spawnSync('pkill', ['-KILL', '-P', String(product.pid)]);
  await product.stop();
  if (refusals.length > 0) throw new Error(refusals[0]);
}

async function sendFiles({ origin }: Running, cookie: string): Promise<void> {
  const readings = await fetch(`${origin}/api/readings?year=2020`, { headers: { cookie } });
  const { items } = (await readings.json()) as { items: { id: string }[] };
  for (let nth = 0; nth < UPLOADS; nth += 1) {
    const form = new FormData();
    const content = `%PDF-1.4\n% ${nth} ${'x'.repeat(50_000)}\n%%EOF\n`;
    form.set('file', new File([content], `${nth}.pdf`, { type: 'application/pdf' }));
    const url = `${origin}/api/readings/${items[nth % items.length]?.id}/evidence`;
    const answer = await fetch(url, { method: 'POST', headers: { cookie, origin }, body: form });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
}

/** What an answer promises: a version of a reading with its value, or a file by its hash. */
function hear(text: string, changes: Acknowledged[], files: string[]): void {
  if (!/^HTTP\/1\.1 20[01] /.test(text)) return;
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  if (!body.startsWith('{')) return;
  const said = JSON.parse(body) as Partial<Record<string, unknown>>;
  const { id, version, value, indicatorId, sha256 } = said;
  if (typeof sha256 === 'string') files.push(sha256);
  if (typeof id !== 'string' || typeof version !== 'number' || version < 2) return;
  if (typeof value === 'number' && typeof indicatorId === 'string') {
    changes.push({ readingId: id, version, value });
  }
}

async function faultsOf(
  folder: string,
  changes: readonly Acknowledged[],
  files: readonly string[],
): Promise<string[]> {
  try {
    await withDatabase(folder, verifyDatabase);
    return [...lost(folder, changes), ...files.filter((hash) => !isWhole(folder, hash))];
  } catch (error) {
    return [String(error)];
  }
}

function isWhole(folder: string, hash: string): boolean {
  const place = pathOf(filesFolder(folder), hash);
  if (!existsSync(place)) return false;
  return createHash('sha256').update(readFileSync(place)).digest('hex') === hash;
}

async function count(file: string): Promise<number> {
  let lines = 0;
  for await (const _line of createInterface({ input: createReadStream(file) })) lines += 1;
  return lines;
}
