import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PlanFile } from '../../shared/plan-file.ts';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button, field, row } from '../support/browser/acts.ts';
import { violations } from '../support/browser/axe.ts';
import { quiet } from '../support/browser/quiet.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const { app, plans, readings } = zhCN;
const { coverage, document: words, settings, target } = plans;

const seed = (name: string): string =>
  readFileSync(new URL(`../../server/seed/${name}`, import.meta.url), 'utf8');
const PLAN = JSON.parse(seed('plan.json')) as PlanFile;
const COD = '/indicators/qb-cod-reduction/settings';

const server = useServer('demo');
const browser = useBrowser();

async function open(path: string, who: string, allowed: readonly RegExp[] = []): Promise<Page> {
  const page = await browser.newPage({ storageState: await signedIn(server(), who), allowed });
  await page.goto(`${server().origin}${path}`);
  return page;
}

/** A part of the settings page by its heading. */
const part = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true });

/** The first row of a table of versions: the one that stands. */
const standing = (within: Locator): Locator => within.locator('tbody tr').first();

test('what an administrator settles stands as versions, in words', async () => {
  const page = await open(COD, 'admin');

  const departments = part(page, settings.departmentsTitle);
  const choose = (department: string, duty: keyof typeof settings.duties) =>
    departments
      .getByRole('radio', { name: settings.dutyOf(department, settings.duties[duty]) })
      .check();
  await choose('科技经济发展局', 'lead');
  await choose('财政局', 'lead');
  await departments.getByText(settings.severalLeads).waitFor();
  await choose('财政局', 'supporting');
  await choose('环保分局（示例）', 'none');
  await button(departments, settings.saveDepartments).click();
  await departments
    .getByRole('paragraph')
    .filter({ hasText: settings.leads('科技经济发展局') })
    .waitFor();
  await departments
    .getByRole('paragraph')
    .filter({ hasText: settings.supports('财政局') })
    .waitFor();

  const baseline = part(page, settings.baselineTitle);
  await field(baseline, settings.year).fill('２０１５');
  await field(baseline, settings.baselineValue).fill('1,120 吨');
  await field(baseline, settings.basis).fill('2015年环境统计年报');
  await button(baseline, settings.saveBaseline).click();
  await expect.poll(() => standing(baseline).innerText()).toContain('2015年：1,120.00吨');
  expect(await standing(baseline).innerText()).toContain('2015年环境统计年报');

  const goal = part(page, settings.targetTitle);
  const before = await goal.locator('tbody tr').count();
  await goal.getByRole('radio', { name: settings.expressions.tonnesCut.label }).check();
  await field(goal, settings.targetFields['/tonnes']).fill('１１８');
  const meaning = '不高于1,002.00吨（2015年 1,120.00吨 − 118.00吨）';
  await goal.getByRole('status').getByText(meaning).waitFor();
  await field(goal, settings.effectiveDate).fill('2016-09-01');
  await field(goal, settings.basis).fill('市政府下达的减排任务书');
  await goal.getByLabel(settings.documentNumber).fill('泉政〔2016〕8号');
  await button(goal, settings.saveTarget).click();
  await expect.poll(() => goal.locator('tbody tr').count()).toBe(before + 1);
  const stands = await standing(goal).innerText();
  for (const said of [meaning, '泉政〔2016〕8号', '2016年9月1日', settings.current]) {
    expect(stands).toContain(said);
  }
  // The version that the document gave is still there, without a figure.
  expect(await goal.locator('tbody tr').last().innerText()).toContain(target.pending);

  await page.reload();
  await expect.poll(() => standing(goal).innerText()).toContain(meaning);
});

test('what cannot be is told at its field, and nothing typed is lost', async () => {
  const page = await open('/indicators/qb-so2-reduction/settings', 'admin');
  const goal = part(page, settings.targetTitle);
  await goal.getByRole('radio', { name: settings.expressions.percentage.label }).check();
  const figure = field(goal, settings.targetFields['/reductionPct']);
  await figure.fill('1.2.3');
  await button(goal, settings.saveTarget).click();
  const summary = goal.getByRole('alert');
  await summary.getByText(app.errors.summary(3)).waitFor();
  await summary.getByText(readings.numbers.notANumber).waitFor();
  expect(await figure.inputValue()).toBe('1.2.3');
  expect(await figure.getAttribute('aria-invalid')).toBe('true');
  await figure.fill('120');
  await button(goal, settings.saveTarget).click();
  await summary.getByRole('button', { name: settings.targetFields['/reductionPct'] }).click();
  expect(await figure.evaluate((box) => box === document.activeElement)).toBe(true);

  await page.getByRole('link', { name: app.nav.overview, exact: true }).click();
  await button(
    page.getByRole('alertdialog', { name: app.unsaved.title }),
    app.unsaved.stay,
  ).click();
  expect(await figure.inputValue()).toBe('120');
});

test('a change on old settings is held back, with who to ask and what was typed', async () => {
  const page = await open('/indicators/im-cnc-rate/settings', 'admin', [/status of 412/]);
  const steps = part(page, settings.checkpointsTitle);
  await button(steps, settings.addCheckpoint).click();
  await steps.getByLabel(settings.checkpointValue).last().fill('70');
  await steps.getByLabel(settings.basis, { exact: true }).fill('年度计划');

  const { origin } = server();
  const url = `${origin}/api/indicators/im-cnc-rate`;
  const { version } = (await (await page.request.get(url)).json()) as { version: number };
  const other = await page.request.post(`${url}/targets`, {
    headers: { origin, 'if-match': `"${version}"` },
    data: { expression: 'value', value: 82, effectiveDate: '2017-01-01', basis: '调整方案' },
  });
  expect(other.status()).toBe(201);

  await button(steps, settings.saveCheckpoints).click();
  await steps.getByText(settings.staleTitle).waitFor();
  const goal = part(page, settings.targetTitle);
  await expect.poll(() => standing(goal).innerText()).toContain('不低于82.0%');
  expect(await steps.getByLabel(settings.checkpointValue).last().inputValue()).toBe('70');
  await button(steps, settings.saveCheckpoints).click();
  await expect.poll(() => standing(steps).innerText()).toContain('70.0%');
});

test('the clause of an indicator is highlighted to the letter, in view and focused', async () => {
  const page = await open('/document', 'leader');
  const article = page.getByRole('article');
  await article.waitFor();
  expect(await article.textContent()).toBe(seed('source.zh.txt'));
  for (const id of [
    'im-cnc-rate',
    'ms-demo-projects',
    'qb-so2-reduction',
    'ms-processing-center',
  ]) {
    await page.goto(`${server().origin}/document?clause=indicator:${id}`);
    const mark = page.locator('mark');
    await mark.waitFor();
    const quote = PLAN.indicators.find((indicator) => indicator.id === id)?.quote;
    expect(await mark.allTextContents()).toEqual([quote]);
    await expect
      .poll(() => mark.evaluate((one) => one.parentElement === document.activeElement))
      .toBe(true);
    const box = await mark.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(768);
  }
});

test('a marked clause tells what it is, in the other language too', async () => {
  const page = await open('/document', 'leader');
  await page.getByRole('link', { name: /关键装备数控化率达到80%/ }).click();
  const panel = page.getByRole('complementary', { name: words.panel });
  await panel.getByText(words.numbered.indicator('A5'), { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('clause')).toBe('indicator:im-cnc-rate');
  // A measure and the indicators whose words stand inside it.
  const contents = page.getByRole('navigation', { name: words.contents });
  await contents.getByRole('link', { name: '实施数控和智能制造示范项目' }).click();
  await panel.getByText(words.contains).waitFor();
  expect(await page.locator('mark').textContent()).toBe(PLAN.measures[0]?.text);
  expect(await page.locator('mark a').count()).toBe(3);

  await button(page, app.language.switchToLabel).click();
  const inEnglish = page.getByRole('complementary', { name: en.plans.document.panel });
  await inEnglish.getByText(en.plans.document.numbered.measure('1'), { exact: true }).waitFor();
  expect(await page.locator('mark').textContent()).toBe(PLAN.measures[0]?.text);
  expect(await page.getByRole('article').getAttribute('lang')).toBe('zh-CN');
  await inEnglish.getByRole('link', { name: /^A8 / }).click();
  await page.waitForURL('**/indicators/ms-demo-projects*');
});

test('what a plan lacks leads an administrator to the settings and others to the indicator', async () => {
  const page = await open('/coverage', 'admin');
  await row(page, /SO2/).getByRole('link').first().waitFor();
  const address = (reader: Page) => row(reader, /SO2/).getByRole('link').first();
  expect(await address(page).getAttribute('href')).toBe('/indicators/qb-so2-reduction/settings');
  const reader = await open('/coverage', 'reporter');
  await row(reader, coverage.gaps.measure.what).waitFor();
  expect(await address(reader).getAttribute('href')).toBe('/indicators/qb-so2-reduction');
});

test('settings are closed to those who may not change them', async () => {
  const page = await open(COD, 'reporter');
  await page.getByText(app.errors.forbiddenBody).waitFor();
  expect(await page.getByText(settings.targetTitle).count()).toBe(0);
});

test.each([
  { path: '/document?clause=measure:1', colorScheme: 'light', language: 'zh-CN' },
  { path: '/document?clause=indicator:qb-so2-reduction', colorScheme: 'dark', language: 'en' },
  { path: '/coverage', colorScheme: 'light', language: 'en' },
  { path: '/coverage', colorScheme: 'dark', language: 'zh-CN' },
  { path: COD, colorScheme: 'light', language: 'en' },
  { path: COD, colorScheme: 'dark', language: 'zh-CN' },
] as const)('$path is open to everybody, $colorScheme, $language', async (seen) => {
  const { path, colorScheme, language } = seen;
  const storageState = await signedIn(server(), 'admin', language);
  const page = await browser.newPage({ storageState, colorScheme });
  await page.goto(`${server().origin}${path}`);
  await page.locator('h2').first().waitFor();
  await quiet(page);
  expect(await violations(page)).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
});
