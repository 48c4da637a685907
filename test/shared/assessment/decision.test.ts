import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import { check, energy, five, robots, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('step 1: what is read', () => {
  const rows: Row[] = [
    {
      why: 'order does not matter and later years are not looked at',
      target: robots,
      readings: [...at(2019, 99), ...at(2018, 70), ...at(2016, 35)],
      asOf: 2018,
      expected: { assessedYear: 2018, value: 70, completion: 0.625, 'projection.n': 3 },
    },
    {
      why: 'at the base year the baseline wins over a reading',
      target: robots,
      readings: at(2015, 90),
      asOf: 2016,
      expected: { assessedYear: 2015, value: 20, lag: 1, flags: ['stale'], reason: 'baselineYear' },
    },
    {
      why: 'without a baseline figure, a reading of the base year is a reading and no baseline',
      target: { ...robots, baseline: { year: 2015, value: null } },
      readings: at(2015, 90),
      asOf: 2015,
      expected: { value: 90, status: 'inProgress', reason: 'noBaseline', completion: null },
    },
    {
      why: 'the last entry of a year wins',
      target: robots,
      readings: [...at(2018, 30), ...at(2018, 70)],
      asOf: 2018,
      expected: { value: 70 },
    },
    {
      why: 'a null is not a figure: 2018 is missing, not zero',
      target: robots,
      readings: series(2017, 52, null),
      asOf: 2018,
      expected: { assessedYear: 2017, value: 52, lag: 1, flags: ['stale'] },
    },
    {
      why: 'a baseline after the assessed year is not read',
      target: { ...robots, baseline: { year: 2017, value: 20 } },
      asOf: 2016,
      expected: { status: 'noData', reason: 'noReadings', value: null, targetValue: 100 },
    },
    {
      why: 'the base year is 2015 when none is named: τ = 3/5',
      target: { kind: 'atLeast', value: 100, deadline: 2020 },
      readings: at(2018, 70),
      asOf: 2018,
      expected: { timeProgress: 0.6, reason: 'noBaseline', attainment: 0.7, plannedValue: null },
    },
    {
      why: 'readings before the base year are read, but nothing is judged by them',
      target: robots,
      readings: at(2014, 18),
      asOf: 2014,
      expected: { assessedYear: 2014, status: 'inProgress', reason: 'baselineYear' },
    },
  ];
  test.each(rows)('$why', check);
});

describe('step 1: breaks in the series', () => {
  const broken = [{ year: 2017, value: 60, break: true }, ...at(2018, 70)];
  const rows: Row[] = [
    {
      why: 'after a break the baseline is missing and the reason says so',
      target: robots,
      readings: broken,
      asOf: 2018,
      expected: {
        status: 'inProgress',
        reason: 'seriesBreak',
        flags: ['seriesBreak'],
        completion: null,
        plannedValue: null,
        attainment: 0.7,
        projection: null,
        requiredAnnual: { mode: 'amount', value: 15 },
      },
    },
    {
      why: 'a restated baseline heals the break',
      target: { ...robots, baseline: { year: 2015, value: 20, restated: true } },
      readings: broken,
      asOf: 2018,
      expected: { status: 'onTrack', reason: null, flags: [], completion: 0.625 },
    },
    {
      why: 'a break in the base year itself is none: the baseline is of the new kind',
      target: robots,
      readings: [{ year: 2015, value: 20, break: true }, ...at(2018, 70)],
      asOf: 2018,
      expected: { status: 'onTrack', flags: [] },
    },
    {
      why: 'a break after the assessed year is not known yet',
      target: robots,
      readings: [...at(2018, 70), { year: 2019, value: 80, break: true }],
      asOf: 2018,
      expected: { status: 'onTrack', flags: [] },
    },
    {
      why: 'the baseline is left out of the set: alone it cannot make the later figure a regression',
      target: { ...robots, baseline: { year: 2015, value: 110 } },
      readings: [{ year: 2018, value: 70, break: true }],
      asOf: 2018,
      expected: { status: 'inProgress', reason: 'seriesBreak', flags: ['seriesBreak'] },
    },
    {
      why: 'a reduction after a break has no baseline; the flag says why',
      target: energy,
      readings: [{ year: 2018, value: 90, break: true }],
      asOf: 2018,
      expected: {
        status: 'noData',
        reason: 'noBaseline',
        flags: ['seriesBreak'],
        value: 90,
        cumulativeReduction: null,
        targetValue: null,
      },
    },
    {
      why: 'at the deadline a broken series is still judged against the target',
      target: robots,
      readings: [{ year: 2020, value: 101, break: true }],
      asOf: 2020,
      expected: {
        status: 'exceeded',
        flags: ['seriesBreak'],
        completion: null,
        attainedYear: 2020,
      },
    },
    {
      why: 'figures from a late break on cannot show that the target was reached late',
      target: robots,
      readings: [
        ...series(2020, 90, 95),
        { year: 2022, value: 120, break: true },
        ...at(2023, 130),
      ],
      asOf: 2023,
      expected: { status: 'missed', flags: ['seriesBreak'], completion: 0.875 },
    },
    {
      why: 'a comparable figure before the late break can',
      target: robots,
      readings: [...series(2020, 90, 100), { year: 2022, value: 80, break: true }],
      asOf: 2022,
      expected: { status: 'missed', flags: ['achievedLate', 'seriesBreak'] },
    },
    {
      why: 'a break flags a pending target too, and takes its cumulative reduction away',
      target: { ...energy, reductionPct: null },
      readings: [{ year: 2018, value: 90, break: true }],
      asOf: 2018,
      expected: { status: 'targetPending', flags: ['seriesBreak'], cumulativeReduction: null },
    },
  ];
  test.each(rows)('$why', check);
});

describe('steps 2 to 4: nothing to judge', () => {
  const rows: Row[] = [
    {
      why: 'a pending target past its deadline says so and measures nothing',
      target: { ...robots, value: null, checkpoints: [{ year: 2016, value: 40 }] },
      readings: [...at(2018, 70), ...at(2022, 99)],
      asOf: 2022,
      expected: {
        status: 'targetPending',
        reason: null,
        flags: ['deadlinePassed'],
        assessedYear: 2018,
        lag: 2,
        value: 70,
        timeProgress: null,
        attainment: null,
        checkpointResults: [],
        projection: null,
      },
    },
    {
      why: 'the deadline has passed from the deadline year on',
      target: { ...five, lower: null },
      asOf: 2020,
      expected: {
        status: 'targetPending',
        flags: ['deadlinePassed'],
        value: 0,
        assessedYear: 2015,
      },
    },
    {
      why: 'pending comes before a missing baseline',
      target: { ...energy, reductionPct: null, baseline: { year: 2015, value: 0 } },
      readings: at(2018, 90),
      asOf: 2018,
      expected: { status: 'targetPending', cumulativeReduction: null, value: 90 },
    },
    {
      why: 'a pending reduction with nothing but its baseline is 0% below it',
      target: { ...energy, reductionPct: null },
      asOf: 2015,
      expected: { status: 'targetPending', cumulativeReduction: 0, value: 100, lag: 0 },
    },
    {
      why: 'a reduction cannot start below zero',
      target: { ...energy, baseline: { year: 2015, value: -5 } },
      readings: at(2018, 90),
      asOf: 2018,
      expected: { status: 'noData', reason: 'invalidBaseline', value: 90, timeProgress: 0.6 },
    },
    {
      why: 'a reduction asks for its baseline before it asks for readings',
      target: { ...energy, baseline: null },
      asOf: 2018,
      expected: { status: 'noData', reason: 'noBaseline', value: null },
    },
    {
      why: 'a reduction without a baseline is noData even at the deadline',
      target: { ...energy, baseline: { year: 2015, value: null } },
      readings: at(2020, 70),
      asOf: 2020,
      expected: { status: 'noData', reason: 'noBaseline', overshootPct: null },
    },
    {
      why: 'no reading: the target is still known, its checkpoints unknown',
      target: { ...robots, baseline: null, checkpoints: [{ year: 2016, value: 40 }] },
      asOf: 2018,
      expected: {
        reason: 'noReadings',
        flags: [],
        targetValue: 100,
        timeProgress: null,
        checkpointResults: [{ year: 2016, planned: 40, actual: null, result: 'unknown' }],
      },
    },
  ];
  test.each(rows)('$why', check);
});

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

describe('step 6: met', () => {
  const rows: Row[] = [
    {
      why: 'early, and attained where the unbroken run began (2016 met, 2017 did not)',
      target: robots,
      readings: series(2016, 100, 99, 100, 101),
      asOf: 2019,
      expected: { status: 'exceeded', flags: ['early'], attainedYear: 2018, overshootPct: 1 },
    },
    {
      why: 'a level that is one year old may still stand',
      target: robots,
      readings: at(2017, 100),
      asOf: 2018,
      expected: { status: 'achieved', flags: ['early', 'stale'], lag: 1 },
    },
    {
      why: 'a level that is two years old says nothing, but its measures stay',
      target: robots,
      readings: at(2016, 110),
      asOf: 2018,
      expected: {
        status: 'noData',
        reason: 'stale',
        flags: [],
        attainedYear: null,
        completion: 1.125,
        overshootPct: 10,
        timeProgress: 0.2,
        plannedValue: 36,
      },
    },
    {
      why: 'in the deadline year, before its figure is in',
      target: robots,
      readings: at(2019, 100),
      asOf: 2020,
      expected: { status: 'achieved', flags: ['awaitingFinal', 'stale'], attainedYear: 2019 },
    },
    {
      why: 'a total in the deadline year, before its figure is in',
      target: five,
      readings: at(2017, 6),
      asOf: 2020,
      expected: { status: 'exceeded', flags: ['awaitingFinal', 'carriedForward'], lag: 3 },
    },
    {
      why: 'beyond a whole-number lower bound without an upper one',
      target: five,
      readings: at(2020, 6),
      asOf: 2020,
      expected: { status: 'exceeded', overshootPct: 20 },
    },
    {
      why: 'two decimals: 85.01 is beyond 85',
      target: { ...robots, value: 85, decimals: 2 },
      readings: at(2020, 85.01),
      asOf: 2020,
      expected: { status: 'exceeded' },
    },
    {
      why: 'the rounding tie 85.05 goes up at one decimal, binary noise or not',
      target: { ...robots, value: 85 },
      readings: at(2020, 85.05),
      asOf: 2020,
      expected: { status: 'exceeded' },
    },
    {
      why: 'the target is rounded as well: 84.96 and 85.04 are both 85.0',
      target: { ...robots, value: 84.96 },
      readings: at(2020, 85.04),
      asOf: 2020,
      expected: { status: 'achieved' },
    },
    {
      why: 'below a ceiling at reporting precision',
      target: { kind: 'atMost', value: 10, baseline: { year: 2015, value: 30 }, deadline: 2020 },
      readings: at(2020, 9.9),
      asOf: 2020,
      expected: { status: 'exceeded', overshootPct: 1 },
    },
    {
      why: 'a reduction of 20.004% is 20.00%, not more than asked',
      target: energy,
      readings: at(2020, 79.996),
      asOf: 2020,
      expected: { status: 'achieved', cumulativeReduction: 20.004 },
    },
    {
      why: 'a reduction of 20.01% is more than asked: A − 1 = 0.05%',
      target: energy,
      readings: at(2020, 79.99),
      asOf: 2020,
      expected: { status: 'exceeded', overshootPct: 0.05, attainment: 1.0005 },
    },
    {
      why: 'what was met at the baseline is never exceeded',
      target: { ...robots, baseline: { year: 2015, value: 100 } },
      readings: at(2020, 150),
      asOf: 2020,
      expected: {
        status: 'achieved',
        flags: ['metAtBaseline'],
        attainedYear: 2015,
        completion: null,
        plannedValue: 100,
        paceRatio: 1.5,
        overshootPct: 50,
      },
    },
    {
      why: 'what was only near at the baseline can be',
      target: { ...robots, baseline: { year: 2015, value: 99 } },
      readings: at(2020, 101),
      asOf: 2020,
      expected: { status: 'exceeded', flags: ['nearTargetAtBaseline'], attainedYear: 2020 },
    },
    {
      why: 'the tolerance is 1e-9 of the target: a little less still meets',
      target: { ...robots, value: 1_000_000 },
      readings: at(2020, 1_000_000 - 0.0005),
      asOf: 2020,
      expected: { status: 'achieved' },
    },
    {
      why: '… and a little more than that does not',
      target: { ...robots, value: 1_000_000 },
      readings: at(2020, 1_000_000 - 0.002),
      asOf: 2020,
      expected: { status: 'missed' },
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
