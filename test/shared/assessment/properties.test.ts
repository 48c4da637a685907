import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import { explain } from '../../../shared/assessment/explain.ts';
import { FLAGS, REASONS, STATUSES } from '../../../shared/assessment/types.ts';
import type {
  Assessment,
  NumericTarget,
  Reading,
  Status,
  Target,
  ThresholdTarget,
} from '../../../shared/assessment/types.ts';
import { everyday, extreme, questions } from './arbitrary.ts';
import type { Question } from './arbitrary.ts';

const RUNS = { numRuns: 800 };

/** From worst to best, for the statuses that a figure can give. */
const RANK: readonly Status[] = [
  'missed',
  'farBehind',
  'behind',
  'noData',
  'inProgress',
  'onTrack',
  'achieved',
  'exceeded',
];

function everyNumber(value: unknown, seen: (number: number) => void): void {
  if (typeof value === 'number') seen(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) everyNumber(part, seen);
  }
}

function sound(answer: Assessment): void {
  everyNumber(answer, (number) => {
    expect(Number.isFinite(number)).toBe(true);
    expect(Object.is(number, -0)).toBe(false);
  });
  expect(STATUSES).toContain(answer.status);
  if (answer.reason !== null) expect(REASONS).toContain(answer.reason);
  const needsReason = answer.status === 'noData' || answer.status === 'inProgress';
  expect(answer.reason !== null).toBe(needsReason);
  for (const flag of answer.flags) expect(FLAGS).toContain(flag);
  expect(answer.flags).toEqual([...new Set(answer.flags)].sort());
  for (const [key, value] of Object.entries(answer)) expect(value, key).toBeDefined();
}

function about({ target, readings, asOf }: Question): Assessment {
  return assess(target, readings, asOf);
}

describe('any question', () => {
  test('never throws, and never shows NaN, infinity or a negative zero', () => {
    fc.assert(
      fc.property(fc.oneof(questions(everyday), questions(extreme)), (question) => {
        const answer = about(question);
        sound(answer);
        explain(question.target, answer);
      }),
      { numRuns: 1500 },
    );
  });

  test('the order of the readings does not matter, one a year', () => {
    fc.assert(
      fc.property(questions(everyday), fc.integer(), (question, seed) => {
        const byYear = new Map(question.readings.map((reading) => [reading.year, reading]));
        const readings = [...byYear.values()];
        const shuffled = readings
          .map((reading) => ({ reading, key: Math.sin(seed + reading.year) }))
          .sort((a, b) => a.key - b.key)
          .map(({ reading }) => reading);
        expect(about({ ...question, readings: shuffled })).toEqual(
          about({ ...question, readings }),
        );
      }),
      RUNS,
    );
  });

  test('adding a later year never changes an earlier assessment', () => {
    fc.assert(
      fc.property(questions(everyday), everyday, fc.boolean(), (question, value, cut) => {
        const before = about(question);
        const later = { year: question.asOf + 1, value, break: cut };
        expect(about({ ...question, readings: [...question.readings, later] })).toEqual(before);
      }),
      RUNS,
    );
  });

  test('asking does not change what was given', () => {
    fc.assert(
      fc.property(questions(everyday), (question) => {
        const copy = structuredClone(question);
        about(question);
        expect(question).toEqual(copy);
      }),
      { numRuns: 300 },
    );
  });
});

/** +1 where more is better. */
function signOf(target: Target): 1 | -1 {
  if (target.kind === 'directional') return target.direction === 'down' ? -1 : 1;
  return target.kind === 'atMost' || target.kind === 'reduction' ? -1 : 1;
}

test('a better figure in the judged year never worsens a status', () => {
  const better = fc.oneof(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100),
  );
  fc.assert(
    fc.property(questions(everyday), better, ({ target, readings, asOf }, step) => {
      fc.pre(target.kind !== 'milestone');
      const before = assess(target, readings, asOf);
      const { assessedYear, value } = before;
      fc.pre(assessedYear !== null && value !== null && before.status !== 'targetPending');
      // The baseline is not a reading that could be bettered.
      const baseYear = target.baseline?.year ?? 2015;
      fc.pre(!(assessedYear === baseYear && typeof target.baseline?.value === 'number'));

      const improved = readings.map((reading) =>
        reading.year === assessedYear && reading.value !== null
          ? { ...reading, value: value + signOf(target) * step }
          : reading,
      );
      const after = assess(target, improved, asOf);
      expect(after.assessedYear).toBe(assessedYear);
      expect(RANK.indexOf(after.status)).toBeGreaterThanOrEqual(RANK.indexOf(before.status));
    }),
    RUNS,
  );
});

function near(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));
}

/** Figures on a cut, or within a hair of the target, may fall to either side when scaled. */
function tied({ target, readings, asOf }: Question): boolean {
  const { paceRatio, completion, value, targetValue, cumulativeReduction } = assess(
    target,
    readings,
    asOf,
  );
  const base = target.baseline?.value ?? null;
  const onePercent = targetValue === null ? null : Math.abs(targetValue) / 100;
  const baseGap = base === null || targetValue === null ? null : Math.abs(targetValue - base);
  return (
    near(paceRatio, 0.95) ||
    near(paceRatio, 0.6) ||
    near(completion, 0) ||
    near(value, targetValue) ||
    near(base, targetValue) ||
    near(baseGap, onePercent) ||
    readings.some((reading) => near(reading.value, targetValue)) ||
    (target.kind === 'reduction' && near(cumulativeReduction, target.reductionPct)) ||
    (cumulativeReduction !== null && near((cumulativeReduction * 100) % 1, 0.5))
  );
}

describe('scale and direction', () => {
  /** Positive hundredths that are no multiple of a tenth, so that no rounding tie can arise. */
  const positive = fc.integer({ min: 10, max: 9_999 }).map((tenths) => (tenths * 10 + 3) / 100);
  const years = fc.uniqueArray(fc.integer({ min: 2014, max: 2022 }), { maxLength: 7 });

  const plain: fc.Arbitrary<{ target: NumericTarget; readings: Reading[]; asOf: number }> = fc
    .record({
      kind: fc.constantFrom('atLeast' as const, 'atMost' as const, 'reduction' as const),
      path: fc.constantFrom('linear' as const, 'compound' as const),
      value: positive,
      reductionPct: fc.integer({ min: 1, max: 90 }),
      base: fc.option(positive, { freq: 8 }),
      years,
      values: fc.array(positive, { minLength: 7, maxLength: 7 }),
      asOf: fc.integer({ min: 2015, max: 2022 }),
      cumulative: fc.boolean(),
    })
    .map(({ kind, value, reductionPct, base, years: at, values, asOf, ...rest }) => {
      const common = {
        ...rest,
        deadline: 2020,
        decimals: 4,
        baseline: { year: 2015, value: base },
      };
      const target: NumericTarget =
        kind === 'reduction' ? { ...common, kind, reductionPct } : { ...common, kind, value };
      const readings = at.map((year, index) => ({ year, value: values[index] ?? 1 }));
      return { target, readings, asOf };
    });

  test('scaling by 10ⁿ, decimals shifted alike, changes no status and no flag', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 4 }), (question, power) => {
        fc.pre(!tied(question));
        const { target, readings, asOf } = question;
        const scale = (value: number): number => value * 10 ** power;
        const base = target.baseline?.value;
        const scaled: NumericTarget = {
          ...target,
          ...('value' in target && target.value !== null ? { value: scale(target.value) } : {}),
          baseline: { year: 2015, value: typeof base === 'number' ? scale(base) : null },
          decimals: 4 - power,
        };
        const bigger = readings.map((reading) => ({
          ...reading,
          value: reading.value === null ? null : scale(reading.value),
        }));
        const before = assess(target, readings, asOf);
        const after = assess(scaled, bigger, asOf);
        expect(after.status).toBe(before.status);
        expect(after.reason).toBe(before.reason);
        expect(after.flags).toEqual(before.flags);
        expect(after.altPathStatus).toBe(before.altPathStatus);
      }),
      RUNS,
    );
  });

  test('a mirrored direction gives the mirror outside maintain mode on the linear path', () => {
    fc.assert(
      fc.property(plain, ({ target, readings, asOf }) => {
        fc.pre(target.kind !== 'reduction');
        const upright: ThresholdTarget = { ...(target as ThresholdTarget), path: 'linear' };
        const mirrored: ThresholdTarget = {
          ...upright,
          kind: upright.kind === 'atLeast' ? 'atMost' : 'atLeast',
          value: -(upright.value ?? 0),
          baseline: {
            year: 2015,
            value: typeof upright.baseline?.value === 'number' ? -upright.baseline.value : null,
          },
        };
        const flipped = readings.map((reading) => ({ ...reading, value: -(reading.value ?? 0) }));
        const one = assess(upright, readings, asOf);
        const other = assess(mirrored, flipped, asOf);
        fc.pre(!one.flags.some((flag) => flag.endsWith('AtBaseline')));
        for (const key of [
          'status',
          'reason',
          'flags',
          'assessedYear',
          'lag',
          'completion',
          'plannedCompletion',
          'paceRatio',
          'gapPp',
          'attainedYear',
        ] as const) {
          expect(other[key], key).toEqual(one[key]);
        }
        // A total that cannot fall has no mirror.
        if (target.cumulative === true) return;
        expect(other.projection?.outlook).toBe(one.projection?.outlook);
        expect(other.projection?.attainmentYear).toBe(one.projection?.attainmentYear);
      }),
      RUNS,
    );
  });
});
