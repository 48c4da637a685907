import { Threads } from './threads.ts';
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

const LONGEST_READ_MS = 5000;
const LONGEST_WRITE_MS = 60_000;

const threads = new Threads<Job>({
  script: new URL('book-worker.ts', import.meta.url),
  largestHeapMb: 256,
  atOnce: 2,
  mostWaiting: 16,
  tooMuch: 'sheetTooSlow',
});

/**
 * Reads an uploaded workbook in a thread of its own, within 256 MB of heap and 5 seconds.
 * @throws Problem for a file that is no harmless workbook; busy when too many wait already
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadBook> {
  return (await threads.run({ kind: 'read', bytes }, LONGEST_READ_MS)) as ReadBook;
}

/**
 * Makes a workbook.
 * @throws Problem exportTooLarge for one that takes too long or too much memory; busy when too many
 * wait already
 */
export async function writeWorkbook(book: Book): Promise<Buffer> {
  const made = await threads.run({ kind: 'write', book }, LONGEST_WRITE_MS, 'exportTooLarge');
  return Buffer.from(made as Uint8Array);
}

/** The uploaded workbook with remarks at its cells. @throws as `readWorkbook` */
export async function markWorkbook(
  bytes: Uint8Array,
  marks: readonly Mark[],
  heading: string,
): Promise<Buffer> {
  const job = { kind: 'mark', bytes, marks, heading } as const;
  return Buffer.from((await threads.run(job, LONGEST_READ_MS)) as Uint8Array);
}
