import { createHash, randomUUID } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Upload } from './receive.ts';

/** Bytes by their hash: what is kept never changes, and the same bytes are kept once. */
export interface KeptFile {
  /** SHA-256, hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** @example pathOf('data/files', 'ab12…') // 'data/files/ab/ab12…' */
export function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a hash');
  return join(folder, sha256.slice(0, 2), sha256);
}

/**
 * Moves a file that came in to where it is kept, so that it survives a power cut from the moment
 * this returns. Bytes that were damaged are whole again afterwards.
 */
export async function keepFile(
  folder: string,
  { path, sha256 }: Pick<Upload, 'path' | 'sha256'>,
): Promise<void> {
  const place = pathOf(folder, sha256);
  await mkdir(dirname(place), { recursive: true, mode: 0o750 });
  await synced(path, 'r+');
  await rename(path, place);
  await synced(dirname(place), 'r');
  await synced(folder, 'r');
  await synced(dirname(folder), 'r');
}

/** Keeps bytes that were made here, as `keepFile` keeps those that came in. */
export async function keepBytes(
  folders: { readonly files: string; readonly tmp: string },
  bytes: Buffer,
): Promise<KeptFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(folders.tmp, { recursive: true, mode: 0o750 });
  const path = join(folders.tmp, `${randomUUID()}.part`);
  try {
    await writeFile(path, bytes, { mode: 0o640 });
    await keepFile(folders.files, { path, sha256 });
  } finally {
    await rm(path, { force: true });
  }
  return { sha256, size: bytes.length };
}

async function synced(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether a file is there in its full length; what it holds is not read. */
export async function isThere(folder: string, { sha256, size }: KeptFile): Promise<boolean> {
  const found = await stat(pathOf(folder, sha256)).catch(absent);
  return found !== null && found.isFile() && found.size === size;
}

/** Whether a file holds what it held when it was kept. */
export async function isWhole(folder: string, kept: KeptFile): Promise<boolean> {
  const file = await openWhole(folder, kept);
  await file?.close();
  return file !== null;
}

/**
 * Opens a file and reads it through once.
 * @returns the open file at its beginning, or null when it is missing or not what was kept
 */
export async function openWhole(folder: string, kept: KeptFile): Promise<FileHandle | null> {
  const file = await open(pathOf(folder, kept.sha256), 'r').catch(absent);
  if (file === null) return null;
  try {
    const hash = createHash('sha256');
    for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) {
      hash.update(chunk as Buffer);
    }
    if (hash.digest('hex') === kept.sha256) return file;
  } catch (error) {
    await file.close();
    // A disk that cannot read a sector has lost the file.
    if ((error as NodeJS.ErrnoException).code === 'EIO') return null;
    throw error;
  }
  await file.close();
  return null;
}

/** Removes what uploads left behind that never ended; only while nobody else uses the folder. */
export async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(absent);
  for (const name of names ?? []) await rm(join(folder, name), { recursive: true, force: true });
}

function absent(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EIO') return null;
  throw error;
}
