import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { expectFaultless } from '../support/browser/faultless.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { useServer } from '../support/server.ts';

const server = useServer('empty');
const browser = useBrowser();

const PLACES = ['/', '/indicators/im-robot-density', '/indicators/qb-cod-reduction', '/coverage'];

const USERNAME = 'administrator';
const PASSWORD = 'Zhongxin-2016!';

/** The first administrator of an installation that nobody has entered anything into. */
async function firstAdministrator() {
  const { origin, printed } = server();
  await expect.poll(printed).toMatch(/#token=\S+/);
  const post = (path: string, body: object) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const token = /#token=(\S+)/.exec(printed())?.[1];
  const administrator = { username: USERNAME, name: '示例·管理员', password: PASSWORD };
  const made = await post('/api/setup', { token, profile: 'simple', administrator });
  expect([204, 403, 409, 410]).toContain(made.status);
  const signedIn = await post('/api/session', { username: USERNAME, password: PASSWORD });
  const [, name = '', value = ''] =
    /^([^=]+)=([^;]+)/.exec(signedIn.headers.getSetCookie()[0] ?? '') ?? [];
  return { name, value, url: origin };
}

test.each(PLACES)(
  'on the first day %s says what to do next, in both languages and themes',
  async (path) => {
    const page = await browser.newPage();
    await page.context().addCookies([await firstAdministrator()]);
    await page.goto(server().origin + path);
    if (path === '/') {
      const { firstDay } = zhCN.dashboard;
      await page.getByRole('heading', { name: firstDay.title }).waitFor();
      expect(await page.locator('td[data-status]').count(), 'no grey statuses').toBe(0);
    }
    await expectFaultless(page);
  },
);
