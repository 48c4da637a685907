import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button } from '../support/browser/acts.ts';
import { settled } from '../support/browser/inspect.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

const PLACES = [
  { path: '/?year=2019', as: 'leader' },
  { path: '/indicators/im-automated-enterprise-share?year=2019', as: 'leader' },
  { path: '/indicators/qb-cod-reduction/settings', as: 'admin' },
  { path: '/document', as: 'leader' },
  { path: '/coverage', as: 'admin' },
  { path: '/entry/im-maker-space?year=2020', as: 'reporter' },
  { path: '/entry/workbook?year=2020', as: 'reporter' },
  { path: '/review', as: 'reviewer' },
  { path: '/users', as: 'security' },
  { path: '/departments', as: 'admin' },
  { path: '/audit', as: 'auditor' },
];

/** More stops than any page has. */
const MOST = 400;

interface Stop {
  /** Numbered by `markControls`; null: not a control. */
  readonly control: string | null;
  readonly what: string;
  readonly shown: boolean;
}

test.each(PLACES)(
  'by the Tab key one comes to every control of $path, sees where one is, and out again',
  async ({ path, as }) => {
    const page = await browser.newPage({ storageState: await signedIn(server(), as) });
    await page.goto(server().origin + path);
    await settled(page);
    const wanted = await markControls(page);
    const stops: Stop[] = [];
    while (stops.length < MOST) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === null) break;
      stops.push(stop);
    }
    expect(stops.length, 'a way out').toBeLessThan(MOST);
    expect(stops.filter(({ shown }) => !shown).map(({ what }) => what)).toEqual([]);
    const reached = new Set(stops.map(({ control }) => control));
    expect(wanted.filter(({ control }) => !reached.has(control)).map(({ what }) => what)).toEqual(
      [],
    );
  },
);

test('the first stop leads past the navigation; keys find, step through and open the rows', async () => {
  const page = await browser.newPage({ storageState: await signedIn(server(), 'leader') });
  await page.goto(`${server().origin}/?year=2019`);
  await settled(page);
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: zhCN.app.skip, exact: true }).waitFor({ state: 'visible' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  await page.keyboard.type('A6');
  await expect.poll(() => page.locator('tr[data-row]').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.locator('tr[data-row] a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/indicators/im-smart-workshops*');
  await page.locator('main:focus').waitFor();
});

test('a dialog keeps the focus until Escape gives it back', async () => {
  const page = await browser.newPage({ storageState: await signedIn(server(), 'security') });
  await page.goto(`${server().origin}/users`);
  await settled(page);
  const add = button(page, zhCN.accounts.users.add);
  await add.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  for (let at = 0; at < 40; at += 1) {
    await page.keyboard.press('Tab');
    expect(await page.locator('[role=dialog] :focus, [role=dialog]:focus').count()).toBe(1);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await add.evaluate((element) => element === document.activeElement)).toBe(true);
});

/** Numbers every control that can be used; of radio buttons in a group, the one that Tab comes to. */
function markControls(page: Page): Promise<{ control: string; what: string }[]> {
  return page.evaluate(() => {
    const found: { control: string; what: string }[] = [];
    const groups = new Set<string>();
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || element.matches(':disabled, [tabindex="-1"]')) continue;
      if (getComputedStyle(element).visibility === 'hidden') continue;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
          (other) => other.name === element.name && other.form === element.form,
        );
        const first = group.find(({ checked }) => checked) ?? group[0];
        if (first !== element || groups.has(element.name)) continue;
        groups.add(element.name);
      }
      const control = String(found.length);
      element.dataset['control'] = control;
      found.push({ control, what: element.outerHTML.slice(0, 160) });
    }
    return found;
  });
}

/** Where the focus is and whether one can see it; null: outside the page. */
function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof Element) || element === document.body) return null;
    // A hidden input shows its focus on the label around it; a file chooser on its button.
    const around = [element, element.parentElement, element.closest('label')];
    const shown = around.some((one) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      );
    });
    const control = element.getAttribute('data-control');
    return { control, what: element.outerHTML.slice(0, 160), shown };
  });
}
