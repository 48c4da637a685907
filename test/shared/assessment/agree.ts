import { expect } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import type { Assessment, Reading, Target } from '../../../shared/assessment/types.ts';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Dotted keys reach into the answer: `projection.slope`. */
function at(answer: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce((value, part) => (isRecord(value) ? value[part] : undefined), answer);
}

/** Only the named keys are compared; numbers within an absolute tolerance. */
export function agree(actual: unknown, expected: unknown, tol = 1e-9, path = 'answer'): void {
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number');
    expect(
      Math.abs((actual as number) - expected),
      `${path} is ${String(actual)}`,
    ).toBeLessThanOrEqual(tol);
  } else if (Array.isArray(expected)) {
    expect(actual, path).toHaveLength(expected.length);
    expected.forEach((item, index) => {
      agree((actual as unknown[])[index], item, tol, `${path}[${index}]`);
    });
  } else if (isRecord(expected)) {
    for (const [key, item] of Object.entries(expected)) {
      agree(at(actual, key), item, tol, `${path}.${key}`);
    }
  } else {
    expect(actual, path).toBe(expected);
  }
}

/** One row of a table: what goes in, what must come out, and why. */
export interface Row {
  why: string;
  target: Target;
  readings?: readonly Reading[];
  asOf: number;
  expected: Partial<Assessment> & Record<string, unknown>;
}

export function check({ target, readings = [], asOf, expected }: Row): void {
  agree(assess(target, readings, asOf), expected);
}

/** A reading for each year, in the order given: `series(2016, 30, 45)` is 2016 and 2017. */
export function series(from: number, ...values: (number | null)[]): Reading[] {
  return values.map((value, index) => ({ year: from + index, value }));
}

/** 20 in 2015 to at least 100 in 2020: 16 a year. */
export const robots = {
  kind: 'atLeast',
  value: 100,
  baseline: { year: 2015, value: 20 },
  deadline: 2020,
} as const satisfies Target;

/** 0 in 2015 to at least 5 whole ones in 2020: one a year. */
export const five = {
  kind: 'countRange',
  lower: 5,
  upper: null,
  baseline: { year: 2015, value: 0 },
  deadline: 2020,
} as const satisfies Target;

/** 100 in 2015, 20% less by 2020: at most 80. */
export const energy = {
  kind: 'reduction',
  reductionPct: 20,
  baseline: { year: 2015, value: 100 },
  deadline: 2020,
} as const satisfies Target;
