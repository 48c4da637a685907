import { describe, test } from 'vitest';
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
      why: 'of two late breaks the first one counts',
      target: robots,
      readings: [
        ...at(2020, 90),
        { year: 2021, value: 120, break: true },
        { year: 2022, value: 130, break: true },
      ],
      asOf: 2022,
      expected: { status: 'missed', flags: ['seriesBreak'] },
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
