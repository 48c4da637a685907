import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs an unpacked bundle as an office would, without a network where the machine can take one
 * away: every file as its sum says, started over an empty folder and not a second time, the page
 * asked for, set up by its link, somebody added who takes a workbook and a Word document out, a backup
 * made and proved, stopped. Nothing of this process's environment reaches it.
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
    `runtime/node -e '${ASK}' "$(sed -n 's/^标尺 Biaochi  //p' biaochi.log)" "$(sed -n 's/.*#token=//p' biaochi.log)"`,
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

/** What only an office does loads what only that needs: passwords, workbooks, documents. */
const ASK = `
const [at, token] = process.argv.slice(1);
const health = await (await fetch(at + "/api/health")).json();
if (health.status !== "ok") throw new Error(JSON.stringify(health));
const page = await (await fetch(at + "/")).text();
if (!page.includes("<div id=")) throw new Error(page);
let cookie = "";
const ask = async (method, path, body) => {
  const headers = { cookie, ...(body && { "content-type": "application/json" }) };
  const answer = await fetch(at + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(path + " " + answer.status + " " + text);
  cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
  return text;
};
const password = "Banyan-2018-harbour";
const administrator = { username: "smoke", name: "Smoke", password };
await ask("POST", "/api/setup", { profile: "simple", token, administrator });
await ask("POST", "/api/session", { username: "smoke", password });
const reviewer = { username: "reviewer", name: "Reviewer", roles: ["reviewer"] };
const { oneTimePassword } = JSON.parse(await ask("POST", "/api/users", reviewer));
await ask("POST", "/api/session", { username: "reviewer", password: oneTimePassword });
const changed = { currentPassword: oneTimePassword, newPassword: "Camphor-2018-harbour" };
await ask("POST", "/api/session/password", changed);
const plan = "/api/plans/qetdz-2016";
await ask("GET", plan + "/export?format=xlsx&what=readings");
await ask("GET", plan + "/years/2018/reports/zone/file");
`.replaceAll('\n', ' ');
