import { describe, test } from 'vitest';
import { check, energy, robots } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('maintain mode', () => {
  const kept = { ...robots, baseline: { year: 2015, value: 110 } };
  const rows: Row[] = [
    {
      why: 'what was met at the baseline is judged by how much of it is kept: 94/100',
      target: kept,
      readings: at(2018, 94),
      asOf: 2018,
      expected: {
        status: 'behind',
        flags: ['metAtBaseline', 'regressed'],
        completion: null,
        plannedCompletion: null,
        gapPp: null,
        plannedValue: 100,
        paceRatio: 0.94,
        timeProgress: 0.6,
        altPathStatus: null,
      },
    },
    {
      why: 'and never moves away, however far it fell',
      target: kept,
      readings: at(2018, 40),
      asOf: 2018,
      expected: { status: 'farBehind', flags: ['metAtBaseline', 'regressed'] },
    },
    {
      why: 'a ceiling is turned over: 10/16',
      target: { kind: 'atMost', value: 10, baseline: { year: 2015, value: 9 }, deadline: 2020 },
      readings: at(2018, 16),
      asOf: 2018,
      expected: { status: 'behind', paceRatio: 0.625 },
    },
    {
      why: 'exactly 1% away is near',
      target: { ...robots, baseline: { year: 2015, value: 99 } },
      readings: at(2018, 99),
      asOf: 2018,
      expected: { status: 'onTrack', flags: ['nearTargetAtBaseline'], paceRatio: 0.99 },
    },
    {
      why: 'a little more than 1% away is not',
      target: { ...robots, baseline: { year: 2015, value: 98.9 } },
      readings: at(2018, 99),
      asOf: 2018,
      expected: { flags: [], completion: 0.1 / 1.1 },
    },
    {
      why: 'counts and reductions are near only when they are there: 0.5% of 200 tonnes is a way to go',
      target: { ...energy, reductionPct: 0.5 },
      readings: at(2018, 99.7),
      asOf: 2018,
      expected: { flags: [], plannedCompletion: 0.6 },
    },
    {
      why: 'met and near at once is only met',
      target: { ...robots, baseline: { year: 2015, value: 100 } },
      readings: at(2018, 99),
      asOf: 2018,
      expected: { flags: ['metAtBaseline', 'regressed'] },
    },
    {
      why: 'a ceiling of zero has no ratio',
      target: { kind: 'atMost', value: 0, baseline: { year: 2015, value: 0 }, deadline: 2020 },
      readings: at(2018, 3),
      asOf: 2018,
      expected: { status: 'behind', paceRatio: null, flags: ['metAtBaseline', 'regressed'] },
    },
    {
      why: 'maintain mode is flagged when the figure is too old, too',
      target: kept,
      readings: at(2016, 94),
      asOf: 2018,
      expected: { status: 'noData', flags: ['metAtBaseline', 'regressed'], paceRatio: 0.94 },
    },
    {
      why: 'but not when there is nothing to read',
      target: { ...robots, baseline: { year: 2019, value: 110 } },
      asOf: 2018,
      expected: { reason: 'noReadings', flags: [] },
    },
    {
      why: 'in the base year itself it is met',
      target: kept,
      asOf: 2015,
      expected: { status: 'achieved', flags: ['early', 'metAtBaseline'], attainedYear: 2015 },
    },
    {
      why: 'near, and in the base year: nothing is judged yet',
      target: { ...robots, baseline: { year: 2015, value: 99.5 } },
      asOf: 2015,
      expected: { status: 'inProgress', reason: 'baselineYear', flags: ['nearTargetAtBaseline'] },
    },
  ];
  test.each(rows)('$why', check);
});
