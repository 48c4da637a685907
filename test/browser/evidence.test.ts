import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { violations } from '../support/browser/axe.ts';
import { button, field } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { passwordOf, signedIn, useServer } from '../support/server.ts';
import { bookOf } from '../support/workbooks.ts';

const { accounts, app, evidence, lists, problems, readings, sheet } = zhCN;

const server = useServer('demo');
const browser = useBrowser();

/** The form of one indicator in 2020, which the demo leaves empty. */
async function openForm(
  indicatorId: string,
  allowed: readonly RegExp[] = [],
  year = 2020,
): Promise<Page> {
  const storageState = await signedIn(server(), 'reporter');
  const page = await browser.newPage({ storageState, allowed });
  await page.goto(`${server().origin}/entry/${indicatorId}?year=${year}`);
  await button(page, evidence.choose).waitFor();
  return page;
}

/** A machine that does other things takes its time. */
const SOON = { timeout: 15_000 };

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);
const chooser = (page: Page) => page.locator('input[type=file]');
const file = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
});
const files = (page: Page): Locator =>
  page.getByRole('table', { name: evidence.caption }).getByRole('rowheader');

/** Drops a file as the desktop does: the page sees a transfer that carries it. */
async function drop(page: Page, name: string, text: string, onto: Locator): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], called ?? '', { type: 'application/pdf' }));
      return data;
    },
    [name, text],
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await onto.dispatchEvent(type, { dataTransfer: transfer });
  }
}

describe('evidence', () => {
  test('a dropped file begins the reading, and comes back byte by byte under its name', async () => {
    const page = await openForm('so-public-service-platforms');
    const zone = page.getByText(evidence.drop);
    await drop(page, '关于认定示范平台的通知（第一批）.pdf', '%PDF-1.4 认定', zone);
    await expect
      .poll(() => files(page).allTextContents(), SOON)
      .toEqual(['关于认定示范平台的通知（第一批）.pdf']);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '关于认定示范平台的通知（第一批）.pdf' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('关于认定示范平台的通知（第一批）.pdf');
    expect((await readFile(await saved.path())).toString()).toBe('%PDF-1.4 认定');
    expect(await violations(page)).toEqual([]);

    // Beside the zone nothing happens: the page, and what is typed in it, stays.
    await field(page, readings.form.count).fill('2');
    await drop(page, '别处.pdf', '%PDF-', page.getByRole('heading', { level: 1 }));
    expect(await field(page, readings.form.count).inputValue()).toBe('2');
    expect(await files(page).count()).toBe(1);
  });

  test('it is taken away at once, and put back from the corner', async () => {
    const page = await openForm('ms-research-platform');
    await chooser(page).setInputFiles([file('批文.pdf', pdf(1000))]);
    await button(page, evidence.removeNamed('批文.pdf')).click();
    await page.getByText(evidence.removed('批文.pdf')).waitFor();
    await expect.poll(() => files(page).count(), SOON).toBe(0);
    await button(page, app.actions.undo).click();
    await expect.poll(() => files(page).allTextContents(), SOON).toEqual(['批文.pdf']);
  });

  test('what is refused stays to be read, with the reason, and the rest goes on', async () => {
    const page = await openForm('ms-processing-center', [/status of 4(15|09|22)/]);
    await chooser(page).setInputFiles([
      file('带宏.xlsm', Buffer.from('PK')),
      file('假的.png', Buffer.from('<html>')),
      file('空的.pdf', Buffer.alloc(0)),
      file('真的.pdf', pdf(1000)),
    ]);
    await expect.poll(() => files(page).allTextContents(), SOON).toEqual(['真的.pdf']);
    const alerts = page.getByRole('alert');
    for (const [name, sentence] of [
      ['带宏.xlsm', problems.refusals.fileTypeNotAllowed],
      ['假的.png', problems.refusals.fileTypeMismatch],
      ['空的.pdf', problems.refusals.fileEmpty],
    ] as const) {
      const alert = alerts.filter({ hasText: evidence.refused(name) });
      await alert.getByText(String(sentence)).waitFor();
      await button(alert, evidence.dismiss).click();
      await expect.poll(() => alert.count(), SOON).toBe(0);
    }
  });

  test('its way is shown, and can be cut short', async () => {
    const page = await openForm('im-smart-workshops');
    await chooser(page).setInputFiles([file('先开始.pdf', pdf(10))]);
    await expect.poll(() => files(page).count(), SOON).toBe(1);
    // A line so thin that there is something to see.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 500_000,
    });
    await chooser(page).setInputFiles([
      file('扫描件.pdf', pdf(3_000_000)),
      file('下一份.pdf', pdf(10)),
    ]);
    const bar = page.getByRole('progressbar', { name: '扫描件.pdf' });
    await expect
      .poll(() => bar.evaluate((one: HTMLProgressElement) => one.value > 0 && one.value < 1), {
        interval: 20,
        ...SOON,
      })
      .toBe(true);
    await button(page, evidence.cancelNamed('扫描件.pdf')).click();
    await expect
      .poll(() => files(page).allTextContents(), SOON)
      .toEqual(['先开始.pdf', '下一份.pdf']);
  });

  test('a session that ended is begun again in place, and the file arrives', async () => {
    const page = await openForm('ms-demo-enterprises', [/status of 401/]);
    await chooser(page).setInputFiles([file('一.pdf', pdf(10))]);
    await expect.poll(() => files(page).count(), SOON).toBe(1);
    await page.context().clearCookies();
    await chooser(page).setInputFiles([file('二.pdf', pdf(2000))]);
    await field(page, accounts.password).fill(passwordOf(server(), 'reporter'));
    await button(page, accounts.signIn).click();
    await expect.poll(() => files(page).allTextContents(), SOON).toEqual(['一.pdf', '二.pdf']);
  });
});

test('beside the grid a file is dropped for its row, and the row counts it', async () => {
  const storageState = await signedIn(server(), 'reporter');
  const page = await browser.newPage({ storageState });
  await page.goto(`${server().origin}/entry?year=2020`);
  const opener = (told: string) =>
    button(page, sheet.cell('B6', `${sheet.column.evidence} ${told}`));
  await opener(sheet.noEvidence).click();
  await chooser(page).setInputFiles([file('批文.pdf', pdf(1000))]);
  await opener(sheet.evidence(1)).waitFor();
  await page.getByRole('link', { name: '批文.pdf' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

describe('named lists', () => {
  test('a pasted list is looked at, added, corrected, saved, and becomes the figure', async () => {
    const page = await openForm('im-digital-products');
    await page
      .getByRole('button', { name: lists.named(lists.begin, '数字化智能产品开发数') })
      .click();
    await page
      .getByPlaceholder(lists.pasteBox)
      .fill(
        '企业名称\t认定文号\t认定日期\n甲智能装备有限公司\t泉经信〔2020〕15号\t2020年3月5日\n乙（集团）公司\t\t2020.4\n甲 智能装备有限公司',
      );
    await page.getByText(lists.headings).waitFor();
    await page.getByText(lists.problemAt(3, lists.cells.dayMissing)).waitFor();
    await button(page, lists.take(3)).click();
    await page.getByText(lists.twice(1)).waitFor();
    await page.getByText(lists.countedOf('2项', 3, 1, 0)).waitFor();
    expect(await violations(page)).toEqual([]);

    const cell = (line: number, column: string) => field(page, lists.cell(line, column));
    await cell(2, lists.columns.recognisedOn).fill('2020/4/31');
    await button(page, lists.save).click();
    await page.getByText(lists.problemAt(2, lists.cells.noSuchDay)).waitFor();
    await cell(2, lists.columns.recognisedOn).fill('2020/4/30');
    // Down the column, and beyond the last entry to a new one.
    await cell(3, lists.columns.name).press('Enter');
    await page.keyboard.type('丙公司');
    await button(page, lists.save).click();
    await page.getByText(lists.saved('3项')).waitFor();
    await expect.poll(() => field(page, readings.form.count).inputValue(), SOON).toBe('3');
    await page.getByText(lists.summary('3项', 4)).waitFor();
  });

  test('a list is read from a file as from the clipboard, and what is no text is refused', async () => {
    const page = await openForm('ms-demo-projects', [/status of 422/]);
    await page
      .getByRole('button', { name: lists.named(lists.begin, '数控和智能制造示范项目数') })
      .click();
    const files = page.locator('input[type=file][accept*=csv]');
    const file = (name: string, bytes: readonly number[]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(bytes),
    });
    await files.setInputFiles(file('名单.csv', [65, 0, 66]));
    await page.getByText(lists.notText).waitFor();
    await files.setInputFiles(file('名单.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x00]));
    await page.getByText(zhCN.problems.refusals.fileUnreadable as string).waitFor();
    // A workbook goes through the server, and is looked at here as a paste is.
    const cells = (number: number, ...texts: readonly string[]) =>
      `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const book = bookOf(
      cells(1, '企业名称', '数量') + cells(2, '丁厂', '一') + cells(3, '戊厂', '1'),
    );
    await files.setInputFiles(file('名单.xlsx', [...book]));
    await page.getByText(lists.problemAt(2, lists.cells.notANumber)).waitFor();
    await button(page, lists.take(2)).click();
    const quantity = field(page, lists.cell(1, lists.columns.quantity));
    expect(await quantity.inputValue()).toBe('');
    await button(page, lists.save).click();
    await page.getByText(lists.problemAt(1, lists.cells.quantityMissing)).waitFor();
    for (const row of [2, 1]) await button(page, lists.removeNamed(row)).click();
    // 甲厂,闽1 as Excel saves it in China.
    await files.setInputFiles(
      file('名单.csv', [0xbc, 0xd7, 0xb3, 0xa7, 0x2c, 0xc3, 0xf6, 0x31, 0x0d, 0x0a]),
    );
    await button(page, lists.take(1)).click();
    expect(await field(page, lists.cell(1, lists.columns.name)).inputValue()).toBe('甲厂');
    expect(await field(page, lists.cell(1, lists.columns.documentNumber)).inputValue()).toBe('闽1');
  });

  test('last year’s list is offered, marked, and saved only when somebody does', async () => {
    const page = await openForm('so-business-model-enterprises');
    await page
      .getByRole('button', { name: lists.named(lists.begin, '新增商业模式创新示范企业') })
      .click();
    await button(page, lists.add).click();
    await page.keyboard.type('旧企业');
    await field(page, lists.cell(1, lists.baseline)).check();
    await button(page, lists.add).click();
    await page.keyboard.type('新企业');
    await button(page, lists.save).click();
    await page.getByText(lists.saved('1家')).waitFor();

    await page.goto(`${server().origin}/entry/so-business-model-enterprises?year=2021`);
    await page
      .getByRole('button', { name: lists.named(lists.begin, '新增商业模式创新示范企业') })
      .click();
    await page.getByText(lists.previous(2020, 2)).waitFor();
    await button(page, lists.takePrevious(2020)).click();
    expect(await page.getByText(lists.fromPrevious(2020)).count()).toBe(2);
    expect(await field(page, lists.cell(1, lists.baseline)).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByText(lists.leaveBody).waitFor();
    await button(page, lists.leave).click();
    await page.getByText(lists.none).waitFor();
  });

  test('two people in one list: the later one reads what the first made of it', async () => {
    const page = await openForm('so-design-centers', [/status of 412/]);
    const open = async () =>
      page.getByRole('button', { name: /名单：新增市级以上工业设计中心$/ }).click();
    await open();
    await button(page, lists.add).click();
    await page.keyboard.type('我的');
    const plans = (await (await page.request.get(`${server().origin}/api/plans`)).json()) as {
      items: { id: string }[];
    };
    const url = `${server().origin}/api/plans/${plans.items[0]?.id ?? ''}/years/2020/lists/indicator/so-design-centers`;
    const other = await page.request.put(url, {
      headers: { 'if-match': '"0"' },
      data: { entries: [{ name: '别人的' }] },
    });
    expect(other.status()).toBe(200);
    await button(page, lists.save).click();
    await page.getByText(String(problems.refusals.staleVersion)).waitFor();
    await button(page, lists.reread).click();
    await expect
      .poll(() => field(page, lists.cell(1, lists.columns.name)).inputValue(), SOON)
      .toBe('别人的');
  });
});
