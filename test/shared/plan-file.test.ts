import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checkPlan } from '../../server/plans/check.ts';
import { planJsonSchema } from '../../server/plans/json-schema.ts';
import { planFile } from '../../shared/plan-file.ts';
import { lakePlan } from '../support/lake-plan.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PLAN: unknown = JSON.parse(readFileSync(at('server/seed/plan.json'), 'utf8'));

describe('the schema of a plan file', () => {
  it('takes the plan of the product as it is, and changes nothing about it', () => {
    expect(z.parse(planFile, PLAN)).toEqual(PLAN);
  });

  it('takes the example of its documentation, which has no problem', () => {
    const { file, text } = lakePlan();
    expect(checkPlan(file, text)).toEqual([]);
  });

  it('is published as it is (after a change: vitest run test/shared/plan-file.test.ts -u)', async () => {
    const json = `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(at('docs/plan.schema.json'));
  });

  it('is explained: every field has its word in the documentation', () => {
    const page = readFileSync(at('docs/plan-format.md'), 'utf8');
    const unexplained = [...fieldsOf(PLAN)].filter((field) => !page.includes(field));
    expect(unexplained).toEqual([]);
  });
});

function fieldsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) fieldsOf(one, found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) fieldsOf(one, found.add(key));
  }
  return found;
}
