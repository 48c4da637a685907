import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Problem } from '../../shared/problems.ts';

/** How much an archive may come to. Every size is counted while inflating: declared ones are claims. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of one part, inflated. */
  readonly part: number;
  /** Bytes of all parts, inflated. */
  readonly total: number;
  /** Inflated ÷ packed of one part, above 1 MiB. */
  readonly ratio: number;
}

/** What an archive, and those inside it, have used of their limits. */
export class Budget {
  readonly limits: ArchiveLimits;
  #entries = 0;
  #bytes = 0;

  constructor(limits: ArchiveLimits) {
    this.limits = limits;
  }

  /** @throws Problem fileTooComplex */
  spendEntries(count: number): void {
    this.#entries += count;
    if (this.#entries > this.limits.entries) throw new Problem('fileTooComplex');
  }

  /** Whether so many bytes more would be too many. @throws Problem fileTooComplex */
  allow(bytes: number): void {
    if (this.#bytes + bytes > this.limits.total) throw new Problem('fileTooComplex');
  }

  /** @throws Problem fileTooComplex */
  spendBytes(bytes: number): void {
    this.allow(bytes);
    this.#bytes += bytes;
  }
}

/** Looks at one part of an archive while it is inflated. */
export interface Look {
  take(chunk: Buffer): void;
  end(): void | Promise<void>;
}

const RATIO_FROM = 1024 * 1024;

/**
 * Walks through a zip archive and inflates every part of it into what looks at it. Nothing is written
 * anywhere.
 * @param source a path, or the archive itself
 * @param look called with the name of each part, before it is inflated
 * @throws Problem fileTooComplex, fileEncrypted, fileUnreadable, and whatever `look` throws
 */
export async function walkArchive(
  source: string | Buffer,
  budget: Budget,
  look: (name: string) => Look,
): Promise<void> {
  const zip = await opened(source);
  try {
    budget.spendEntries(zip.entryCount);
    const seen = new Set<string>();
    for await (const entry of zip.eachEntry()) {
      // Two parts of one name are one thing to this reader and another to the next.
      const name = entry.fileName;
      if (seen.has(name.toLowerCase())) throw new Problem('fileUnreadable');
      seen.add(name.toLowerCase());
      await readPart(zip, entry, budget, look(name));
    }
  } catch (error) {
    throw error instanceof Problem ? error : asRefusal(error);
  } finally {
    zip.close();
  }
}

async function opened(source: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  try {
    if (typeof source === 'string') return await openPromise(source, options);
    return await fromBufferPromise(source, options);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The reader says only in words what it could not read. */
function asRefusal(error: unknown): Error {
  const { syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Error && syscall !== undefined) return error;
  const encrypted = error instanceof Error && error.message.includes('encryption');
  return new Problem(encrypted ? 'fileEncrypted' : 'fileUnreadable');
}

async function readPart(zip: ZipFile, entry: Entry, budget: Budget, look: Look): Promise<void> {
  if (entry.isEncrypted()) throw new Problem('fileEncrypted');
  // Who says itself that it is too much is believed at once.
  if (entry.uncompressedSize > budget.limits.part) throw new Problem('fileTooComplex');
  budget.allow(entry.uncompressedSize);
  const content = await zip.openReadStreamPromise(entry);
  let size = 0;
  let checksum = 0;
  for await (const chunk of content as Readable & AsyncIterable<Buffer>) {
    size += chunk.length;
    budget.spendBytes(chunk.length);
    const packed = Math.max(entry.compressedSize, 1);
    if (size > budget.limits.part) throw new Problem('fileTooComplex');
    if (size > RATIO_FROM && size > packed * budget.limits.ratio) {
      throw new Problem('fileTooComplex');
    }
    checksum = crc32(chunk, checksum);
    look.take(chunk);
  }
  if (checksum !== entry.crc32) throw new Problem('fileUnreadable');
  await look.end();
}
