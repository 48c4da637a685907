import type { Paper } from '../../shared/paper.ts';
import { Problem } from '../../shared/problems.ts';
import type { Book } from '../files/book.ts';
import { Threads } from '../files/threads.ts';

export type Job =
  | { readonly kind: 'papers'; readonly papers: readonly Paper[] }
  /** `date`: ISO instant, as in `PaperProperties`. */
  | { readonly kind: 'book'; readonly book: Book; readonly date: string };

const LONGEST_MS = 60_000;

/**
 * One file is made at a time, so that a processor is left for everybody else; so many more may wait,
 * the next is told when to come again.
 */
const threads = new Threads<Job>({
  script: new URL('worker.ts', import.meta.url),
  largestHeapMb: 80,
  shortLivedMb: 2,
  atOnce: 1,
  mostWaiting: 5,
  tooMuch: 'busy',
  full: () => new Problem('busy', { retryAfter: 5 }),
});

/**
 * Makes a Word document of a paper, in a thread: outside transactions, while the server answers others.
 * The same paper gives the same bytes.
 * @param paper itself, or what puts it together: asked when its turn has come
 * @throws Problem busy when too many wait already
 */
export async function writePaper(paper: Paper | (() => Promise<Paper>)): Promise<Buffer> {
  const [bytes] = await writePapers(async () => [
    typeof paper === 'function' ? await paper() : paper,
  ]);
  if (bytes === undefined) throw new Error('a paper that was written is not there');
  return bytes;
}

/**
 * The same for papers that belong together: in one turn, one after another, in their order.
 * @throws Problem busy when too many wait already
 */
export async function writePapers(papers: () => Promise<readonly Paper[]>): Promise<Buffer[]> {
  const job = async (): Promise<Job> => ({ kind: 'papers', papers: await papers() });
  const made = (await threads.run(job, LONGEST_MS)) as readonly Uint8Array[];
  return made.map((bytes) => Buffer.from(bytes));
}

/** A workbook that goes with a paper; `date` as in `PaperProperties`. */
export interface Annex {
  readonly book: Book;
  readonly date: string;
}

/**
 * The same for a workbook that goes with a paper: the same book and date give the same bytes.
 * @throws Problem busy when too many wait already
 */
export async function writeAnnex(annex: Annex | (() => Promise<Annex>)): Promise<Buffer> {
  const job = async (): Promise<Job> => ({
    kind: 'book',
    ...(typeof annex === 'function' ? await annex() : annex),
  });
  return Buffer.from((await threads.run(job, LONGEST_MS)) as Uint8Array);
}
