import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import { explain } from '../../../shared/assessment/explain.ts';
import { STEP_CODES } from '../../../shared/assessment/stepCodes.ts';
import type { StepCode } from '../../../shared/assessment/steps.ts';
import type { Reading, Target } from '../../../shared/assessment/types.ts';
import { agree, energy, five, robots, series } from './agree.ts';
import { everyday, questions } from './arbitrary.ts';
import { byHand } from './byHand.ts';

const explained = (target: Target, readings: readonly Reading[], asOf: number) =>
  explain(target, assess(target, readings, asOf));

const codes = (target: Target, readings: readonly Reading[], asOf: number): StepCode[] =>
  explained(target, readings, asOf).map(({ code }) => code);

test('a pace, step by step', () => {
  agree(explained(robots, series(2016, 30, 50, 62), 2018), [
    { code: 'ruleAtLeast', target: 100, deadline: 2020 },
    { code: 'baseline', year: 2015, value: 20 },
    { code: 'actual', year: 2018, value: 62, dueYear: 2018, lag: 0 },
    { code: 'attainment', actual: 62, target: 100, share: 0.62 },
    { code: 'comparison', actual: 62, target: 100, sign: 1, difference: -38, met: false },
    { code: 'completion', shape: 'linear', actual: 62, baseline: 20, target: 100, share: 0.525 },
    { code: 'timeProgress', year: 2018, from: 2015, to: 2020, share: 0.6 },
    {
      code: 'plannedOnPath',
      shape: 'linear',
      year: 2018,
      from: { year: 2015, value: 20 },
      to: { year: 2020, value: 100 },
      checkpoints: 0,
      value: 68,
    },
    { code: 'plannedCompletion', planned: 68, baseline: 20, target: 100, share: 0.6 },
    { code: 'gap', completion: 0.525, planned: 0.6, pp: -7.5 },
    {
      code: 'paceRatio',
      completion: 0.525,
      planned: 0.6,
      ratio: 0.875,
      onTrackFrom: 0.95,
      behindFrom: 0.6,
      result: 'behind',
    },
    { code: 'neededThisYear', year: 2018, amount: 6, planned: 68, actual: 62, wholeUnits: false },
    { code: 'requiredAmount', perYear: 19, years: 2, deadline: 2020 },
    { code: 'projection', n: 4, slope: 14.5, value: 91, target: 100, outlook: 'possible' },
    { code: 'projectionBand', low: 82, high: 102 },
    { code: 'attainmentForecast', year: 2021 },
    { code: 'altPath', shape: 'compound', result: 'onTrack', differs: true },
    { code: 'status', status: 'behind', reason: null },
  ]);
});

test('whole units: two more reach this year’s plan', () => {
  const steps = explained(five, [{ year: 2018, value: 1 }], 2018);
  const needed = steps.find(({ code }) => code === 'neededThisYear');
  agree(needed, { amount: 2, planned: 3, actual: 1, sign: 1, wholeUnits: true, year: 2018 });
  agree(
    steps.find(({ code }) => code === 'plannedWholeUnits'),
    { unrounded: 3, baseline: 0, planned: 3 },
  );
});

const at = (year: number, value: number): Reading[] => [{ year, value }];

test('a node plan counts what is due, not what has no plan', () => {
  const conditions = [
    { id: 'begun', plannedYear: 2016, metYear: 2016 },
    { id: 'built', plannedYear: 2017 },
    { id: 'running', plannedYear: 2019 },
    { id: 'recognised' },
  ];
  const steps = explained({ kind: 'milestone', deadline: 2020, conditions }, [], 2018);
  agree(
    steps.find(({ code }) => code === 'nodePlan'),
    { year: 2018, due: 2, holding: 1, mostOverdue: 2, result: 'farBehind' },
  );
  agree(
    steps.find(({ code }) => code === 'neededConditions'),
    { year: 2018, ids: ['built'] },
  );
});

describe('what the steps say', () => {
  const rows: [
    why: string,
    target: Target,
    readings: Reading[],
    asOf: number,
    codes: StepCode[],
  ][] = [
    [
      'pending: the figure, and nothing judged',
      { ...energy, reductionPct: null },
      at(2018, 90),
      2018,
      ['targetPending', 'actual', 'cumulativeReduction', 'status'],
    ],
    [
      'no readings',
      { ...robots, baseline: null },
      [],
      2018,
      ['ruleAtLeast', 'baselineMissing', 'noReadings', 'status'],
    ],
    [
      'a reduction without its baseline',
      { ...energy, baseline: null },
      at(2018, 90),
      2018,
      ['ruleReduction', 'baselineMissing', 'actual', 'baselineNeeded', 'status'],
    ],
    [
      'a reduction from zero',
      { ...energy, baseline: { year: 2015, value: 0 } },
      at(2018, 90),
      2018,
      ['ruleReduction', 'baselineUnusable', 'actual', 'baselineNeeded', 'status'],
    ],
    [
      'too old: the age is the answer, no pace is shown',
      robots,
      at(2016, 35),
      2018,
      ['ruleAtLeast', 'baseline', 'actual', 'attainment', 'comparison', 'tooOld', 'status'],
    ],
    [
      'a verdict',
      { ...robots, baseline: null },
      at(2020, 100),
      2020,
      [
        'ruleAtLeast',
        'baselineMissing',
        'actual',
        'attainment',
        'comparison',
        'verdict',
        'excess',
        'overshoot',
        'attained',
        'status',
      ],
    ],
    [
      'no baseline before the deadline',
      { ...robots, baseline: null },
      at(2018, 70),
      2018,
      [
        'ruleAtLeast',
        'baselineMissing',
        'actual',
        'attainment',
        'comparison',
        'notJudged',
        'requiredAmount',
        'status',
      ],
    ],
    [
      'the base year: the way has a length, and nothing is judged',
      robots,
      [],
      2015,
      [
        'ruleAtLeast',
        'baseline',
        'actual',
        'attainment',
        'comparison',
        'notJudged',
        'completion',
        'requiredAmount',
        'status',
      ],
    ],
    [
      'a rating whose baseline was lost in a break',
      { kind: 'rating', targetLevel: 4, deadline: 2020, baseline: { year: 2015, value: 1 } },
      [{ year: 2018, value: 1, break: true }],
      2018,
      [
        'ruleRating',
        'baselineUnusable',
        'lowestLevelAssumed',
        'actual',
        'comparison',
        'plannedLevel',
        'levelGap',
        'neededThisYear',
        'flag',
        'status',
      ],
    ],
    [
      'maintain mode',
      { ...robots, baseline: { year: 2015, value: 110 } },
      at(2018, 94),
      2018,
      [
        'ruleAtLeast',
        'baseline',
        'actual',
        'attainment',
        'comparison',
        'maintain',
        'maintainRatio',
        'neededThisYear',
        'requiredAmount',
        'projection',
        'noProjectionBand',
        'attainmentForecast',
        'flag',
        'status',
      ],
    ],
    [
      'moving away needs no plan',
      { ...robots, baseline: { year: 2017, value: 20 } },
      at(2018, 19),
      2018,
      [
        'ruleAtLeast',
        'baseline',
        'actual',
        'attainment',
        'comparison',
        'completion',
        'movingAway',
        'neededThisYear',
        'requiredAmount',
        'projection',
        'noProjectionBand',
        'attainmentForecast',
        'altPath',
        'status',
      ],
    ],
    [
      'a milestone by its node plan',
      {
        kind: 'milestone',
        deadline: 2020,
        conditions: [{ id: 'built', plannedYear: 2018 }, { id: 'run' }],
      },
      [],
      2018,
      [
        'ruleMilestone',
        'reported',
        'condition',
        'condition',
        'conditionsHolding',
        'nodePlan',
        'neededConditions',
        'status',
      ],
    ],
    [
      'a rating from the assumed lowest level',
      { kind: 'rating', targetLevel: 3, deadline: 2020 },
      at(2018, 0),
      2018,
      [
        'ruleRating',
        'lowestLevelAssumed',
        'actual',
        'comparison',
        'plannedLevel',
        'levelGap',
        'neededThisYear',
        'status',
      ],
    ],
    [
      'better than before',
      { kind: 'directional', deadline: 2020, baseline: { year: 2015, value: 80 } },
      at(2018, 81),
      2018,
      ['ruleDirectional', 'baseline', 'actual', 'againstBaseline', 'trend', 'status'],
    ],
  ];
  test.each(rows)('%s', (_why, target, readings, asOf, expected) => {
    expect(codes(target, readings, asOf)).toEqual(expected);
  });
});

test('the steps alone are enough to work the status out again', () => {
  fc.assert(
    fc.property(questions(everyday), ({ target, readings, asOf }) => {
      const answer = assess(target, readings, asOf);
      expect(byHand(explain(target, answer))).toBe(answer.status);
    }),
    { numRuns: 1500 },
  );
});

test('every step has a known code, the last one is the status, and no number is NaN', () => {
  fc.assert(
    fc.property(questions(everyday), ({ target, readings, asOf }) => {
      const steps = explained(target, readings, asOf);
      for (const step of steps) {
        expect(STEP_CODES).toContain(step.code);
        for (const value of Object.values(step)) {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
      }
      expect(steps.at(-1)?.code).toBe('status');
      expect(steps.filter(({ code }) => code === 'status')).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});
