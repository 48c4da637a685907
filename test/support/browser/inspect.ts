import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Language } from '../../../shared/i18n/languages.ts';
import { quiet } from './quiet.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits until a page has come with all that it asks for: heading, data, code and fonts. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await quiet(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/**
 * What is wrong with the page as it stands, as sentences; empty means nothing: WCAG 2.2 A and AA by
 * axe, the window's title, one heading of the first level, sideways scroll, cut text, words that are
 * broken in two, and words of the other language.
 */
export async function faultsOf(page: Page, language: Language): Promise<string[]> {
  return [
    ...(await frameFaults(page, language)),
    ...(await layoutFaults(page)),
    ...(language === 'en' ? await broken(page) : []),
    ...(language === 'en' ? await untranslated(page) : []),
    ...(await barriers(page)),
  ];
}

/** What axe finds, one line for each place: `color-contrast: td.value: …`. */
export async function barriers(page: Page, options: RunOptions = {}): Promise<string[]> {
  // By the debugger and not by a script element, which the policy of the pages forbids.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const run: RunOptions = {
    runOnly: { type: 'tag', values: WCAG },
    resultTypes: ['violations'],
    ...options,
  };
  const { violations } = await page.evaluate(
    (settings) =>
      (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(
        settings,
      ),
    run,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').replaceAll(/\s+/g, ' ').trim();
      return `${id}: ${target.join(' ')}: ${why}`;
    }),
  );
}

async function frameFaults(page: Page, language: Language): Promise<string[]> {
  return page.evaluate((expected) => {
    const faults: string[] = [];
    const { title, documentElement } = document;
    // `page · product`: the product alone says nothing about the page.
    if (!/^.+ · .+$/.test(title)) faults.push(`the window is called ${title}`);
    if (expected === 'en' && /\p{Script=Han}/u.test(title)) faults.push(`not translated: ${title}`);
    if (documentElement.lang !== expected) faults.push(`the page says ${documentElement.lang}`);
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(`${headings} headings of the first level`);
    return faults;
  }, language);
}

async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      faults.push(`the page is ${scrollWidth - clientWidth} px wider than its window`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // Hidden for the eye, drawn, or a box with its own scroll bar.
      if (element.closest('svg, .visuallyHidden') !== null || element.clientWidth <= 1) continue;
      if (!(element.textContent ?? '').trim()) continue;
      const { overflowX, display } = getComputedStyle(element);
      if (display === 'inline' || overflowX === 'auto' || overflowX === 'scroll') continue;
      const clips = overflowX === 'hidden' || overflowX === 'clip';
      // What leaves its cell or button runs into the next one; other boxes may let text out.
      if (!clips && element.closest('td, th, button') !== element) continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        faults.push(
          `cut by ${element.scrollWidth - element.clientWidth} px: ${element.tagName.toLowerCase()} ${(element.textContent ?? '').slice(0, 40)}`,
        );
      }
    }
    return faults;
  });
}

/** English words that go over from one line to the next in the middle, where a column is too narrow. */
async function broken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (text.parentElement?.closest('svg, .visuallyHidden, script') !== null) continue;
      for (const { 0: word, index } of text.data.matchAll(
        /(?<![\p{L}\p{N}])\p{Script=Latin}{2,}(?![\p{L}\p{N}])/gu,
      )) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.add(`broken in two: ${word}`);
      }
    }
    return [...found];
  });
}

/**
 * Chinese on an English page outside what is marked as Chinese. Texts with 示例 are the demo's own
 * entries (people, sources, grounds), which nobody translates.
 */
async function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const note = (where: string, text: string | null) => {
      if (text !== null && /\p{Script=Han}/u.test(text) && !text.includes('示例')) {
        found.add(`not translated: ${where}: ${text.trim().slice(0, 60)}`);
      }
    };
    const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription'];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[lang^=zh], script, style, noscript') !== null) continue;
      for (const name of spoken) note(`@${name}`, element.getAttribute(name));
      if (element instanceof HTMLInputElement && element.type !== 'text') {
        note('value', element.value);
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) note(element.tagName.toLowerCase(), node.nodeValue);
      }
    }
    return [...found];
  });
}
