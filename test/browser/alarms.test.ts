import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFile } from '../../server/data-folder.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button, typeSignIn } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { type Server, startServer } from '../support/server.ts';

const { accounts, app } = zhCN;
const PASSWORD = 'Lychee-42-orchard';

const browser = useBrowser();
let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-alarms-'));
  // No disk has as much: it is nearly full.
  process.env['BIAOCHI_LOW_SPACE_MB'] = '1000000000';
  try {
    server = await startServer(folder);
  } finally {
    delete process.env['BIAOCHI_LOW_SPACE_MB'];
  }
  for (const role of ['leader', 'securityAdministrator']) addAccount(role);
  const database = new Database(databaseFile(folder));
  database.exec(`update installation set profile = 'mlps'`);
  database.close();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function addAccount(role: string): void {
  const words = ['user', 'add', '--username', role, '--name', '某人', '--role', role];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['server/cli.ts', ...words, '--password-stdin'],
    { input: PASSWORD, env: { ...process.env, BIAOCHI_DATA: folder }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

test('a disk that fills is on every page of an administrator, and of nobody else', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/sign-in`);
  await typeSignIn(page, 'securityAdministrator', PASSWORD);
  await page.getByText(app.alarms.diskNearlyFull).waitFor();

  const other = await browser.newPage();
  await other.goto(`${server.origin}/sign-in`);
  await typeSignIn(other, 'leader', PASSWORD);
  await other.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await other.getByText(app.alarms.diskNearlyFull).count()).toBe(0);
});

test('who demands a second factor and has none is led to setting it up', async () => {
  const page = await browser.newPage({ allowed: [/status of 403/] });
  await page.goto(`${server.origin}/sign-in`);
  await typeSignIn(page, 'securityAdministrator', PASSWORD);
  await page.getByText(app.alarms.diskNearlyFull).waitFor();
  await page.goto(`${server.origin}/users`);
  await button(page, accounts.code.ruleStart).click();
  await page.getByText(accounts.code.demanded).waitFor();
  expect(new URL(page.url()).pathname).toBe('/account');
  expect(await page.getByRole('navigation', { name: app.nav.label }).count()).toBe(0);
});
