import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs an unpacked bundle as an office would, without a network where the machine can take one
 * away: every file as its sum says, started over an empty folder and not a second time, the page and
 * the API asked, a backup made and proved, stopped. Nothing of this process's environment reaches it.
 * @param folder the unpacked bundle
 * @param data an empty folder for its data
 * @returns how it was kept from the network: `no network`, or `with the network of the machine`
 * @throws Error with what went wrong and what it printed
 */
export async function smokeTest(folder: string, data: string): Promise<string> {
  const env = { PATH: '/usr/bin:/bin', BIAOCHI_DATA: data, BIAOCHI_PORT: '0' };
  const alone = spawnSync('unshare', ['-rn', 'true']).status === 0;
  // The loopback of a network of one's own has to be brought up.
  const script = [
    'set -eu',
    ...(alone ? ['ip link set lo up'] : []),
    'sha256sum --quiet -c SHA256SUMS',
    './start --background',
    // A second one would take the first one’s folder.
    'if ./start; then exit 1; fi',
    `runtime/node -e '${ASK}' "$(sed -n 's/^标尺 Biaochi  //p' biaochi.log)"`,
    `./cli backup "${join(data, '..', 'smoke-backup.zip')}"`,
    './cli verify',
    './stop',
    'if ./stop; then exit 1; fi',
  ].join('\n');
  const shell = ['sh', '-c', script] as const;
  const [program, ...words] = alone ? (['unshare', '-rn', ...shell] as const) : shell;
  const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    if (existsSync(join(folder, 'biaochi.pid'))) spawnSync(join(folder, 'stop'), { env });
    throw new Error(`the bundle does not run:\n${printed}`);
  }
  if (!printed.includes('/set-up#token=')) throw new Error(`no set-up link:\n${printed}`);
  return alone ? 'no network' : 'with the network of the machine';
}

const ASK = `
const at = process.argv[1];
const health = await (await fetch(at + "/api/health")).json();
if (health.status !== "ok") throw new Error(JSON.stringify(health));
const page = await (await fetch(at + "/")).text();
if (!page.includes("<div id=")) throw new Error(page);
`.replaceAll('\n', ' ');
