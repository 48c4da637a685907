import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '../../shared/problems.ts';

/** What a thread answers: its result, or why it refused the job. */
export type Outcome = { readonly value: unknown } | { readonly refused: ProblemCode };

interface ThreadOptions {
  /** The file that a thread runs: it answers every message with one `Outcome`. */
  readonly script: URL;
  readonly largestHeapMb: number;
  /**
   * For what is short-lived, in MB: the smaller, the sooner it is collected, and the longer a job takes.
   * @default 8
   */
  readonly shortLivedMb?: number;
  /** A second thread uses the second processor; more would only take turns with the server. */
  readonly atOnce: number;
  readonly mostWaiting: number;
  /** What a job is refused with that ran out of memory or of time. */
  readonly tooMuch: ProblemCode;
  /** What a job is told that finds `mostWaiting` before it. @default busy, in 5 s */
  readonly full?: () => Problem;
}

/** Loading a library takes longer than most jobs: a thread waits for the next one that long. */
const KEPT_FOR_MS = 5 * 60_000;

/**
 * A few threads for slow work on bytes (workbooks, documents), each with a bounded heap and a bounded
 * time for a job, so that the server answers others meanwhile.
 */
export class Threads<Job> {
  readonly #options: ThreadOptions;
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = [];

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /**
   * Has a job done.
   * @param job the job itself, or what makes it ready: asked when its turn has come, so that whoever is
   * turned away costs nothing
   * @param longest in milliseconds
   * @param tooMuch what it is refused with that takes longer, where that is not what others are
   * @throws Problem what the job was refused with; busy when too many wait already
   */
  async run(
    job: Job | (() => Promise<Job>),
    longest: number,
    tooMuch = this.#options.tooMuch,
  ): Promise<unknown> {
    if (this.#running >= this.#options.atOnce) {
      if (this.#waiting.length >= this.#options.mostWaiting) {
        throw this.#options.full?.() ?? new Problem('busy', { retryAfter: 5 });
      }
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#running += 1;
    try {
      const ready = isFunction(job) ? await job() : job;
      const outcome = await this.#outcomeOf(ready, longest, tooMuch);
      if ('refused' in outcome) throw new Problem(outcome.refused);
      return outcome.value;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  #outcomeOf(job: Job, longest: number, tooMuch: ProblemCode): Promise<Outcome> {
    const worker = this.#take();
    return new Promise((resolve, reject) => {
      const answered = (outcome: Outcome): void => {
        settle(() => resolve(outcome));
        this.#keep(worker);
      };
      const failed = (error: NodeJS.ErrnoException): void => {
        const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(() => (full ? resolve({ refused: tooMuch }) : reject(error)));
      };
      const ended = (): void => settle(() => reject(new Error('a worker ended without a word')));
      const timer = setTimeout(() => {
        settle(() => resolve({ refused: tooMuch }));
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

  #take(): Worker {
    const kept = this.#idle.pop();
    if (kept === undefined) {
      return new Worker(this.#options.script, {
        resourceLimits: {
          maxOldGenerationSizeMb: this.#options.largestHeapMb,
          // What is short-lived is collected sooner, instead of being kept beside the rest.
          maxYoungGenerationSizeMb: this.#options.shortLivedMb ?? 8,
        },
      });
    }
    clearTimeout(kept.timer);
    kept.worker.ref();
    return kept.worker;
  }

  /** Until the next job, or for five minutes; it keeps no process from ending. */
  #keep(worker: Worker): void {
    worker.unref();
    const timer = setTimeout(() => {
      this.#idle.splice(
        this.#idle.findIndex((kept) => kept.worker === worker),
        1,
      );
      void worker.terminate();
    }, KEPT_FOR_MS);
    this.#idle.push({ worker, timer: timer.unref() });
  }
}

/** What makes a job ready; jobs are data and never functions themselves. */
function isFunction<Job>(job: Job | (() => Promise<Job>)): job is () => Promise<Job> {
  return typeof job === 'function';
}
