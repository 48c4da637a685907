import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import { explain } from '../../../shared/assessment/explain.ts';
import { STEP_CODES } from '../../../shared/assessment/stepCodes.ts';
import type { Reading, Target } from '../../../shared/assessment/types.ts';
import { agree, energy, five, robots, series } from './agree.ts';
import { everyday, questions } from './arbitrary.ts';
import { byHand } from './byHand.ts';

const explained = (target: Target, readings: readonly Reading[], asOf: number) =>
  explain(target, assess(target, readings, asOf));

const at = (year: number, value: number): Reading[] => [{ year, value }];

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

test('a reduction is told in percent, and its stale report with its age', () => {
  const steps = explained(energy, at(2017, 85), 2018);
  const reduced = { actual: 85, baseline: 100, pct: 15 };
  agree(
    steps.find(({ code }) => code === 'cumulativeReduction'),
    reduced,
  );
  agree(
    steps.find(({ code }) => code === 'attainment'),
    { actual: 15, target: 20, share: 0.75 },
  );
  agree(
    steps.find(({ code }) => code === 'actual'),
    { year: 2017, dueYear: 2018, lag: 1 },
  );
  agree(
    steps.find(({ code }) => code === 'flag'),
    { flag: 'stale', year: 2017 },
  );
});

test('a rating says how many levels are missing', () => {
  const target: Target = {
    kind: 'rating',
    targetLevel: 4,
    deadline: 2020,
    plan: [{ year: 2018, level: 3 }],
  };
  const steps = explained(target, at(2018, 1), 2018);
  agree(
    steps.find(({ code }) => code === 'levelGap'),
    { actual: 1, planned: 3, gap: 2, result: 'farBehind' },
  );
  agree(
    steps.find(({ code }) => code === 'neededThisYear'),
    { amount: 2 },
  );
});

test('a milestone that was reported last year is judged by that year', () => {
  const conditions = [{ id: 'built', plannedYear: 2017 }];
  const steps = explained(
    { kind: 'milestone', deadline: 2020, conditions, reportedThrough: 2017 },
    [],
    2018,
  );
  agree(
    steps.find(({ code }) => code === 'reported'),
    { through: 2017, dueYear: 2018, lag: 1 },
  );
  agree(
    steps.find(({ code }) => code === 'condition'),
    { id: 'built', year: 2018, holds: false, plannedYear: 2017, overdue: 1 },
  );
});

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
