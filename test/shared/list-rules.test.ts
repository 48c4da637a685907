import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countedOf,
  differenceOf,
  type Listed,
  nameKey,
  sameEntries,
} from '../../shared/list-rules.ts';

const entry = (name: string, more: Partial<Listed> = {}): Listed => ({
  name,
  documentNumber: null,
  recognisedOn: null,
  quantity: 1,
  baseline: false,
  evidenceId: null,
  ...more,
});
const entries = (names: string): Listed[] => Array.from(names, (name) => entry(name));

interface Case {
  readonly before: Listed[];
  readonly after: Listed[];
  /** Added, removed and changed names. */
  readonly said: readonly [string, string, string];
  readonly why: string;
}
const CASES: readonly Case[] = [
  { before: entries('甲乙'), after: entries('甲乙'), said: ['', '', ''], why: 'nothing is new' },
  {
    before: entries('甲乙'),
    after: entries('乙甲'),
    said: ['', '', ''],
    why: 'order says nothing',
  },
  { before: [], after: entries('甲乙'), said: ['甲乙', '', ''], why: 'a first list' },
  { before: entries('甲乙丙'), after: entries('乙丁'), said: ['丁', '甲丙', ''], why: 'both ways' },
  {
    before: [entry('甲厂')],
    after: [entry('甲 厂')],
    said: ['', '', '甲 厂'],
    why: 'the same enterprise, written otherwise',
  },
  {
    before: [entry('甲', { documentNumber: '1号' })],
    after: [entry('甲', { documentNumber: '2号' })],
    said: ['', '', '甲'],
    why: 'another document recognises it',
  },
  {
    before: [entry('甲')],
    after: [entry('甲', { baseline: true })],
    said: ['', '', '甲'],
    why: 'it was there at the baseline, and counts no more',
  },
  {
    before: [entry('甲', { quantity: 120 })],
    after: [entry('甲', { quantity: 130 })],
    said: ['', '', '甲'],
    why: 'its workers',
  },
  {
    before: entries('甲'),
    after: entries('甲甲'),
    said: ['', '', '甲'],
    why: 'said twice is not the same list, and nobody came',
  },
];

describe('who comes and goes between two versions of a list', () => {
  it.each(CASES)('$why', ({ before, after, said: [added, removed, changed] }) => {
    const found = differenceOf(before, after);
    expect(found.added.map(({ name }) => name).join('')).toBe(added);
    expect(found.removed.map(({ name }) => name).join('')).toBe(removed);
    expect(found.changed.map((one) => one.after.name).join('')).toBe(changed);
    expect(sameEntries(before, after)).toBe(added + removed + changed === '');
  });
});

describe('whatever two lists hold', () => {
  const entriesOfAny = fc.array(
    fc
      .record({
        name: fc.constantFrom('甲', '甲 ', '乙', '乙（集团）', '乙(集团)', '丙', '丁'),
        quantity: fc.integer({ min: 0, max: 500 }),
        baseline: fc.boolean(),
      })
      .map(({ name, ...more }) => entry(name, more)),
    { maxLength: 8 },
  );
  const keys = (entries: readonly Listed[]): string[] => [
    ...new Set(entries.map(({ name }) => nameKey(name))),
  ];

  it('who was there, less who goes, and who comes, are those who are there then', () => {
    fc.assert(
      fc.property(entriesOfAny, entriesOfAny, (before, after) => {
        const { added, removed } = differenceOf(before, after);
        const gone = new Set(keys(removed));
        const stayed = keys(before).filter((key) => !gone.has(key));
        expect([...stayed, ...keys(added)].sort()).toEqual(keys(after).sort());
        const back = differenceOf(after, before);
        expect([keys(back.added), keys(back.removed)]).toEqual([keys(removed), keys(added)]);
      }),
    );
  });

  it('lists that say the same count the same, and the order and a repetition count nothing', () => {
    fc.assert(
      fc.property(entriesOfAny, entriesOfAny, (one, other) => {
        if (sameEntries(one, other)) expect(countedOf(one)).toBe(countedOf(other));
        expect(sameEntries(one, one)).toBe(true);
        expect(countedOf(one.toReversed())).toBe(countedOf(one));
        expect(countedOf([...one, ...one])).toBe(countedOf(one));
      }),
    );
  });
});
