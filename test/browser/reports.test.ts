import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { AnnualReport } from '../../shared/reports.ts';
import { button } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { all, officeParts, xml } from '../support/office.ts';
import { signedIn, useServer } from '../support/server.ts';

const { reports } = zhCN;
/** Sealed in the demo, and not issued. */
const REPORT = '/api/plans/qetdz-2016/years/2017/reports/zone';
const MINE = '企业设备更新推迟。';
const THEIRS = '设计人才不足。';

const server = useServer('demo');
const browser = useBrowser();

const as = async (who: string): Promise<Page> =>
  browser.newPage({ storageState: await signedIn(server(), who), allowed: [/status of 412/] });

/** What another reviewer writes meanwhile. */
async function write(who: string, body: object): Promise<void> {
  const { cookies } = await signedIn(server(), who);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const report = await fetch(server().origin + REPORT, { headers: { cookie } });
  const { version } = (await report.json()) as AnnualReport;
  const answer = await fetch(server().origin + REPORT, {
    method: 'PATCH',
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function saved(page: Page, press: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await button(page, press).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function documentOf(bytes: Buffer): Promise<string> {
  const parts = await officeParts(bytes);
  return all(xml(parts.get('word/document.xml')?.toString() ?? ''), 'w:t')
    .map(({ text }) => text)
    .join('');
}

test('a report is written by two, compared, looked at, issued, and read by a leader', async () => {
  const page = await as('reviewer');
  await page.goto(`${server().origin}/reports/2017/zone`);
  const paper = page.getByRole('region', { name: reports.paper.label });
  await paper.getByText('一、目标任务完成情况').last().waitFor();
  await page.getByText(reports.check.names.measureNotReported).waitFor();

  // Typed, saved by itself, and on the paper.
  const box = page.getByLabel(reports.editor.sections.problems);
  await box.fill(MINE);
  await paper.getByText(MINE).waitFor();
  await page.getByText(new RegExp(`^${reports.editor.saved('')}`)).waitFor();

  // Two at once: nothing is lost, and one of them chooses.
  await write('reviewer-second', { problems: THEIRS });
  await box.fill(`${MINE}资金拨付偏慢。`);
  const clash = page.getByRole('alert');
  await clash.getByText(THEIRS).waitFor();
  expect(await box.inputValue()).toContain(MINE);
  await clash.getByRole('button', { name: reports.editor.keepMine }).click();
  await paper.getByText('资金拨付偏慢。').waitFor();

  // What changed since the last draft, of the other.
  const changes = page.locator('dl');
  await changes.locator('del', { hasText: THEIRS }).waitFor();
  await changes.locator('ins', { hasText: '资金拨付偏慢。' }).waitFor();

  await page.getByLabel(reports.comments.text).fill('请核对资金数。');
  await button(page, reports.comments.add).click();
  await button(page, reports.comments.settle).click();
  await page.getByText(/^已由.*办结$/).waitFor();

  // Two boxes one after another, and the file at once: it has what was typed in both.
  await page.getByLabel(reports.editor.sections.opening).fill('一年来抓项目、促兑现。');
  await page.getByLabel(reports.editor.sections.nextSteps).fill('逐户走访。');
  await page.getByLabel(reports.editor.sections.contact).fill('联系人：张三');
  const draft = await saved(page, reports.one.download);
  for (const typed of ['抓项目、促兑现。', '逐户走访。', '联系人：张三']) {
    expect(await documentOf(draft.bytes)).toContain(typed);
  }
  expect(draft.name).toMatch(/（草稿）\.docx$/);
  expect(await documentOf(draft.bytes)).toContain('资金拨付偏慢。');

  // The English one, whatever the language of the page.
  await page.getByLabel(reports.one.language).selectOption('en');
  await paper.getByText('1. Targets').first().waitFor();
  const english = await saved(page, reports.one.download);
  expect(english.name).toMatch(/^Progress Report 2017 .*\.docx$/);
  expect(await documentOf(english.bytes)).toContain('At the end of 2017, it stood at');
  await page.getByLabel(reports.one.language).selectOption('zh-CN');
  await paper.getByText('一、目标任务完成情况').last().waitFor();

  await button(page, reports.one.issue).click();
  await button(page, reports.one.confirm).click();
  await page
    .getByText(/文字不能再改。$/)
    .first()
    .waitFor();
  await paper.getByText('草稿').first().waitFor({ state: 'detached' });
  expect(await box.count()).toBe(0);

  const leader = await as('leader');
  await leader.goto(`${server().origin}/reports`);
  const row = leader.getByRole('row', { name: /2017/ });
  await row.waitFor();
  const coming = leader.waitForEvent('download');
  await row.getByRole('button', { name: reports.docx }).click();
  const issued = readFileSync(await (await coming).path());
  const text = await documentOf(issued);
  expect(text).toContain('资金拨付偏慢。');
  expect(text).toMatch(/SHA-256）：[0-9a-f]{64}/);

  // The same pages, printed: A4, and text that can be selected.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 594\.9\d* 841\.9\d*\]/);
  expect(pdf.toString('latin1')).toContain('/ToUnicode');
});
