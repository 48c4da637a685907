import { expect, test } from 'vitest';
import { settled } from '../support/browser/inspect.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

/** Pages of a PDF and their boxes in points: A4 lying is 842 × 595. */
function sheets(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const count = text.match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0;
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  const box = `${Math.round(Number(width))} × ${Math.round(Number(height))}`;
  return Array.from({ length: count }, () => box);
}

test.each(['zh-CN', 'en'] as const)(
  'the board prints on one lying sheet of A4, marked as illustrative, in %s',
  async (language) => {
    const storageState = await signedIn(server(), 'leader', language);
    const page = await browser.newPage({ storageState });
    await page.goto(`${server().origin}/?year=2019`);
    await page.locator('tr[data-row]').first().waitFor();
    await settled(page);
    expect(sheets(await page.pdf({ preferCSSPageSize: true }))).toEqual(['842 × 595']);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('illustrative data').first().waitFor({ state: 'visible' });
    await page.locator('.printOnly', { hasText: '2019' }).first().waitFor({ state: 'visible' });
  },
);

test.each([
  { list: 'meetings', path: (id: string) => `/meetings/${id}/brief` },
  { list: 'actions', path: (id: string) => `/actions/${id}/notice` },
])('a paper of the $list is one standing sheet of A4 in both languages', async ({ list, path }) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const storageState = await signedIn(server(), 'reviewer', language);
    const page = await browser.newPage({ storageState });
    const answer = await page.request.get(`${server().origin}/api/plans/qetdz-2016/${list}`);
    const { items } = (await answer.json()) as { items: { id: string; number: number }[] };
    const second = items.find(({ number }) => number === 2)?.id ?? '';
    await page.goto(server().origin + path(second));
    await page.getByRole('table').last().waitFor();
    await settled(page);
    expect(sheets(await page.pdf({ preferCSSPageSize: true })), language).toEqual(['595 × 842']);
  }
});

test('on paper the chart of an indicator is the drawn one, inside the sheet', async () => {
  const storageState = await signedIn(server(), 'leader');
  const page = await browser.newPage({ storageState, viewport: { width: 794, height: 1123 } });
  await page.goto(`${server().origin}/indicators/im-robot-density?year=2019`);
  await page.locator('.recharts-line-curve').first().waitFor({ state: 'attached' });
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.recharts-surface').first().isVisible()).toBe(false);
  const drawn = page.locator('svg').filter({ hasText: '参考线' }).filter({ visible: true }).first();
  const box = await drawn.boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(794);
});
