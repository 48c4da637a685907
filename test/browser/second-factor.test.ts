import { expect, test } from 'vitest';
import { codeOf, stepAt } from '../../server/accounts/totp.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button, field, typeSignIn } from '../support/browser/acts.ts';
import { faultsOf } from '../support/browser/inspect.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { passwordOf, signedIn, useServer } from '../support/server.ts';

const { accounts, inspection, dashboard } = zhCN;
const { code, own } = accounts;

const server = useServer('demo');
const browser = useBrowser();

/** The key that the page shows for typing, as an authenticator takes it. */
function keyOf(typed: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(typed.replaceAll(' ', ''), (sign) =>
    alphabet.indexOf(sign).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

test('a second factor is turned on with a phone, asked at the door, and turned off', async () => {
  const { origin } = server();
  const password = passwordOf(server(), 'admin');
  const page = await browser.newPage({ storageState: await signedIn(server(), 'admin') });
  await page.goto(`${origin}/account`);
  await button(page, code.turnOn).click();
  // The recovery codes have to be answered: an alert, then.
  const dialog = page.locator('[role$=dialog]');
  await field(dialog, own.current).fill(password);
  await button(dialog, code.next).click();
  await dialog.getByRole('img', { name: code.qr }).waitFor();
  const key = keyOf(await dialog.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText());
  expect(await faultsOf(page, 'zh-CN')).toEqual([]);
  const step = stepAt(new Date());
  await field(dialog, code.label).fill(codeOf(key, step));
  await button(dialog, code.confirm).click();
  await button(dialog, code.kept).waitFor();
  const [recovery = ''] = await dialog.getByRole('listitem').allInnerTexts();
  expect(recovery).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  expect(await faultsOf(page, 'zh-CN')).toEqual([]);
  await button(dialog, code.kept).click();
  await button(page, code.turnOff).waitFor();

  const door = await browser.newPage({ allowed: [/status of 401/] });
  await door.goto(`${origin}/sign-in`);
  await typeSignIn(door, 'admin', password);
  const asked = field(door, code.label);
  await asked.waitFor();
  expect(await asked.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await faultsOf(door, 'zh-CN')).toEqual([]);
  await asked.fill(recovery);
  await door.keyboard.press('Enter');
  await door.waitForURL('**/home');

  await button(page, code.turnOff).click();
  // The step after the one that confirmed it: one late is taken, too.
  await field(dialog, code.label).fill(codeOf(key, Math.max(stepAt(new Date()), step + 1)));
  await field(dialog, own.current).fill(password);
  await button(dialog, code.turnOff).click();
  await button(page, code.turnOn).waitFor();
});

test('from the board it is two clicks to who entered, approved and took a figure out', async () => {
  const { origin } = server();
  const reader = await signedIn(server(), 'leader');
  const cookie = reader.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const url = `${origin}/api/plans/qetdz-2016/export?format=csv&what=readings&year=2019`;
  await (await fetch(url, { headers: { cookie } })).text();
  const page = await browser.newPage({ storageState: await signedIn(server(), 'auditor') });
  await page.goto(`${origin}/?year=2019`);
  await page.locator('tr[data-row="im-robot-density"] a').click();
  const { evidence, indicator } = dashboard;
  const opens = [
    [indicator.revisions, zhCN.dashboard.revision.actions.approve],
    [evidence.title, evidence.none],
    [inspection.taken.title, inspection.kinds['readings'] ?? ''],
  ] as const;
  for (const [title, shown] of opens) {
    await page.getByRole('heading', { name: title }).click();
    await page.getByText(shown).first().waitFor();
  }
  await page.getByText('示例数据，非真实来源').first().waitFor();
});
