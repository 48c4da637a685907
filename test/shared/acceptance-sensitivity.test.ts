import { describe, expect, it } from 'vitest';
import { EMPTY_SHEET, type SheetContent, type SheetItem } from '../../shared/acceptance-rules.ts';
import { factOf, type Facts } from '../../shared/acceptance-score.ts';
import { sensitivity } from '../../shared/acceptance-sensitivity.ts';
import type { Target } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading } from '../../shared/dashboard.ts';
import { indicatorAt } from '../support/report-indicator.ts';

const YEAR = 2020;
const none = { baseline: { year: 2015, value: null }, deadline: 2020, direction: 'up' } as const;
const SHARE: Target = { ...none, kind: 'atLeast', value: 60, decimals: 1 };
const DENSITY: Target = { ...none, kind: 'atLeast', value: 100, decimals: 1 };
const RANGE: Target = { ...none, kind: 'countRange', lower: 3, upper: 5, decimals: 0 };
const POINT: Target = { ...RANGE, lower: 3, upper: 3 };
const FLOOR: Target = { ...RANGE, upper: null };
const PENDING: Target = { ...none, kind: 'reduction', reductionPct: null, decimals: 1 };
const INDEX: Target = { ...none, kind: 'atLeast', value: 85, decimals: 2 };

const ITEM: SheetItem = {
  id: 'a',
  part: 'base',
  subject: 'indicator',
  indicatorId: 'x',
  measureId: null,
  title: '',
  departmentId: null,
  weight: 40,
  rule: 'proportional',
  basis: 'attainment',
  points: [],
  standard: '',
};
/** 40 of the indicator and 60 that are the assessors' and given in full: the pass line is 95. */
const SHEET: SheetContent = {
  ...EMPTY_SHEET,
  title: '评分表',
  items: [
    ITEM,
    { ...ITEM, id: 'rest', subject: 'free', indicatorId: null, weight: 60, rule: 'byHand' },
  ],
  grades: [
    { nameZh: '合格', nameEn: 'Passed', lower: 95 },
    { nameZh: '不合格', nameEn: 'Not passed', lower: 0 },
  ],
  pendingRule: 'zero',
  noDataRule: 'zero',
};
const GIVEN = new Map([['rest', 60]]);

type Figure = Partial<BoardReading>;
const ratio = (numerator: number, denominator: number, multiplier: number): Figure => ({
  numerator,
  denominator,
  value: (numerator / denominator) * multiplier,
});

function swingsOf(
  target: Target,
  figure: Figure | null,
  multiplier: number | null = null,
  more: Partial<SheetContent> = {},
): string[] {
  const reports = figure === null ? [] : [{ year: YEAR, ...figure }];
  const indicator: BoardIndicator = { ...indicatorAt(target, reports, YEAR), multiplier };
  const sheet = { ...SHEET, ...more };
  const facts: Facts = {
    targets: new Map([['x', factOf(indicator, sheet.passLine)]]),
    measures: new Map(),
  };
  return sensitivity(sheet, [indicator], facts, YEAR, GIVEN).map(
    ({ swing, from, to, verdictBefore, verdict, total, gradeLow }) =>
      `${swing} ${from ?? '-'}→${to ?? '-'} ${verdictBefore}→${verdict} ${total.low} grade ${gradeLow ?? '-'}`,
  );
}

describe('what a result hinges on', () => {
  it.each<[string, string[], string[]]>([
    [
      'one enterprise more reaches a share; one less changes neither verdict nor grade',
      swingsOf(SHARE, ratio(59, 99, 100), 100),
      ['oneMore 59→60 notMet→met 100 grade 0'],
    ],
    [
      'one enterprise less loses it, and with it nothing but the verdict while the grade holds',
      swingsOf(SHARE, ratio(60, 100, 100), 100),
      // 59 ÷ 60 × 40 = 39.33
      ['oneLess 60→59 met→notMet 99.33 grade 0'],
    ],
    [
      'a share that nobody could swing is not listed',
      swingsOf(SHARE, ratio(80, 100, 100), 100),
      [],
    ],
    [
      'an enterprise cannot be one more than there are',
      swingsOf({ ...SHARE, value: 101 }, ratio(100, 100, 100), 100),
      [],
    ],
    [
      'robots can outnumber workers per 10,000: one more counts',
      swingsOf(DENSITY, ratio(99, 10_000, 10_000), 10_000),
      ['oneMore 99→100 notMet→met 100 grade 0'],
    ],
    [
      'a count at the lower bound hinges on one, and on the pass line',
      swingsOf(RANGE, { value: 3 }),
      [
        // 2 ÷ 3 × 40; 3 ÷ 5 × 40
        'oneLess 3→2 met→notMet 86.67 grade 1',
        'passUpper 3→5 met→notMet 84 grade 1',
      ],
    ],
    [
      'below the lower bound by one: one more meets it, the pass line changes nothing for the verdict',
      swingsOf(RANGE, { value: 2 }),
      ['oneMore 2→3 notMet→met 100 grade 0'],
    ],
    [
      'judged by the upper bound: the lower one would pass it',
      swingsOf(RANGE, { value: 4 }, null, { passLine: 'upper' }),
      ['oneMore 4→5 notMet→met 100 grade 0', 'passLower 5→3 notMet→met 100 grade 0'],
    ],
    ['above the upper bound nothing swings', swingsOf(RANGE, { value: 7 }), []],
    [
      'a range of one number has no other pass line',
      swingsOf(POINT, { value: 3 }),
      ['oneLess 3→2 met→notMet 86.67 grade 1'],
    ],
    [
      'a count without an upper bound has none either',
      swingsOf(FLOOR, { value: 3 }),
      ['oneLess 3→2 met→notMet 86.67 grade 1'],
    ],
    [
      'nothing is one less than none',
      swingsOf({ ...RANGE, lower: 1, upper: 2 }, { value: 0 }),
      ['oneMore 0→1 notMet→met 100 grade 0'],
    ],
    [
      'a pending target could be met or not once it is assigned',
      swingsOf(PENDING, null),
      [
        'pendingMet -→- cannotJudge→met 100 grade 0',
        'pendingNotMet -→- cannotJudge→notMet 60 grade 1',
      ],
    ],
    [
      'left out by the sheet it still hinges: who is left out comes back in',
      swingsOf(PENDING, null, null, { pendingRule: 'excluded' }),
      [
        'pendingMet -→- cannotJudge→met 100 grade 0',
        'pendingNotMet -→- cannotJudge→notMet 60 grade 1',
      ],
    ],
    ['an index is no count: nothing of it is one more', swingsOf(INDEX, { value: 84.9 }), []],
    ['without a figure nothing can be one more', swingsOf(RANGE, null), []],
  ])('%s', (_why, told, expected) => {
    expect(told).toEqual(expected);
  });
});
