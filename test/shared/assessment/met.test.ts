import { describe, test } from 'vitest';
import { check, energy, five, robots, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

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
      why: 'a ceiling of 10 with 9.96 is 10.0, not less than asked',
      target: { kind: 'atMost', value: 10, baseline: { year: 2015, value: 30 }, deadline: 2020 },
      readings: at(2020, 9.96),
      asOf: 2020,
      expected: { status: 'achieved' },
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
