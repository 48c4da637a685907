import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Row {
  readonly number: number;
  readonly behaviour: string;
  readonly shownBy: string;
}

const ROWS: readonly Row[] = [
  ...read('docs/security.md').matchAll(/^\| +(\d+) +\| +(.+?) +\| +(.+?) +\|$/gm),
].map(([, number = '', behaviour = '', shownBy = '']) => ({
  number: Number(number),
  behaviour,
  shownBy,
}));

/** The tests that a row names: `file` "title", "title"; … */
function testsOf({ shownBy }: Row): { file: string; title: string }[] {
  return [...shownBy.matchAll(/`(test\/[^`]+)`((?:,? "[^"]+")*)/g)].flatMap(
    ([, file = '', titles = '']) => {
      const named = [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title }));
      return named.length === 0 ? [{ file, title: '' }] : named;
    },
  );
}

/** Titles stand in the source between quotes of one kind or another. */
function has(file: string, title: string): boolean {
  const source = read(file);
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`));
}

describe('docs/security.md', () => {
  it('has the seventy-five behaviours in their order', () => {
    expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 75 }, (_, at) => at + 1));
    for (const { number, behaviour } of ROWS) expect(behaviour, String(number)).toMatch(/.{20,}/);
  });

  it('names a test for each, or the long run that shows it, or why it does not apply', () => {
    const bare = ROWS.filter(
      (row) => testsOf(row).length === 0 && !/^(Long run|Does not apply): /.test(row.shownBy),
    );
    expect(bare.map(({ number }) => number)).toEqual([]);
  });

  it('names tests that there are, by the titles that they have', () => {
    const strange = ROWS.flatMap((row) =>
      testsOf(row)
        .filter(({ file, title }) => !existsSync(join(ROOT, file)) || !has(file, title))
        .map(({ file, title }) => `${row.number}: ${file} "${title}"`),
    );
    expect(strange).toEqual([]);
  });
});
