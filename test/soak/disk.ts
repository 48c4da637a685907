import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Act } from './trace.ts';

const SECTOR = 512;

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };

interface File {
  /** What a disk holds for certain. */
  synced: Buffer;
  /** What was written since, in its order: a power cut may keep any of it. */
  pending: Change[];
}

/** A name that was given or taken since its folder was synced. */
interface Naming {
  readonly path: string;
  /** null: it was taken away. */
  readonly node: File | 'folder' | null;
}

/**
 * How what was not yet synced meets a power cut: none of it arrived; each piece in part, by sectors of
 * 512 bytes; a handful of pieces, in any order.
 */
export const CUTS = ['dropped', 'torn', 'reordered'] as const;
export type Cut = (typeof CUTS)[number];

/**
 * A disk as POSIX promises it and no better: content is there once its file was synced, a name once
 * its folder was. Everything else may or may not have arrived.
 */
export class Disk {
  /** Names as running programs see them. */
  readonly #seen = new Map<string, File | 'folder'>();
  /** Names as they are on the disk. */
  readonly #kept = new Map<string, File | 'folder'>();
  #namings: Naming[] = [];

  /** Begins with what lies in a folder, all of it synced. */
  constructor(folder: string) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const node = entry.isDirectory()
        ? ('folder' as const)
        : { synced: readFileSync(path), pending: [] };
      this.#seen.set(path, node);
      this.#kept.set(path, node);
    }
  }

  apply(act: Exclude<Act, { kind: 'answer' }>): void {
    switch (act.kind) {
      case 'create':
        if (!this.#seen.has(act.path)) {
          this.#name(act.path, act.folder ? 'folder' : { synced: Buffer.alloc(0), pending: [] });
        }
        return;
      case 'unlink':
        this.#name(act.path, null);
        return;
      case 'rename': {
        const node = this.#seen.get(act.path) ?? null;
        this.#name(act.path, null);
        this.#name(act.to, node);
        return;
      }
      case 'sync':
        this.#sync(act.path);
        return;
      case 'write':
        this.#file(act.path).pending.push({ at: act.at, bytes: act.bytes });
        return;
      case 'truncate':
        this.#file(act.path).pending.push({ size: act.size });
    }
  }

  #name(path: string, node: File | 'folder' | null): void {
    if (node === null) this.#seen.delete(path);
    else this.#seen.set(path, node);
    this.#namings.push({ path, node });
  }

  #file(path: string): File {
    const node = this.#seen.get(path);
    if (node === undefined || node === 'folder') throw new Error(`${path} was never opened`);
    return node;
  }

  #sync(path: string): void {
    const node = this.#seen.get(path);
    if (node !== undefined && node !== 'folder') {
      node.synced = changed(node.synced, node.pending);
      node.pending = [];
      return;
    }
    for (const naming of this.#namings) if (dirname(naming.path) === path) this.#keep(naming);
    this.#namings = this.#namings.filter((naming) => dirname(naming.path) !== path);
  }

  #keep({ path, node }: Naming, into = this.#kept): void {
    if (node === null) into.delete(path);
    else into.set(path, node);
  }

  /**
   * Writes out what may be left after the power went now.
   * @param from the folder as the paths name it @param into where it is laid out
   * @param chance gives numbers from 0 up to 1
   */
  cut(kind: Cut, from: string, into: string, chance: () => number): void {
    const left = new Map(this.#kept);
    if (kind !== 'dropped') {
      for (const naming of this.#namings) if (chance() < 0.5) this.#keep(naming, left);
    }
    mkdirSync(into, { recursive: true });
    for (const [path, node] of [...left].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const place = join(into, path.slice(from.length));
      // In a folder whose own name did not arrive there is nothing to find.
      if (!existsSync(dirname(place))) continue;
      if (node === 'folder') mkdirSync(place, { recursive: true });
      else writeFileSync(place, changed(node.synced, arrived(kind, node.pending, chance)));
    }
  }
}

/** What of the pieces that were never synced is on the disk all the same. */
function arrived(kind: Cut, pending: readonly Change[], chance: () => number): Change[] {
  if (kind === 'dropped') return [];
  if (kind === 'reordered') {
    const some = pending.filter(() => chance() < 0.5);
    return some
      .map((change) => ({ change, place: chance() }))
      .sort((a, b) => a.place - b.place)
      .map(({ change }) => change);
  }
  return pending.flatMap((change): Change[] => {
    if ('size' in change) return chance() < 0.5 ? [change] : [];
    const sectors = Math.ceil(change.bytes.length / SECTOR);
    return Array.from({ length: sectors }, (_, nth) => nth)
      .filter(() => chance() < 0.5)
      .map((nth) => ({
        at: change.at + nth * SECTOR,
        bytes: change.bytes.subarray(nth * SECTOR, (nth + 1) * SECTOR),
      }));
  });
}

function changed(content: Buffer, changes: readonly Change[]): Buffer {
  let now = content;
  for (const change of changes) {
    const size =
      'size' in change ? change.size : Math.max(now.length, change.at + change.bytes.length);
    const next = size === now.length ? now : Buffer.alloc(size);
    if (next !== now) now.copy(next, 0, 0, Math.min(now.length, size));
    if ('bytes' in change) {
      // The one that was given stays as it was.
      const own = next === content ? Buffer.from(next) : next;
      change.bytes.copy(own, change.at);
      now = own;
    } else now = next;
  }
  return now;
}
