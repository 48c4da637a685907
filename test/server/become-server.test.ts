import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

const SLOW = { timeout: 60_000 };

function refusedStart(environment: Readonly<Record<string, string>> = {}) {
  const { NODE_COMPILE_CACHE: _, ...inherited } = process.env;
  const preload =
    'data:text/javascript,console.error(`process ${process.pid} ${process.execArgv}`)';
  const { pid, status, stderr } = spawnSync(process.execPath, ['--import', preload, MAIN], {
    encoding: 'utf8',
    env: { ...inherited, BIAOCHI_PORT: 'nowhere', ...environment },
  });
  const starts = stderr.split('\n').filter((line) => line.startsWith('process '));
  return { pid, status, stderr, starts };
}

it(
  'starts over as the same process, with what it was started with, and ends with its code',
  SLOW,
  () => {
    const { pid, status, stderr, starts } = refusedStart();
    expect(status).toBe(1);
    expect(stderr.match(/BIAOCHI_PORT/g)).toHaveLength(1);
    expect(starts.length).toBeGreaterThan(1);
    for (const start of starts) expect(start).toContain(`process ${pid} `);
    expect(starts.at(-1)).toContain('--expose-gc,--import');
  },
);

it('starts once where prepared code is kept already, and where none can be kept', SLOW, () => {
  const known = refusedStart({
    NODE_COMPILE_CACHE: fileURLToPath(new URL('.', import.meta.url)),
    NODE_DISABLE_COMPILE_CACHE: '1',
  });
  expect(known).toMatchObject({ status: 1 });
  expect(known.starts).toHaveLength(1);
  const none = refusedStart({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(none).toMatchObject({ status: 1 });
  expect(none.stderr).toContain('BIAOCHI_PORT');
});
