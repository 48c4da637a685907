import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { faultsOf, settled } from '../support/browser/inspect.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { measureSlides, type Looked } from '../support/browser/slides.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

const words = zhCN.presentation;
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  // A wall of 32:9.
  { width: 3840, height: 1080 },
];

async function open(address = '/present', allowed: readonly RegExp[] = []): Promise<Page> {
  const page = await browser.newPage({
    allowed,
    viewport: { width: 1920, height: 1080 },
    storageState: await signedIn(server(), 'leader'),
  });
  await page.goto(server().origin + address);
  await settled(page);
  await page.locator('[data-shown="true"]').waitFor();
  return page;
}

test('every text of every slide is large enough, apart, uncut, inside the safe area and clear, on every wall', async () => {
  const page = await open();
  const faults: string[] = [];
  let seen: readonly string[] = [];
  const look = async (name: string, looked: Looked): Promise<void> => {
    const { slides, found } = await measureSlides(page, looked);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    if (seen.length > 0) expect(slides).toEqual(seen);
    seen = slides;
  };
  for (const language of ['zh-CN', 'en'] as const) {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await look(`${language} ${size.width}×${size.height}`, 'places');
    }
    // Where letters stand does not depend on their colours, nor colours on the size of the wall.
    await look(`${language} white`, 'colours');
    await page.keyboard.press('c');
    await page.locator('[data-slide][data-theme="dark"]').waitFor();
    await look(`${language} dark`, 'colours');
    faults.push(...(await faultsOf(page, language)));
    await page.keyboard.press('h');
    await page.getByRole('dialog').waitFor();
    faults.push(...(await faultsOf(page, language)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.keyboard.press('t');
    for (const size of SIZES.slice(1, 2)) {
      await page.setViewportSize(size);
      await look(`${language} tables ${size.width}×${size.height}`, 'places');
    }
    await page.keyboard.press('t');
    if (language === 'zh-CN') {
      await page.keyboard.press('l');
      await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
    }
  }
  expect(seen.length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
}, 120_000);

const slideOf = (page: Page): Promise<string | null> =>
  page.locator('[data-slide]').getAttribute('data-slide');

test('keys, clickers, numbers, fingers and an input method lead it, and the address names the slide', async () => {
  const page = await open('/present?slide=indicator:im-robot-density');
  const at = (key: string): Promise<unknown> => expect.poll(() => slideOf(page)).toBe(key);
  await at('indicator:im-robot-density');
  await page.keyboard.press('Home');
  await at('overall');
  await page.keyboard.press('PageDown');
  await at('heat');
  await page.waitForURL(/slide=heat/);
  await page.keyboard.press('PageUp');
  await at('overall');
  // A number and Enter; the number is shown while it is typed.
  await page.keyboard.type('12');
  await page.getByText('12', { exact: true }).last().waitFor();
  await page.keyboard.press('Enter');
  const twelfth = await slideOf(page);
  await expect.poll(() => page.locator('footer button').textContent()).toMatch(/^12 \//);
  // Blank: the next key only brings it back.
  await page.keyboard.press('.');
  await page.locator('[data-blank="black"]').waitFor();
  await page.keyboard.press('PageDown');
  await page.locator('[data-blank]').waitFor({ state: 'detached' });
  expect(await slideOf(page)).toBe(twelfth);
  // While a Chinese input method is on, only the place of the key is told.
  await page.evaluate(() => {
    const pressed = { key: 'Process', code: 'KeyP', keyCode: 229, bubbles: true };
    document.dispatchEvent(new KeyboardEvent('keydown', pressed));
  });
  await expect.poll(() => page.locator('footer button').textContent()).toMatch(/^11 \//);
  // A tap on the right half, on the left half, and the button that opens the menu.
  await page.mouse.click(1700, 500);
  await expect.poll(() => slideOf(page)).toBe(twelfth);
  await page.mouse.click(200, 500);
  await expect.poll(() => page.locator('footer button').textContent()).toMatch(/^11 \//);
  // A swipe to the left goes on wherever it begins, one to the right back.
  const swipe = async (from: number, to: number) => {
    await page.mouse.move(from, 500);
    await page.mouse.down();
    await page.mouse.move(to, 500);
    await page.mouse.up();
  };
  await swipe(700, 300);
  await expect.poll(() => slideOf(page)).toBe(twelfth);
  await swipe(1200, 1600);
  await expect.poll(() => page.locator('footer button').textContent()).toMatch(/^11 \//);
  // The whole screen, and back.
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.locator('footer button').click();
  await page.getByRole('dialog', { name: words.menu.title }).waitFor();
  await page.keyboard.press('Escape');
  // The grid by arrows.
  await page.keyboard.press('Home');
  await page.keyboard.press('g');
  await page.getByRole('dialog', { name: words.menu.grid }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await at('heat');
  // The table, and why an indicator has its status.
  await page.keyboard.press('t');
  await page.locator('[data-shown="true"] table').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('d');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('d');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Arranged beforehand: the address keeps it.
  await page.keyboard.press('a');
  const shown = zhCN.presentation.arrange.shown(zhCN.slides.subjects.heat);
  await page.getByRole('checkbox', { name: shown }).uncheck();
  await page.getByRole('button', { name: words.arrange.apply }).click();
  await page.waitForURL(/out=heat/);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await at('duties');
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === '/');
});

test('the figures stay as they were at the start until one key takes the newer ones in; a lost line stops nothing', async () => {
  const page = await open('/present?slide=pending', [/ERR_INTERNET_DISCONNECTED/]);
  const pending = page.locator('[data-shown="true"] tbody tr');
  const before = await pending.count();
  expect(before).toBeGreaterThan(0);
  await assignTarget();
  const mark = page.getByRole('button', { name: words.newer });
  await mark.waitFor();
  expect(await pending.count()).toBe(before);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  expect(await pending.count()).toBe(before);
  // Loaded anew it is the same moment, which the address names.
  const asOf = () => page.locator('[data-shown="true"] [data-stamp]').innerText();
  const stamp = await asOf();
  await page.waitForURL(/held=\d{8}T\d{9}Z/);
  await page.reload();
  await mark.waitFor();
  expect(await pending.count()).toBe(before);
  expect(await asOf()).toBe(stamp);
  // What leaves as a file is of that moment, too.
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('h');
  const heat = (await saved(page, 'csv')).toString('utf8');
  expect(heat.split('\n').find((line) => line.startsWith('C4,'))).toContain('目标待下达');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await mark.waitFor({ state: 'detached' });
  expect(await page.locator('[data-key="pending"]').count()).toBe(0);
  // Everything is there already.
  await page.context().setOffline(true);
  await page.keyboard.press('Home');
  const seen = await measureSlides(page, 'places');
  expect(seen.slides.length).toBeGreaterThan(30);
  expect(seen.found).toEqual([]);
  await page.context().setOffline(false);
});

test('a moment that is kept for good is shown to whoever opens its address, until they take newer figures in', async () => {
  const keeper = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    storageState: await signedIn(server(), 'reviewer'),
  });
  await keeper.goto(`${server().origin}/present?slide=indicator:qb-cod-reduction`);
  const figures = (of: Page) => of.locator('[data-shown="true"]').innerText();
  await keeper.locator('[data-shown="true"]').waitFor();
  await keeper.keyboard.press('k');
  await keeper.waitForURL(/moment=/);
  const address = keeper.url();
  expect(address).not.toContain('held=');
  await assignTarget(12);
  await keeper.getByRole('button', { name: words.newer }).waitFor();
  const kept = await figures(keeper);

  // Somebody else, on another machine, later.
  const page = await open(address.slice(server().origin.length));
  await page.getByRole('button', { name: words.newer }).waitFor();
  expect(await figures(page)).toBe(kept);
  await page.reload();
  await page.getByRole('button', { name: words.newer }).waitFor();
  expect(await figures(page)).toBe(kept);
  await page.keyboard.press('u');
  await page.getByRole('button', { name: words.newer }).waitFor({ state: 'detached' });
  await page.waitForURL((url) => !url.search.includes('moment=') && url.search.includes('held='));
  expect(await figures(page)).not.toBe(kept);
  await page.reload();
  await page.locator('[data-shown="true"]').waitFor();
  expect(await figures(page)).not.toBe(kept);
  // A reader keeps nothing for others.
  await page.keyboard.press('k');
  await page.keyboard.press('h');
  await page.getByRole('dialog', { name: words.menu.title }).waitFor();
  expect(await page.getByText(words.menu.keep).count()).toBe(0);
  expect(page.url()).not.toContain('moment=');
});

/** Saves the slide that is shown in a form of the menu, and answers the bytes. */
async function saved(page: Page, as: 'png2' | 'png4' | 'svg' | 'csv'): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: words.menu[as], exact: true }).click(),
  ]);
  return readFile(await download.path());
}

test('the chart of every kind leaves as a picture, a drawing and figures, each with its source and moment', async () => {
  const page = await open();
  const stamp = await page.locator('[data-shown="true"] [data-stamp]').innerText();
  const plain = (text: string) => text.replaceAll(/<[^>]*>|\s/g, '');
  // In the order of the deck.
  const wanted: readonly [slide: string, said: string][] = [
    ['overall', '超额完成'],
    ['heat', '2019'],
    ['duties', '科技经济发展局'],
    ['indicator:im-maker-space', 'A7'],
    ['theme:smart-manufacturing', 'A1'],
    ['indicator:im-robot-density', '61.5'],
    ['indicator:im-smart-workshops', 'A6'],
    ['indicator:qb-energy-intensity', '13.16'],
  ];
  for (const [slide, said] of wanted) {
    while ((await slideOf(page)) !== slide) await page.keyboard.press('PageDown');
    // A decision that was due before the axis ends stands on it.
    const due = await page.locator('[data-shown="true"] [data-due]').count();
    expect(due, slide).toBe(slide === 'indicator:im-robot-density' ? 1 : 0);
    await page.keyboard.press('h');
    const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
    const [width = 0, height = 0] = sizeOf(await saved(page, 'png2'));
    expect(width, slide).toBeGreaterThan(900);
    // Twice as large by the same way, whatever is drawn.
    if (slide === 'overall' || slide === 'indicator:im-robot-density') {
      const [wide = 0, high = 0] = sizeOf(await saved(page, 'png4'));
      expect(Math.abs(wide - 2 * width) + Math.abs(high - 2 * height), slide).toBeLessThan(4);
    }
    for (const as of ['svg', 'csv'] as const) {
      const text = (await saved(page, as)).toString('utf8');
      for (const each of [said, '资料来源', zhCN.app.illustrative]) expect(text).toContain(each);
      expect(plain(text)).toContain(plain(stamp));
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

/** Gives the one target that is pending its figure, or another one, as the committee would. */
async function assignTarget(reductionPct = 10): Promise<void> {
  const { cookies } = await signedIn(server(), 'admin');
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const address = `${server().origin}/api/indicators/qb-cod-reduction`;
  const known = await fetch(address, { headers: { cookie } });
  const answer = await fetch(`${address}/targets`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/json',
      'if-match': known.headers.get('etag') ?? '',
    },
    body: JSON.stringify({
      expression: 'percentage',
      reductionPct,
      effectiveDate: reductionPct === 10 ? '2017-07-01' : '2017-08-01',
      basis: '省下达任务',
      documentNumber: '闽政〔2017〕29号',
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
