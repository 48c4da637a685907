import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Dashboard } from '../../shared/dashboard.ts';
import { decimalsOf, numeral } from '../../shared/figures.ts';
import type { Reading } from '../../shared/readings.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const PLAN = '/api/plans/qetdz-2016';

const server = useServer('demo');
const browser = useBrowser();

/** The figure of each row of the board as it is drawn, by indicator. */
async function drawnOn(page: Page, year: number): Promise<ReadonlyMap<string, string>> {
  await page.goto(`${server().origin}/?year=${year}`);
  const rows = page.locator('tr[data-row]');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [row.getAttribute('data-row'), row.children[4]?.textContent] as const),
  );
  return new Map(cells.map(([id, text]) => [id ?? '', text ?? '']));
}

test('twenty figures are the same on the screen, in the API, on the board and in the exports', async () => {
  const storageState = await signedIn(server(), 'leader');
  const cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask = async (url: string): Promise<string> =>
    (await fetch(server().origin + url, { headers: { cookie } })).text();
  const page = await browser.newPage({ storageState });

  let compared = 0;
  for (const year of [2017, 2018, 2019]) {
    const drawn = await drawnOn(page, year);
    const board = JSON.parse(await ask(`${PLAN}/dashboard?year=${year}`)) as Dashboard;
    const list = await ask(`/api/readings?planId=qetdz-2016&year=${year}`);
    const file = await ask(`${PLAN}/export?format=json&what=readings&year=${year}`);
    const csv = await ask(`${PLAN}/export?format=csv&what=readings&year=${year}`);
    const [api, exported] = [list, file].map(
      (text) => (JSON.parse(text) as { items: Reading[] }).items,
    );
    for (const { id, code, target, readings, decimals, unitZh } of board.indicators) {
      const figure = readings.find((one) => one.year === year)?.value ?? null;
      for (const items of [api, exported]) {
        const reading = items?.find(({ indicatorId }) => indicatorId === id);
        expect(reading?.value ?? reading?.level ?? null, `${code} ${year}`).toBe(figure);
      }
      // A level is drawn by its name, and a cut as what it cuts.
      if (figure === null || target.kind === 'rating' || target.kind === 'reduction') continue;
      expect(csv, code).toContain(`,${figure},`);
      const places = decimalsOf({ kind: target.kind, decimals, unit: unitZh });
      expect(drawn.get(id), `${code} ${year}`).toContain(numeral(figure, places));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThanOrEqual(20);
});
