import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button, field } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const { app, incentives, measures, payments, review, readings, tasks } = zhCN;

const server = useServer('demo');
const browser = useBrowser();

async function open(as: string, path: string) {
  const page = await browser.newPage({ storageState: await signedIn(server(), as) });
  await page.goto(server().origin + path);
  return page;
}

const REPORT = '/measures/reports?year=2020&report=m01.steb';
const TITLE = '1. 实施数控和智能制造示范项目';

test('a report on a measure is written, refused for what it lacks, handed in, signed, returned and mended', async () => {
  const words = measures.reports;
  const writing = await open('reporter', REPORT);
  await button(writing, words.begin).click();
  await writing.getByLabel(measures.states.inProgress).check();
  await button(writing, words.submit).click();
  // What is missing is said at once, by the field.
  await writing.getByRole('button', { name: new RegExp(`^${words.done}`) }).waitFor();
  await field(writing, words.done).fill('全年认定示范企业2家，均已公示。');
  await field(writing, words.nextSteps).fill('明年继续组织申报。');
  await button(writing, words.addResult).click();
  await field(writing, words.resultRow(1, words.resultName)).fill('新增示范企业');
  await field(writing, words.resultRow(1, words.resultAmount)).fill('2');
  await field(writing, words.resultRow(1, words.resultUnit)).fill('家');
  await button(writing, words.submit).click();
  await writing.getByText('新增示范企业2家').waitFor();

  const signing = await open('head', REPORT);
  await button(signing, words.sign).click();
  await signing.getByText(words.signed).waitFor();

  const reviewing = await open('reviewer', '/review');
  await reviewing.getByRole('link', { name: measures.waiting.open }).click();
  await reviewing.getByRole('button', { name: new RegExp(TITLE) }).click();
  await button(reviewing, words.return).click();
  await reviewing.getByLabel(review.reasons.evidenceLacking.label).check();
  await button(reviewing, readings.returning.submit).click();
  await reviewing.getByText(words.returned, { exact: true }).waitFor();

  await writing.goto(`${server().origin}/home`);
  await writing.getByText('措施1').first().waitFor();
  await writing.goto(server().origin + REPORT);
  await button(writing, words.submit).click();
  // Straight back to the reviewer who returned it.
  await reviewing.goto(server().origin + REPORT);
  await button(reviewing, words.approve).click();
  await reviewing.getByText(words.approved, { exact: true }).waitFor();

  const leader = await open('leader', '/measures?year=2020');
  await leader.getByText('全年认定示范企业2家，均已公示。').waitFor();
});

test('a sealed report is corrected by another reviewer, and shows what it said before', async () => {
  const { corrections } = review;
  const path = '/measures/reports?year=2018&report=m01.steb';
  const asking = await open('reporter', path);
  await button(asking, corrections.ask).click();
  const form = asking.getByRole('dialog');
  // Nothing new and no reason: both are said.
  await button(form, corrections.submit).click();
  await form.getByRole('button', { name: new RegExp(`^${corrections.reason}`) }).waitFor();
  await field(form, measures.reports.done).fill('全年认定示范企业9家。');
  await field(form, corrections.reason).fill('漏计六家示范企业');
  await button(form, corrections.submit).click();
  await asking.getByText(measures.reports.corrections.open).waitFor();

  const deciding = await open('reviewer', '/review');
  await button(deciding, corrections.approve).click();
  await deciding.getByText(corrections.done.approve).waitFor();

  await asking.goto(server().origin + path);
  await asking.getByText(review.corrected(1)).waitFor();
  await asking.getByText(measures.reports.versions(6)).click();
  await asking
    .getByText(/全年认定示范企业9家。$/)
    .first()
    .waitFor();
  await asking.getByText('封存', { exact: true }).waitFor();
});

test('the finder computes every reading of a rule, asks a shared fact once, and says what is open', async () => {
  const page = await open('leader', '/policy');
  const rule = (id: string) => page.locator(`#rule-${id}`);
  const answer = async (id: string) =>
    rule(id).getByLabel(incentives.page.yes, { exact: true }).check();
  await answer('m11-i1');
  await field(rule('m11-i1'), incentives.page.quantity('台（套）')).fill('11');
  await field(rule('m11-i1'), incentives.page.base('采购发票总价（不含税）')).fill('1100');
  await rule('m11-i1').getByText('165万元', { exact: true }).waitFor();
  await rule('m11-i1').getByText('215万元', { exact: true }).waitFor();
  await rule('m11-i1').getByText('档次临界').waitFor();
  // What one rule asked, another knows.
  await answer('m14-i1');
  await answer('m14-i2');
  const sales = incentives.page.value('网上年销售总额（含分销）', '万元');
  await field(rule('m14-i1'), sales).fill('10000');
  expect(await field(rule('m14-i2'), sales).inputValue()).toBe('10000');
  await page.getByText(incentives.page.applying(1)).waitFor();
});

test('the ledger takes a payment, warns of a cap that is passed, and takes it back', async () => {
  const page = await open('reporter', '/policy/ledger');
  await button(page, payments.enter).click();
  const form = page.getByRole('dialog');
  await field(form, payments.rule).selectOption('m09-i1');
  await field(form, payments.enterprise).fill('示例研究机构');
  await field(form, payments.paidOn).fill('2019-05-05');
  await field(form, payments.amountWan).fill('120');
  await button(form, payments.submit).click();
  await page.getByText('示例研究机构：新型科研机构补助 累计120万元').waitFor();
  await button(page, payments.reverseNamed('示例研究机构', '120万元')).click();
  await field(page.getByRole('dialog'), payments.reason).fill('金额录入有误');
  await button(page.getByRole('dialog'), payments.reverse).click();
  await page.getByText('-120万元', { exact: true }).waitFor();
  const saved = page.waitForEvent('download');
  await button(page, payments.exportXlsx).click();
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('the breakdown is filled in a grid, by keys and by a block from a spreadsheet', async () => {
  const page = await open('reporter', '/measures/tasks?year=2020');
  const cell = (code: string, name: keyof typeof tasks.fields) =>
    field(page, tasks.page.cell(tasks.measureCode(code), tasks.fields[name]));
  await cell('1', 'principalLeader').fill('王主任');
  await cell('1', 'principalLeader').press('ArrowDown');
  expect(await cell('2', 'principalLeader').evaluate((at) => at === document.activeElement)).toBe(
    true,
  );
  await cell('2', 'principalLeader').evaluate((at) => {
    const data = new DataTransfer();
    data.setData('text/plain', '李主任\t赵副主任\n钱主任\t孙副主任\n');
    at.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  expect(await cell('3', 'leaderInCharge').inputValue()).toBe('孙副主任');
  await cell('1', 'dueOn').fill('年底');
  expect(await cell('1', 'dueOn').getAttribute('aria-invalid')).toBe('true');
  await cell('1', 'dueOn').fill('2020-12-20');
  await button(page, tasks.page.save(3)).click();
  await page.getByText(tasks.page.saved, { exact: true }).waitFor();
  expect(await cell('3', 'principalLeader').inputValue()).toBe('钱主任');
  expect(app.nav.measures).toBe('措施');
});
