import type { Browser, Page } from 'playwright-core';
import { follow, quiet } from '../support/browser/quiet.ts';

export interface Drawing {
  /** From the start of the navigation to the frame after the element was there, in ms. */
  readonly ms: number;
  /** Addresses of the scripts and style sheets that were asked for, until nothing moves any more. */
  readonly files: readonly string[];
}

interface Wanted {
  readonly url: string;
  /** What has to be there. */
  readonly selector: string;
  /** A Cookie header; null: none. */
  readonly cookie: string | null;
  /** 4: as if the processor were four times slower. */
  readonly slowdown: number;
}

/** Opens a page for the first time (nothing cached) and waits until an element is drawn. */
export async function draw(browser: Browser, wanted: Wanted): Promise<Drawing> {
  const { url, selector, cookie, slowdown } = wanted;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    if (cookie !== null) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: new URL(url).origin }]);
    }
    follow(context);
    const page = await context.newPage();
    const files: string[] = [];
    page.on('request', (request) => {
      if (['script', 'stylesheet'].includes(request.resourceType())) files.push(request.url());
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchFor, selector);
    await page.goto(url, { waitUntil: 'commit' });
    const ms = await drawnAt(page);
    await quiet(page);
    return { ms, files: [...new Set(files)] };
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    drawnAt?: number;
  }
}

/** Runs in the page, before its own scripts. */
function watchFor(selector: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    // A frame callback runs before the frame is painted; the task after it, when it is.
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.drawnAt = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function drawnAt(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.drawnAt, undefined, {
    polling: 20,
    timeout: 60_000,
  });
  return (await handle.jsonValue()) ?? 0;
}
