import { existsSync } from 'node:fs';
import { flushCompileCache, getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Goes and comes with the packages, so an upgrade prepares its own code. */
const PREPARED = fileURLToPath(new URL('../node_modules/.cache/biaochi-server', import.meta.url));
const PREPARING = 'BIAOCHI_PREPARING';
/**
 * By itself glibc gives each thread (workbooks, documents, backups) a heap of its own, up to sixteen on
 * two processors, and keeps what they no longer need: 50 MB after some minutes (docs/decisions/0701).
 */
const MALLOC_ARENA_MAX = '2';

/**
 * Starts this very process over (the same id: signals and the exit code stay what they were) with
 * the server's code as Node prepared it at the first start. Its TypeScript stripper is not loaded
 * then: 24 MB less, and sooner there (docs/decisions/0701). Returns when that has been done, and
 * where it cannot be: on Windows, or where the packages may not be written to.
 * @param load imports the server, without starting anything
 */
export async function becomeServer(load: () => Promise<unknown>): Promise<void> {
  const { [PREPARING]: preparing, ...env } = process.env;
  if (env['NODE_COMPILE_CACHE'] === undefined) {
    const first: NodeJS.ProcessEnv = existsSync(PREPARED) ? {} : { [PREPARING]: 'yes' };
    startOver({ MALLOC_ARENA_MAX, ...env, NODE_COMPILE_CACHE: PREPARED, ...first });
  } else if (preparing !== undefined) {
    await load();
    flushCompileCache();
    if (getCompileCacheDir() !== undefined) startOver(env);
  }
}

function startOver(env: NodeJS.ProcessEnv): void {
  const { execPath, execArgv, argv } = process;
  const flags = execArgv.includes('--expose-gc') ? execArgv : ['--expose-gc', ...execArgv];
  process.execve?.(execPath, [execPath, ...flags, ...argv.slice(1)], env);
}
