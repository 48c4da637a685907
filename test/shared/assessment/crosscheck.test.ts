import { describe, expect, test } from 'vitest';
import { countByStatus, WORST_FIRST } from '../../../shared/assessment/compose.ts';
import * as x from '../../../shared/assessment/crosscheck.ts';
import { STATUSES } from '../../../shared/assessment/types.ts';
import { agree } from './agree.ts';

const rows: [why: string, answer: unknown, expected: unknown][] = [
  ['cagr: 100 → 121 in two years', x.cagr(100, 2015, 121, 2017), 0.1],
  ['cagr: both negative is a quotient too', x.cagr(-100, 2015, -121, 2017), 0.1],
  ['cagr: no time', x.cagr(100, 2015, 121, 2015), null],
  ['cagr: from zero', x.cagr(0, 2015, 1, 2016), null],
  ['cagr: to zero', x.cagr(5, 2015, 0, 2016), null],
  ['cagr: across zero', x.cagr(-1, 2015, 1, 2016), null],
  ['cagrRatio: on the way', x.cagrRatio(100, 2015, 110, 2016, 121, 2017, 1), 1],
  ['cagrRatio: the other way', x.cagrRatio(100, 2015, 110, 2016, 121, 2017, -1), -1],
  ['cagrRatio: falling as wanted', x.cagrRatio(100, 2015, 90, 2016, 81, 2017, -1), 1],
  [
    'cagrRatio: a negative that shrinks is a rise',
    x.cagrRatio(-100, 2015, -90, 2016, -81, 2017, 1),
    1,
  ],
  ['cagrRatio: nothing required', x.cagrRatio(100, 2015, 110, 2016, 100, 2017, 1), null],
  ['cagrRatio: required across zero', x.cagrRatio(100, 2015, 110, 2016, -1, 2017, 1), null],
  ['eurostat: met comes first', x.eurostatClass(0, 2015, 10, 2016, 10, 2020, 1), 'targetAchieved'],
  ['eurostat: 1.0', x.eurostatClass(100, 2015, 110, 2016, 121, 2017, 1), 'significant'],
  // required 10% a year; observed 6% and 5.9%
  ['eurostat: 0.60 is moderate', x.eurostatClass(100, 2015, 106, 2016, 121, 2017, 1), 'moderate'],
  ['eurostat: 0.59', x.eurostatClass(100, 2015, 105.9, 2016, 121, 2017, 1), 'insufficient'],
  ['eurostat: 0', x.eurostatClass(100, 2015, 100, 2016, 121, 2017, 1), 'insufficient'],
  ['eurostat: below 0', x.eurostatClass(100, 2015, 99, 2016, 121, 2017, 1), 'movementAway'],
  ['eurostat: no ratio', x.eurostatClass(0, 2015, 5, 2016, 10, 2020, 1), 'notAvailable'],
  ['no target: 1%', x.eurostatClassNoTarget(100, 2015, 101, 2016, 1), 'significantProgress'],
  ['no target: 0%', x.eurostatClassNoTarget(100, 2015, 100, 2016, 1), 'moderateProgress'],
  ['no target: −1%', x.eurostatClassNoTarget(100, 2015, 99, 2016, 1), 'moderateMovementAway'],
  ['no target: −2%', x.eurostatClassNoTarget(100, 2015, 98, 2016, 1), 'significantMovementAway'],
  [
    'no target: down is good',
    x.eurostatClassNoTarget(100, 2015, 98, 2016, -1),
    'significantProgress',
  ],
  ['no target: from zero', x.eurostatClassNoTarget(0, 2015, 98, 2016, 1), 'notAvailable'],
  ['sdsn: met', x.sdsnClass(20, 2015, 100, 2015, 100, 2020, 1), 'onTrackOrMaintaining'],
  // required 16 a year
  ['sdsn: 16 a year', x.sdsnClass(20, 2015, 36, 2016, 100, 2020, 1), 'onTrackOrMaintaining'],
  ['sdsn: 8 a year', x.sdsnClass(20, 2015, 28, 2016, 100, 2020, 1), 'moderatelyImproving'],
  ['sdsn: 7 a year', x.sdsnClass(20, 2015, 27, 2016, 100, 2020, 1), 'stagnating'],
  ['sdsn: 0 a year', x.sdsnClass(20, 2015, 20, 2016, 100, 2020, 1), 'stagnating'],
  ['sdsn: −1 a year', x.sdsnClass(20, 2015, 19, 2016, 100, 2020, 1), 'decreasing'],
  ['sdsn: fallen from the target', x.sdsnClass(110, 2015, 90, 2016, 100, 2020, 1), 'decreasing'],
  [
    'sdsn: wrong direction before no time',
    x.sdsnClass(110, 2015, 90, 2015, 100, 2020, 1),
    'decreasing',
  ],
  ['sdsn: no time', x.sdsnClass(20, 2015, 20, 2015, 100, 2020, 1), 'notAvailable'],
  ['unsd: met', x.unsdScore(1, 2015, 9, 2016, 9, 2020, 1), { share: null, score: 3 }],
  // 100 → 110; by 2017 121 → 21 of the way
  ['unsd: all of 21', x.unsdScore(100, 2015, 110, 2016, 121, 2017, 1), { share: 1, score: 3 }],
  ['unsd: half of 42', x.unsdScore(100, 2015, 110, 2016, 142, 2017, 1), { share: 0.5, score: 2 }],
  ['unsd: 0.05 of 420', x.unsdScore(100, 2015, 110, 2016, 520, 2017, 1), { share: 0.05, score: 1 }],
  ['unsd: no rate', x.unsdScore(0, 2015, 1, 2016, 9, 2020, 1), { share: null, score: null }],
  ['unsd: no way', x.unsdScore(9, 2015, 8, 2016, 9, 2020, 1), { share: null, score: null }],
  ['cumulative: multiplied, not added', x.cumulativeReduction([10, 10]), 19],
  ['cumulative: a rise is negative', x.cumulativeReduction([10, -10]), 1],
  ['cumulative: nothing yet', x.cumulativeReduction([]), 0],
  ['cumulative: a missing year breaks the chain', x.cumulativeReduction([10, null]), null],
  ['a year: 19% in two', x.annualisedReduction(19, 2), 10],
  ['a year: a rise of 21% in two', x.annualisedReduction(-21, 2), -10],
  ['a year: no years', x.annualisedReduction(19, 0), null],
  ['a year: more than everything', x.annualisedReduction(120, 2), null],
  ['log progress: 10% of 19% is half', x.logProgress(10, 19), 0.5],
  ['log progress: no target', x.logProgress(10, 0), null],
  ['log progress: all of it', x.logProgress(10, 100), null],
  ['log progress: all done', x.logProgress(100, 19), null],
  ['remaining: 1 − 0.81/0.9', x.remainingReduction(10, 19), 10],
  ['remaining: nothing left to reduce from', x.remainingReduction(100, 19), null],
  ['remaining a year: 1 − √(0.729/0.9)', x.requiredAnnualReduction(10, 27.1, 2), 10],
  ['remaining a year: no years', x.requiredAnnualReduction(10, 27.1, 0), null],
  ['remaining a year: nothing left', x.requiredAnnualReduction(100, 27.1, 2), null],
  ['overfulfilment: 110 of 100', x.overfulfilment(110, 100), 10],
  ['overfulfilment: exactly', x.overfulfilment(100, 100), 0],
  ['overfulfilment: not reached', x.overfulfilment(99, 100), null],
  ['overfulfilment: no target', x.overfulfilment(5, 0), null],
];

test.each(rows)('%s', (_why, answer, expected) => {
  agree(answer, expected);
});

describe('a clause with several parts', () => {
  test('is as good as its worst part', () => {
    WORST_FIRST.forEach((status, index) => {
      const noWorse = WORST_FIRST.slice(index);
      expect(x.compositeStatus(noWorse)).toBe(status);
      expect(x.compositeStatus([...noWorse.slice(1), status])).toBe(status);
    });
    expect([...WORST_FIRST].sort()).toEqual([...STATUSES].sort());
  });

  test('has no status without parts', () => {
    expect(x.compositeStatus([])).toBeNull();
  });

  test('is counted by status, zeros included', () => {
    const counts = countByStatus(['behind', 'behind', 'noData']);
    expect(Object.keys(counts)).toEqual([...STATUSES]);
    expect(counts).toMatchObject({ behind: 2, noData: 1, missed: 0 });
  });
});
