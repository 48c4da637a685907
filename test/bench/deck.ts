import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser/launch.ts';
import { follow, quiet } from '../support/browser/quiet.ts';
import { buildClient, kilobytes } from './browser.ts';
import { draw } from './drawing.ts';
import { bounded, type Figure, information, median, number } from './figures.ts';
import { demoFolder } from './folders.ts';
import { startProduct } from './processes.ts';
import { signIn } from './session.ts';

const ROUNDS = 5;
const SLIDE = '[data-shown="true"] p';
/** Slides that are turned; the demo's deck has more. */
const TURNS = 30;
/** Nobody reads a slide sooner. */
const READING_MS = 500;

/** The wall: how soon its first slide is there, how soon the next one, and what is sent for it. */
export async function deck(): Promise<Figure[]> {
  buildClient();
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'leader');
  const chromium = await launchBrowser();
  const wanted = { url: `${product.origin}/present?year=2019`, selector: SLIDE, cookie };
  try {
    const first: Record<number, number> = {};
    for (const slowdown of [1, 4]) {
      await draw(chromium, { ...wanted, slowdown });
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push((await draw(chromium, { ...wanted, slowdown })).ms);
      }
      first[slowdown] = median(rounds);
    }
    const { files } = await draw(chromium, { ...wanted, slowdown: 1 });
    const own = files.filter((url) => /Present/.test(url));
    const turns = await turnAll(chromium, wanted.url, cookie);
    return [
      information('first slide of the wall, processor 4× slower', `${number(first[4] ?? 0)} ms`),
      information('the same, processor as it is', `${number(first[1] ?? 0)} ms`),
      bounded(
        `next slide, processor 4× slower, slowest of ${turns.length}`,
        Math.max(...turns),
        'ms',
        ['≤', 100],
        `the middle one ${number(median(turns))} ms`,
      ),
      information('JS and CSS of the wall, gzip', `${number(kilobytes(files))} kB`),
      information('of these, only for the wall', `${number(kilobytes(own))} kB`),
    ];
  } finally {
    await chromium.close();
    await product.stop();
  }
}

/** Milliseconds of each turn, from the key to the frame that shows the next slide. */
async function turnAll(browser: Browser, url: string, cookie: string): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: new URL(url).origin }]);
    follow(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url);
    await page.locator(SLIDE).first().waitFor();
    await quiet(page);
    const turns: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.waitForTimeout(READING_MS);
      turns.push(await turnOne(page));
    }
    return turns;
  } finally {
    await context.close();
  }
}

const turnOne = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const stage = document.querySelector('[data-slide]');
        const from = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          // A frame callback runs before the frame is painted; the task after it, when it is.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
        });
        observer.observe(stage ?? document.body, {
          attributes: true,
          attributeFilter: ['data-slide'],
        });
        const key = { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true };
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
      }),
  );
