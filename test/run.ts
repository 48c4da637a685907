import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * `npm test`: everything that a change has to pass. Every step runs, so that one run shows all
 * that is wrong; the last line is `N passed, N failed` (a test case each, a check each), and the
 * exit code is 1 if anything failed.
 */
const ROOT = join(import.meta.dirname, '..');

/** The programs of the dependencies, run by this very Node whatever the machine has. */
const PROGRAMS = {
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  oxfmt: 'oxfmt/bin/oxfmt',
  vitest: 'vitest/vitest.mjs',
} as const;

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

function run(title: string, file: string, words: readonly string[]): boolean {
  console.log(`\n── ${title}`);
  const { status, error } = spawnSync(process.execPath, [file, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    },
  });
  if (error) console.error(error.message);
  return status === 0;
}

const program = (name: keyof typeof PROGRAMS): string => join(ROOT, 'node_modules', PROGRAMS[name]);

/** A step without test cases counts as one. */
function check(title: string, file: string, words: readonly string[] = []): Tally {
  return run(title, file, words) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(project: string): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'biaochi-test-'));
  const report = join(folder, 'report.json');
  try {
    const words = ['--project', project, '--reporter=default', '--reporter=json'];
    const ok = run(`tests: ${project}`, program('vitest'), [
      'run',
      ...words,
      `--outputFile.json=${report}`,
    ]);
    const { passed, failed } = existsSync(report) ? count(report) : { passed: 0, failed: 0 };
    // A run that broke, or that had nothing to run, failed even if no test case did.
    const broken = (!ok || passed === 0) && failed === 0;
    return { passed, failed: broken ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** A file that failed without a failed case (it did not load, its set-up broke) counts as one. */
function count(report: string): Tally {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of testResults) {
    const failures = assertionResults.filter((result) => result.status === 'failed').length;
    passed += assertionResults.filter((result) => result.status === 'passed').length;
    failed += status === 'failed' ? Math.max(1, failures) : failures;
  }
  return { passed, failed };
}

const build = join(ROOT, 'client/build.ts');
const results: readonly Tally[] = [
  check('types', program('tsc'), ['-b']),
  check('lint', program('oxlint'), ['--type-aware', '--deny-warnings']),
  check('format', program('oxfmt'), ['--check', '.']),
  // Before the tests: some of them start the server as its operator does.
  check('build of the client', build),
  tests('unit'),
  tests('browser'),
];
const passed = results.reduce((sum, tally) => sum + tally.passed, 0);
const failed = results.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
