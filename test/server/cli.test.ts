import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFile } from '../../server/data-folder.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const SEED = fileURLToPath(new URL('../../server/seed/', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-cli-'));
  expect(cli(['migrate']).out).toBe('ok\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function cli(words: readonly string[], input = '', data = join(folder, 'data')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], {
    input,
    encoding: 'utf8',
    env: { ...process.env, BIAOCHI_DATA: data },
  });
  return { status, out: stdout, error: stderr };
}

function lastRow(data: string): unknown {
  const database = new Database(databaseFile(data), { readonly: true });
  const row = database.prepare('select * from audit_log order by seq desc limit 1').get();
  database.close();
  return row;
}

const addUser = (...more: readonly string[]) => ['user', 'add', '--password-stdin', ...more];

describe('the command line', { timeout: 60_000 }, () => {
  it.each([
    { words: [] },
    { words: ['drop'] },
    { words: ['user'] },
    { words: ['plan', 'eat', 'x'] },
    { words: ['dossier', 'check'] },
    { words: ['verify', 'now'] },
    { words: ['backup'] },
    { words: ['restore', 'a.zip', 'b.zip'] },
    { words: addUser('--username', 'x', '--name', 'x', '--role', 'king') },
    { words: ['user', 'add', '--username', 'x', '--name', 'x', '--role', 'leader'] },
  ])('prints the usage and exits 2 for the wrong words $words', ({ words }) => {
    const { status, error } = cli(words);
    expect(status).toBe(2);
    expect(error).toContain('npm run cli -- <command>');
  });

  it('makes an account, and says which rule a password breaks', () => {
    const words = addUser('--username', 'lin', '--name', '林一', '--role', 'leader');
    const refused = cli(words, 'short');
    expect(refused.status).toBe(1);
    expect(refused.error).toContain('/password passwordTooShort 10');
    expect(cli(words, 'Lychee-42-orchard\n')).toMatchObject({ status: 0, out: 'lin: ok\n' });
    expect(cli(words, 'Lychee-42-orchard\n').status).toBe(1);
  });

  it('loads the built-in plan once, and a plan with problems not at all', () => {
    expect(cli(['plan', 'load', join(SEED, 'plan.json')]).out).toBe('unchanged\n');
    cpSync(SEED, join(folder, 'seed'), { recursive: true });
    const file = join(folder, 'seed', 'plan.json');
    const plan = JSON.parse(readFileSync(file, 'utf8')) as { indicators: { quote: string }[] };
    for (const indicator of plan.indicators.slice(0, 2)) indicator.quote = '文件里没有的话';
    writeFileSync(file, JSON.stringify(plan));
    for (const word of ['check', 'load']) {
      const { status, error } = cli(['plan', word, file]);
      expect(status).toBe(1);
      expect(error).toMatch(/^\/indicators\/0\/quote .*notVerbatim/m);
      expect(error).toMatch(/^\/indicators\/1\/quote .*notVerbatim/m);
    }
  });

  it.each([
    { words: ['verify'] },
    { words: addUser('--username', 'lin', '--name', '林一', '--role', 'leader') },
    { words: ['plan', 'load', join(SEED, 'plan.json')] },
  ])('says that a folder was never set up, and leaves it as it is: $words', ({ words }) => {
    const data = join(folder, 'elsewhere');
    const { status, error } = cli(words, 'Lychee-42-orchard', data);
    expect(status).toBe(1);
    expect(error).toContain('npm run cli -- migrate');
    expect(error).not.toContain('    at ');
    expect(existsSync(data)).toBe(false);
  });

  it('backs up into one file, and restores that into an empty folder only', () => {
    const file = join(folder, 'backup.zip');
    expect(cli(['backup', file])).toMatchObject({ status: 0 });
    expect(cli(['backup', file]).status).toBe(1);
    const full = cli(['restore', file]);
    expect(full.status).toBe(1);
    expect(full.error).toContain('is not empty');
    expect(full.error).not.toContain('    at ');
    const elsewhere = join(folder, 'restored');
    expect(cli(['restore', file], '', elsewhere)).toMatchObject({ status: 0 });
    expect(cli(['verify'], '', elsewhere)).toMatchObject({ status: 0, out: 'ok\n' });
    expect(lastRow(join(folder, 'data'))).toMatchObject({ action: 'makeBackup', address: 'cli' });
    expect(lastRow(elsewhere)).toMatchObject({ action: 'restoreBackup', address: 'cli' });
  });

  it('finds a row of the audit log that was changed by hand, and names it', () => {
    expect(cli(['verify'])).toMatchObject({ status: 0, out: 'ok\n' });
    const file = databaseFile(join(folder, 'data'));
    expect(existsSync(file)).toBe(true);
    const database = new Database(file);
    database.exec('drop trigger audit_log_stays');
    database.prepare("update audit_log set username = 'nobody' where seq = 1").run();
    database.close();
    const { status, error } = cli(['verify']);
    expect(status).toBe(1);
    expect(error).toContain('Row 1 of the audit log');
  });
});
