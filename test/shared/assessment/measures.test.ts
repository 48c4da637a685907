import { describe, test } from 'vitest';
import { check, energy, five, robots } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('attainment: the value against the target itself', () => {
  const cap = {
    ...robots,
    kind: 'atMost',
    value: 10,
    baseline: { year: 2015, value: 30 },
  } as const;
  const rows: Row[] = [
    {
      why: 'a target that is not positive has none',
      target: { ...robots, value: 0, baseline: { year: 2015, value: -10 } },
      readings: at(2018, -5),
      asOf: 2018,
      expected: { attainment: null, completion: 0.5, status: 'behind' },
    },
    {
      why: 'a ceiling with a figure that is not positive has none',
      target: cap,
      readings: at(2018, 0),
      asOf: 2018,
      expected: { attainment: null, status: 'exceeded', overshootPct: 100 },
    },
    {
      why: 'a reduction of 0% has none: (1 − x/v0) ÷ 0',
      target: { ...energy, reductionPct: 0 },
      readings: at(2018, 101),
      asOf: 2018,
      expected: { attainment: null, targetValue: 100, cumulativeReduction: -1 },
    },
    {
      why: 'a reduction: 15% of 20% is 0.75',
      target: energy,
      readings: at(2018, 85),
      asOf: 2018,
      expected: { attainment: 0.75, cumulativeReduction: 15, targetValue: 80 },
    },
    {
      why: 'a count is held against its lower bound',
      target: { ...five, upper: 10 },
      readings: at(2018, 4),
      asOf: 2018,
      expected: { attainment: 0.8, targetValue: 5, cumulativeReduction: null },
    },
  ];
  test.each(rows)('$why', check);
});

describe('completion and plan', () => {
  const rows: Row[] = [
    {
      why: 'a compound path on request: 25 → 100 at 50 is half of the way, and 2 of 4 years too',
      target: { ...robots, path: 'compound', baseline: { year: 2016, value: 25 } },
      readings: at(2018, 50),
      asOf: 2018,
      expected: {
        completion: 0.5,
        plannedValue: 50,
        plannedCompletion: 0.5,
        paceRatio: 1,
        // (100 / 50)^(1/2) − 1
        requiredAnnual: { mode: 'rate', value: 0.41421356237 },
        // linear: C = 25/75 against 0.5 → 0.667
        altPathStatus: 'behind',
      },
    },
    {
      why: 'a linear reduction on request: 8 of 20 points at 60% of the time is 0.4 ÷ 0.6',
      target: { ...energy, path: 'linear' },
      readings: at(2018, 92),
      asOf: 2018,
      expected: {
        completion: 0.4,
        plannedValue: 88,
        paceRatio: 2 / 3,
        status: 'behind',
        requiredAnnual: { mode: 'amount', value: -6 },
      },
    },
    {
      why: 'a reduction needs a negative rate: (80/90)^(1/2) − 1',
      target: energy,
      readings: at(2018, 90),
      asOf: 2018,
      expected: { requiredAnnual: { mode: 'rate', value: -0.057190958417936 } },
    },
    {
      why: 'a compound path from zero is computed linearly, and says so',
      target: { ...robots, path: 'compound', baseline: { year: 2015, value: 0 } },
      readings: at(2018, 60),
      asOf: 2018,
      expected: {
        flags: ['compoundFallbackLinear'],
        completion: 0.6,
        plannedValue: 60,
        requiredAnnual: { mode: 'amount', value: 20 },
        'projection.scale': 'linear',
        altPathStatus: null,
      },
    },
    {
      why: 'so is one with a checkpoint that is not positive',
      target: {
        ...robots,
        path: 'compound',
        checkpoints: [{ year: 2017, value: 0 }],
      },
      readings: at(2018, 70),
      asOf: 2018,
      // linear from 0 in 2017 to 100 in 2020
      expected: {
        flags: ['compoundFallbackLinear'],
        plannedValue: 100 / 3,
        altPathStatus: null,
      },
    },
    {
      why: 'a checkpoint that is not in use does not matter',
      target: {
        ...robots,
        path: 'compound',
        checkpoints: [
          { year: 2015, value: 0 },
          { year: 2021, value: 0 },
          { year: 2017, value: null },
        ],
      },
      readings: at(2018, 70),
      asOf: 2018,
      expected: { flags: [], plannedValue: 20 * 5 ** 0.6 },
    },
    {
      why: 'an older figure that is not positive only takes the projection away',
      target: { ...energy },
      readings: [...at(2017, 0), ...at(2018, 90)],
      asOf: 2018,
      expected: { flags: ['regressed'], projection: null, 'requiredAnnual.mode': 'rate' },
    },
    {
      why: 'negative to positive is a straight line: −10 → 10 at 0 is half',
      target: { ...robots, value: 10, baseline: { year: 2015, value: -10 } },
      readings: at(2018, 0),
      asOf: 2018,
      expected: { completion: 0.5, plannedValue: 2, status: 'behind', altPathStatus: null },
    },
    {
      why: 'whole units are counted from the baseline: 2 + ⌊(4.4 − 2)⌋ = 4',
      target: { ...five, lower: 6, baseline: { year: 2015, value: 2 } },
      readings: at(2018, 4),
      asOf: 2018,
      expected: { plannedValue: 4, plannedCompletion: 0.5, completion: 0.5, paceRatio: 1 },
    },
    {
      why: 'binary noise does not lose a whole unit: 10 × 0.6 and 15 × 0.2 are 6 and 3',
      target: { ...five, lower: 15 },
      readings: at(2016, 3),
      asOf: 2016,
      expected: { plannedValue: 3, paceRatio: 1 },
    },
    {
      why: 'a count may be declared not to be whole',
      target: { ...five, lower: 3, integer: false },
      readings: at(2018, 1),
      asOf: 2018,
      expected: { plannedValue: 1.8, plannedCompletion: 0.6, status: 'farBehind' },
    },
    {
      why: 'time progress does not need a baseline figure, only its year',
      target: { ...robots, baseline: { year: 2016, value: null } },
      readings: at(2018, 70),
      asOf: 2018,
      expected: { timeProgress: 0.5, plannedValue: null, gapPp: null },
    },
  ];
  test.each(rows)('$why', check);
});

describe('the other path shape', () => {
  const rows: Row[] = [
    {
      why: 'only beside a pace: not after the verdict',
      target: robots,
      readings: at(2020, 99),
      asOf: 2020,
      expected: { status: 'missed', altPathStatus: null },
    },
    {
      why: 'not for whole units',
      target: { ...five, baseline: { year: 2015, value: 1 } },
      readings: at(2018, 2),
      asOf: 2018,
      expected: { altPathStatus: null },
    },
    {
      why: 'below the baseline it is far behind under both',
      target: robots,
      readings: at(2018, 19),
      asOf: 2018,
      expected: { status: 'farBehind', altPathStatus: 'farBehind' },
    },
    {
      why: 'with the same checkpoints: 50 in 2017 planned and done is on track under both',
      target: { ...robots, checkpoints: [{ year: 2017, value: 50 }] },
      readings: at(2017, 50),
      asOf: 2017,
      expected: { status: 'onTrack', altPathStatus: 'onTrack' },
    },
    {
      why: 'nothing due on either shape is on track',
      target: { ...robots, checkpoints: [{ year: 2017, value: 20 }] },
      readings: at(2017, 20),
      asOf: 2017,
      expected: { altPathStatus: 'onTrack' },
    },
  ];
  test.each(rows)('$why', check);
});
