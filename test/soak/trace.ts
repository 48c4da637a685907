/** What a traced server did to its disk, and what it said to those who asked. */
export type Act =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  /** A file or a folder: from here on its content, or its names, are on the disk. */
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'create'; readonly path: string; readonly folder: boolean }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'answer'; readonly text: string };

/** The calls that can change what is on a disk, or that send an answer. */
export const CALLS =
  'pwrite64,write,writev,pwritev,ftruncate,fsync,fdatasync,openat,rename,renameat,renameat2,' +
  'unlink,unlinkat,mkdir,mkdirat,fallocate,copy_file_range,sendfile,link,linkat';

/** Kept between the lines: where a `write` goes on, and calls that another thread cut in two. */
export class TraceReader {
  readonly #positions = new Map<string, number>();
  readonly #begun = new Map<string, string>();
  readonly #folder: string;

  /** @param folder only what lies below it counts, by absolute path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * One line of `strace -f -y -xx` as what it did; null: nothing that counts. What is written counts
   * from when it begins, what is synced from when it ends.
   * @throws Error for a way of writing that nobody taught this reader
   */
  read(line: string): Act | null {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      const begun = rest.slice(0, -'<unfinished ...>'.length);
      this.#begun.set(thread, begun);
      return /^f(?:data)?sync/.test(begun) ? null : this.#act(begun, true);
    }
    const resumed = /^<\.\.\. (\w+) resumed>(.*)$/.exec(rest);
    if (resumed === null) return this.#act(rest, succeeded(rest));
    const begun = this.#begun.get(thread) ?? '';
    this.#begun.delete(thread);
    const whole = begun + (resumed[2] ?? '');
    if (/^f(?:data)?sync/.test(begun)) return this.#act(whole, succeeded(whole));
    // What it wrote was counted; what it opened is known only now.
    return begun.startsWith('openat') ? this.#act(whole, succeeded(whole)) : null;
  }

  #act(call: string, done: boolean): Act | null {
    if (!done) return null;
    const name = /^\w+/.exec(call)?.[0] ?? '';
    const target = plain(/^\w+\(\d+<([^>]*)>/.exec(call)?.[1] ?? '');
    const answers = /^(?:socket|TCP)/.test(target);
    const ours = this.#counts(target);
    switch (name) {
      case 'pwrite64': {
        if (!ours) return null;
        const at = Number(/, (\d+)(?:\)| *$)/.exec(afterStrings(call))?.[1]);
        return { kind: 'write', path: target, at, bytes: bytesOf(call) };
      }
      case 'write':
      case 'writev': {
        if (answers) return { kind: 'answer', text: bytesOf(call).toString('utf8') };
        if (!ours) return null;
        const bytes = bytesOf(call);
        const at = this.#positions.get(target) ?? 0;
        this.#positions.set(target, at + bytes.length);
        return { kind: 'write', path: target, at, bytes };
      }
      case 'ftruncate':
        if (!ours) return null;
        return {
          kind: 'truncate',
          path: target,
          size: Number(/, (\d+)\)/.exec(call)?.[1]),
        };
      case 'fsync':
      case 'fdatasync':
        return ours || target === this.#folder ? { kind: 'sync', path: target } : null;
      case 'openat': {
        const path = plain(/= \d+<([^>]*)>$/.exec(call)?.[1] ?? '');
        if (!this.#counts(path)) return null;
        this.#positions.set(path, 0);
        return call.includes('O_CREAT') ? { kind: 'create', path, folder: false } : null;
      }
      case 'mkdir':
      case 'mkdirat':
      case 'unlink':
      case 'unlinkat':
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const [path = '', to = ''] = [...call.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((found) =>
          plain(found[1] ?? ''),
        );
        if (!this.#counts(path) && !this.#counts(to)) return null;
        if (name.startsWith('mkdir')) return { kind: 'create', path, folder: true };
        if (name.startsWith('unlink')) return { kind: 'unlink', path };
        return { kind: 'rename', path, to };
      }
      default:
        if (ours) throw new Error(`${name} is a way of writing that is not known here`);
        return null;
    }
  }

  /** The index of the write-ahead log is memory, which SQLite makes anew after a cut. */
  #counts(path: string): boolean {
    return path.startsWith(`${this.#folder}/`) && !path.endsWith('-shm');
  }
}

function succeeded(call: string): boolean {
  return /\) += \d+(?:<[^>]*>)?$/.test(call);
}

function afterStrings(call: string): string {
  return call.slice(call.lastIndexOf('"') + 1);
}

/** `\x2f\x74` → `/t` */
function plain(text: string): string {
  return text.includes('\\x') ? fromHex(text).toString('utf8') : text;
}

/** All strings of a call, one after the other. */
function bytesOf(call: string): Buffer {
  const inside = call.replace(/^\w+\(\d+<[^>]*>/, '');
  return Buffer.concat([...inside.matchAll(/"([^"]*)"/g)].map((found) => fromHex(found[1] ?? '')));
}

function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex');
}
