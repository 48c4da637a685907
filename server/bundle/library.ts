import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import type { Architecture } from './stage.ts';

/** The one library that the runtime needs and that a small Linux system does not have. */
export const LIBRARY = 'libatomic.so.1';

/** Where Debian keeps it for other machines (libatomic1-arm64-cross, libatomic1-amd64-cross). */
const FOR_OTHERS: Readonly<Record<Architecture, string>> = {
  x64: `/usr/x86_64-linux-gnu/lib/${LIBRARY}`,
  arm64: `/usr/aarch64-linux-gnu/lib/${LIBRARY}`,
};

/**
 * The library on this machine, for a runtime of an architecture.
 * @returns its path; null: it is not here, and the machine that the bundle is for has to have it
 */
export function findLibrary(architecture: Architecture, runtime: string): string | null {
  if (architecture !== process.arch) {
    return existsSync(FOR_OTHERS[architecture]) ? FOR_OTHERS[architecture] : null;
  }
  const { stdout } = spawnSync('ldd', [runtime], { encoding: 'utf8' });
  return /libatomic\.so\.1 => (\/\S+)/.exec(stdout ?? '')?.[1] ?? null;
}

/** What the bill of materials says of it: a part of GCC, under its exception for run-time libraries. */
export function libraryComponent(path: string): object {
  const version = /\.so\.(.+)$/.exec(realpathSync(path))?.[1] ?? '1';
  return {
    type: 'library',
    name: 'libatomic',
    version,
    licenses: [{ license: { id: 'GPL-3.0-with-GCC-exception' } }],
    hashes: [
      { alg: 'SHA-512', content: createHash('sha512').update(readFileSync(path)).digest('hex') },
    ],
  };
}
