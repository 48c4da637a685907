import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe holds against the page as it stands, by WCAG 2.2 A and AA: `['color-contrast: .tag']`,
 * empty when all is well.
 */
export async function violations(page: Page): Promise<string[]> {
  // Not as a script of the page: its policy allows none but its own.
  await page.evaluate(`${axe.source};0`);
  return page.evaluate(async (rules) => {
    const { violations: found } = await (
      globalThis as unknown as { axe: typeof import('axe-core') }
    ).axe.run(document, { runOnly: rules });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  }, RULES);
}
