import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import * as crosscheck from '../../../shared/assessment/crosscheck.ts';
import type { Reading, Target } from '../../../shared/assessment/types.ts';

interface Case {
  id: string;
  titleEn: string;
  fn: string;
  input?: { target: Target; readings: Reading[]; asOf: number };
  args?: unknown[];
  expected: unknown;
  tol: number;
}

const { cases, count } = JSON.parse(
  readFileSync(new URL('../cases.json', import.meta.url), 'utf8'),
) as { cases: Case[]; count: number };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Dotted keys reach into the answer: `projection.slope`. */
function at(answer: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce((value, part) => (isRecord(value) ? value[part] : undefined), answer);
}

/** Only the keys the case names are compared; numbers within its absolute tolerance. */
function agree(actual: unknown, expected: unknown, tol: number, path: string): void {
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number');
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(tol);
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

function answer(one: Case): unknown {
  if (one.fn === 'assess' && one.input !== undefined) {
    return assess(one.input.target, one.input.readings, one.input.asOf);
  }
  const fn = (crosscheck as unknown as Record<string, (...args: unknown[]) => unknown>)[one.fn];
  expect(fn, one.fn).toBeTypeOf('function');
  return fn?.(...(one.args ?? []));
}

test('the file holds all of its cases', () => {
  expect(cases).toHaveLength(count);
});

test.each(cases)('$id $titleEn', (one) => {
  agree(answer(one), one.expected, one.tol, one.id);
});
