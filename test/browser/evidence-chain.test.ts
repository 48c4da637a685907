import { test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();
const { audit, inspection } = zhCN;
const { indicator, revision } = zhCN.dashboard;

test('from a figure on the board it is two clicks to who entered, signed and approved it, and who took it out', async () => {
  const page = await browser.newPage({ storageState: await signedIn(server(), 'auditor') });
  await page.goto(`${server().origin}/?year=2019`);
  const figure = page.locator('a[href*="/indicators/im-cnc-rate"]').first();
  // The first.
  await figure.click();
  const source = page.getByText(/2019年数据：.+填报，.+审核/);
  await source.waitFor();
  // The second, whichever part of the chain is asked for: the versions, …
  const part = (title: string) => page.getByRole('heading', { name: title, exact: true });
  await part(indicator.revisions).click();
  await page.getByRole('cell', { name: revision.actions.approve, exact: true }).first().waitFor();
  // … who took it out, …
  await part(inspection.taken.title).click();
  await page.getByText(inspection.taken.lead).or(page.getByText(inspection.noExports)).waitFor();
  // … or everything that was done about it, by whom and when.
  await page.getByRole('link', { name: indicator.audit }).click();
  for (const action of ['createReading', 'submitReading', 'signReading', 'approveReading']) {
    const row = page.getByRole('row').filter({ hasText: audit.actions[action] ?? action });
    await row.first().waitFor();
  }
});
