import { createHash } from 'node:crypto';
import { DOSSIER_MANIFEST, dossierManifest } from '../../shared/acceptance-dossier.ts';
import type { DossierManifest } from '../../shared/acceptance-dossier.ts';
import { Problem } from '../../shared/problems.ts';
import { canonicalJson } from '../db/canonical.ts';
import { Budget, walkArchive } from '../files/archive.ts';

/** What is wrong with an archive that is to be a dossier. */
export const DOSSIER_FAULTS = [
  /** No archive, or one that cannot be read to its end. */
  'unreadable',
  /** It has no manifest, or one that is none of ours. */
  'noManifest',
  /** A part that the manifest names is not there. */
  'absent',
  /** A part that the manifest does not name. */
  'stranger',
  /** A part that holds other bytes than those that it was given with. */
  'changed',
] as const;

export class DossierRefused extends Error {
  readonly fault: (typeof DOSSIER_FAULTS)[number];
  /** The part; '' : the archive as a whole. */
  readonly path: string;

  constructor(fault: (typeof DOSSIER_FAULTS)[number], path = '') {
    super(`${fault} ${path}`);
    this.fault = fault;
    this.path = path;
  }
}

/** More than any acceptance comes to; nothing of it is written anywhere. */
const LIMITS = { entries: 100_000, part: 2 ** 31, total: 2 ** 40, ratio: 1000 } as const;
const LARGEST_MANIFEST = 64 * 1024 * 1024;

export interface CheckedDossier {
  readonly manifest: DossierManifest;
  /** SHA-256, hex: the log of the house that made it has the same. */
  readonly manifestSha256: string;
}

/**
 * Proves a dossier without the house that made it: every part against the manifest, and nothing else in
 * it. The hash of the manifest then stands for the whole.
 * @param file path of the archive
 * @throws DossierRefused for the first thing that is not as it was made
 */
export async function checkDossier(file: string): Promise<CheckedDossier> {
  const found = new Map<string, { readonly size: number; readonly sha256: string }>();
  const manifestBytes: Buffer[] = [];
  try {
    await walkArchive(file, new Budget(LIMITS), (name) => {
      const hash = createHash('sha256');
      let size = 0;
      return {
        take(chunk) {
          size += chunk.length;
          hash.update(chunk);
          if (name === DOSSIER_MANIFEST && size <= LARGEST_MANIFEST) manifestBytes.push(chunk);
        },
        end() {
          found.set(name, { size, sha256: hash.digest('hex') });
        },
      };
    });
  } catch (error) {
    // What the reader refuses, and what the disk does.
    const refused =
      error instanceof Problem || (error as NodeJS.ErrnoException).syscall !== undefined;
    throw refused ? new DossierRefused('unreadable') : error;
  }
  const manifest = manifestIn(Buffer.concat(manifestBytes));
  for (const { path, size, sha256 } of manifest.files) {
    const part = found.get(path);
    if (part === undefined) throw new DossierRefused('absent', path);
    if (part.size !== size || part.sha256 !== sha256) throw new DossierRefused('changed', path);
  }
  const named = new Set([DOSSIER_MANIFEST, ...manifest.files.map(({ path }) => path)]);
  for (const path of found.keys()) {
    if (!named.has(path)) throw new DossierRefused('stranger', path);
  }
  return { manifest, manifestSha256: found.get(DOSSIER_MANIFEST)?.sha256 ?? '' };
}

/** Only in the one spelling: another could say the same with another hash. */
function manifestIn(bytes: Buffer): DossierManifest {
  try {
    const text = bytes.toString();
    const manifest = dossierManifest.parse(JSON.parse(text));
    if (canonicalJson(manifest) === text) return manifest;
  } catch {
    // Below.
  }
  throw new DossierRefused('noManifest');
}
