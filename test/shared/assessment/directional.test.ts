import { describe, test } from 'vitest';
import type { DirectionalTarget } from '../../../shared/assessment/types.ts';
import { check, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('directional', () => {
  const target: DirectionalTarget = {
    kind: 'directional',
    baseline: { year: 2015, value: 100 },
    deadline: 2020,
  };
  const rows: Row[] = [
    {
      why: 'up is the default direction; 104 from 100 in four years is 0.99% a year',
      target,
      readings: at(2019, 104),
      asOf: 2019,
      expected: {
        status: 'onTrack',
        flags: [],
        trendClass: 'moderateProgress',
        targetValue: null,
        completion: null,
        paceRatio: null,
        attainment: null,
        plannedValue: null,
        projection: null,
      },
    },
    {
      why: 'exactly 1% a year is significant',
      target,
      readings: at(2017, 102.01),
      asOf: 2017,
      expected: { trendClass: 'significantProgress' },
    },
    {
      why: 'the same at reporting precision is behind, though the trend is up',
      target,
      readings: at(2018, 100.04),
      asOf: 2018,
      expected: { status: 'behind', trendClass: 'moderateProgress' },
    },
    {
      why: 'with two decimals it is better',
      target: { ...target, decimals: 2 },
      readings: at(2018, 100.04),
      asOf: 2018,
      expected: { status: 'onTrack' },
    },
    {
      why: 'worse than the baseline moves away',
      target,
      readings: at(2018, 99),
      asOf: 2018,
      expected: { status: 'farBehind', flags: ['movingAway'], trendClass: 'moderateMovementAway' },
    },
    {
      why: 'down: less is better',
      target: { ...target, direction: 'down' },
      readings: at(2018, 90),
      asOf: 2018,
      expected: { status: 'onTrack', trendClass: 'significantProgress' },
    },
    {
      why: 'a verdict only at the deadline, never exceeded',
      target,
      readings: at(2020, 200),
      asOf: 2020,
      expected: { status: 'achieved', flags: [] },
    },
    {
      why: 'the same at the deadline is missed',
      target,
      readings: series(2019, 101, 100),
      asOf: 2020,
      expected: { status: 'missed', flags: ['regressed'] },
    },
    {
      why: 'better afterwards is late',
      target,
      readings: series(2020, 99, 101),
      asOf: 2021,
      expected: { status: 'missed', flags: ['achievedLate'] },
    },
    {
      why: 'worse afterwards is not sustained',
      target,
      readings: series(2020, 101, 99),
      asOf: 2021,
      expected: { status: 'achieved', flags: ['notSustained'] },
    },
    {
      why: 'better before the deadline is not yet achieved, and late figures age',
      target,
      readings: at(2019, 110),
      asOf: 2020,
      expected: { status: 'onTrack', flags: ['awaitingFinal', 'stale'] },
    },
    {
      why: 'two years late is noData, better or not',
      target,
      readings: at(2016, 110),
      asOf: 2018,
      expected: { status: 'noData', reason: 'stale', flags: [] },
    },
    {
      why: 'no baseline is asked for before readings are',
      target: { ...target, baseline: null },
      asOf: 2018,
      expected: { status: 'noData', reason: 'noBaseline', flags: [] },
    },
    {
      why: 'after a break there is no baseline',
      target,
      readings: [{ year: 2018, value: 110, break: true }],
      asOf: 2018,
      expected: { status: 'noData', reason: 'noBaseline', flags: ['seriesBreak'], value: 110 },
    },
    {
      why: 'the base year is not judged, and has no trend',
      target,
      asOf: 2015,
      expected: { status: 'inProgress', reason: 'baselineYear', trendClass: null },
    },
    {
      why: 'from zero there is no rate, but there is a direction',
      target: { ...target, baseline: { year: 2015, value: 0 } },
      readings: at(2018, 1),
      asOf: 2018,
      expected: { status: 'onTrack', trendClass: null },
    },
    {
      why: 'without the deadline figure there is no verdict',
      target,
      readings: at(2019, 110),
      asOf: 2021,
      expected: { status: 'noData', reason: 'deadlineReadingMissing' },
    },
  ];
  test.each(rows)('$why', check);
});
