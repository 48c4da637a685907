import { parentPort } from 'node:worker_threads';
import { Problem } from '../../shared/problems.ts';
import { guard } from './guard.ts';
import type { Outcome } from './threads.ts';
import type { Job } from './workshop.ts';

/**
 * A thread for workbooks, with a bounded heap and a bounded time for each job (workshop.ts). The
 * guard comes before the library is even loaded: refusing a hostile file costs a look at it.
 */
async function work(job: Job): Promise<unknown> {
  if (job.kind === 'write') {
    const { writeBook } = await import('./write-book.ts');
    return writeBook(job.book);
  }
  const parts = await guard(Buffer.from(job.bytes));
  if (job.kind === 'read') {
    const { readBook } = await import('./read-book.ts');
    return readBook(parts);
  }
  const { markBook } = await import('./mark-book.ts');
  return markBook(parts, job.marks, job.heading);
}

async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    return { value: await work(job) };
  } catch (error) {
    if (error instanceof Problem) return { refused: error.code };
    throw error;
  }
}

parentPort?.on('message', (job: Job) => {
  void outcomeOf(job).then((outcome) => parentPort?.postMessage(outcome, []));
});
