import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import { check, energy, five, robots, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('step 5: which figure is judged', () => {
  const rows: Row[] = [
    {
      why: 'after the deadline the deadline figure is judged, not the latest',
      target: robots,
      readings: series(2019, 80, 100, 60),
      asOf: 2021,
      expected: { assessedYear: 2020, value: 100, status: 'achieved', flags: ['notSustained'] },
    },
    {
      why: 'a level without its deadline figure has no verdict, even if the year before met',
      target: robots,
      readings: at(2019, 120),
      asOf: 2021,
      expected: {
        status: 'noData',
        reason: 'deadlineReadingMissing',
        assessedYear: 2019,
        lag: 1,
        completion: 1.25,
        attainedYear: null,
        overshootPct: null,
        projection: null,
        requiredAnnual: null,
      },
    },
    {
      why: 'figures after the deadline only: nothing that could be judged',
      target: { ...robots, baseline: null },
      readings: at(2021, 120),
      asOf: 2021,
      expected: { reason: 'deadlineReadingMissing', assessedYear: null, lag: null, value: null },
    },
    {
      why: 'a total that was reached carries its verdict over a missing deadline figure',
      target: five,
      readings: series(2017, 4, 5),
      asOf: 2022,
      expected: {
        status: 'achieved',
        flags: ['carriedForward'],
        assessedYear: 2018,
        lag: 2,
        attainedYear: 2018,
        requiredAnnual: null,
      },
    },
    {
      why: 'a total that was not reached does not',
      target: five,
      readings: at(2019, 4),
      asOf: 2021,
      expected: { status: 'noData', reason: 'deadlineReadingMissing', lag: 1 },
    },
    {
      why: 'a count may be declared not to be a total',
      target: { ...five, cumulative: false },
      readings: at(2019, 5),
      asOf: 2021,
      expected: { status: 'noData', reason: 'deadlineReadingMissing' },
    },
    {
      why: 'maintain mode is flagged without a deadline figure too',
      target: { ...robots, baseline: { year: 2015, value: 100 } },
      readings: at(2019, 101),
      asOf: 2021,
      expected: { reason: 'deadlineReadingMissing', flags: ['metAtBaseline'], completion: null },
    },
    {
      why: 'a baseline in the deadline year is the deadline figure',
      target: { ...robots, baseline: { year: 2020, value: 20 } },
      asOf: 2020,
      expected: { status: 'missed', timeProgress: null, completion: 0, plannedValue: null },
    },
  ];
  test.each(rows)('$why', check);
});

describe('steps 7 and 8: not met', () => {
  const rows: Row[] = [
    {
      why: 'missed after having been there',
      target: robots,
      readings: series(2018, 100, 100, 99.9),
      asOf: 2020,
      expected: { status: 'missed', flags: ['regressed'], attainedYear: null, lag: 0 },
    },
    {
      why: 'one year late is judged, and in the deadline year its final figure is awaited',
      target: robots,
      readings: at(2019, 84),
      asOf: 2020,
      expected: { status: 'onTrack', flags: ['awaitingFinal', 'stale'], paceRatio: 1 },
    },
    {
      why: 'two years late is noData, without "awaiting", but with its regression',
      target: robots,
      readings: series(2017, 100, 99),
      asOf: 2020,
      expected: { status: 'noData', reason: 'stale', flags: ['regressed'], lag: 2 },
    },
    {
      why: 'age comes before a missing baseline',
      target: { ...robots, baseline: null },
      readings: at(2016, 50),
      asOf: 2018,
      expected: { status: 'noData', reason: 'stale', attainment: 0.5 },
    },
    {
      why: 'a missing baseline comes before the base year',
      target: { ...robots, baseline: null },
      readings: at(2014, 50),
      asOf: 2015,
      expected: { status: 'inProgress', reason: 'noBaseline', flags: ['stale'] },
    },
    {
      why: 'the baseline alone is one year late in the year after',
      target: robots,
      asOf: 2016,
      expected: { status: 'inProgress', reason: 'baselineYear', flags: ['stale'], lag: 1 },
    },
    {
      why: 'the baseline alone says nothing two years after',
      target: robots,
      asOf: 2017,
      expected: { status: 'noData', reason: 'stale', completion: 0, plannedCompletion: 0 },
    },
    {
      why: 'whole units: below the baseline is movement away even when nothing is due',
      target: { ...five, lower: 3, baseline: { year: 2015, value: 1 } },
      readings: at(2016, 0),
      asOf: 2016,
      expected: { status: 'farBehind', flags: ['movingAway'], plannedValue: 1, paceRatio: null },
    },
    {
      why: 'whole units: something done while nothing is due is on track',
      target: { ...five, lower: 3 },
      readings: at(2016, 1),
      asOf: 2016,
      expected: { status: 'onTrack', reason: null, plannedValue: 0, gapPp: 100 / 3 },
    },
    {
      why: 'not whole units: nothing due and nothing done is on track',
      target: { ...robots, checkpoints: [{ year: 2017, value: 20 }] },
      readings: at(2017, 20),
      asOf: 2017,
      expected: { status: 'onTrack', paceRatio: null, plannedValue: 20, plannedCompletion: 0 },
    },
    {
      why: 'just below 0.95 is behind (C = 0.5699, Π = 0.6)',
      target: { ...robots, value: 80, baseline: { year: 2015, value: 50 } },
      readings: at(2018, 67.097),
      asOf: 2018,
      expected: { status: 'behind' },
    },
    {
      why: 'just below 0.60 is far behind (C = 0.3599, Π = 0.6)',
      target: { ...robots, value: 80, baseline: { year: 2015, value: 50 } },
      readings: at(2018, 60.797),
      asOf: 2018,
      expected: { status: 'farBehind', flags: [] },
    },
  ];
  test.each(rows)('$why', check);
});

describe('steps 9 and 10: remarks', () => {
  const rows: Row[] = [
    {
      why: 'reached late, even if lost again since',
      target: robots,
      readings: series(2020, 90, 105, 95),
      asOf: 2022,
      expected: { status: 'missed', flags: ['achievedLate'] },
    },
    {
      why: 'a later dip that was made good is sustained',
      target: robots,
      readings: series(2020, 100, 90, 100),
      asOf: 2022,
      expected: { status: 'achieved', flags: [] },
    },
    {
      why: 'a later figure is not known in an earlier year',
      target: robots,
      readings: series(2020, 100, 90),
      asOf: 2020,
      expected: { status: 'achieved', flags: [] },
    },
    {
      why: 'a provisional figure is flagged',
      target: robots,
      readings: [{ year: 2018, value: 70, provisional: true }],
      asOf: 2018,
      expected: { flags: ['provisional'] },
    },
    {
      why: 'an older provisional figure is not the judged one',
      target: robots,
      readings: [{ year: 2017, value: 50, provisional: true }, ...at(2018, 70)],
      asOf: 2018,
      expected: { flags: [] },
    },
  ];
  test.each(rows)('$why', check);
});

test('every field is there in every answer, in the same order', () => {
  const keys = Object.keys(assess(robots, [], 2018));
  expect(keys).toHaveLength(22);
  const others = [
    assess({ ...robots, value: null }, [], 2018),
    assess(robots, series(2016, 35, 52, 70), 2018),
    assess({ ...energy, baseline: null }, [], 2018),
    assess({ kind: 'milestone', conditions: [{ id: 'a' }], deadline: 2020 }, [], 2018),
    assess({ kind: 'milestone', conditions: null, deadline: 2020 }, [], 2018),
    assess({ kind: 'rating', targetLevel: 3, deadline: 2020 }, [], 2018),
    assess({ kind: 'directional', deadline: 2020 }, [], 2018),
  ];
  for (const answer of others) expect(Object.keys(answer)).toEqual(keys);
});
