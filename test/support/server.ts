import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject, onTestFinished, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The product as its operator starts it: a process of its own, over a folder of its own. */
export interface Server {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  /** Where its data are. */
  readonly folder: string;
  /** What it has printed since it started. */
  readonly printed: () => string;
  /** SIGTERM, and waits until it is gone. Throws when it ends with anything but 0. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts `node server/main.ts` with the built client on a free port and waits until it listens; with
 * `--demo` in a fresh folder that is after the demo has been filled (10 to 20 s).
 * Throws with what it printed where it ends instead.
 */
export function startServer(folder: string, ...words: readonly string[]): Promise<Server> {
  return startServerAt(0, folder, ...words);
}

/** The same on a port that is known already: the address of a server that was stopped. */
export function startServerAt(
  port: number,
  folder: string,
  ...words: readonly string[]
): Promise<Server> {
  return startProgram([process.execPath, 'server/main.ts', ...words], port, folder);
}

/**
 * The same where the system lets no file grow beyond a size, as on a disk that is full for all that is
 * larger.
 * @param largestFile in blocks, which a shell counts as 512 or as 1,024 bytes
 */
export function startServerWithin(largestFile: number, folder: string): Promise<Server> {
  const limited = `ulimit -f ${largestFile} && exec "$0" server/main.ts`;
  return startProgram(['sh', '-c', limited, process.execPath], 0, folder);
}

/**
 * The same as the next release of the product would be: its page begins with another script, which
 * does the same. Thrown away when the test ends.
 */
export function startUpgradedAt(port: number, folder: string): Promise<Server> {
  const product = mkdtempSync(join(tmpdir(), 'biaochi-upgraded-'));
  onTestFinished(() => rmSync(product, { recursive: true, force: true }));
  for (const part of ['server', 'shared', 'migrations', 'dist', 'package.json']) {
    cpSync(join(ROOT, part), join(product, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(product, 'node_modules'));
  const client = join(product, 'dist/client');
  const page = readFileSync(join(client, 'index.html'), 'utf8');
  // The one script that no other fetches by its name.
  const [first = ''] = /assets\/polyfills-[^"]+\.js/.exec(page) ?? [];
  const next = first.replace('.js', '-next.js');
  renameSync(join(client, first), join(client, next));
  for (const ending of ['.br', '.gz']) rmSync(join(client, `index.html${ending}`));
  writeFileSync(join(client, 'index.html'), page.replace(first, next));
  return startProgram([process.execPath, 'server/main.ts', '--demo'], port, folder, product);
}

async function startProgram(
  [program, ...words]: readonly [string, ...string[]],
  port: number,
  folder: string,
  product = ROOT,
): Promise<Server> {
  const child = spawn(program, words, {
    cwd: product,
    env: {
      ...process.env,
      BIAOCHI_HOST: '127.0.0.1',
      BIAOCHI_PORT: String(port),
      BIAOCHI_DATA: folder,
      // Many pages are opened in a minute, by one address.
      BIAOCHI_RATE_LIMIT: '1000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const gone = once(child, 'exit');
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /^标尺 Biaochi {2}(http:\/\/\S+)$/m.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => reject(new Error(`The server ended:\n${printed}`)));
  });
  return { origin, folder, printed: () => printed, stop: () => end(child, gone, () => printed) };
}

async function end(
  child: ChildProcess,
  gone: Promise<unknown[]>,
  printed: () => string,
): Promise<void> {
  child.kill('SIGTERM');
  const [code] = await gone;
  if (code !== 0) throw new Error(`The server ended with ${String(code)}:\n${printed()}`);
}

/**
 * A server for the tests of a file, or of a `describe`: `empty` as on its first start, `demo` with
 * the illustrative readings of 2015–2019, which are filled once in a run and copied from then on.
 *
 * `const server = useServer('demo');` and in a test `page.goto(server().origin)`.
 */
export function useServer(kind: 'empty' | 'demo'): () => Server {
  let folder: string;
  let server: Server | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'biaochi-browser-'));
    if (kind === 'demo') cpSync(await filledDemo(), folder, { recursive: true });
    server = await startServer(folder, ...(kind === 'demo' ? ['--demo'] : []));
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (server === undefined) throw new Error('the server is for tests and their beforeEach');
    return server;
  };
}

/** The folder of the demo of this run; the file that comes first fills it, the others wait for it. */
async function filledDemo(): Promise<string> {
  const demo = join(inject('runFolder'), 'demo');
  try {
    mkdirSync(join(inject('runFolder'), 'claimed'));
  } catch {
    await vi.waitUntil(() => existsSync(demo), { timeout: 110_000, interval: 100 });
    return demo;
  }
  const draft = mkdtempSync(join(inject('runFolder'), 'draft-'));
  await (await startServer(draft, '--demo')).stop();
  renameSync(draft, demo);
  return demo;
}

/** A server that can be gone for a while, and comes back at the same address. */
export interface LeavingServer extends Pick<Server, 'origin' | 'folder'> {
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

/**
 * A server of one test over a copy of what another one has. For pages that are closed while the line
 * is broken: a browser's own pretence of a broken line ends a moment before the page does, and what
 * was kept back goes out in that moment.
 */
export async function startLeavingServer(model: Server): Promise<LeavingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'biaochi-leaving-'));
  cpSync(model.folder, folder, { recursive: true });
  let running: Server | undefined = await startServer(folder, '--demo');
  const { origin } = running;
  const leave = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  onTestFinished(async () => {
    await leave();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    origin,
    folder,
    leave,
    async comeBack() {
      running = await startServerAt(Number(new URL(origin).port), folder, '--demo');
    },
  };
}

/** The password of a sample account of the demo, as the start prints it. */
export function passwordOf({ folder }: Pick<Server, 'folder'>, username: string): string {
  const file = readFileSync(join(folder, 'accounts.json'), 'utf8');
  const password = (JSON.parse(file) as Readonly<Record<string, string>>)[username];
  if (password === undefined) throw new Error(`the demo has no account ${username}`);
  return password;
}

/** What a browser keeps of somebody who has signed in, as Playwright's `storageState`. */
export interface SignedIn {
  readonly cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Strict';
  }[];
  readonly origins: { origin: string; localStorage: { name: string; value: string }[] }[];
}

/**
 * Signs a sample account of the demo in, without a page.
 *
 * `await browser.newPage({ storageState: await signedIn(server(), 'reviewer') })`
 */
export async function signedIn(
  server: Pick<Server, 'origin' | 'folder'>,
  username: string,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<SignedIn> {
  const { origin } = server;
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(server, username) }),
  });
  const [cookie] = answer.headers.getSetCookie();
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(cookie ?? '') ?? [];
  if (name === undefined || value === undefined) {
    throw new Error(`${username} is not let in: ${await answer.text()}`);
  }
  return {
    cookies: [
      {
        name,
        value,
        domain: '127.0.0.1',
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Strict',
      },
    ],
    origins: [{ origin, localStorage: [{ name: 'biaochi.language', value: language }] }],
  };
}

/** Opens a round of the demo's plan, as the reviewer does: what the checks find is binding then. */
export async function openRound(server: Server, year: number): Promise<void> {
  const { cookies } = await signedIn(server, 'reviewer');
  const answer = await fetch(`${server.origin}/api/plans/qetdz-2016/rounds`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    body: JSON.stringify({ year, opensOn: `${year}-12-01`, dueOn: '2099-01-31' }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}
