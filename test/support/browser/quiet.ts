import type { BrowserContext, Page, Request } from 'playwright-core';

/** What the pages of a context wait for, and how often one of them asked for something. */
interface Traffic {
  readonly open: Set<Request>;
  asked: number;
}

const traffic = new WeakMap<BrowserContext, Traffic>();

/** Counts the requests of a context from now on, so that `quiet` can tell when they have ended. */
export function follow(context: BrowserContext): void {
  const seen: Traffic = { open: new Set(), asked: 0 };
  traffic.set(context, seen);
  context.on('request', (request) => {
    // A stream stays open as long as its page does.
    if (request.resourceType() === 'eventsource') return;
    // With a new document nobody waits for the old one's: a file that was saved never ends here.
    if (request.isNavigationRequest()) seen.open.clear();
    seen.asked += 1;
    seen.open.add(request);
  });
  context.on('requestfinished', (request) => seen.open.delete(request));
  context.on('requestfailed', (request) => seen.open.delete(request));
}

/**
 * Waits until a page has all that it asked for, and asks for nothing more when it has drawn it. Not
 * `networkidle`, which is half a second of silence, and never comes where a stream is open.
 * Throws for a context that nobody follows.
 */
export async function quiet(page: Page): Promise<void> {
  const seen = traffic.get(page.context());
  if (seen === undefined) throw new Error('the context of the page is not followed');
  for (;;) {
    const before = seen.asked;
    await drawn(page);
    if (seen.open.size === 0 && seen.asked === before) return;
  }
}

/** Three frames: one to draw, one for what the drawing asks for, one for its word to get here. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  });
}
