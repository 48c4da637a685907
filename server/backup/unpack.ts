import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BackupRefused } from './backup-refused.ts';
import { syncToDisk } from './make-archive.ts';
import { DATABASE_ENTRY, fileEntry, type Manifest, manifest, MANIFEST_ENTRY } from './manifest.ts';

/** A manifest of a million files is still below. */
const LARGEST_MANIFEST = 200 << 20;

/**
 * Unpacks an archive into an empty folder and holds every entry to the manifest.
 * @param onProgress how much of it is read, 0 to 1
 * @throws BackupRefused archiveUnreadable or archiveDamaged; what it unpacked so far stays
 */
export async function unpackArchive(
  file: string,
  into: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<Manifest> {
  const zip = await openArchive(file);
  try {
    let said: Manifest | null = null;
    const expected = new Map<string, { readonly sha256: string; readonly size: number }>();
    for await (const entry of zip.eachEntry()) {
      if (said === null) {
        said = await readManifest(file, zip, entry);
        expected.set(DATABASE_ENTRY, said.database);
        for (const one of said.files) expected.set(fileEntry(one.sha256), one);
        continue;
      }
      const wanted = expected.get(entry.fileName);
      if (wanted === undefined) throw new BackupRefused('archiveDamaged', entry.fileName);
      expected.delete(entry.fileName);
      await unpackEntry(zip, entry, join(into, entry.fileName), wanted);
      onProgress(zip.entriesRead / zip.entryCount);
    }
    const [missing] = expected.keys();
    if (said === null) throw new BackupRefused('archiveUnreadable', file);
    if (missing !== undefined) throw new BackupRefused('archiveDamaged', missing);
    return said;
  } catch (error) {
    throw isOurs(error)
      ? error
      : new BackupRefused('archiveUnreadable', `${file} (${String(error)})`);
  } finally {
    zip.close();
  }
}

/** A full disk is not the archive's fault. */
function isOurs(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return error instanceof BackupRefused || code === 'ENOSPC' || code === 'EDQUOT';
}

async function openArchive(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new BackupRefused('archiveUnreadable', `${file} (${String(error)})`);
  }
}

async function readManifest(file: string, zip: ZipFile, entry: Entry): Promise<Manifest> {
  const fits = entry.fileName === MANIFEST_ENTRY && entry.uncompressedSize <= LARGEST_MANIFEST;
  if (!fits) throw new BackupRefused('archiveUnreadable', file);
  const text = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  const parsed = manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new BackupRefused('archiveUnreadable', file);
  return parsed.data;
}

async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
  wanted: { readonly sha256: string; readonly size: number },
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o750 });
  const hash = createHash('sha256');
  let size = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      // A size that was declared is a claim.
      done(size > wanted.size ? new BackupRefused('archiveDamaged', entry.fileName) : null, chunk);
    },
  });
  await pipeline(
    await zip.openReadStreamPromise(entry),
    counting,
    createWriteStream(path, { mode: 0o640 }),
  );
  if (size !== wanted.size || hash.digest('hex') !== wanted.sha256) {
    throw new BackupRefused('archiveDamaged', entry.fileName);
  }
  syncToDisk(path);
}
