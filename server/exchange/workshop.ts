import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import type { Book, Mark, ReadBook } from './book.ts';

export type Job =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly book: Book }
  | {
      readonly kind: 'mark';
      readonly bytes: Uint8Array;
      readonly marks: readonly Mark[];
      /** Of the column that repeats the remarks. */
      readonly heading: string;
    };

/** What a worker answers: its result, or why it refused the file. */
export type Outcome = { readonly value: unknown } | { readonly refused: ProblemCode };

const LARGEST_HEAP_MB = 256;
const LONGEST_READ_MS = 5000;
const LONGEST_WRITE_MS = 60_000;
/** A second thread uses the second processor; more would only take turns with the server. */
const AT_ONCE = 2;
const MOST_WAITING = 16;
/** Loading the library takes longer than most sheets: a thread waits for the next one that long. */
const KEPT_FOR_MS = 5 * 60_000;

let running = 0;
const waiting: (() => void)[] = [];
const idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = [];

/**
 * Reads an uploaded workbook in a thread of its own, within 256 MB of heap and 5 seconds.
 * @throws Problem for a file that is no harmless workbook; busy when too many wait already
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadBook> {
  return (await run({ kind: 'read', bytes }, LONGEST_READ_MS)) as ReadBook;
}

/** Makes a workbook. @throws Problem busy when too many wait already */
export async function writeWorkbook(book: Book): Promise<Buffer> {
  return Buffer.from((await run({ kind: 'write', book }, LONGEST_WRITE_MS)) as Uint8Array);
}

/** The uploaded workbook with remarks at its cells. @throws as `readWorkbook` */
export async function markWorkbook(
  bytes: Uint8Array,
  marks: readonly Mark[],
  heading: string,
): Promise<Buffer> {
  const job = { kind: 'mark', bytes, marks, heading } as const;
  return Buffer.from((await run(job, LONGEST_READ_MS)) as Uint8Array);
}

async function run(job: Job, longest: number): Promise<unknown> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Problem('busy', { retryAfter: 5 });
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  }
  running += 1;
  try {
    const outcome = await outcomeOf(job, longest);
    if ('refused' in outcome) throw new Problem(outcome.refused);
    return outcome.value;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function outcomeOf(job: Job, longest: number): Promise<Outcome> {
  const worker = takeWorker();
  return new Promise((resolve, reject) => {
    const answered = (outcome: Outcome): void => {
      settle(() => resolve(outcome));
      keep(worker);
    };
    const failed = (error: NodeJS.ErrnoException): void => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() => (full ? resolve({ refused: 'sheetTooSlow' }) : reject(error)));
    };
    const ended = (): void => settle(() => reject(new Error('a worker ended without a word')));
    const timer = setTimeout(() => {
      settle(() => resolve({ refused: 'sheetTooSlow' }));
      // On its way out it may still say that it ran out of memory.
      worker.on('error', () => undefined);
      void worker.terminate();
    }, longest);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      act();
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(job, []);
  });
}

function takeWorker(): Worker {
  const kept = idle.pop();
  if (kept === undefined) {
    return new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: LARGEST_HEAP_MB,
        // What is short-lived is collected sooner, instead of being kept beside the rest.
        maxYoungGenerationSizeMb: 8,
      },
    });
  }
  clearTimeout(kept.timer);
  kept.worker.ref();
  return kept.worker;
}

/** Until the next job, or for five minutes; it keeps no process from ending. */
function keep(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    idle.splice(
      idle.findIndex((kept) => kept.worker === worker),
      1,
    );
    void worker.terminate();
  }, KEPT_FOR_MS);
  idle.push({ worker, timer: timer.unref() });
}
