import type { Paper } from '../../shared/paper.ts';
import { Problem } from '../../shared/problems.ts';
import type { Book } from '../files/book.ts';
import { Threads } from '../files/threads.ts';

export type Job =
  | { readonly kind: 'paper'; readonly paper: Paper }
  /** `date`: ISO instant, as in `PaperProperties`. */
  | { readonly kind: 'book'; readonly book: Book; readonly date: string };

const LONGEST_MS = 60_000;

/** Two files are made at once; so many more may wait, the next is told when to come again. */
const threads = new Threads<Job>({
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
  return Buffer.from((await threads.run({ kind: 'paper', paper }, LONGEST_MS)) as Uint8Array);
}

/**
 * The same for a workbook that goes with a paper: the same book and date give the same bytes.
 * @throws Problem busy when too many wait already
 */
export async function writeAnnex(book: Book, date: string): Promise<Buffer> {
  return Buffer.from((await threads.run({ kind: 'book', book, date }, LONGEST_MS)) as Uint8Array);
}
