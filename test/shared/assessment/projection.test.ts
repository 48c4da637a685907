import { describe, test } from 'vitest';
import { check, energy, five, robots, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

describe('projection', () => {
  const rows: Row[] = [
    {
      why: 'one point shows no speed',
      target: { ...robots, baseline: null },
      readings: at(2018, 70),
      asOf: 2018,
      expected: { projection: null },
    },
    {
      why: 'two points: (52 − 20) ÷ 2 = 16 a year, no band, very low confidence',
      target: robots,
      readings: at(2017, 52),
      asOf: 2017,
      expected: {
        projection: {
          n: 2,
          method: 'twoPoint',
          scale: 'linear',
          slope: 16,
          valueAtDeadline: 100,
          low: null,
          high: null,
          attainmentYear: 2020,
          outlook: 'insufficientData',
          confidence: 'veryLow',
        },
      },
    },
    {
      why: 'no baseline is needed for a speed',
      target: { ...robots, baseline: null },
      readings: series(2017, 60, 70),
      asOf: 2018,
      expected: { 'projection.n': 2, 'projection.valueAtDeadline': 90 },
    },
    {
      why: 'readings before the base year are no points',
      target: robots,
      readings: [...at(2013, 0), ...at(2017, 52)],
      asOf: 2017,
      expected: { 'projection.n': 2, 'projection.slope': 16 },
    },
    {
      why: 'a gap counts with its years: 20, 36 after one, 52 after two more → slopes 16, 8; 32/3',
      target: robots,
      readings: [...at(2016, 36), ...at(2018, 52)],
      asOf: 2018,
      expected: {
        'projection.slope': 32 / 3,
        'projection.low': 68,
        'projection.high': 84,
        'projection.valueAtDeadline': 52 + 64 / 3,
        'projection.attainmentYear': 2023,
        'projection.outlook': 'unlikely',
        'projection.confidence': 'low',
      },
    },
    {
      why: 'the log scale: 100, 90, 81 falls by a tenth a year; 81 × 0.9³ = 59.049',
      target: { ...energy, reductionPct: 40 },
      readings: series(2016, 90, 81),
      asOf: 2017,
      expected: {
        'projection.scale': 'log',
        'projection.slope': Math.log(0.9),
        'projection.valueAtDeadline': 59.049,
        // 81 × 0.9² = 65.61, 81 × 0.9³ = 59.049 ≤ 60
        'projection.attainmentYear': 2020,
        'projection.outlook': 'likely',
      },
    },
    {
      why: 'for a ceiling the pessimistic end is the higher one',
      target: { kind: 'atMost', value: 10, baseline: { year: 2015, value: 40 }, deadline: 2020 },
      readings: series(2016, 38, 30),
      asOf: 2017,
      expected: {
        'projection.slope': -5,
        'projection.valueAtDeadline': 15,
        'projection.low': 24,
        'projection.high': 6,
        'projection.outlook': 'possible',
        'projection.attainmentYear': 2021,
      },
    },
    {
      why: 'all three ends meet: likely',
      target: robots,
      readings: series(2016, 40, 58, 78),
      asOf: 2018,
      expected: { 'projection.outlook': 'likely', 'projection.low': 114 },
    },
    {
      why: 'clipped to what is possible: a share ends at 100',
      target: { ...robots, value: 95, bounds: { min: 0, max: 100 } },
      readings: series(2016, 50, 80),
      asOf: 2017,
      expected: { 'projection.valueAtDeadline': 100, 'projection.high': 100 },
    },
    {
      why: 'whole units are rounded to the cautious side: 2 + 2 × ⅔ = 3.33 is 3',
      target: { ...five, baseline: { year: 2015, value: 0 } },
      readings: [...at(2016, 0), ...at(2018, 2)],
      asOf: 2018,
      // pairwise slopes 0, 2/3, 1; the best between neighbours is 1
      expected: {
        'projection.slope': 2 / 3,
        'projection.valueAtDeadline': 3,
        'projection.high': 4,
      },
    },
    {
      why: 'whole units of a ceiling are rounded up',
      target: {
        kind: 'atMost',
        integer: true,
        value: 2,
        baseline: { year: 2015, value: 10 },
        deadline: 2020,
      },
      readings: [...at(2016, 9), ...at(2018, 8)],
      asOf: 2018,
      // slopes −1, −2/3, −1/2 → 8 − 4/3 = 6.67 → 7
      expected: { 'projection.valueAtDeadline': 7, 'projection.low': 7, 'projection.high': 6 },
    },
    {
      why: 'a total never falls',
      target: five,
      readings: series(2016, 3, 2),
      asOf: 2017,
      // slopes 3, 1, −1 → 2 + 3 = 5; the worst would be −1
      expected: { 'projection.valueAtDeadline': 5, 'projection.low': 2, 'projection.high': 11 },
    },
    {
      why: 'at the deadline there is nothing left to project',
      target: robots,
      readings: series(2016, 30, 40, 50, 60, 70),
      asOf: 2020,
      expected: { projection: null },
    },
    {
      why: 'a stale figure still shows a speed',
      target: robots,
      readings: at(2016, 36),
      asOf: 2018,
      expected: { status: 'noData', 'projection.slope': 16 },
    },
    {
      why: 'moving away never attains',
      target: robots,
      readings: series(2016, 19, 18),
      asOf: 2017,
      expected: { 'projection.attainmentYear': null, 'projection.outlook': 'unlikely' },
    },
    {
      why: 'later than ten years after the deadline is not in sight: 80 at 1 a year',
      target: robots,
      readings: at(2016, 21),
      asOf: 2016,
      expected: { 'projection.attainmentYear': null, 'projection.slope': 1 },
    },
    {
      why: 'exactly ten years after is: 2016 + 14 = 2030 at 5 a year from 30',
      target: { ...robots, baseline: { year: 2015, value: 25 } },
      readings: at(2016, 30),
      asOf: 2016,
      expected: { 'projection.attainmentYear': 2030 },
    },
    {
      why: 'what is already met has its attained year instead',
      target: robots,
      readings: series(2016, 60, 100),
      asOf: 2017,
      expected: { attainedYear: 2017, 'projection.attainmentYear': null },
    },
    {
      why: 'five points that all rise: moderate confidence',
      target: robots,
      readings: series(2016, 21, 40, 41, 70),
      asOf: 2019,
      expected: { 'projection.n': 5, 'projection.confidence': 'moderate' },
    },
    {
      why: 'five points, one of them falling: low',
      target: robots,
      readings: series(2016, 21, 40, 30, 70),
      asOf: 2019,
      expected: { 'projection.confidence': 'low' },
    },
    {
      why: 'five points with one standstill: low',
      target: robots,
      readings: series(2016, 21, 40, 40, 70),
      asOf: 2019,
      expected: { 'projection.confidence': 'low' },
    },
  ];
  test.each(rows)('$why', check);
});
