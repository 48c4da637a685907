import { describe, test } from 'vitest';
import type { RatingTarget } from '../../../shared/assessment/types.ts';
import { check, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('rating', () => {
  const target: RatingTarget = {
    kind: 'rating',
    targetLevel: 4,
    baseline: { year: 2015, value: 1 },
    deadline: 2020,
  };
  const rows: Row[] = [
    {
      why: 'pending without a level',
      target: { ...target, targetLevel: null },
      readings: at(2018, 2),
      asOf: 2018,
      expected: { status: 'targetPending', value: 2, completion: null },
    },
    {
      why: 'one level short is behind: 3 due by plan',
      target: {
        ...target,
        plan: [
          { year: 2016, level: 2 },
          { year: 2018, level: 3 },
        ],
      },
      readings: at(2018, 2),
      asOf: 2018,
      expected: { status: 'behind', plannedValue: 3, plannedCompletion: null, paceRatio: null },
    },
    {
      why: 'two levels short is far behind',
      target: { ...target, plan: [{ year: 2018, level: 3 }] },
      readings: at(2018, 1),
      asOf: 2018,
      expected: { status: 'farBehind', flags: [] },
    },
    {
      why: 'a plan that falls back keeps its highest level',
      target: {
        ...target,
        plan: [
          { year: 2016, level: 3 },
          { year: 2017, level: 2 },
        ],
      },
      readings: at(2018, 3),
      asOf: 2018,
      expected: { status: 'onTrack', plannedValue: 3 },
    },
    {
      why: 'nothing due and nothing done: 1 + ⌊3 × 0.2⌋ = 1',
      target,
      readings: at(2016, 1),
      asOf: 2016,
      expected: { status: 'inProgress', reason: 'nothingDueYet', plannedValue: 1, completion: 0 },
    },
    {
      why: 'something done while nothing is due',
      target,
      readings: at(2016, 2),
      asOf: 2016,
      expected: { status: 'onTrack', reason: null },
    },
    {
      why: 'below the baseline',
      target,
      readings: at(2016, 0),
      asOf: 2016,
      expected: { status: 'farBehind', flags: ['movingAway'] },
    },
    {
      why: 'the base year is not judged',
      target,
      asOf: 2015,
      expected: { status: 'inProgress', reason: 'baselineYear', value: 1 },
    },
    {
      why: 'above the target, from below it',
      target,
      readings: at(2020, 5),
      asOf: 2020,
      expected: { status: 'exceeded', attainedYear: 2020, targetValue: 4, overshootPct: null },
    },
    {
      why: 'above the target, from the target: kept, not exceeded, and no maintain flags',
      target: { ...target, baseline: { year: 2015, value: 4 } },
      readings: at(2020, 5),
      asOf: 2020,
      expected: { status: 'achieved', flags: [], completion: null, attainedYear: 2015 },
    },
    {
      why: 'fallen from the target: a regression and movement away',
      target: { ...target, baseline: { year: 2015, value: 4 } },
      readings: at(2018, 3),
      asOf: 2018,
      expected: { status: 'farBehind', flags: ['movingAway', 'regressed'] },
    },
    {
      why: 'the assumed lowest level is not a reading: 2016 without a figure is noData',
      target: { ...target, baseline: null },
      asOf: 2015,
      expected: { status: 'noData', reason: 'noReadings' },
    },
    {
      why: 'after a break the path starts at the lowest level: ⌊4 × 0.6⌋ = 2',
      target,
      readings: [{ year: 2018, value: 1, break: true }],
      asOf: 2018,
      expected: { status: 'behind', flags: ['seriesBreak'], plannedValue: 2, completion: 0.25 },
    },
    {
      why: 'age is looked at as for numbers',
      target,
      readings: at(2016, 3),
      asOf: 2018,
      expected: { status: 'noData', reason: 'stale' },
    },
    {
      why: 'missed, and reached late',
      target,
      readings: series(2020, 3, 4),
      asOf: 2021,
      expected: { status: 'missed', flags: ['achievedLate'] },
    },
  ];
  test.each(rows)('$why', check);
});
