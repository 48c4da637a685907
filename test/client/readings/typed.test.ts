import { describe, expect, test } from 'vitest';
import {
  blankTyped,
  bodyOf,
  changesSince,
  figuresIn,
  type Typed,
  typedFrom,
} from '../../../client/readings/typed.ts';
import type { EntrySubject } from '../../../client/readings/subject.ts';
import type { Reading, ReadingChanges } from '../../../shared/readings.ts';
import { COUNT, LEVEL, PARK, readingOf, SHARE } from './subjects.ts';

interface Case {
  readonly what: string;
  readonly why: string;
  readonly subject: EntrySubject;
  readonly reading?: Reading;
  readonly typed: Partial<Typed>;
  readonly sends: ReadingChanges;
}

const CASES: readonly Case[] = [
  {
    what: 'a first numerator alone',
    why: 'a denominator that another indicator gave must not be taken back',
    subject: SHARE,
    typed: { numerator: '１４７ 家' },
    sends: { numerator: 147 },
  },
  {
    what: 'a numerator typed another way',
    why: 'the same number is no change',
    subject: SHARE,
    reading: readingOf({ numerator: 1470, denominator: 3000 }),
    typed: { numerator: '1,470' },
    sends: {},
  },
  {
    what: 'an emptied box',
    why: 'null takes a figure back; it is not 0',
    subject: COUNT,
    reading: readingOf({ value: 3 }),
    typed: { value: '' },
    sends: { value: null },
  },
  {
    what: 'a nought',
    why: '0 is a figure',
    subject: COUNT,
    typed: { value: '0' },
    sends: { value: 0 },
  },
  {
    what: 'an absence over a typed figure',
    why: 'beside an absence no figure is accepted, and the boxes keep theirs',
    subject: COUNT,
    reading: readingOf({ value: 3 }),
    typed: { absence: 'unavailable', absenceReason: '企业未报' },
    sends: { absence: { kind: 'unavailable', reason: '企业未报' } },
  },
  {
    what: 'an absence taken back',
    why: 'the figure that the boxes kept is sent again',
    subject: COUNT,
    reading: readingOf({ absence: { kind: 'unavailable', reason: '企业未报' } }),
    typed: { absence: null, value: '3' },
    sends: { absence: null, value: 3 },
  },
  {
    what: 'a note on a milestone of which nobody said anything',
    why: 'saying that nothing is met yet names the conditions too',
    subject: PARK,
    typed: { note: '在建' },
    sends: {
      note: '在建',
      conditions: [
        { id: 'built', metOn: null, lostOn: null, documentNumber: null },
        { id: 'operating', metOn: null, lostOn: null, documentNumber: null },
      ],
    },
  },
  {
    what: 'a level and its ground',
    why: 'an empty ground is none',
    subject: LEVEL,
    typed: { level: 2, ground: '  ' },
    sends: { level: 2 },
  },
  {
    what: 'a change of scope without its reason',
    why: 'a draft may wait for it; handing in asks for it',
    subject: COUNT,
    typed: { scopeChanged: true },
    sends: {},
  },
];

describe('what a form sends', () => {
  test.each(CASES)('$what: $why', ({ subject, reading, typed, sends }) => {
    const start = reading === undefined ? blankTyped(subject) : typedFrom(subject, reading);
    expect(changesSince(subject, reading ?? null, { ...start, ...typed })).toEqual(sends);
  });

  test('a reading put into the form and read out again is the same', () => {
    const reading = readingOf({
      dataStatus: 'final',
      source: '统计年报',
      note: '两行\n说明',
      numerator: 147,
      denominator: 300.5,
      scopeChange: '名录库调整',
    });
    expect(changesSince(SHARE, reading, typedFrom(SHARE, reading))).toEqual({});
    expect(bodyOf(SHARE, typedFrom(SHARE, reading))).toMatchObject({
      numerator: 147,
      denominator: 300.5,
      scopeChange: '名录库调整',
    });
  });

  test('a number too small for plain writing comes back without an exponent', () => {
    const reading = readingOf({ value: 1e-7 });
    expect(typedFrom({ ...COUNT, entry: 'value' }, reading).value).toBe('0.0000001');
  });

  test('a text that is no number is no figure, and never 0', () => {
    const typed = { ...blankTyped(COUNT), value: '约12' };
    expect(figuresIn(COUNT, typed).value).toBeNull();
    expect(bodyOf(COUNT, typed)).not.toHaveProperty('value');
  });
});
