import { describe, test } from 'vitest';
import { type Server, signedIn } from '../server.ts';
import { expectFaultless } from './faultless.ts';
import type { TestBrowser } from './useBrowser.ts';

export interface Place {
  readonly path: string;
  /** A sample account that may see it. */
  readonly as: string;
  /** Drawn after everything else. */
  readonly until?: string;
}

export const CHART = '.recharts-line-curve';

/** A test for each place, as `expectFaultless` looks at it. */
export function looksFaultless(
  server: () => Server,
  browser: TestBrowser,
  places: readonly Place[],
): void {
  describe('in both languages and both themes a page has no barrier, no cut word and no foreign one', () => {
    test.each(places)('$path for $as', async ({ path, as, until }) => {
      const storageState = await signedIn(server(), as);
      const page = await browser.newPage({ storageState, allowed: [/status of 404/] });
      await page.goto(server().origin + path);
      if (until !== undefined) await page.locator(until).first().waitFor({ state: 'attached' });
      await expectFaultless(page);
    });
  });
}
