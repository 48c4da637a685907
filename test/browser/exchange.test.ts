import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button } from '../support/browser/acts.ts';
import { expectFaultless } from '../support/browser/faultless.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { cellAt, fill, opened } from '../support/filled-sheet.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

/** The page of 2020, which the demo leaves empty. */
async function openPage(
  language: 'zh-CN' | 'en' = 'zh-CN',
  allowed: readonly RegExp[] = [],
): Promise<Page> {
  const storageState = await signedIn(server(), 'reporter');
  const page = await browser.newPage({ storageState, allowed });
  await page.addInitScript((chosen) => {
    localStorage.setItem('biaochi.language', chosen);
  }, language);
  await page.goto(`${server().origin}/entry/workbook?year=2020`);
  return page;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function template(page: Page, { exchange }: Messages = zhCN): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, exchange.page.download).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  return bytesOf(download);
}

async function upload(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: '科技局2020.xlsx', mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
}

const heading = (page: Page, name: string) => page.getByRole('status').filter({ hasText: name });

test('a sheet is downloaded, filled in, compared and accepted', async () => {
  const page = await openPage();
  const words = zhCN.exchange.page;
  const filled = await fill(await template(page), [
    ['A1', '分子', 187],
    ['A1', '分母', 300],
    ['A1', '来源', '统计年报'],
    ['A3', '本年值', 2],
    ['A6', '本年值', '１.5万'],
  ]);
  await upload(page, filled);
  await heading(page, words.summary(4, 2)).waitFor();
  await page.getByText(zhCN.readings.numbers.magnitudeWord).waitFor();
  await page.getByLabel(words.takeThis('A3', zhCN.exchange.fields.value)).uncheck();
  const [marked] = await Promise.all([
    page.waitForEvent('download'),
    button(page, words.annotated).click(),
  ]);
  const workbook = await opened(await bytesOf(marked));
  expect(cellAt(workbook, 'A6', '问题').value).toContain('万');

  await button(page, words.accept(3)).click();
  await page.getByText(words.accepted(1)).waitFor();
  await page.getByRole('row', { name: /^A1/ }).getByText('62.3').waitFor();

  await page.goto(`${server().origin}/entry/workbook?year=2020`);
  await upload(page, await template(page));
  await heading(page, words.nothing).waitFor();
});

test('what is no sheet of this year is told so, and the page goes on', async () => {
  const page = await openPage('en', [/status of 4(15|22)/]);
  const words = en.exchange.page;
  await upload(page, Buffer.from('No.,Indicator'));
  await page.getByRole('alert').getByText(String(en.problems.refusals.sheetNotXlsx)).waitFor();
  await page.goto(`${server().origin}/entry/workbook?year=2019`);
  const other = await template(page, en);
  await page.goto(`${server().origin}/entry/workbook?year=2020`);
  await upload(page, other);
  await page.getByText(words.otherYear('2019', '2020')).waitFor();
  await upload(page, await template(page, en));
  await heading(page, words.nothing).waitFor();
});

test('a comparison has no barrier and no cut word, whatever it shows', async () => {
  const page = await openPage();
  const before = await template(page);
  const made = await page.evaluate(async () => {
    const answer = await fetch('/api/readings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ indicatorId: 'ms-demo-projects', year: 2020, value: 11 }),
    });
    return answer.status;
  });
  expect(made).toBe(201);
  const filled = await fill(before, [
    ['A2', '分子', 1560],
    ['A2', '分母', 25_300],
    ['A5', '分子', 3000],
    ['A5', '分母', 2100],
    ['A6', '本年值', '1.5万'],
    ['A8', '本年值', 8],
  ]);
  // A page that has given a file never counts as quiet again.
  await page.reload();
  await upload(page, filled);
  const words = zhCN.exchange.page;
  await page.getByText(words.conflicts(1)).waitFor();
  const box = page.getByLabel(words.takeThis('A8', zhCN.exchange.fields.value));
  expect(await box.isChecked(), 'a conflict waits for a person').toBe(false);
  await expectFaultless(page);
});

test('figures are saved as a file from the foot of the board', async () => {
  const storageState = await signedIn(server(), 'leader');
  const page = await browser.newPage({ storageState });
  await page.goto(`${server().origin}/?year=2019`);
  const { save } = zhCN.exchange;
  await button(page, save.open).click();
  await page.getByLabel(save.formats.csv).check();
  await page
    .getByRole('dialog')
    .getByLabel(save.years, { exact: true })
    .selectOption({ label: save.everyYear });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, save.go).click(),
  ]);
  const text = (await bytesOf(download)).toString();
  expect(text).toContain('规上制造企业自动化、数字化制造实现率');
  expect(text).toContain('示例数据');
  await page.getByText(save.done).waitFor();
});
