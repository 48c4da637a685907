import { describe, expect, test } from 'vitest';
import { merge, sameMeaning, takeField } from '../../../client/readings/merge.ts';
import { blankTyped, type Typed } from '../../../client/readings/typed.ts';
import { COUNT, PARK, SHARE } from './subjects.ts';

const base: Typed = { ...blankTyped(SHARE), numerator: '147', denominator: '300', source: '年报' };

describe('what two people typed', () => {
  test('different fields come together without a question', () => {
    const mine = { ...base, note: '我的说明' };
    const theirs = { ...base, source: '统计局' };
    expect(merge(SHARE, base, mine, theirs)).toEqual({
      typed: { ...base, note: '我的说明', source: '统计局' },
      clashes: [],
    });
  });

  test('the same field, to different things, is asked about and stays mine until then', () => {
    const mine = { ...base, numerator: '150' };
    const theirs = { ...base, numerator: '152', denominator: '310' };
    const { typed, clashes } = merge(SHARE, base, mine, theirs);
    expect(clashes).toEqual(['numerator']);
    expect(typed).toEqual({ ...base, numerator: '150', denominator: '310' });
    expect(takeField('numerator', theirs, typed)).toEqual(theirs);
  });

  test('the same thing typed by both is no question, and my spelling stays under my hands', () => {
    const mine = { ...base, numerator: '１５０ 家' };
    const theirs = { ...base, numerator: '150' };
    expect(merge(SHARE, base, mine, theirs)).toEqual({ typed: mine, clashes: [] });
  });

  test('a text that is no number is never taken for the same as nothing', () => {
    const mine = { ...base, numerator: '约150' };
    expect(sameMeaning(SHARE, mine, { ...base, numerator: '' })).toBe(false);
    expect(merge(SHARE, base, mine, { ...base, numerator: '' }).clashes).toEqual(['numerator']);
  });

  test('a figure against an absence is one question', () => {
    const start = blankTyped(COUNT);
    const mine = { ...start, value: '3' };
    const theirs: Typed = { ...start, absence: 'unavailable', absenceReason: '企业未报' };
    expect(merge(COUNT, start, mine, { ...theirs, note: '见附件' })).toEqual({
      typed: { ...mine, note: '见附件' },
      clashes: ['absence'],
    });
    const before = { ...start, value: '2' };
    const asked = merge(COUNT, before, mine, theirs);
    expect(asked).toEqual({ typed: mine, clashes: ['absence'] });
    expect(takeField('absence', theirs, asked.typed)).toEqual({ ...theirs, value: '3' });
    expect(takeField('absence', mine, theirs)).toEqual(mine);
  });

  test('what an absence hides stays in its box and is no change', () => {
    const start = { ...blankTyped(COUNT), value: '3' };
    const mine: Typed = { ...start, absence: 'unavailable', absenceReason: '企业未报' };
    const answered: Typed = { ...mine, value: '' };
    expect(sameMeaning(COUNT, mine, answered)).toBe(true);
    expect(merge(COUNT, start, mine, answered).typed.value).toBe('3');
    expect(sameMeaning(COUNT, start, answered)).toBe(false);
  });

  test('conditions of a milestone are told apart one by one', () => {
    const start = blankTyped(PARK);
    const met = (id: string, metOn: string): Typed => ({
      ...start,
      conditions: start.conditions.map((one) => (one.id === id ? { ...one, metOn } : one)),
    });
    const together = merge(PARK, start, met('built', '2018-05-01'), met('operating', '2018-09-01'));
    expect(together.clashes).toEqual([]);
    expect(together.typed.conditions.map(({ metOn }) => metOn)).toEqual([
      '2018-05-01',
      '2018-09-01',
    ]);
    const against = merge(PARK, start, met('built', '2018-05-01'), met('built', '2018-06-01'));
    expect(against.clashes).toEqual(['condition built']);
  });
});
