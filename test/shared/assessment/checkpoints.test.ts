import { describe, test } from 'vitest';
import { check, energy, five, robots, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('checkpoints', () => {
  const rows: Row[] = [
    {
      why: 'the path runs through them in the order of years, whatever the order given',
      target: {
        ...robots,
        checkpoints: [
          { year: 2018, value: 60 },
          { year: 2016, value: 30 },
        ],
      },
      readings: at(2017, 45),
      asOf: 2017,
      expected: { plannedValue: 45, plannedCompletion: 0.3125, paceRatio: 1 },
    },
    {
      why: 'on a checkpoint the plan is its figure',
      target: { ...robots, checkpoints: [{ year: 2016, value: 50 }] },
      readings: at(2016, 50),
      asOf: 2016,
      expected: { plannedValue: 50, paceRatio: 1 },
    },
    {
      why: 'a year without a figure is unknown, a later year is not due, none is interpolated',
      target: {
        ...robots,
        checkpoints: [
          { year: 2016, value: 30 },
          { year: 2017, value: 60 },
          { year: 2018, value: 60 },
          { year: 2019, value: 80 },
        ],
      },
      readings: series(2017, 59.9, 60),
      asOf: 2018,
      expected: {
        checkpointResults: [
          { year: 2016, planned: 30, actual: null, result: 'unknown' },
          { year: 2017, planned: 60, actual: 59.9, result: 'notMet' },
          { year: 2018, planned: 60, actual: 60, result: 'met' },
        ],
      },
    },
    {
      why: 'a checkpoint without a figure is skipped by the path and unknown in the results',
      target: { ...robots, checkpoints: [{ year: 2017, value: null }] },
      readings: series(2017, 52, 70),
      asOf: 2018,
      expected: {
        plannedValue: 68,
        checkpointResults: [{ year: 2017, planned: null, actual: 52, result: 'unknown' }],
      },
    },
    {
      why: 'a reduction may state its checkpoint in percent: 10% below 100 is 90',
      target: { ...energy, path: 'linear', checkpoints: [{ year: 2017, reductionPct: 10 }] },
      readings: series(2017, 90.5, 86),
      asOf: 2018,
      expected: {
        plannedValue: 90 - 10 / 3,
        checkpointResults: [{ year: 2017, planned: 90, actual: 90.5, result: 'notMet' }],
      },
    },
    {
      why: 'a checkpoint in percent needs a baseline, one in figures does not',
      target: {
        ...energy,
        baseline: null,
        checkpoints: [
          { year: 2016, reductionPct: 10 },
          { year: 2017, value: 90 },
        ],
      },
      readings: series(2016, 95, 90),
      asOf: 2018,
      expected: {
        reason: 'noBaseline',
        checkpointResults: [
          { year: 2016, planned: null, actual: 95, result: 'unknown' },
          { year: 2017, planned: 90, actual: 90, result: 'met' },
        ],
      },
    },
    {
      why: 'results use the stated figure, the plan its whole units: ⌊1.5⌋',
      target: { ...five, checkpoints: [{ year: 2017, value: 1.5 }] },
      readings: at(2017, 1),
      asOf: 2017,
      expected: {
        plannedValue: 1,
        status: 'onTrack',
        checkpointResults: [{ year: 2017, planned: 1.5, actual: 1, result: 'notMet' }],
      },
    },
    {
      why: 'a missed checkpoint does not change the verdict',
      target: { ...robots, checkpoints: [{ year: 2016, value: 50 }] },
      readings: [...at(2016, 10), ...at(2020, 100)],
      asOf: 2020,
      expected: {
        status: 'achieved',
        checkpointResults: [{ year: 2016, planned: 50, actual: 10, result: 'notMet' }],
      },
    },
  ];
  test.each(rows)('$why', check);
});
