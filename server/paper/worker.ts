import { parentPort } from 'node:worker_threads';
import type { Outcome } from '../files/threads.ts';
import type { Job } from './workshop.ts';

/** A thread for documents, with a bounded heap and a bounded time for each (workshop.ts). */
async function work(job: Job): Promise<Uint8Array | readonly Uint8Array[]> {
  if (job.kind === 'papers') {
    const { makePaper } = await import('./write-paper.ts');
    const made: Uint8Array[] = [];
    for (const paper of job.papers) made.push(await makePaper(paper));
    return made;
  }
  const { writeBook } = await import('../files/write-book.ts');
  const { finishBook } = await import('./finish.ts');
  return finishBook(Buffer.from(await writeBook(job.book)), job.date);
}

parentPort?.on('message', (job: Job) => {
  void work(job).then((value) => parentPort?.postMessage({ value } satisfies Outcome, []));
});
