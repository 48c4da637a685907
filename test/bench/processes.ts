import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A server of its own process that listens on 127.0.0.1. */
export interface Running {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  readonly pid: number;
  /** Ends it as its operator does, and waits until it is gone. @returns its exit code */
  stop(): Promise<number | null>;
  /** kill -9, in the middle of whatever it does. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Whatever ends the bench ends its servers, too. */
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts this very Node with a script that prints its address once it listens.
 * @param words the script, from the root of the project, and its arguments
 * @param program what runs the script: Node, or something that runs Node
 * @throws Error with what it printed when it ends without listening
 */
export async function startServer(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  program: readonly [string, ...string[]] = [process.execPath],
): Promise<Running> {
  const [file, ...before] = program;
  const child = spawn(file, [...before, ...words], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const gone = once(child, 'exit').finally(() => running.delete(child));
  const origin = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => reject(new Error(`${words.join(' ')} ended:\n${printed}`)));
  });
  return {
    origin,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** How the product is started over a data folder, on a port of its own choice (0) or a known one. */
export function productOver(folder: string, port = 0): Readonly<Record<string, string>> {
  return {
    BIAOCHI_HOST: '127.0.0.1',
    BIAOCHI_PORT: String(port),
    BIAOCHI_DATA: folder,
    BIAOCHI_RATE_LIMIT: '100000000',
    NODE_ENV: 'production',
  };
}

/** The product itself over a data folder. */
export function startProduct(folder: string): Promise<Running> {
  return startProductAt(0, folder);
}

/** The same on a port that is known already: the address of a server that was stopped; 0: any. */
export function startProductAt(port: number, folder: string): Promise<Running> {
  return startServer(['server/main.ts'], productOver(folder, port));
}

/** One of the bare servers that the product is measured against. */
export function startBare(script: string, ...words: readonly string[]): Promise<Running> {
  return startServer([`test/bench/${script}`, ...words], { NODE_ENV: 'production' });
}

/** Memory of a process that is in RAM, in MB of 10⁶ bytes; null where there is no /proc. */
export function residentMemory(pid: number): number | null {
  try {
    const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}

/**
 * How long the threads of a process have worked so far, in ms; null where there is no /proc. It is much
 * the same on a busy machine, where a clock on the wall tells of the others.
 */
export function processorTime(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return null;
  }
}
