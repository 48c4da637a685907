import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/browsers');

/**
 * The folder `name` of the browser cache, filled on first use.
 *
 * `fill` writes into a draft that is renamed when it is complete, so a folder that exists is whole:
 * a run that was killed leaves no half browser behind, and of two runs that start together the
 * first to finish wins and the other uses what it made. Throws what `fill` throws.
 *
 * The name carries the version of what is inside: `cached('chromium-153.0.0', unpack)` answers
 * `…/node_modules/.cache/browsers/chromium-153.0.0`.
 */
export async function cached(
  name: string,
  fill: (draft: string) => Promise<void>,
): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, `.${name}-`));
  try {
    await chmod(draft, 0o755);
    await fill(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
