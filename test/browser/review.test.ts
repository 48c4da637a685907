import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Correction } from '../../shared/corrections.ts';
import type { NewReading, Reading } from '../../shared/readings.ts';
import { button, field } from '../support/browser/acts.ts';
import { barriers, faultsOf } from '../support/browser/inspect.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { passwordOf, signedIn, useServer } from '../support/server.ts';
import { PDF } from '../support/uploads.ts';

const { readings, review: words, statuses } = zhCN;
const { form, steps } = readings;

const server = useServer('demo');
const browser = useBrowser();

/** A person of the demo at the API, without a page. */
async function at(username: string) {
  const { cookies } = await signedIn(server(), username);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return async <T>(method: string, url: string, body?: object, version?: number): Promise<T> => {
    const answer = await fetch(server().origin + url, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

/** Enters a figure of 2020, whose round is open, and hands it in; `signed`: the head signs it, too. */
async function handIn(
  indicatorId: string,
  typed: Partial<NewReading>,
  signed = false,
): Promise<Reading> {
  const reporter = await at('reporter');
  const made = await reporter<Reading>('POST', '/api/readings', {
    indicatorId,
    year: 2020,
    source: '2020年统计年报',
    note: '与上年相比的变动已逐家核实，名单随后补齐。',
    ...typed,
  });
  const step = (name: string) => `/api/readings/${made.id}/${name}`;
  const submitted = await reporter<Reading>('POST', step('submit'), undefined, made.version);
  if (!signed) return submitted;
  return (await at('head'))('POST', step('sign'), undefined, submitted.version);
}

async function open(
  username: string,
  path: string,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<Page> {
  const storageState = await signedIn(server(), username, language);
  const page = await browser.newPage({ storageState });
  await page.goto(server().origin + path);
  return page;
}

beforeAll(() => {
  expect(passwordOf(server(), 'reviewer')).not.toBe('');
});

test('returned with a reason, mended, straight back, approved', async () => {
  await handIn('so-design-centers', { value: 12 }, true);
  const desk = await open('reviewer', '/review');
  const item = desk.getByRole('article', { name: /B3.*2020/ });
  await button(item, steps.return).click();
  const dialog = desk.getByRole('dialog');
  expect(await barriers(desk)).toEqual([]);
  await button(dialog, readings.returning.submit).click();
  await dialog.getByText(words.returning.choose).waitFor();
  await dialog.getByLabel(words.reasons.other.label).check();
  await button(dialog, readings.returning.submit).click();
  await dialog.getByText(words.returning.needed).waitFor();
  await dialog.getByLabel(words.reasons.figureWrong.label).check();
  await dialog.getByLabel(words.returning.text).fill('认定文件只列2家');
  await button(dialog, readings.returning.submit).click();
  await item.waitFor({ state: 'detached' });
  await desk.getByText(words.counts(2020, 0, 1, 0)).waitFor({ state: 'detached' });

  const page = await open('reporter', '/entry/so-design-centers?year=2020');
  const why = words.reason(words.reasons.figureWrong.label, '认定文件只列2家');
  await page.getByText(readings.list.returnedBecause(why)).waitFor();
  await field(page, form.count).fill('2');
  await button(page, form.submit).click();
  await page.getByRole('heading', { name: statuses.readingStatuses.submitted }).waitFor();

  await desk.reload();
  await item.getByText(words.returns(1)).waitFor();
  await item.getByRole('button', { expanded: false }).first().click();
  await item.getByText(why).waitFor();
  await item.getByText(words.detail.revisions).click();
  await item.getByRole('row', { name: /退回/ }).getByText(why).waitFor();
  expect(await faultsOf(desk, 'zh-CN')).toEqual([]);
  expect(await barriers(desk)).toEqual([]);
  await button(item, steps.approve).click();
  await desk.getByText(form.taken('B3', steps.done.approve)).waitFor();
});

test('several are chosen by keys and approved together; what needs a look stays', async () => {
  await handIn('im-robot-density', { numerator: 190, denominator: 25_400 }, true);
  await handIn('im-cnc-rate', { numerator: 1270, denominator: 2110 }, true);
  const scope = { scopeChange: '本年起按新行业分类统计' };
  await handIn(
    'im-automated-enterprise-share',
    { numerator: 180, denominator: 310, ...scope },
    true,
  );
  const desk = await open('reviewer', '/review');
  const a1 = desk.getByRole('article', { name: /A1.*2020/ });
  const a2 = desk.getByRole('article', { name: /A2.*2020/ });
  await a1.getByText(words.held).waitFor();
  await desk.getByLabel(words.onlyHeld).check();
  await a2.waitFor({ state: 'detached' });
  await desk.getByLabel(words.onlyHeld).uncheck();
  await a2.waitFor();

  await desk.getByLabel(words.select('A1', 2020)).click();
  await desk.getByLabel(words.select('A5', 2020)).click({ modifiers: ['Shift'] });
  await expect.poll(() => desk.getByLabel(words.select('A2', 2020)).isChecked()).toBe(true);
  await button(desk, words.approveSelected(3)).click();
  await desk.getByText(words.bulkDone(2)).waitFor();
  await desk.getByText(words.bulkLine('A1', words.outcomes.heldBack)).waitFor();
  await a2.waitFor({ state: 'detached' });
  await a1.waitFor();

  // J opens what the reader is at, X chooses it.
  await desk.reload();
  await a1.waitFor();
  const all = await desk.getByRole('article').count();
  for (let n = 0; n < all; n += 1) {
    if ((await a1.getAttribute('data-current')) === 'true') break;
    await desk.keyboard.press('j');
  }
  await desk.keyboard.press('x');
  await expect.poll(() => desk.getByLabel(words.select('A1', 2020)).isChecked()).toBe(true);
});

test('a correction is asked on the entry page, seen old beside new, and approved by another', async () => {
  const page = await open('reporter', '/entry/im-robot-density?year=2019');
  await button(page, words.corrections.ask).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, words.corrections.submit).click();
  await dialog.getByRole('alert').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByLabel(form.numerator('')).fill('１６７');
  await field(dialog, words.corrections.reason).fill('漏计一家企业的12台');
  await button(dialog, words.corrections.submit).click();
  await page.getByText(words.corrections.open).waitFor();

  const desk = await open('reviewer', '/review');
  const request = desk.getByRole('region', { name: words.corrections.title }).getByRole('article');
  await request.getByText('漏计一家企业的12台').waitFor();
  const row = request.getByRole('row', { name: /分子/ });
  expect(await row.textContent()).toMatch(/155.*167/);
  expect(await faultsOf(desk, 'zh-CN')).toEqual([]);
  await button(request, words.corrections.approve).click();
  await desk.getByText(form.taken('A2', words.corrections.done.approve)).waitFor();

  await page.reload();
  await page.getByText(words.corrected(1)).first().waitFor();
  await page
    .getByText(/167 × 10,000 ÷ 25,200/)
    .first()
    .waitFor();
  // The sheet of the year marks the figure, and so does the next year where it is told as history.
  const { corrected } = zhCN.dashboard.value;
  await page.goto(`${server().origin}/entry?year=2019`);
  await page.getByRole('row', { name: /^A2/ }).getByText(corrected, { exact: true }).waitFor();
  await page.goto(`${server().origin}/entry/im-robot-density?year=2020`);
  await page.getByText(new RegExp(`167 × 10,000 ÷ 25,200.* · ${corrected}$`)).waitFor();
  const reporter = await at('reporter');
  const { items } = await reporter<{ items: Correction[] }>('GET', '/api/corrections');
  // The latest comes first; the demo has one of its own.
  expect(items[0]).toMatchObject({ status: 'approved', after: { numerator: 167 } });
});

test('a corrected count is asked with its list, and decided about with the names in sight', async () => {
  const page = await open('reporter', '/entry/im-smart-workshops?year=2019');
  await button(page, words.corrections.ask).click();
  const dialog = page.getByRole('dialog', { name: words.corrections.askTitle('A6', 2019) });
  const box = dialog.getByLabel(form.count);
  await dialog.getByText(words.corrections.list.follows).waitFor();
  expect(await box.getAttribute('readonly')).not.toBeNull();
  const was = Number(await box.inputValue());

  await dialog.getByRole('button', { name: /^修改名单/ }).click();
  const list = page.getByRole('dialog', { name: /^2019年名单/ });
  await list.getByLabel(zhCN.lists.paste).fill('（示例）漏计车间\t示例认定〔2019〕9号');
  await button(list, zhCN.lists.take(1)).click();
  await list.getByLabel(zhCN.lists.removeNamed(1)).click();
  expect(await barriers(page)).toEqual([]);
  await button(list, zhCN.lists.takeDraft).click();
  await dialog.getByText('（示例）漏计车间', { exact: false }).waitFor();
  await expect.poll(() => box.inputValue()).toBe(String(was));

  await dialog.getByRole('button', { name: /^修改名单/ }).click();
  await list.getByLabel(zhCN.lists.paste).fill('（示例）另一车间');
  await button(list, zhCN.lists.take(1)).click();
  await button(list, zhCN.lists.takeDraft).click();
  await expect.poll(() => box.inputValue()).toBe(String(was + 1));
  await field(dialog, words.corrections.reason).fill('一家重复认定，两家漏计');
  expect(await barriers(page)).toEqual([]);
  await button(dialog, words.corrections.submit).click();
  await page.getByText(words.corrections.open).waitFor();
  const proof = { name: '认定.pdf', mimeType: 'application/pdf', buffer: PDF };
  await page.locator('input[type=file]').setInputFiles(proof);
  await page.getByText(zhCN.evidence.uploaded('认定.pdf')).waitFor();
  expect(await barriers(page)).toEqual([]);

  const desk = await open('reviewer', '/review');
  const request = desk
    .getByRole('region', { name: words.corrections.title })
    .getByRole('article', { name: /^A6/ });
  await request.getByRole('link', { name: '认定.pdf' }).waitFor();
  await request.getByText(words.corrections.list.added(2)).waitFor();
  await request.getByText(words.corrections.list.removed(1)).waitFor();
  await request.getByText('示例认定〔2019〕9号', { exact: false }).waitFor();
  expect(await request.getByRole('row', { name: /数值/ }).textContent()).toContain(`${was + 1}个`);
  expect(await faultsOf(desk, 'zh-CN')).toEqual([]);
  expect(await barriers(desk)).toEqual([]);
  await button(request, words.corrections.approve).click();
  await desk.getByText(form.taken('A6', words.corrections.done.approve)).waitFor();
  await page.reload();
  await page.getByText(zhCN.lists.summary(`${was + 1}个`, was + 1)).waitFor();
});

test('in English an opened figure, a request and a refusal leave nothing untranslated', async () => {
  const { review } = en;
  const reporter = await at('reporter');
  const asked = '/api/readings?indicatorId=im-cnc-rate&year=2019';
  const [reading] = (await reporter<{ items: Reading[] }>('GET', asked)).items;
  const body = { reason: '漏计一台关键装备', changes: { numerator: 1156 } };
  const url = `/api/readings/${reading?.id ?? ''}/corrections`;
  await reporter('POST', url, body, reading?.version ?? 0);
  const desk = await open('reviewer', '/review', 'en');
  await desk.getByRole('region', { name: review.corrections.title }).waitFor();
  await desk.keyboard.press('j');
  await desk.locator('[data-opened]').waitFor();
  expect(await faultsOf(desk, 'en')).toEqual([]);

  await button(desk, review.corrections.refuse).click();
  const dialog = desk.getByRole('dialog');
  await field(dialog, review.corrections.refuseReason).fill('与企业年报一致');
  await button(dialog, review.corrections.refuseSubmit).click();
  const page = await open('reporter', '/entry/im-cnc-rate?year=2019', 'en');
  await page.getByText('与企业年报一致').waitFor();
  expect(await faultsOf(page, 'en')).toEqual([]);
});
