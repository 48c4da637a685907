import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { GATHERED } from './watch-writes.ts';

let folder: string;
let project: TestProject;

/** Vitest calls this before the first file of a run, and `teardown` after the last. */
export function setup(given: TestProject): void {
  project = given;
  folder = mkdtempSync(join(tmpdir(), 'biaochi-operations-'));
  process.env[GATHERED] = folder;
}

/**
 * A run of all tests has carried out every operation that leaves a row of the audit log, and has seen
 * that row (watch-writes.ts): a new operation cannot be forgotten.
 * @throws Error with the operations that no test carries out
 */
export async function teardown(): Promise<void> {
  const whole = await isWhole();
  const lines = (name: string): string[] => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  };
  const done = new Set(lines('done'));
  const never = lines('known').filter((name) => !done.has(name));
  rmSync(folder, { recursive: true });
  if (whole && never.length > 0) {
    throw new Error(`operations that no test carries out: ${never.join(', ')}`);
  }
}

/** Whether every file was asked for, and every case in it. */
async function isWhole(): Promise<boolean> {
  const { vitest } = project;
  const { testFiles } = await project.globTestFiles();
  const run = vitest.state.getTestModules().filter((one) => one.project.name === project.name);
  return run.length === testFiles.length && vitest.config.testNamePattern === undefined;
}
