import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchBrowser } from './launch.ts';
import { ROOT } from './packages.ts';
import { follow } from './quiet.ts';
import { watch } from './watch.ts';

/** Playwright's options of a context (`locale`, `colorScheme`, `viewport`, …), and one of ours. */
export interface PageOptions extends BrowserContextOptions {
  /** Troubles that belong to the test: a refused request prints `… status of 409 …` as an error. */
  readonly allowed?: readonly RegExp[];
}

export interface TestBrowser {
  /**
   * A page in a context (cookies, storage) of its own, closed when the test ends. The test fails
   * if the page, or one that it opened, did what `watch` writes down; if the test fails, a
   * screenshot is kept and the failure names it.
   */
  newPage(options?: PageOptions): Promise<Page>;
}

const DEFAULTS: BrowserContextOptions = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: 'light',
  reducedMotion: 'reduce',
  viewport: { width: 1366, height: 768 },
};

/**
 * One browser for the tests of a file, or of a `describe`, in which it is called; `launchChromium86`
 * as the argument makes it the old one.
 *
 * `const browser = useBrowser();` and in a test `const page = await browser.newPage({ locale: 'en' });`
 */
export function useBrowser(launch: () => Promise<Browser> = launchBrowser): TestBrowser {
  let browser: Browser | undefined;
  let contexts = 0;
  // The first start of all unpacks 200 MB, or fetches 45.
  beforeAll(async () => {
    browser = await launch();
  }, 300_000);
  afterAll(() => browser?.close());

  return {
    async newPage({ allowed, ...options } = {}) {
      if (browser === undefined) throw new Error('newPage is for tests and their beforeEach');
      const context = await browser.newContext({ ...DEFAULTS, ...options });
      // Shorter than a test, which can then say what it waited for.
      context.setDefaultTimeout(15_000);
      const troubles = watch(context, allowed);
      follow(context);
      const nth = (contexts += 1);
      onTestFinished(async ({ task }) => {
        const failed = troubles.length > 0 || task.result?.state === 'fail';
        const shown = failed ? await keepScreenshots(context, `${task.id}-${nth}`) : [];
        await context.close();
        if (failed) throw new Error(['The page:', ...troubles, ...shown].join('\n  '));
      });
      return context.newPage();
    },
  };
}

async function keepScreenshots(context: BrowserContext, name: string): Promise<string[]> {
  const folder = join(ROOT, 'node_modules/.cache/browsers/failed');
  await mkdir(folder, { recursive: true });
  return Promise.all(
    context.pages().map(async (page, index) => {
      const path = join(folder, `${name}-${index}.png`);
      await page.screenshot({ path }).catch(() => undefined);
      return `${page.url()} looked like ${path}`;
    }),
  );
}
