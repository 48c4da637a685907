import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'dist/client');
const PAGE = join(OUT, 'index.html');

/** What the built client is made of; a newer one of these makes it out of date. */
const SOURCES = ['client', 'shared', 'package-lock.json', 'vite.config.ts'];

/** When a file, or the newest file below a folder, was last changed. Folders count: files go too. */
function changedAt(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, changedAt(join(path, name))),
    stat.mtimeMs,
  );
}

function isFresh(): boolean {
  if (!existsSync(PAGE)) return false;
  const built = statSync(PAGE).mtimeMs;
  return SOURCES.every((source) => changedAt(join(ROOT, source)) <= built);
}

/** Writes `x.js.br` and `x.js.gz` beside each text file, so that the server never compresses. */
function writeTwins(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js|css|svg|json|txt)$/.test(name)) continue;
    const file = join(folder, name);
    const plain = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
}

/**
 * `node client/build.ts [--force]`: builds the client into dist/client unless it is there and newer
 * than everything it is made of. Prints one line when it builds, nothing otherwise.
 */
async function main(): Promise<void> {
  if (!process.argv.includes('--force') && isFresh()) return;
  const started = new Date();
  // Only now: a fresh client must not wait for the bundler to load.
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
  writeTwins(OUT);
  // What changes while it builds makes it out of date again.
  utimesSync(PAGE, started, started);
  const seconds = ((Date.now() - started.getTime()) / 1000).toFixed(1);
  console.log(`client built in ${seconds} s`);
}

await main();
