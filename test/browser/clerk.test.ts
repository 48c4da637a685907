import { describe, expect, test } from 'vitest';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Reading } from '../../shared/readings.ts';
import { button, field } from '../support/browser/acts.ts';
import { Hands } from '../support/browser/hands.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

/**
 * As fast as the browser goes; `BIAOCHI_PACE=1` at the pace of a person, which docs/story-year-end.md
 * tells of.
 */
const PACE = Number(process.env['BIAOCHI_PACE'] ?? 0);

describe.each([
  { language: 'zh-CN', sheet: zhCN.sheet, complete: '完成' },
  { language: 'en', sheet: en.sheet, complete: 'Complete' },
] as const)('in $language', ({ language, sheet, complete }) => {
  const server = useServer('demo');
  const browser = useBrowser();

  test(
    'a clerk files ten indicators in under five minutes',
    async () => {
      const page = await browser.newPage({
        storageState: await signedIn(server(), 'reporter', language),
      });
      await page.goto(`${server().origin}/entry?year=2020`);
      await page.getByRole('table').waitFor();
      const begun = Date.now();
      const hands = new Hands(page, PACE);
      const at = (code: string, column: keyof typeof sheet.column) =>
        field(page, sheet.cell(code, sheet.column[column]));
      const source = async (text?: string) => {
        // Past the state of the data, which stays; the source as in the row above.
        await hands.press('Tab');
        await (text === undefined ? hands.press('Control+d') : hands.type(text));
        await hands.press('Tab');
      };
      /** The reason that the checks ask for where a list or a file is still to come. */
      const note = async (text?: string) => {
        await (text === undefined ? hands.press('Control+d') : hands.type(text));
        // On to the next row, past the evidence.
        await hands.press('Tab', 'Tab');
      };

      await hands.look(15);
      await hands.click(at('A1', 'numerator'));
      await hands.type('185');
      await hands.press('Tab');
      await hands.type('310');
      await hands.press('Tab');
      await source('统计快报');
      await note('名单和佐证材料一月补传');
      await hands.type('212');
      await hands.press('Tab');
      await hands.type('25,400');
      await hands.press('Tab');
      await source();
      await note();
      await hands.type('3');
      await hands.press('Tab');
      await source();
      await note();
      await hands.type('规上企业管理系统普及率达到九成');
      await hands.press('Tab');
      await hands.choose(at('A4', 'value'), complete);
      await hands.press('Tab');
      await source();
      await note();
      await hands.type('1320');
      await hands.press('Tab');
      await hands.type('2150');
      await hands.press('Tab');
      await source();
      await note();
      await hands.type('4');
      await hands.press('Tab');
      await source();
      await note();
      // Built, operating and recognised before: it stands as it was reported.
      await hands.look();
      await hands.press('Tab');
      await source();
      await note();
      await hands.type('13');
      await hands.press('Tab');
      await source();
      await note();
      await hands.type('15');
      await hands.press('Tab');
      await source();
      await note();
      await hands.look();
      await hands.press('Tab');
      await source();
      await hands.press('Control+d');

      await hands.click(button(page, sheet.handIn.button));
      const region = page.getByRole('region', { name: sheet.handIn.title });
      await region.getByText(sheet.handIn.ready(10)).waitFor();
      await hands.look(8);
      await hands.click(button(region, sheet.handIn.send(10)));
      await region.getByText(sheet.handIn.said(10, 0)).waitFor();

      const list = `${server().origin}/api/readings?year=2020&status=submitted`;
      const { items } = (await (await page.request.get(list)).json()) as { items: Reading[] };
      expect(items).toHaveLength(10);
      expect(items[0]).toMatchObject({ numerator: 185, denominator: 310, source: '统计快报' });
      const clock = Math.round((Date.now() - begun) / 1000);
      if (PACE > 0)
        process.stdout.write(
          `${language}: ${hands.seconds.toFixed(0)} s counted, ${clock} s taken\n`,
        );
      expect(hands.seconds).toBeLessThan(300);
    },
    PACE > 0 ? 600_000 : 60_000,
  );
});
