import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Reading } from '../../shared/readings.ts';
import { button, field } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import {
  openRound,
  passwordOf,
  type Server,
  signedIn,
  startLeavingServer,
  useServer,
} from '../support/server.ts';

const { accounts, app, readings, sheet, statuses } = zhCN;
const { handIn, paste, save } = sheet;

const server = useServer('demo');
const browser = useBrowser();

type Column = keyof typeof sheet.column;

/** A cell of the grid by the code of its row and its column. */
const cell = (page: Page, code: string, column: Column): Locator =>
  field(page, sheet.cell(code, sheet.column[column]));
const rowOf = (page: Page, code: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: code, exact: true }) });
const savedRow = (page: Page, code: string): Locator => rowOf(page, code).getByText(/^已保存/);

/** The sheet of one department in a year that the demo leaves empty; every test has a year of its own. */
async function openSheet(
  year: number,
  {
    as = 'reporter',
    allowed = [],
    language = 'zh-CN',
    at = server(),
  }: {
    as?: string;
    allowed?: readonly RegExp[];
    language?: 'zh-CN' | 'en';
    at?: Pick<Server, 'origin' | 'folder'>;
  } = {},
): Promise<Page> {
  const storageState = await signedIn(at, as, language);
  const page = await browser.newPage({ storageState, allowed });
  await page.goto(`${at.origin}/entry?year=${year}`);
  await page.getByRole('table').waitFor();
  return page;
}

/** What a spreadsheet puts on the clipboard arrives as a paste event, on plain http too. */
async function pasteInto(target: Locator, text: string): Promise<void> {
  await target.evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** The cell that has the focus, as `A1 分子`. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

describe('hands that know a spreadsheet', () => {
  test('Tab goes across, Enter and the arrows down and up, and nothing is typed by a composing key', async () => {
    const page = await openSheet(2020);
    await cell(page, 'A1', 'numerator').click();
    await page.keyboard.type('１８７');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('A1 分母');
    await page.keyboard.type('310 家');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('A1 数据状态');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('A1 分母');
    expect(await cell(page, 'A1', 'value').textContent()).toContain('60.3');

    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('A2 分母');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('A1 分母');
    // A choice is not changed on the way past it.
    await cell(page, 'A1', 'dataStatus').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('A2 数据状态');
    expect(await cell(page, 'A1', 'dataStatus').inputValue()).toBe('estimate');
    await cell(page, 'A1', 'note').focus();
    await page.keyboard.type('第一行');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('第二行');
    expect(await cell(page, 'A1', 'note').inputValue()).toBe('第一行\n第二行');

    await cell(page, 'A2', 'source').focus();
    await page.evaluate(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
      );
    });
    expect(await focused(page)).toBe('A2 来源');
    await savedRow(page, 'A1').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText(save.said(save.allSaved)).waitFor();
  });

  test('Escape gives a cell back, Ctrl+Z everything, step by step, and Ctrl+Y does it again', async () => {
    const page = await openSheet(2020);
    const [value, source] = [cell(page, 'A6', 'value'), cell(page, 'A6', 'source')];
    await value.click();
    await page.keyboard.type('12');
    await page.keyboard.press('Tab');
    await value.click();
    await page.keyboard.press('End');
    await page.keyboard.type('3');
    // A click to set the cursor is no new visit.
    await value.click();
    await page.keyboard.press('End');
    await page.keyboard.type('4');
    expect(await value.inputValue()).toBe('1234');
    await page.keyboard.press('Escape');
    expect(await value.inputValue()).toBe('12');
    await source.fill('企业报表');
    await cell(page, 'A6', 'dataStatus').selectOption('final');
    await page.keyboard.press('Control+z');
    expect(await cell(page, 'A6', 'dataStatus').inputValue()).toBe('estimate');
    await page.keyboard.press('Control+z');
    expect(await source.inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    expect(await value.inputValue()).toBe('');
    expect(await focused(page)).toBe('A6 本年值');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    expect(await value.inputValue()).toBe('12');
    expect(await cell(page, 'A6', 'dataStatus').inputValue()).toBe('final');
    await savedRow(page, 'A6').waitFor();
  });

  test('last year is offered and never taken by itself; Ctrl+D takes the row above', async () => {
    const page = await openSheet(2020);
    const numerator = cell(page, 'A5', 'numerator');
    await numerator.focus();
    expect(await numerator.inputValue()).toBe('');
    const ghost = rowOf(page, 'A5').getByRole('button', { name: sheet.ghost('1,155') });
    await ghost.waitFor();
    await page.keyboard.press('Alt+l');
    expect(await numerator.inputValue()).toBe('1155');
    await rowOf(page, 'A5').getByText(sheet.taken, { exact: true }).waitFor();
    await cell(page, 'A8', 'source').fill('认定文件');
    await cell(page, 'A9', 'source').focus();
    await page.keyboard.press('Control+d');
    expect(await cell(page, 'A9', 'source').inputValue()).toBe('认定文件');
  });
});

describe('a block from a spreadsheet', () => {
  test('is shown before it is pasted, keeps what it cannot read, and goes back in one step', async () => {
    const page = await openSheet(2020);
    const at = cell(page, 'A13', 'value');
    await at.focus();
    await pasteInto(at, '1\t年报\t"认定\n文件"\r\n约3个\t快报\t台账\r\n');
    const bar = page.getByRole('alertdialog', { name: paste.title });
    await bar.getByText(paste.join([paste.plan(2, 3), paste.unreadable(1)])).waitFor();
    await bar.getByText(paste.cell('A14 本年值', '约3个')).waitFor();
    expect(await at.inputValue()).toBe('');
    // Each cell says what would stand in it; what was there stays in its box until then.
    const { estimate, final } = statuses.dataStatuses;
    await rowOf(page, 'A13').getByText(paste.coming('', '1'), { exact: true }).waitFor();
    await rowOf(page, 'A13').getByText(paste.coming(estimate, final), { exact: true }).waitFor();
    await rowOf(page, 'A14').getByText(paste.coming('', '约3个'), { exact: true }).waitFor();
    await button(bar, paste.cancel).click();
    expect(await page.getByText(paste.coming('', '1'), { exact: true }).count()).toBe(0);
    expect(await focused(page)).toBe('A13 本年值');
    expect(await at.inputValue()).toBe('');

    await pasteInto(at, '1\t年报\t"认定\n文件"\r\n约3个\t快报\t台账\r\n');
    // The button has the focus: Enter is enough.
    await page.keyboard.press('Enter');
    expect(await at.inputValue()).toBe('1');
    expect(await cell(page, 'A13', 'source').inputValue()).toBe('认定 文件');
    expect(await cell(page, 'A14', 'value').inputValue()).toBe('约3个');
    expect(await cell(page, 'A14', 'value').getAttribute('aria-invalid')).toBe('true');
    await page.getByText(readings.numbers.notANumber).waitFor();
    await savedRow(page, 'A13').waitFor();

    await page.keyboard.press('Control+z');
    expect(await at.inputValue()).toBe('');
    expect(await cell(page, 'A14', 'source').inputValue()).toBe('');
    await page.keyboard.press('Control+y');
    expect(await cell(page, 'A14', 'dataStatus').inputValue()).toBe('preliminary');
  });

  test('passes over what cannot be filled in', async () => {
    const page = await openSheet(2020);
    const at = cell(page, 'A10', 'dataStatus');
    await at.focus();
    await pasteInto(at, '大概\n年报\n');
    const bar = page.getByRole('alertdialog', { name: paste.title });
    await bar.getByText(paste.cell('A10 数据状态', '大概')).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => bar.count()).toBe(0);
    expect(await at.inputValue()).toBe('estimate');
  });
});

describe('nothing that was typed is lost', () => {
  test('not by a server that is gone and comes back', async () => {
    const own = await startLeavingServer(server());
    const page = await openSheet(2020, { at: own, allowed: [/ERR_CONNECTION_REFUSED/] });
    await cell(page, 'A1', 'numerator').fill('200');
    await savedRow(page, 'A1').waitFor();
    await own.leave();
    await cell(page, 'A1', 'denominator').fill('320');
    await cell(page, 'A2', 'numerator').fill('160');
    await cell(page, 'A2', 'note').focus();
    await page.getByText(save.offlineRows(2)).waitFor();
    await rowOf(page, 'A2').getByText(save.offline).waitFor();
    await own.comeBack();
    // It tries again by itself; a further save does so at once.
    await page.keyboard.press('Control+s');
    await savedRow(page, 'A2').waitFor();
    await savedRow(page, 'A1').waitFor();
    expect(await cell(page, 'A1', 'denominator').inputValue()).toBe('320');
    await page.reload();
    await cell(page, 'A2', 'numerator').waitFor();
    expect(await cell(page, 'A2', 'numerator').inputValue()).toBe('160');
  });

  test('not by closing the page in the middle', async () => {
    const own = await startLeavingServer(server());
    const page = await openSheet(2020, { at: own, allowed: [/ERR_CONNECTION_REFUSED/] });
    await own.leave();
    await cell(page, 'B1', 'value').fill('３');
    await cell(page, 'B1', 'note').fill('待核');
    await cell(page, 'B1', 'source').focus();
    await page.getByText(save.offlineRows(1)).waitFor();
    const again = await page.context().newPage();
    await page.close();
    await own.comeBack();
    await again.goto(`${own.origin}/entry?year=2020`);
    await cell(again, 'B1', 'value').waitFor();
    await expect.poll(() => cell(again, 'B1', 'value').inputValue()).toBe('３');
    expect(await cell(again, 'B1', 'note').inputValue()).toBe('待核');
    await again.getByText(/^已恢复这台电脑上未保存的内容：B1/).waitFor();
    await savedRow(again, 'B1').waitFor();
  });

  test('not by a session that ends in the middle', async () => {
    const page = await openSheet(2020, { allowed: [/status of 401/] });
    await cell(page, 'A11', 'source').fill('台账');
    await savedRow(page, 'A11').waitFor();
    await page.request.delete(`${server().origin}/api/session`);
    await cell(page, 'A11', 'note').fill('年底核实');
    await cell(page, 'A11', 'source').focus();
    const dialog = page.getByRole('alertdialog', { name: app.signInAgain.title });
    await field(dialog, accounts.password).fill(passwordOf(server(), 'reporter'));
    await button(dialog, accounts.signIn).click();
    await dialog.waitFor({ state: 'detached' });
    await savedRow(page, 'A11').waitFor();
    expect(await cell(page, 'A11', 'note').inputValue()).toBe('年底核实');
  });

  test('not by somebody else in the same cell: both are shown and one is chosen', async () => {
    const page = await openSheet(2020, { allowed: [/status of 412/] });
    await cell(page, 'B2', 'source').fill('竣工验收表');
    await savedRow(page, 'B2').waitFor();
    await changeElsewhere('so-park-2-5', { source: '会议纪要', note: '同事补充' });
    await cell(page, 'B2', 'source').fill('验收文件');
    await cell(page, 'B2', 'note').focus();
    const theirs = page.getByRole('radio', { name: readings.clash.theirs });
    await page.getByText('会议纪要').waitFor();
    await rowOf(page, 'B2').getByText(sheet.check.choose).waitFor();
    // What only the other one changed has come in without a question.
    expect(await cell(page, 'B2', 'note').inputValue()).toBe('同事补充');
    await theirs.check();
    await button(page, readings.clash.take).click();
    await savedRow(page, 'B2').waitFor();
    expect(await cell(page, 'B2', 'source').inputValue()).toBe('会议纪要');
  });
});

/** A colleague changes the reading of 2020 from another machine. */
async function changeElsewhere(indicatorId: string, data: object): Promise<void> {
  const { origin } = server();
  const colleague = await browser.newPage({ storageState: await signedIn(server(), 'reporter') });
  const list = `${origin}/api/readings?indicatorId=${indicatorId}&year=2020`;
  const { items } = (await (await colleague.request.get(list)).json()) as { items: Reading[] };
  const [reading] = items;
  const answer = await colleague.request.patch(`${origin}/api/readings/${reading?.id}`, {
    headers: { origin, 'if-match': `"${reading?.version}"` },
    data,
  });
  expect(answer.status()).toBe(200);
}

test('a part that two indicators share is asked once and kept in both', async () => {
  const database = new Database(join(server().folder, 'biaochi.sqlite'));
  database
    .prepare('update indicators set denominator_id = ? where id = ?')
    .run('aboveScaleManufacturerCount', 'im-cnc-rate');
  database.close();
  const page = await openSheet(2021);
  await cell(page, 'A1', 'denominator').fill('３００');
  await rowOf(page, 'A5').getByText(sheet.same('A1')).waitFor();
  expect(await cell(page, 'A5', 'denominator').count()).toBe(0);
  await cell(page, 'A5', 'numerator').fill('150');
  await expect.poll(() => cell(page, 'A5', 'value').textContent()).toContain('50.0');
  await savedRow(page, 'A1').waitFor();
  await savedRow(page, 'A5').waitFor();
  // A change in one is a change in the other, without a word of conflict (the page fails at a 412).
  await cell(page, 'A1', 'denominator').fill('200');
  await cell(page, 'A1', 'source').focus();
  await expect.poll(() => cell(page, 'A5', 'value').textContent()).toContain('75.0');
  await savedRow(page, 'A1').waitFor();
  await page.waitForTimeout(500);
  await cell(page, 'A5', 'source').fill('年报');
  await cell(page, 'A5', 'note').focus();
  await savedRow(page, 'A5').waitFor();
  await page.reload();
  await cell(page, 'A5', 'numerator').waitFor();
  expect(await cell(page, 'A5', 'value').textContent()).toContain('75.0');
});

test('handing in says what is lacking, leads there, and tells what became of each row', async () => {
  const page = await openSheet(2022);
  await cell(page, 'A6', 'value').fill('4');
  await cell(page, 'A6', 'source').fill('认定文件');
  await cell(page, 'A8', 'value').fill('二');
  await cell(page, 'A9', 'dataStatus').selectOption('unavailable');
  await field(page, sheet.cell('A9', sheet.absenceReason)).fill('企业报表未到，三月补报');
  await cell(page, 'A9', 'source').focus();
  await savedRow(page, 'A9').waitFor();
  await button(page, handIn.button).click();
  const region = page.getByRole('region', { name: handIn.title });
  await region.getByText(handIn.summary(2)).waitFor();
  await region.getByText(handIn.ready(2)).waitFor();
  await region.getByRole('button', { name: /^A8 .*请只填数字/ }).click();
  expect(await focused(page)).toBe('A8 本年值');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('16');
  await cell(page, 'A8', 'source').fill('认定文件');
  await cell(page, 'A8', 'note').focus();
  await savedRow(page, 'A8').waitFor();

  await button(page, handIn.button).click();
  await region.getByRole('checkbox', { name: /^A9 / }).uncheck();
  await button(region, handIn.send(2)).click();
  await region.getByText(handIn.said(2, 0)).waitFor();
  await region.getByText(handIn.done('A6')).waitFor();
  await button(region, handIn.close).click();
  // What was handed in is closed, in words and for every hand.
  expect(await cell(page, 'A6', 'value').count()).toBe(0);
  await rowOf(page, 'A6').getByText(statuses.readingStatuses.submitted).first().waitFor();
  expect(await field(page, sheet.cell('A9', sheet.absenceReason)).inputValue()).toContain('三月');
  await page.getByRole('link', { name: 'A6', exact: true }).focus();
  await page.getByRole('heading', { name: readings.timeline.title }).waitFor();

  const head = await openSheet(2022, { as: 'head' });
  await rowOf(head, 'A6').getByText('认定文件').waitFor();
  expect(await cell(head, 'A7', 'source').count()).toBe(0);
  await button(head, sheet.signAll.button(2)).click();
  await head.getByText(sheet.signAll.said(2, 0)).waitFor();
  await rowOf(head, 'A8').getByText(statuses.readingStatuses.signed).first().waitFor();
});

test('what the checks find stands below the row, and in a round waits for its reason', async () => {
  await openRound(server(), 2024);
  const page = await openSheet(2024);
  await cell(page, 'A3', 'value').fill('12');
  const found = page.getByText('本年值（12）高于上限（10）');
  // Nothing is said while somebody types.
  expect(await found.count()).toBe(0);
  await cell(page, 'A3', 'source').fill('认定文件');
  await found.waitFor();
  await cell(page, 'A3', 'note').fill('核实无误');
  await cell(page, 'A4', 'source').focus();
  await savedRow(page, 'A3').waitFor();
  await button(page, handIn.button).click();
  const region = page.getByRole('region', { name: handIn.title });
  await region.getByRole('button', { name: /^A3 .*请写明具体原因（超出取值范围/ }).click();
  expect(await focused(page)).toBe('A3 情况说明');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('市里一次认定八项，文件见佐证');
  await cell(page, 'A4', 'source').focus();
  await savedRow(page, 'A3').waitFor();
  await button(page, handIn.button).click();
  await button(region, handIn.send(1)).click();
  await region.getByText(handIn.done('A3')).waitFor();
});

test('files are dropped beside the grid, and the row knows how many there are', async () => {
  const page = await openSheet(2020);
  const opener = (told: string) =>
    button(page, sheet.cell('B3', `${sheet.column.evidence} ${told}`));
  await opener(sheet.noEvidence).click();
  const panel = page.locator('#sheet-evidence');
  const pdf =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: '认定文件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
  await panel.getByRole('link', { name: '认定文件.pdf' }).waitFor();
  await opener(sheet.evidence(1)).waitFor();
});

test('a milestone is told beside the grid, and the same in English', async () => {
  const page = await openSheet(2023, { language: 'en' });
  const words = en.sheet;
  await page.getByRole('button', { name: words.cell('A7', words.conditionsOf) }).click();
  const document = page.getByLabel(en.readings.form.document).first();
  await document.fill('泉开管〔2023〕1号');
  await field(page, words.cell('A7', words.column.source)).fill('Recognition document');
  await field(page, words.cell('A7', words.column.note)).focus();
  await rowOf(page, 'A7')
    .getByText(/^Saved/)
    .waitFor();
  await button(page, words.handIn.button).click();
  await page.getByText(words.handIn.ready(1)).waitFor();
});
