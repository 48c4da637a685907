import { Problem } from '../../shared/problems.ts';
import { Threads } from '../files/threads.ts';
import type { Paper } from '../../shared/paper.ts';

const LONGEST_MS = 60_000;

/** Two documents are made at once; so many more may wait, the next is told when to come again. */
const threads = new Threads<Paper>({
  script: new URL('worker.ts', import.meta.url),
  largestHeapMb: 192,
  mostWaiting: 4,
  tooMuch: 'busy',
  full: () => new Problem('busy', { retryAfter: 3 }),
});

/**
 * Makes a Word document of a paper, in a thread: outside transactions, while the server answers others.
 * The same paper gives the same bytes.
 * @throws Problem busy when too many wait already
 */
export async function writePaper(paper: Paper): Promise<Buffer> {
  return Buffer.from((await threads.run(paper, LONGEST_MS)) as Uint8Array);
}
