import { cpSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyDatabase } from '../../server/verify.ts';
import { bounded, type Figure, information } from '../bench/figures.ts';
import { demoFolder, passwordOf, temporaryFolder, withDatabase } from '../bench/folders.ts';
import { productOver, type Running, startServer } from '../bench/processes.ts';
import { signIn } from '../bench/session.ts';
import { Clerks, lost } from './clerks.ts';

/** A small disk that only the server and this shell see; USR1 fills it, USR2 makes room again. */
const SMALL_DISK = `
mount -t tmpfs -o size=24m tmpfs "$BIAOCHI_DATA"
cp -a "$SEED"/. "$BIAOCHI_DATA"
trap 'dd if=/dev/zero of="$BIAOCHI_DATA/filler" bs=4k 2>/dev/null' USR1
trap 'rm -f "$BIAOCHI_DATA/filler"' USR2
trap 'kill -TERM $server' TERM
"$NODE" "$@" &
server=$!
while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
cp -a "$BIAOCHI_DATA"/. "$OUT"
exit $code
`;

/** The disk fills up while people write, and later has room again. */
export async function full(): Promise<Figure[]> {
  if (spawnSync('unshare', ['-rm', 'true']).status !== 0) {
    return [information('full disk', 'not run: this machine gives nobody a disk of their own')];
  }
  const seed = await demoFolder();
  const work = temporaryFolder();
  const [data, out] = [join(work, 'data'), join(work, 'out')];
  mkdirSync(data);
  mkdirSync(out);
  const environment = { ...productOver(data), SEED: seed, OUT: out, NODE: process.execPath };
  const shell = ['unshare', '-rm', 'sh', '-c', SMALL_DISK, 'sh'] as const;
  const product = await startServer(['server/main.ts'], environment, shell);
  const cookie = await signIn(product, seed, 'reporter');
  const clerks = await Clerks.begin(product.origin, cookie, 4);

  process.kill(product.pid, 'SIGUSR1');
  // Until the last piece of room inside the log is used up, too.
  const refused = await clerks.work(product.origin, AbortSignal.timeout(60_000));
  const upload = await sendFile(product, cookie);
  const login = await signInStatus(product, seed);
  const reading = await fetch(`${product.origin}/api/plans/qetdz-2016/dashboard?year=2019`, {
    headers: { cookie },
  });

  process.kill(product.pid, 'SIGUSR2');
  const from = performance.now();
  await clerks.readAgain(product.origin);
  const enough = AbortSignal.timeout(30_000);
  const before = clerks.acknowledged.length;
  while (clerks.acknowledged.length < before + 4 && !enough.aborted) {
    const few = new AbortController();
    const trying = clerks.work(product.origin, few.signal);
    await wait(200);
    few.abort();
    await trying;
  }
  const back = (performance.now() - from) / 1000;
  const code = await product.stop();
  cpSync(join(seed, 'accounts.json'), join(out, 'accounts.json'));
  await withDatabase(out, verifyDatabase);
  const missing = lost(out, clerks.acknowledged);
  return [
    information('full disk: what a change is told', refused[0]?.slice(0, 60) ?? 'nothing'),
    bounded('changes told anything but 507 or 503', refused.filter(isOther).length, '', ['≤', 0]),
    bounded('clerks who were told', refused.length, '', ['≥', 4]),
    information('an upload, and a sign-in, meanwhile', `${upload}, ${login}`),
    bounded('the board meanwhile', reading.status, '', ['≤', 200]),
    bounded('from room to the first changes, without a restart', back, 's', ['≤', 30]),
    bounded('acknowledged and lost', missing.length, '', ['≤', 0]),
    bounded('exit code', code ?? 255, '', ['≤', 0]),
  ];
}

const isOther = (refusal: string): boolean => !/^50[37] \{.*"code":/.test(refusal);

async function sendFile({ origin }: Running, cookie: string): Promise<number> {
  const readings = await fetch(`${origin}/api/readings?year=2020`, { headers: { cookie } });
  const { items } = (await readings.json()) as { items: { id: string }[] };
  const form = new FormData();
  const content = `%PDF-1.4\n${'x'.repeat(2_000_000)}\n%%EOF\n`;
  form.set('file', new File([content], 'a.pdf', { type: 'application/pdf' }));
  const url = `${origin}/api/readings/${items[0]?.id}/evidence`;
  const answer = await fetch(url, { method: 'POST', headers: { cookie, origin }, body: form });
  return answer.status;
}

async function signInStatus({ origin }: Running, folder: string): Promise<number> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'leader', password: passwordOf(folder, 'leader') }),
  });
  return answer.status;
}
