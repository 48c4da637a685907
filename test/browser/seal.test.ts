import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import type { Reading } from '../../shared/readings.ts';
import { button, row } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const { dashboard, seals } = zhCN;
const YEAR = 2019;
/** The share of automated manufacturers; in the demo 166 of 304 in 2019. */
const CORRECTED = 'im-automated-enterprise-share';
const WAITING = 'so-shengfulan-ecommerce';

const server = useServer('demo');
const browser = useBrowser();

const as = async (who: string): Promise<Page> =>
  browser.newPage({ storageState: await signedIn(server(), who) });

/** What somebody else sends meanwhile. */
async function send<T>(who: string, url: string, body?: object, version?: number): Promise<T> {
  const { cookies } = await signedIn(server(), who);
  const answer = await fetch(server().origin + url, {
    method: version === undefined ? 'GET' : 'POST',
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${text}`);
  return JSON.parse(text) as T;
}

async function readingOf(who: string, indicatorId: string): Promise<Reading> {
  const url = `/api/readings?indicatorId=${indicatorId}&year=${YEAR}`;
  const { items } = await send<{ items: Reading[] }>(who, url);
  const [reading] = items;
  if (reading === undefined) throw new Error(`no reading of ${indicatorId}`);
  return reading;
}

/** A head signs the reports on measures of the department that wait; the reviewer approves them. */
async function decideReports(head: string): Promise<void> {
  const url = `/api/measure-reports?year=${YEAR}&status=submitted`;
  const { items } = await send<{ items: MeasureReport[] }>(head, url);
  for (const { id, version, steps } of items) {
    if (!steps.includes('sign')) continue;
    const to = `/api/measure-reports/${id}`;
    const signed = await send<MeasureReport>(head, `${to}/sign`, undefined, version);
    await send('reviewer', `${to}/approve`, undefined, signed.version);
  }
}

test('a round is sealed, a figure is corrected, and the year is seen by both clocks', async () => {
  const page = await as('reviewer-second');
  await page.goto(`${server().origin}/rounds/${YEAR}`);
  await page.getByText(seals.undecided(1)).waitFor();
  expect(await button(page, seals.open).isDisabled()).toBe(true);

  const waiting = await readingOf('head', WAITING);
  const signed = await send<Reading>(
    'head',
    `/api/readings/${waiting.id}/sign`,
    undefined,
    waiting.version,
  );
  await send('reviewer', `/api/readings/${waiting.id}/approve`, undefined, signed.version);

  // The reports on measures that wait stand in the way, too.
  await page.reload();
  await page.getByText(seals.undecidedReports(3)).waitFor();
  expect(await button(page, seals.open).isDisabled()).toBe(true);
  for (const head of ['head', 'head-quality']) await decideReports(head);

  await page.reload();
  await button(page, seals.open).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(seals.warning).waitFor();
  await button(dialog, seals.seal).click();
  const hash = (await page.getByText(/^[0-9a-f]{64}$/).textContent()) ?? '';
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /下载封存包/ }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);

  const reading = await readingOf('reporter', CORRECTED);
  const asked = await send<{ id: string; version: number }>(
    'reporter',
    `/api/readings/${reading.id}/corrections`,
    { reason: '企业名录复核后剔除重复计入的企业', changes: { numerator: 150 } },
    reading.version,
  );
  await send('reviewer', `/api/corrections/${asked.id}/approve`, undefined, asked.version);

  const leader = await as('leader');
  await leader.goto(`${server().origin}/?year=${YEAR}`);
  const line = row(leader, /^规上制造企业/);
  await line.getByText(dashboard.clock.changedTag).waitFor();
  expect(await line.textContent()).toContain(`${dashboard.value.corrected}49.3`);
  expect(await line.getByRole('cell').allTextContents()).toContainEqual(
    expect.stringMatching(/^2019年：.*更正/),
  );

  await leader.getByRole('link', { name: dashboard.clock.reported }).click();
  await leader.getByText(/^按2019年封存时上报（\d{4}年\d+月\d+日）$/).waitFor();
  expect(leader.url()).toContain('known=reported');
  await line.getByText('54.6').waitFor();
  expect(await line.textContent()).not.toContain(`${dashboard.value.corrected}5`);

  await line.getByRole('link').click();
  await leader.getByRole('heading', { level: 1 }).waitFor();
  expect(leader.url()).toMatch(/im-automated-enterprise-share.*known=reported/);
  const change = leader.getByRole('listitem').filter({ hasText: /上报时54\.6.*，现为49\.3/ });
  await change.waitFor();
  await leader.getByRole('link', { name: dashboard.clock.now }).click();
  const now = row(leader, String(YEAR));
  await now.getByText(dashboard.value.corrected).waitFor();
  expect(await now.textContent()).toContain('49.3');
}, 120_000);

test('in English, a year that is not sealed has one clock only', async () => {
  const page = await browser.newPage({
    storageState: await signedIn(server(), 'leader'),
    locale: 'en',
    allowed: [/409/],
  });
  await page.addInitScript(() => localStorage.setItem('biaochi.language', 'en'));
  await page.goto(`${server().origin}/?year=2018`);
  await page.getByRole('link', { name: en.dashboard.clock.reported }).waitFor();
  await page.goto(`${server().origin}/?year=2015&known=reported`);
  // The address becomes that of what is known now.
  await expect.poll(() => page.url()).not.toContain('known=reported');
  await page.getByRole('table').waitFor();
  expect(await page.getByRole('link', { name: en.dashboard.clock.reported }).count()).toBe(0);
});
