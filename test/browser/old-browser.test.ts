import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button, field, goTo, row, typeSignIn } from '../support/browser/acts.ts';
import { launchChromium86 } from '../support/browser/launch.ts';
import { measureSlides } from '../support/browser/slides.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { passwordOf, signedIn, useServer } from '../support/server.ts';

const { app, dashboard, readings, sheet } = zhCN;

const server = useServer('demo');
const browser = useBrowser(launchChromium86);

test('in Chromium 86 one signs in, reads the board and its charts, and types', async () => {
  const page = await browser.newPage();
  await page.goto(server().origin);
  await typeSignIn(page, 'reporter', passwordOf(server(), 'reporter'));

  await goTo(page, 'overview');
  await page.locator('tr[data-row]').first().waitFor();
  expect(await page.locator('tr[data-row]').count()).toBe(26);
  const rowHeights = await page
    .locator('tr[data-row]')
    .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...rowHeights)).toBeGreaterThanOrEqual(24);
  expect(
    await row(page, /机器人密度/)
      .locator('svg rect')
      .count(),
  ).toBeGreaterThan(3);

  await row(page, /机器人密度/)
    .getByRole('link')
    .click();
  await page.getByRole('heading', { name: dashboard.indicator.why }).waitFor();
  const chart = page.getByRole('application');
  await chart.locator('path.recharts-line-curve').first().waitFor();
  const drawn = await chart.boundingBox();
  expect(drawn?.width).toBeGreaterThan(500);
  expect(drawn?.height).toBeGreaterThan(200);

  await goTo(page, 'entry');
  await field(page, app.yearLabel).selectOption('2020');
  const { form } = readings;
  const cell = (column: keyof typeof sheet.column) =>
    field(page, sheet.cell('A1', sheet.column[column]));
  await cell('numerator').fill('１８７');
  await cell('numerator').press('Tab');
  await page.keyboard.type('310');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell('value').textContent()).toContain('60.3');
  await page
    .getByRole('row')
    .filter({ has: cell('numerator') })
    .getByText(/^已保存/)
    .waitFor();
  const head = await page.locator('thead').boundingBox();
  expect(head?.height).toBeLessThan(60);
  await page.getByRole('link', { name: 'A2', exact: true }).click();
  await page.getByLabel(form.numerator('')).fill('１６０');
  await page.getByLabel(form.denominator('')).fill('25,000');
  await expect.poll(() => field(page, form.rate).textContent()).toContain('64.0');
  await button(page, form.saveDraft).click();
  await page
    .getByRole('status')
    .filter({ hasText: /^已保存/ })
    .waitFor();

  const line = page.waitForResponse(/\/api\/events/);
  await page.goto(`${server().origin}/present?year=2019`);
  await page.locator('[data-slide="overall"]').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-slide="heat"]').waitFor();
  expect((await line).status()).toBe(200);
});

test('in Chromium 86 the wall stands as it does anywhere', async () => {
  const page = await browser.newPage({ storageState: await signedIn(server(), 'leader') });
  await page.goto(`${server().origin}/present`);
  await page.locator('[data-shown="true"]').waitFor();
  const { slides, found } = await measureSlides(page, 'places');
  expect(slides.length).toBeGreaterThan(30);
  expect(found).toEqual([]);
});
