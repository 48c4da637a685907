import { parentPort } from 'node:worker_threads';
import { openToRead } from './db/open.ts';
import type { Outcome } from './files/threads.ts';
import { factsOf, type LogJob } from './read-log.ts';

/** A thread of its own: whoever reads the whole log would hold up everybody else. */
parentPort?.on('message', (job: LogJob) => void answer(job));

async function answer({ file, since }: LogJob): Promise<void> {
  const database = openToRead(file);
  try {
    parentPort?.postMessage({ value: await factsOf(database, since) } satisfies Outcome);
  } finally {
    await database.close();
  }
}
