import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that the files of one run share, gone when the run ends. */
    readonly runFolder: string;
  }
}

let folder: string;

/** Vitest calls this before the first file of a run, and `teardown` after the last. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-run-'));
  project.provide('runFolder', folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
