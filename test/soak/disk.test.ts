import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cut, Disk } from './disk.ts';
import { type Act, TraceReader } from './trace.ts';

let work = '';
let folder = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'biaochi-disk-'));
  folder = join(work, 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'log'), 'old.');
});
afterEach(() => rmSync(work, { recursive: true }));

type Step = Exclude<Act, { kind: 'answer' }>;
const write = (name: string, at: number, text: string): Step => ({
  kind: 'write',
  path: join(folder, name),
  at,
  bytes: Buffer.from(text),
});
const sync = (name: string): Step => ({ kind: 'sync', path: join(folder, name) });
const create = (name: string): Step => ({
  kind: 'create',
  path: join(folder, name),
  folder: false,
});

/** What is left of a file after a cut; null: not even its name. */
function left(name: string, cut: Cut, steps: readonly Step[], chance: () => number): string | null {
  const disk = new Disk(folder);
  for (const step of steps) disk.apply(step);
  const into = mkdtempSync(join(work, 'left-'));
  disk.cut(cut, folder, into, chance);
  const place = join(into, name);
  return existsSync(place) ? readFileSync(place, 'utf8') : null;
}
const always = () => 0;
const never = () => 0.9;

describe('a power cut', () => {
  it('leaves what was synced, whatever else it does', () => {
    const steps = [write('log', 4, 'new.'), sync('log')];
    for (const cut of ['dropped', 'torn', 'reordered'] as const) {
      expect(left('log', cut, steps, never)).toBe('old.new.');
    }
  });

  it('drops what was not', () => {
    expect(left('log', 'dropped', [write('log', 4, 'new.')], always)).toBe('old.');
  });

  it('tears a piece by sectors: the second arrives, the first does not', () => {
    const piece = 'a'.repeat(512) + 'b'.repeat(512);
    const chances = [0.9, 0];
    const text = left('log', 'torn', [write('log', 0, piece)], () => chances.shift() ?? 0.9);
    expect(text).toBe(`old.${'\0'.repeat(508)}${'b'.repeat(512)}`);
  });

  it('lets a later piece arrive without an earlier one', () => {
    const chances = [0.9, 0];
    const steps = [write('log', 0, 'one.'), write('log', 4, 'two.')];
    expect(left('log', 'reordered', steps, () => chances.shift() ?? 0.9)).toBe('old.two.');
  });

  it('takes a file whose folder was not synced, however well its content was', () => {
    const steps = [create('new'), write('new', 0, 'here'), sync('new')];
    expect(left('new', 'dropped', steps, never)).toBeNull();
    expect(left('new', 'dropped', [...steps, { kind: 'sync', path: folder }], never)).toBe('here');
  });

  it('leaves the old name of a file that was renamed, until the folder was synced', () => {
    const rename: Step = { kind: 'rename', path: join(folder, 'log'), to: join(folder, 'kept') };
    expect(left('log', 'dropped', [rename], never)).toBe('old.');
    const synced = [rename, { kind: 'sync', path: folder } as const];
    expect(left('kept', 'dropped', synced, never)).toBe('old.');
    expect(left('log', 'dropped', synced, never)).toBeNull();
  });
});

describe('a trace of system calls', () => {
  const hex = (text: string): string =>
    [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const read = (...lines: readonly string[]): (Act | null)[] => {
    const reader = new TraceReader('/data');
    return lines.map((line) => reader.read(line));
  };

  it('says what was written where', () => {
    const line = `7  pwrite64(3<${hex('/data/log')}>, "${hex('new.')}", 4, 32) = 4`;
    expect(read(line)).toEqual([
      { kind: 'write', path: '/data/log', at: 32, bytes: Buffer.from('new.') },
    ]);
  });

  it('counts a write from its begin, and a sync from its end', () => {
    const file = `3<${hex('/data/log')}>`;
    expect(
      read(
        `7  pwrite64(${file}, "${hex('a')}", 1, 0 <unfinished ...>`,
        `8  fdatasync(${file} <unfinished ...>`,
        '7  <... pwrite64 resumed>) = 1',
        '8  <... fdatasync resumed>) = 0',
      ),
    ).toEqual([
      { kind: 'write', path: '/data/log', at: 0, bytes: Buffer.from('a') },
      null,
      null,
      { kind: 'sync', path: '/data/log' },
    ]);
  });

  it('hears what the server answers, and nothing of other files', () => {
    const answer = 'HTTP/1.1 200 OK';
    expect(
      read(
        `7  write(9<socket:[1]>, "${hex(answer)}", 15) = 15`,
        `7  write(1<${hex('/elsewhere')}>, "${hex('x')}", 1) = 1`,
        `7  fsync(3<${hex('/data/log')}>) = -1 EIO (Input/output error)`,
      ),
    ).toEqual([{ kind: 'answer', text: answer }, null, null]);
  });

  it('refuses a way of writing that it was not taught', () => {
    expect(() => read(`7  fallocate(3<${hex('/data/log')}>, 0, 0, 4096) = 0`)).toThrow('fallocate');
  });
});
