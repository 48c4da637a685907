import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  applyChanges,
  BLANK,
  computeRatio,
  entryOf,
  type Figures,
  impossible,
  missing,
  type ReadingSubject,
  refuseFields,
  refuseReadingYear,
  refuseYear,
  valueOf,
  yearInChina,
} from '../../shared/reading-rules.ts';
import type { ReadingChanges } from '../../shared/readings.ts';

const NOTHING = { unitZh: null, multiplier: null, levels: [], conditionIds: [] } as const;
const SUBJECTS = {
  share: { ...NOTHING, kind: 'atLeast', unitZh: '%', multiplier: 100 },
  density: { ...NOTHING, kind: 'atLeast', unitZh: '台/万人', multiplier: 10_000 },
  intensity: { ...NOTHING, kind: 'reduction', unitZh: '吨标准煤/万元', multiplier: 1 },
  emission: { ...NOTHING, kind: 'reduction', unitZh: '吨' },
  index: { ...NOTHING, kind: 'atLeast', unitZh: '分' },
  percentage: { ...NOTHING, kind: 'atLeast', unitZh: '%' },
  count: { ...NOTHING, kind: 'countRange', unitZh: '个' },
  milestone: { ...NOTHING, kind: 'milestone', conditionIds: ['built', 'operating'] },
  rating: { ...NOTHING, kind: 'rating', levels: [0, 1, 2, 3] },
  direction: { ...NOTHING, kind: 'directional', unitZh: '分' },
} as const satisfies Record<string, ReadingSubject>;
type Name = keyof typeof SUBJECTS;

const issues = (found: readonly { pointer: string; code: string }[]): string[] =>
  found.map(({ pointer, code }) => `${pointer} ${code}`);

describe('which figures a kind takes', () => {
  test.each<[Name, string]>([
    ['share', 'ratio'],
    ['intensity', 'ratio'],
    ['emission', 'value'],
    ['index', 'value'],
    ['direction', 'value'],
    ['count', 'count'],
    ['milestone', 'conditions'],
    ['rating', 'level'],
  ])('%s → %s', (name, entry) => {
    expect(entryOf(SUBJECTS[name])).toBe(entry);
  });

  const ABSENT: Figures = { ...BLANK, absence: { kind: 'unavailable', reason: '统计口径未定' } };
  test.each<[Name, ReadingChanges, readonly string[], string]>([
    ['share', { numerator: 1, denominator: 2 }, [], 'a ratio is given as its parts'],
    ['share', { value: 50 }, ['/value computedValue'], 'the rate is computed, never typed'],
    ['share', { value: null, level: null }, [], 'taking back what was never there harms nothing'],
    ['count', { value: 3 }, [], 'a count is a value'],
    ['count', { numerator: 3 }, ['/numerator notThisKind'], 'a count has no parts'],
    ['milestone', { conditions: [{ id: 'built' }] }, [], 'a milestone has conditions'],
    ['milestone', { value: 1 }, ['/value notThisKind'], 'a milestone has no figure'],
    ['milestone', { value: 0 }, ['/value notThisKind'], 'zero is a figure too'],
    ['rating', { level: 0, ground: '尚未启动' }, [], 'a rating has a level and its ground'],
    ['rating', { conditions: [{ id: 'x' }] }, ['/conditions notThisKind'], 'and no conditions'],
    [
      'index',
      { level: 1, ground: 'x', numerator: 1 },
      ['/numerator notThisKind', '/level notThisKind', '/ground notThisKind'],
      'all at once',
    ],
    [
      'index',
      { value: 80, absence: { kind: 'unavailable', reason: 'x' } },
      ['/value notAllowed'],
      'a figure and its absence cannot both stand',
    ],
  ])('%s with %o', (name, changes, expected) => {
    expect(issues(refuseFields(SUBJECTS[name], BLANK, changes))).toEqual(expected);
  });

  it('takes no figure beside an absence until that is taken back', () => {
    expect(issues(refuseFields(SUBJECTS.index, ABSENT, { value: 0 }))).toEqual([
      '/value notAllowed',
    ]);
    expect(refuseFields(SUBJECTS.index, ABSENT, { value: 0, absence: null })).toEqual([]);
  });
});

describe('a change', () => {
  it('leaves what it does not name, and replaces a list whole', () => {
    const before = applyChanges(BLANK, { source: '年报', conditions: [{ id: 'built' }] });
    const after = applyChanges(before, { conditions: [{ id: 'operating', metOn: '2016-05-01' }] });
    expect(after.source).toBe('年报');
    expect(after.conditions).toEqual([
      { id: 'operating', metOn: '2016-05-01', lostOn: null, documentNumber: null },
    ]);
  });

  it('takes a figure back with null, and keeps zero', () => {
    const zero = applyChanges(BLANK, { value: 0 });
    expect(zero.value).toBe(0);
    expect(applyChanges(zero, { value: null }).value).toBeNull();
    expect(applyChanges(zero, { note: 'x' }).value).toBe(0);
  });

  it('to an absence takes the own figures back and leaves the shared components', () => {
    const before = { ...BLANK, value: 3, numerator: 1, denominator: 2, level: 1, ground: 'x' };
    const after = applyChanges(before, { absence: { kind: 'notApplicable', reason: '未纳统' } });
    expect(after).toMatchObject({ value: null, level: null, ground: null, conditions: [] });
    expect(after).toMatchObject({ numerator: 1, denominator: 2 });
    expect(valueOf(SUBJECTS.share, after)).toBeNull();
  });
});

describe('a ratio', () => {
  test.each<[number | null, number | null, number, number | null, string]>([
    [57, 100, 100, 57, 'multiplied before it is divided: (57 ÷ 100) × 100 would be 56.99…'],
    [48, 120, 100, 40, '48 of 120'],
    [7996, 10_000, 100, 79.96, 'not rounded to 80.0'],
    [1, 3, 100, 100 / 3, 'never rounded at all'],
    [250, 54_000, 10_000, 2_500_000 / 54_000, 'robots per 10,000 workers'],
    [0, 5, 100, 0, 'none of five is zero'],
    [null, 5, 100, null, 'no numerator yet'],
    [5, null, 100, null, 'no denominator yet'],
    [0, 0, 100, null, 'nothing of nothing is not zero'],
    [1e15, 1e-300, 1e4, null, 'never infinite'],
  ])('%d of %d × %d is %d', (numerator, denominator, multiplier, value) => {
    expect(computeRatio(numerator, denominator, multiplier)).toBe(value);
  });

  it('of a share within its whole lies between 0 and 100', () => {
    const pair = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 ** 31 }));
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const share = computeRatio(part, whole, 100) ?? -1;
        expect(share >= 0 && share <= 100).toBe(true);
      }),
    );
  });
});

const day = (id: string, metOn: string | null, lostOn: string | null = null) => ({
  id,
  metOn,
  lostOn,
  documentNumber: null,
});

describe('what can never be true is refused in a draft already', () => {
  test.each<[Name, Partial<Figures>, readonly string[], string]>([
    ['share', { numerator: 48, denominator: 120 }, [], 'a share'],
    ['share', { numerator: 120, denominator: 120 }, [], 'all of them'],
    ['share', { numerator: 48 }, [], 'half typed is a draft'],
    ['share', {}, [], 'nothing typed is a draft'],
    [
      'share',
      { numerator: 121, denominator: 120 },
      ['/numerator numeratorAboveDenominator'],
      'more than all',
    ],
    ['share', { denominator: 0 }, ['/denominator zeroDenominator'], 'nothing below the line'],
    ['share', { numerator: 0, denominator: 0 }, ['/denominator zeroDenominator'], '0 of 0'],
    [
      'share',
      { numerator: -1, denominator: -2 },
      ['/numerator negative', '/denominator negative'],
      'both at once',
    ],
    ['density', { numerator: 120, denominator: 60 }, [], 'a density may exceed one'],
    [
      'density',
      { numerator: 1e15, denominator: 1e-300 },
      ['/numerator tooLarge'],
      'an infinite result',
    ],
    ['density', { numerator: 1e12, denominator: 1 }, ['/numerator tooLarge'], 'above 10^15'],
    ['percentage', { value: 100 }, [], 'all of it'],
    ['percentage', { value: 100.01 }, ['/value aboveHundred'], 'more than all of it'],
    ['percentage', { value: -3 }, [], 'growth may be negative'],
    ['emission', { value: 0 }, [], 'nothing emitted'],
    ['emission', { value: -1 }, ['/value negative'], 'an amount below nothing'],
    ['index', { value: 840 }, [], 'no upper end without one in the plan'],
    ['count', { value: 0 }, [], 'none so far'],
    ['count', { value: 2.5 }, ['/value notWhole'], 'half a workshop'],
    ['count', { value: -1 }, ['/value negative'], 'fewer than none'],
    ['rating', { level: 3 }, [], 'a known level'],
    ['rating', { level: 4 }, ['/level notAllowed'], 'beyond the highest'],
    ['milestone', { conditions: [day('built', '2016-12-31')] }, [], 'met in the year'],
    ['milestone', { conditions: [day('built', '2011-05-01')] }, [], 'met long before'],
    [
      'milestone',
      { conditions: [day('built', '2017-01-01')] },
      ['/conditions/0/metOn datesOutOfOrder'],
      'a report of 2016 cannot know 2017',
    ],
    [
      'milestone',
      { conditions: [day('built', '2016-05-02', '2016-05-01')] },
      ['/conditions/0/lostOn datesOutOfOrder'],
      'lost before it was met',
    ],
    [
      'milestone',
      { conditions: [day('built', '2016-05-01', '2016-05-01')] },
      [],
      'lost on the same day',
    ],
    [
      'milestone',
      { conditions: [day('built', null, '2016-05-01')] },
      ['/conditions/0/lostOn datesOutOfOrder'],
      'lost and never met',
    ],
    [
      'milestone',
      { conditions: [day('built', null), day('sold', null), day('built', null)] },
      ['/conditions/1/id unknownReference', '/conditions/2/id duplicateKey'],
      'only the conditions of the target, each once',
    ],
  ])('%s %o → %o (%s)', (name, figures, expected) => {
    expect(issues(impossible(SUBJECTS[name], 2016, { ...BLANK, ...figures }))).toEqual(expected);
  });

  it('an absence says nothing that could be impossible', () => {
    const absent = { ...BLANK, absence: { kind: 'unavailable' as const, reason: 'x' } };
    const shared = { ...absent, numerator: 5, denominator: 1 };
    expect(impossible(SUBJECTS.share, 2016, shared)).toEqual([]);
  });
});

describe('handing in names everything that is missing', () => {
  const full: Partial<Figures> = { source: '年报' };
  test.each<[Name, Partial<Figures>, readonly string[], string]>([
    [
      'share',
      {},
      ['/numerator required', '/denominator required', '/source required'],
      'all at once',
    ],
    ['share', { ...full, numerator: 0, denominator: 5 }, [], 'zero is given'],
    ['count', { ...full }, ['/value required'], 'a count'],
    ['count', { ...full, value: 0 }, [], 'a count of none'],
    ['rating', { ...full, level: 0 }, ['/ground required'], 'a level needs its written ground'],
    ['rating', { ...full, level: 0, ground: '' }, ['/ground required'], 'an empty one is none'],
    ['rating', { ...full, level: 2, ground: '已覆盖' }, [], 'complete'],
    ['milestone', { ...full }, ['/conditions incomplete'], 'a report that says nothing'],
    ['milestone', { ...full, conditions: [day('built', null)] }, [], 'not met yet is a report'],
    ['index', { value: 84.2 }, ['/source required'], 'a figure needs its source'],
    [
      'index',
      { absence: { kind: 'unavailable', reason: '尚未发布' } },
      [],
      'an absence with a reason',
    ],
  ])('%s %o → %o (%s)', (name, figures, expected) => {
    expect(issues(missing(SUBJECTS[name], { ...BLANK, ...figures }))).toEqual(expected);
  });
});

describe('years', () => {
  const PLAN = { baselineYear: 2015, endYear: 2020 };
  test.each<[number, string, readonly string[], string]>([
    [2015, '2026-01-01T00:00:00Z', [], 'the baseline year'],
    [2014, '2026-01-01T00:00:00Z', ['/year yearOutsidePlan'], 'before it'],
    [2025, '2026-01-01T00:00:00Z', [], 'five years after the end'],
    [2026, '2027-01-01T00:00:00Z', ['/year yearOutsidePlan'], 'six years after'],
    [2019, '2018-12-31T15:59:59Z', ['/year futureYear'], 'a second before midnight in China'],
    [2019, '2018-12-31T16:00:00Z', [], 'midnight in China'],
    [2026, '2018-06-01T00:00:00Z', ['/year yearOutsidePlan'], 'outside first'],
  ])('%d at %s → %o (%s)', (year, now, expected) => {
    expect(issues(refuseReadingYear(PLAN, year, new Date(now)))).toEqual(expected);
  });

  it('of a plan do not depend on the clock', () => {
    expect(refuseYear(PLAN, 2025)).toEqual([]);
    expect(issues(refuseYear(PLAN, 2026))).toEqual(['/year yearOutsidePlan']);
    expect(yearInChina(new Date('2020-02-29T16:00:00Z'))).toBe(2020);
  });
});
