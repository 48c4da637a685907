import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** How far an archive is unpacked before it is refused. */
export interface ArchiveLimits {
  readonly parts: number;
  /** Inflated bytes of one part, and of all together. */
  readonly partBytes: number;
  readonly totalBytes: number;
  /** Inflated bytes for one byte that was sent. */
  readonly ratio: number;
}

export const ARCHIVE_FAULTS = [
  /** No archive at all, or one that ends before its list of parts. */
  'notArchive',
  /** Its own statements do not fit: sizes that lie, a part twice, a path that leads out. */
  'damaged',
  'encrypted',
  'tooManyParts',
  'inflatesTooMuch',
] as const;
export type ArchiveFault = (typeof ARCHIVE_FAULTS)[number];

export class ArchiveRefused extends Error {
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault) {
    super(fault);
    this.name = 'ArchiveRefused';
    this.fault = fault;
  }
}

export interface ArchivePart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Tiny parts pack far better than any spreadsheet does, and cannot hurt. */
const TOO_SMALL_FOR_A_RATIO = 64 * 1024;

/**
 * The parts of a zip (an xlsx, a docx), one after the other, inflated. What an archive says of its
 * sizes is a claim: it is held against the limits first and against the bytes while they come, so
 * that no more is ever inflated than the limits allow.
 * @throws ArchiveRefused
 */
export async function* partsOf(bytes: Buffer, limits: ArchiveLimits): AsyncGenerator<ArchivePart> {
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.parts) throw new ArchiveRefused('tooManyParts');
  const seen = new Set<string>();
  let total = 0;
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    const { fileName: name, compressedSize, uncompressedSize } = entry;
    if (entry.isEncrypted()) throw new ArchiveRefused('encrypted');
    const key = name.toLowerCase();
    if (seen.has(key)) throw new ArchiveRefused('damaged');
    seen.add(key);
    total += uncompressedSize;
    const bloated =
      uncompressedSize > TOO_SMALL_FOR_A_RATIO && uncompressedSize > compressedSize * limits.ratio;
    if (bloated || uncompressedSize > limits.partBytes || total > limits.totalBytes) {
      throw new ArchiveRefused('inflatesTooMuch');
    }
    if (!name.endsWith('/')) yield { name, bytes: await inflate(zip, entry) };
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(new ArchiveRefused('notArchive'));
    });
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => () => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry))());
    zip.once(
      'end',
      settle(() => resolve(null)),
    );
    zip.once(
      'error',
      settle(() => reject(new ArchiveRefused('damaged'))),
    );
    zip.readEntry();
  });
}

/** The reader stops at the first byte beyond the declared size, which the limits have bounded. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const stream = await openStream(zip, entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch {
    throw new ArchiveRefused('damaged');
  }
}

function openStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });
}
