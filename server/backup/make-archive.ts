import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { databaseFile, filesFolder } from '../data-folder.ts';
import { BackupRefused } from './backup-refused.ts';
import { copyDatabase } from './contents-store.ts';
import { hashOf, inspectDatabase } from './inspect.ts';
import { DATABASE_ENTRY, fileEntry, type Manifest, MANIFEST_ENTRY } from './manifest.ts';

export interface ArchiveOrder {
  /** The data folder; a server may be running on it. */
  readonly folder: string;
  /** Where the archive goes; nothing may be there yet. */
  readonly file: string;
  readonly now: Date;
  /** Of the program. */
  readonly version: string;
  /** How much is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface ArchiveMade {
  readonly manifest: Manifest;
  /** Of the archive: bytes, and SHA-256 in hex. */
  readonly size: number;
  readonly sha256: string;
}

/** How much of the whole the copy and its check take, as seen on 1 GB. */
const COPYING = 0.5;

/**
 * One zip of everything in a data folder: the database as of now (copied while people write, then
 * checked) and the evidence it names. It appears under its name only when it is whole and on disk.
 * Evidence that is missing or changed on disk does not stop it: the manifest names it as damaged.
 * @throws BackupRefused databaseDamaged, auditDamaged, readingsDamaged, listsDamaged, sealsDamaged, acceptancesDamaged; whatever the disk says
 */
export async function makeArchive(order: ArchiveOrder): Promise<ArchiveMade> {
  const { folder, file, now, version, onProgress = () => undefined } = order;
  if (existsSync(file)) throw new BackupRefused('failed', `${file} exists`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o750 });
  // Beside the target: a rename must not cross disks.
  const scratch = mkdtempSync(join(dirname(file), '.making-'));
  try {
    const copy = join(scratch, DATABASE_ENTRY);
    copyDatabase(databaseFile(folder), copy);
    onProgress(COPYING / 2);
    const contents = await inspectDatabase(copy);
    onProgress(COPYING);
    const { whole, damaged } = await sortEvidence(folder, contents.files);
    const manifest: Manifest = {
      format: 1,
      program: version,
      madeAt: now.toISOString(),
      database: contents.database,
      files: whole,
      damaged,
    };
    const total = contents.database.size + whole.reduce((sum, { size }) => sum + size, 0);
    const draft = join(scratch, 'archive.zip');
    const sha256 = await write(draft, folder, copy, manifest, (bytes) =>
      onProgress(COPYING + (1 - COPYING) * Math.min(1, bytes / Math.max(1, total))),
    );
    const { size } = statSync(draft);
    renameSync(draft, file);
    syncToDisk(dirname(file));
    return { manifest, size, sha256 };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function sortEvidence(folder: string, files: Manifest['files']) {
  const whole: Manifest['files'] = [];
  const damaged: string[] = [];
  for (const one of files) {
    const path = join(folder, fileEntry(one.sha256));
    const fits = existsSync(path) && (await hashOf(path)) === one.sha256;
    if (fits) whole.push(one);
    else damaged.push(one.sha256);
  }
  return { whole, damaged };
}

/** @returns the SHA-256 of the archive */
async function write(
  draft: string,
  folder: string,
  copy: string,
  manifest: Manifest,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const zip = new ZipFile();
  const broken = new Promise<never>((_, reject) => {
    zip.on('error', reject);
  });
  let read = 0;
  const counted = (path: string) =>
    createReadStream(path, { highWaterMark: 1 << 20 }).on('data', (chunk) => {
      read += chunk.length;
      onBytes(read);
    });
  const options = { mtime: new Date(manifest.madeAt), mode: 0o100640 };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST_ENTRY, options);
  // The fastest level: a database shrinks to about a third with it, and hardly more with others.
  zip.addReadStreamLazy(
    DATABASE_ENTRY,
    { ...options, compress: true, compressionLevel: 1, size: manifest.database.size },
    (give) => give(null, counted(copy)),
  );
  for (const { sha256, size } of manifest.files) {
    // Pictures and office files are compressed already.
    zip.addReadStreamLazy(fileEntry(sha256), { ...options, compress: false, size }, (give) =>
      give(null, counted(join(filesFolder(folder), '..', fileEntry(sha256)))),
    );
  }
  zip.end();
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await Promise.race([pipeline(zip.outputStream, hashing, createWriteStream(draft)), broken]);
  syncToDisk(draft);
  return hash.digest('hex');
}

/** A file, or the names in a folder, to the disk. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
