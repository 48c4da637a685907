import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { type Messages, zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Role } from '../../shared/permissions.ts';
import { button, field, goTo, row, signOut, typeSignIn } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { useServer } from '../support/server.ts';

const { accounts, app, dashboard, readings, statuses } = zhCN;
const ROBOTS = /机器人密度/;

const server = useServer('empty');
const browser = useBrowser();

test('from the set-up link to a changed board, by hand and in both languages', async () => {
  const page = await browser.newPage();
  await setUp(page);
  const oneTime = await makeAccounts(page);
  await configure(page);
  await signOut(page);

  await firstSignIn(page, 'reporter', oneTime.reporter);
  await expectBefore(page);
  await enterReading(page);
  await signOut(page);

  await firstSignIn(page, 'reviewer', oneTime.reviewer);
  await approve(page);
  await expectAfter(page);
}, 120_000);

/** The link that the server prints, the simple profile, the first administrator. */
async function setUp(page: Page): Promise<void> {
  await expect.poll(server().printed).toMatch(/\/set-up#token=\S+/);
  const [link = ''] = /http:\S+\/set-up#token=\S+/.exec(server().printed()) ?? [];
  await page.goto(link);
  await page.getByLabel(accounts.setUp.profiles.simple.label).check();
  await field(page, accounts.username).fill('administrator');
  await field(page, accounts.name).fill('林志明');
  await field(page, accounts.password).fill('Zhongxin-2016!');
  await button(page, accounts.setUp.finish).click();
  await page.getByRole('heading', { name: accounts.setUp.done }).waitFor();
  await page.getByRole('link', { name: accounts.setUp.goSignIn }).click();
  await typeSignIn(page, 'administrator', 'Zhongxin-2016!');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The departments of the plan are there; a reporter and a reviewer get their accounts. */
async function makeAccounts(page: Page): Promise<{ reporter: string; reviewer: string }> {
  await goTo(page, 'departments');
  await row(page, '科技经济发展局').waitFor();
  await goTo(page, 'users');
  return {
    reporter: await makeAccount(page, 'reporter', '陈小燕', 'reporter', 'steb'),
    reviewer: await makeAccount(page, 'reviewer', '王建国', 'reviewer'),
  };
}

/** @returns the one-time password that the page shows once */
async function makeAccount(
  page: Page,
  username: string,
  name: string,
  role: Role,
  departmentId = '',
): Promise<string> {
  await button(page, accounts.users.add).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, accounts.username).fill(username);
  await field(dialog, accounts.name).fill(name);
  await dialog.getByLabel(statuses.roles[role]).check();
  await field(dialog, accounts.users.department).selectOption(departmentId);
  await button(dialog, accounts.users.create).click();
  const secret = await field(page, accounts.users.oneTimeLabel).inputValue();
  await button(page, accounts.users.handed).click();
  await row(page, name).waitFor();
  return secret;
}

/** With the one-time password one gets as far as changing it, and no further. */
async function firstSignIn(page: Page, username: string, oneTime: string): Promise<void> {
  const { own } = accounts;
  await typeSignIn(page, username, oneTime);
  await page.getByText(own.mustChange).waitFor();
  await page.goto(server().origin);
  await page.getByText(own.mustChange).waitFor();
  await field(page, own.current).fill(oneTime);
  await field(page, own.next).fill(OWN[username] ?? '');
  await button(page, own.change).click();
  await page.waitForURL(`${server().origin}/home`);
}

/** What each account's owner chooses in place of the one-time password. */
const OWN: Readonly<Record<string, string>> = {
  reporter: 'Yizhuang/2018',
  reviewer: 'Houban/2019+',
};

/** The lead department and the baseline, which the document leaves open, on the settings page. */
async function configure(page: Page): Promise<void> {
  const words = zhCN.plans.settings;
  const part = (title: string) => page.getByRole('region', { name: title, exact: true });
  await goTo(page, 'overview');
  await row(page, ROBOTS).getByRole('link').click();
  await page.getByRole('link', { name: dashboard.indicator.settings, exact: true }).click();

  const departments = part(words.departmentsTitle);
  const lead = words.dutyOf('科技经济发展局', words.duties.lead);
  await departments.getByRole('radio', { name: lead }).check();
  await button(departments, words.saveDepartments).click();
  await departments.getByText(words.leads('科技经济发展局')).first().waitFor();

  const baseline = part(words.baselineTitle);
  await field(baseline, words.year).fill('2015');
  await field(baseline, words.baselineValue).fill('２０ 台/万人');
  await field(baseline, words.basis).fill('2015年统计年报');
  await button(baseline, words.saveBaseline).click();
  await baseline.locator('tbody').getByText('2015年统计年报').waitFor();
}

/** Nothing has been reported yet: the board says what to do, and the row has a target only. */
async function expectBefore(page: Page): Promise<void> {
  await goTo(page, 'overview');
  await page.getByRole('heading', { name: dashboard.firstDay.title }).waitFor();
  await row(page, ROBOTS).getByRole('link').click();
  await field(page, app.yearLabel).selectOption('2018');
  await statusOf(page, statuses.names.noData).waitFor();
}

/** The status beside the finding of an indicator's page. */
function statusOf(page: Page, status: string): Locator {
  return page
    .locator('header')
    .filter({ has: page.locator('h1') })
    .getByText(status, { exact: true });
}

/** Typed as people type: full width, with separators; the page says how it reads them. */
async function enterReading(page: Page): Promise<void> {
  const { form } = readings;
  await goTo(page, 'entry');
  await field(page, app.yearLabel).selectOption('2018');
  await page.getByRole('link', { name: 'A2', exact: true }).click();
  await page.getByLabel(form.numerator('')).fill('１４５');
  await page.getByLabel(form.denominator('')).fill('25,000');
  await page.getByText(readings.understood('145')).waitFor();
  await page.getByText(readings.understood('25,000')).waitFor();
  await expect.poll(() => field(page, form.rate).textContent()).toContain('58.0');
  await page.getByLabel(statuses.dataStatuses.final).check();
  await field(page, form.source).fill('2018年统计年报');
  await button(page, form.submit).click();
  await page.getByRole('heading', { name: statuses.readingStatuses.submitted }).waitFor();
}

async function approve(page: Page): Promise<void> {
  await goTo(page, 'review');
  const item = page.getByRole('article', { name: /A2.*2018/ });
  await item.getByText('58.0').first().waitFor();
  await button(item, readings.steps.approve).click();
  await page.getByText(readings.review.emptyTitle).waitFor();
}

/** The same facts on the overview and on the indicator's page, in Chinese and then in English. */
async function expectAfter(page: Page): Promise<void> {
  await goTo(page, 'overview');
  await expectRow(page, ROBOTS, statuses.names.behind);
  await row(page, ROBOTS).getByRole('link').click();
  await expectIndicator(page, zhCN);
  await button(page, app.language.switchToLabel).click();
  await page.getByRole('heading', { name: en.dashboard.indicator.why }).waitFor();
  await expectIndicator(page, en);
  await page.getByRole('link', { name: en.app.nav.overview, exact: true }).click();
  await expectRow(page, /robot density/i, en.statuses.names.behind);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
}

/** The row has the status, the value and a bar; the one above, never reported, has none of them. */
async function expectRow(page: Page, heading: RegExp, status: string): Promise<void> {
  const robots = row(page, heading);
  await robots.getByText(status, { exact: true }).waitFor();
  expect(await robots.innerText()).toContain('58.0');
  const bar = 'svg rect[fill="var(--chart-actual)"]';
  expect(await robots.locator(bar).count()).toBe(1);
  const above = page.getByRole('row').filter({ hasText: /\sA1\s/ });
  expect(await above.locator(bar).count()).toBe(0);
}

async function expectIndicator(page: Page, words: Messages): Promise<void> {
  await statusOf(page, words.statuses.names.behind).waitFor();
  // (58 − 20) ÷ (100 − 20) against the 3/5 of the way that 2018 is.
  const why = page.locator('section').filter({
    has: page.getByRole('heading', { name: words.dashboard.indicator.why }),
  });
  const said = await why.innerText();
  for (const figure of ['145', '25,000', '58.0', '47.5%', '60.0%', '79.2%']) {
    expect(said).toContain(figure);
  }
  const chart = page.getByRole('application');
  await chart.locator('path.recharts-line-curve').first().waitFor();
  expect(await chart.getAttribute('aria-label')).toContain('58.0');
  expect(await row(page, '2018').innerText()).toContain(words.statuses.names.behind);
}
