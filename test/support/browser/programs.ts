import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cached } from './cache.ts';
import { installed, ROOT } from './packages.ts';
import { unpackFolder, unpackProgram } from './unpack.ts';

/** A browser to start, and what its environment needs beyond the one that we run in. */
export interface Program {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A current Chromium: the one inside `@sparticuz/chromium`, or the machine's Chrome or Chromium
 * where that does not run (it is built for Linux on x64). Throws where there is neither.
 */
export async function currentChromium(): Promise<Program> {
  const found = (await packagedChromium()) ?? machineChrome();
  if (found === null) {
    throw new Error(
      'no browser: the packaged Chromium does not run here, and no Chrome is installed',
    );
  }
  return found;
}

async function packagedChromium(): Promise<Program | null> {
  if (!packagedBrowsersRun()) return null;
  const { folder, version } = installed('@sparticuz/chromium');
  const unpacked = await cached(`chromium-${version}`, async (draft) => {
    await unpackProgram(join(folder, 'bin/chromium.br'), join(draft, 'chromium'));
    await unpackFolder(join(folder, 'bin/swiftshader.tar.br'), draft);
  });
  return withLibraries(join(unpacked, 'chromium'));
}

function machineChrome(): Program | null {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const places = [
    ...onPath.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ];
  const path = places.find((place) => existsSync(place));
  return path === undefined ? null : { path, environment: {} };
}

const OLD = {
  package: 'chrome-aws-lambda@5.3.1',
  integrity:
    'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
} as const;

/**
 * Chromium 86, the engine of the browsers on many office computers, from the package
 * `chrome-aws-lambda@5.3.1`. It is fetched from the package registry on first use and checked
 * against its integrity, as a package-lock would; the decision record 0102 says why it is not a
 * dependency. Throws off Linux on x64, and where the registry cannot be reached the first time.
 */
export async function chromium86(): Promise<Program> {
  if (!packagedBrowsersRun()) throw new Error('Chromium 86 runs on Linux on x64 only');
  const unpacked = await cached('chromium-86', async (draft) => {
    const archive = await fetchPackage(draft);
    await unpackFolder(archive, draft);
    await unpackProgram(join(draft, 'package/bin/chromium.br'), join(draft, 'chromium'));
    await unpackFolder(join(draft, 'package/bin/swiftshader.tar.br'), join(draft, 'swiftshader'));
    await rm(archive);
    await rm(join(draft, 'package'), { recursive: true });
  });
  const program = await withLibraries(join(unpacked, 'chromium'));
  if (program === null) throw new Error('Chromium 86 does not find its libraries on this machine');
  return program;
}

/** By npm, as it knows the registry, the proxy and the certificates of this machine. */
async function fetchPackage(folder: string): Promise<string> {
  const npm = process.env['npm_execpath'] ?? '';
  const [program, first] = basename(npm) === 'npm-cli.js' ? [process.execPath, [npm]] : ['npm', []];
  const words = ['pack', OLD.package, '--prefer-offline', '--json', '--pack-destination', folder];
  await promisify(execFile)(program, [...first, ...words], { cwd: ROOT });
  const archive = join(folder, `${OLD.package.replace('@', '-')}.tgz`);
  const hash = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${hash}` !== OLD.integrity) {
    throw new Error(`${OLD.package} is not the archive that was reviewed`);
  }
  return archive;
}

function packagedBrowsersRun(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The program as it is where the machine has its libraries (NSS, NSPR, expat), otherwise with
 * those of the Amazon Linux archive of `@sparticuz/chromium`; null where it runs with neither.
 * The machine's own come first, as the archive needs glibc 2.34.
 */
async function withLibraries(path: string): Promise<Program | null> {
  if (findsLibraries(path, {})) return { path, environment: {} };
  const { folder, version } = installed('@sparticuz/chromium');
  const libraries = await cached(`libraries-${version}`, (draft) =>
    unpackFolder(join(folder, 'bin/al2023.tar.br'), draft),
  );
  const before = process.env['LD_LIBRARY_PATH'];
  const environment = {
    LD_LIBRARY_PATH: [join(libraries, 'lib'), ...(before ? [before] : [])].join(':'),
  };
  return findsLibraries(path, environment) ? { path, environment } : null;
}

/** Asks the dynamic loader to list the libraries without starting the program, as `ldd` does. */
function findsLibraries(path: string, environment: Readonly<Record<string, string>>): boolean {
  const listing = spawnSync(path, {
    env: { ...process.env, ...environment, LD_TRACE_LOADED_OBJECTS: '1' },
    encoding: 'utf8',
  });
  return listing.status === 0 && !`${listing.stdout}${listing.stderr}`.includes('not found');
}
