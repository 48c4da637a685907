import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { zhCN } from '../../../shared/i18n/zh-CN.ts';
import { button } from './acts.ts';
import { barriers, faultsOf, settled } from './inspect.ts';

/** In the other theme a page has other colours and nothing else. */
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** Looks at a Chinese page, light and dark, switches it to English, and looks again. */
export async function expectFaultless(page: Page): Promise<void> {
  await settled(page);
  const faults: Record<string, string[]> = {};
  faults['zh-CN light'] = await faultsOf(page, 'zh-CN');
  await page.emulateMedia({ colorScheme: 'dark' });
  faults['zh-CN dark'] = await barriers(page, COLOURS);
  await button(page, zhCN.app.language.switchToLabel).click();
  await page.locator('html[lang=en]').waitFor();
  await settled(page);
  faults['en dark'] = await faultsOf(page, 'en');
  await page.emulateMedia({ colorScheme: 'light' });
  faults['en light'] = await barriers(page, COLOURS);
  expect(faults).toEqual({ 'zh-CN light': [], 'zh-CN dark': [], 'en dark': [], 'en light': [] });
}
