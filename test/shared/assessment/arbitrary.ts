import * as fc from 'fast-check';
import type { Reading, Target } from '../../../shared/assessment/types.ts';

/** Any target, any readings, any year; `numbers` draws the figures. */
export interface Question {
  target: Target;
  readings: Reading[];
  asOf: number;
}

const year = fc.integer({ min: 2012, max: 2024 });
function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const flag = fc.option(fc.boolean(), { nil: undefined });

export function questions(numbers: fc.Arbitrary<number>): fc.Arbitrary<Question> {
  const figure = fc.option(numbers, { freq: 8 });
  const baseline = fc.option(fc.record({ year, value: figure, restated: flag }), { freq: 8 });
  const any = {
    baseline,
    deadline: fc.integer({ min: 2014, max: 2022 }),
    decimals: maybe(fc.integer({ min: 0, max: 4 })),
    cumulative: flag,
  };
  const checkpoint = fc.record({ year, value: maybe(figure), reductionPct: maybe(figure) });
  const numeric = {
    ...any,
    path: maybe(fc.constantFrom('linear', 'compound')),
    integer: flag,
    checkpoints: maybe(fc.array(checkpoint, { maxLength: 3 })),
    bounds: maybe(fc.record({ min: maybe(numbers), max: maybe(numbers) })),
  };
  const level = fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8 });
  const maybeYear = fc.option(year, { nil: null });
  const condition = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    metYear: maybeYear,
    lostYear: fc.option(year, { freq: 2 }),
    plannedYear: maybeYear,
  });
  const target: fc.Arbitrary<Target> = fc.oneof(
    fc.record({ kind: fc.constantFrom('atLeast', 'atMost'), value: figure, ...numeric }),
    fc.record({ kind: fc.constant('countRange'), lower: figure, upper: maybe(figure), ...numeric }),
    fc.record({
      kind: fc.constant('reduction'),
      reductionPct: fc.option(fc.integer({ min: -20, max: 120 }), { freq: 8 }),
      ...numeric,
    }),
    fc.record({
      ...any,
      kind: fc.constant('milestone'),
      conditions: fc.array(condition, { maxLength: 3 }),
      reportedThrough: fc.option(maybeYear, { nil: undefined }),
    }),
    fc.record({
      ...any,
      kind: fc.constant('rating'),
      targetLevel: level,
      plan: maybe(fc.array(fc.record({ year, level }), { maxLength: 3 })),
    }),
    fc.record({
      ...any,
      kind: fc.constant('directional'),
      direction: maybe(fc.constantFrom('up', 'down')),
    }),
  );
  const reading = fc.record({ year, value: figure, provisional: flag, break: rarely() });
  return fc.record({ target, readings: fc.array(reading, { maxLength: 9 }), asOf: year });
}

function rarely(): fc.Arbitrary<boolean | undefined> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(true) },
  );
}

/** Figures as departments write them: up to two decimals, some zero, some negative, some alike. */
export const everyday: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.integer({ min: -2000, max: 20_000 }).map((cents) => cents / 100),
);

/** Every finite double, the extreme ones included. */
export const extreme: fc.Arbitrary<number> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 1e-9, Number.MAX_SAFE_INTEGER),
);
