import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Reading } from '../../shared/readings.ts';
import { button, field } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import {
  passwordOf,
  type Server,
  signedIn,
  startLeavingServer,
  useServer,
} from '../support/server.ts';

const { accounts, app, evidence, problems, readings, sheet, statuses } = zhCN;
const { form, numbers, save } = readings;

const server = useServer('demo');
const browser = useBrowser();

/** The form of one indicator in 2020, which the demo leaves empty. */
async function openForm(
  indicatorId: string,
  allowed: readonly RegExp[] = [],
  at: Pick<Server, 'origin' | 'folder'> = server(),
): Promise<Page> {
  const storageState = await signedIn(at, 'reporter');
  const page = await browser.newPage({ storageState, allowed });
  await page.goto(`${at.origin}/entry/${indicatorId}?year=2020`);
  await button(page, form.submit).waitFor();
  return page;
}

const numerator = (page: Page) => page.getByLabel(form.numerator(''));
const denominator = (page: Page) => page.getByLabel(form.denominator(''));
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^已保存/ });

test('numbers are taken as people type them, and what is none is told where it stands', async () => {
  const page = await openForm('im-automated-enterprise-share');
  await numerator(page).fill('１８７');
  await page.getByText(readings.understood('187'), { exact: true }).waitFor();
  await denominator(page).fill('1,300 家');
  await page.getByText(readings.understood('1,300'), { exact: true }).waitFor();
  await page.getByText('187 ÷ 1,300 = 14.4%').waitFor();

  await denominator(page).fill('300%');
  // Nothing is said while somebody types.
  expect(await page.getByText(numbers.otherUnit).count()).toBe(0);
  await field(page, form.source).focus();
  await page.getByText(numbers.otherUnit).waitFor();
  await denominator(page).fill('12,34');
  await field(page, form.source).focus();
  await page.getByText(numbers.grouping).waitFor();
  expect(await denominator(page).inputValue()).toBe('12,34');

  await denominator(page).fill('150');
  await button(page, form.submit).click();
  const summary = page.getByRole('alert');
  // With them the reason that the round asks for.
  await summary.getByText(app.errors.summary(3)).waitFor();
  const above = '分子（187）大于分母（150），请核对。';
  await summary.getByRole('button', { name: above }).click();
  expect(await numerator(page).evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await page.getByText(above).count()).toBe(2);
  await page.getByText(save.blocked).waitFor();
});

test('a figure is kept while its absence is said, and is back when it is not', async () => {
  const page = await openForm('ms-demo-projects');
  await field(page, form.count).fill('１２');
  await page.getByLabel(statuses.absences.unavailable).check();
  await button(page, form.submit).click();
  await page.getByRole('alert').getByText(form.absenceReason).waitFor();
  await field(page, form.absenceReason).fill('企业报表未到，预计三月补报');
  await saved(page).waitFor();
  await page.getByRole('radio', { name: `${form.present} ${form.presentHint}` }).check();
  expect(await field(page, form.count).inputValue()).toBe('１２');
});

test('leaving saves first, and asks only where that fails', async () => {
  const page = await openForm('so-public-service-platforms');
  const { leave } = readings;
  await field(page, form.count).fill('２');
  await page.getByRole('link', { name: form.back }).click();
  await page.getByRole('link', { name: 'B1', exact: true }).click();
  expect(await field(page, form.count).inputValue()).toBe('2');
  await page.goBack();
  await page.goForward();
  await expect.poll(() => field(page, form.count).inputValue()).toBe('2');

  await field(page, form.count).fill('二');
  await page.getByRole('link', { name: form.back }).click();
  await button(page, leave.stay).click();
  expect(await field(page, form.count).inputValue()).toBe('二');
  await page.getByRole('link', { name: form.back }).click();
  await button(page, leave.leave).click();
  // The sheet goes on with what lies on this machine.
  const inSheet = field(page, sheet.cell('B1', sheet.column.value));
  await expect.poll(() => inSheet.inputValue()).toBe('二');
});

test('a session that ends while somebody types takes nothing with it', async () => {
  const page = await openForm('im-cnc-rate', [/status of 401/]);
  await numerator(page).fill('1,800');
  await saved(page).waitFor();
  await page.request.delete(`${server().origin}/api/session`);
  await denominator(page).fill('２２００');
  await page.getByLabel(form.note).fill('年底新购设备已计入');
  const dialog = page.getByRole('alertdialog', { name: app.signInAgain.title });
  await dialog.waitFor();
  await field(dialog, accounts.password).fill(passwordOf(server(), 'reporter'));
  await button(dialog, accounts.signIn).click();
  await dialog.waitFor({ state: 'detached' });
  await saved(page).waitFor();
  expect(await numerator(page).inputValue()).toBe('1,800');
  expect(await denominator(page).inputValue()).toBe('２２００');
  await page.reload();
  await expect.poll(() => denominator(page).inputValue()).toBe('2200');
  expect(await page.getByLabel(form.note).inputValue()).toBe('年底新购设备已计入');
});

test('two people at the same figure see both, and one is chosen', async () => {
  const page = await openForm('ms-demo-enterprises', [/status of 412/]);
  await field(page, form.count).fill('12');
  await saved(page).waitFor();
  await changeElsewhere('ms-demo-enterprises', { value: 14, source: '认定文件' });

  await field(page, form.count).fill('13');
  await page.getByText(save.clash).waitFor();
  await button(page, save.choose).click();
  const mine = page.getByRole('radio', { name: readings.clash.mine });
  const theirs = page.getByRole('radio', { name: readings.clash.theirs });
  await page.getByText('14', { exact: true }).waitFor();
  expect(await mine.isChecked()).toBe(true);
  // What only the other one changed has come in without a question.
  expect(await field(page, form.source).inputValue()).toBe('认定文件');
  await theirs.check();
  await button(page, readings.clash.take).click();
  await saved(page).waitFor();
  expect(await field(page, form.count).inputValue()).toBe('14');
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

test('a part whose code does not come says so, and the form around it goes on', async () => {
  const page = await browser.newPage({
    storageState: await signedIn(server(), 'reporter'),
    allowed: [/ERR_FAILED/],
  });
  await page.route(/\/EvidencePanel/, (route) => route.abort());
  await page.goto(`${server().origin}/entry/im-smart-workshops?year=2020`);
  await page.getByText(app.errors.partFailed).waitFor();
  await field(page, form.source).fill('认定文件第三号');
  await saved(page).waitFor();
  await page.unroute(/\/EvidencePanel/);
  await button(page, app.errors.reload).click();
  const files = page.getByRole('region', { name: evidence.title });
  await files.locator('input[type=file]').waitFor({ state: 'attached' });
  expect(await field(page, form.source).inputValue()).toBe('认定文件第三号');
});

test('what a broken line kept back is offered again on the same machine', async () => {
  const own = await startLeavingServer(server());
  const page = await openForm('im-smart-workshops', [/ERR_CONNECTION_REFUSED/], own);
  await own.leave();
  await field(page, form.count).fill('５');
  await page.getByText(save.kept).waitFor();
  // Closed before the line is mended: somebody gave up for the day.
  const again = await page.context().newPage();
  await page.close();
  await own.comeBack();
  await again.goto(`${own.origin}/entry/im-smart-workshops?year=2020`);
  await button(again, readings.draft.restore).click();
  expect(await field(again, form.count).inputValue()).toBe('５');
  await saved(again).waitFor();
});

test('a return goes by keys and comes back with its reason', async () => {
  const page = await openForm('so-design-centers');
  await field(page, form.count).fill('2');
  await field(page, form.source).fill('认定文件');
  await page.getByLabel(form.note).fill('新增一家，与认定文件核对无误。');
  await button(page, form.submit).click();
  await page.getByRole('heading', { name: statuses.readingStatuses.submitted }).waitFor();

  const storageState = await signedIn(server(), 'reviewer');
  const desk = await browser.newPage({ storageState });
  await desk.goto(`${server().origin}/review`);
  const item = desk.getByRole('article', { name: /B3.*2020/ });
  await item.waitFor();
  const waiting = await desk.getByRole('article').count();
  for (let i = 0; i < waiting; i += 1) await desk.keyboard.press('j');
  await expect.poll(() => item.getAttribute('data-current')).toBe('true');
  await desk.keyboard.press('r');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel(zhCN.review.reasons.evidenceLacking.label).check();
  await dialog.getByLabel(zhCN.review.returning.text).fill('ra');
  await button(dialog, readings.returning.submit).click();
  await desk.getByText(form.taken('B3', readings.steps.done.return)).waitFor();
  await expect.poll(() => desk.getByRole('article').count()).toBe(waiting - 1);
  // The next one has the focus, so that the keys go on.
  await expect
    .poll(() => desk.evaluate(() => document.activeElement?.hasAttribute('data-item')))
    .toBe(true);

  await page.goto(`${server().origin}/entry?year=2020`);
  await page
    .getByText(zhCN.review.reason(zhCN.review.reasons.evidenceLacking.label, 'ra'))
    .waitFor();
  await page.getByRole('link', { name: 'B3', exact: true }).click();
  await button(page, form.submit).waitFor();
});

test('one who may not enter reads the sentence, not a form', async () => {
  const storageState = await signedIn(server(), 'leader');
  const page = await browser.newPage({ storageState });
  await page.goto(`${server().origin}/entry/im-cnc-rate?year=2019`);
  await page.getByRole('heading', { name: statuses.readingStatuses.approved }).waitFor();
  expect(await button(page, form.submit).count()).toBe(0);
  await page.goto(`${server().origin}/review`);
  await page.getByRole('heading', { name: app.errors.forbiddenTitle }).first().waitFor();
  expect(await page.getByText(String(problems.refusals.internal)).count()).toBe(0);
});

test('what the checks find is told when a field is left, and a round asks for a reason', async () => {
  const { checks } = zhCN;
  const page = await openForm('im-robot-density');
  await numerator(page).fill('160');
  await denominator(page).fill('12000');
  // Nothing is said while somebody types.
  expect(await page.getByText(checks.reminders, { exact: true }).count()).toBe(0);
  await field(page, form.source).fill('统计年报');
  await page.getByText('分母（12,000）比上年（25,200）下降52.4%，超过20%').waitFor();
  await saved(page).waitFor();

  await button(page, form.submit).click();
  const summary = page.getByRole('alert');
  await summary.getByRole('button', { name: '请写明具体原因（同比变动幅度' }).click();
  await page.keyboard.type('两家企业搬迁出区，分母相应减少');
  await button(page, form.submit).click();
  await page.getByText(form.submitted('A2')).waitFor();
});
