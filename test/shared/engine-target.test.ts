import { describe, expect, it } from 'vitest';
import {
  isPending,
  type JudgedIndicator,
  type TargetFigures,
  toEngineTarget,
} from '../../shared/engine-target.ts';

const INDICATOR: JudgedIndicator = {
  decimals: 1,
  direction: 'up',
  deadlineYear: 2020,
  baselineYearSuggested: 2015,
};
const figures = (some: Partial<TargetFigures>): TargetFigures => ({
  kind: 'atLeast',
  value: null,
  lower: null,
  upper: null,
  reductionPct: null,
  targetLevel: null,
  path: null,
  conditions: [],
  ...some,
});
const COMMON = {
  baseline: { year: 2015, value: null },
  deadline: 2020,
  decimals: 1,
  direction: 'up',
};

describe('a stored target in the words of the engine', () => {
  it.each([
    [
      { kind: 'atLeast', value: 60 },
      { kind: 'atLeast', value: 60 },
    ],
    [
      { kind: 'atMost', value: 0, path: 'linear' },
      { kind: 'atMost', value: 0, path: 'linear' },
    ],
    [
      { kind: 'countRange', lower: 3, upper: null },
      { kind: 'countRange', lower: 3, upper: null },
    ],
    [{ kind: 'reduction' }, { kind: 'reduction', reductionPct: null }],
    [
      { kind: 'rating', targetLevel: 3 },
      { kind: 'rating', targetLevel: 3 },
    ],
    [{ kind: 'directional' }, { kind: 'directional' }],
  ] as const)('%j has the figures of its kind and no others', (stored, engine) => {
    expect(toEngineTarget(INDICATOR, figures(stored), null, [])).toEqual({ ...COMMON, ...engine });
  });

  it('leaves decimals out that the document does not give', () => {
    const target = toEngineTarget(
      { ...INDICATOR, decimals: null },
      figures({ value: 1 }),
      null,
      [],
    );
    expect(target).not.toHaveProperty('decimals');
  });

  it('takes a baseline as it stands, withdrawn or restated', () => {
    const baseline = (value: number | null, restated: boolean) =>
      toEngineTarget(INDICATOR, figures({ value: 1 }), { year: 2014, value, restated }, [])
        .baseline;
    expect(baseline(null, false)).toEqual({ year: 2014, value: null });
    expect(baseline(7, true)).toEqual({ year: 2014, value: 7, restated: true });
  });

  it('gives checkpoints the figure that they have', () => {
    const target = toEngineTarget(
      INDICATOR,
      figures({ kind: 'reduction', reductionPct: 9 }),
      null,
      [
        { year: 2017, value: null, reductionPct: 0 },
        { year: 2018, value: 4, reductionPct: null },
      ],
    );
    expect(target).toMatchObject({
      checkpoints: [
        { year: 2017, reductionPct: 0 },
        { year: 2018, value: 4 },
      ],
    });
  });

  it('puts what was reported beside the conditions of a milestone', () => {
    const target = figures({
      kind: 'milestone',
      conditions: [
        { id: 'built', plannedYear: 2018 },
        { id: 'operating', plannedYear: null },
      ],
    });
    const facts = {
      conditions: [
        { id: 'built', metYear: 2017, lostYear: null },
        { id: 'gone', metYear: 2016, lostYear: null },
      ],
      reportedThrough: 2019,
    };
    expect(toEngineTarget(INDICATOR, target, null, [], facts)).toEqual({
      ...COMMON,
      kind: 'milestone',
      conditions: [
        { id: 'built', metYear: 2017, lostYear: null, plannedYear: 2018 },
        { id: 'operating', metYear: null, lostYear: null, plannedYear: null },
      ],
      reportedThrough: 2019,
    });
    expect(toEngineTarget(INDICATOR, target, null, [])).toMatchObject({ reportedThrough: null });
  });
});

describe('a pending target', () => {
  it.each([
    [{ kind: 'reduction', reductionPct: null }, true],
    [{ kind: 'reduction', reductionPct: 0 }, false],
    [{ kind: 'atMost', value: 0 }, false],
    [{ kind: 'countRange', lower: null }, true],
    [{ kind: 'rating', targetLevel: 0 }, false],
    [{ kind: 'milestone', conditions: [] }, true],
    [{ kind: 'directional' }, false],
  ] as const)('%j: %s', (stored, pending) => {
    expect(isPending(figures(stored))).toBe(pending);
  });
});
