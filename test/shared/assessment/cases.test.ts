import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../../shared/assessment/assess.ts';
import * as crosscheck from '../../../shared/assessment/crosscheck.ts';
import type { Reading, Target } from '../../../shared/assessment/types.ts';
import { agree } from './agree.ts';

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
