import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PlanRefused } from '../../server/plans/plan-problem.ts';
import { readPlan } from '../../server/plans/read-plan.ts';
import { lakePlan } from '../support/lake-plan.ts';

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  path = join(folder, 'lake.json');
});
beforeEach(() => writeFileSync(join(folder, 'lake.txt'), lakePlan().text));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said about a file with this content. */
function problemsOf(json: string): string[] {
  writeFileSync(path, json);
  try {
    readPlan(path);
    return [];
  } catch (error) {
    if (!(error instanceof PlanRefused)) throw error;
    return error.problems.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

const json = JSON.stringify(lakePlan().file);

describe('reading a plan file', () => {
  it('takes the text from the same folder', () => {
    writeFileSync(path, json);
    expect(readPlan(path)).toEqual(lakePlan());
  });

  it.each([
    ['a file that is not JSON', '{"schemaVersion":', [' notJson']],
    [
      'a number that would lose digits',
      json.replace('"value":90', '"value":90.00000000000000001'),
      ['/indicators/0/target/value inexactNumber'],
    ],
    [
      'a key that stands twice',
      json.replace('"schemaVersion":1', '"schemaVersion":1,"schemaVersion":1'),
      ['/schemaVersion duplicateKey'],
    ],
    [
      'a text that is not there',
      json.replace('lake.txt', 'river.txt'),
      ['/document/sourceFile unreadable'],
    ],
    [
      'a text from elsewhere: its quotes are not judged',
      json.replace('lake.txt', '../lake.txt'),
      ['/document/sourceFile badFormat'],
    ],
    ['an empty list', '[]', [' wrongType']],
  ])('refuses %s', (_what, content, problems) => {
    expect(problemsOf(content)).toEqual(problems);
  });

  it('refuses a file that is not there', () => {
    expect(() => readPlan(join(folder, 'none.json'))).toThrow(/unreadable/);
  });
});
