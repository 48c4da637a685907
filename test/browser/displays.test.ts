import { describe, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();
const { displays: words } = zhCN;

describe('a wall screen', () => {
  test('is paired by the code that it shows, stays so, and is asked to pair again when unpaired', async () => {
    const { origin } = server();
    const wall = await browser.newPage({ allowed: [/status of 401/] });
    await wall.goto(`${origin}/pair`);
    const shown = wall.getByRole('status', { name: /\d{8}/ });
    const code = (await shown.innerText()).replaceAll(/\s/g, '');

    const storageState = await signedIn(server(), 'security');
    const desk = await browser.newPage({ storageState, allowed: [/status of 422/] });
    await desk.goto(`${origin}/users`);
    await desk.getByRole('link', { name: words.title }).click();
    await button(desk, words.pair).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel(words.code).fill('0000 0000');
    await dialog.getByLabel(words.name).fill('一楼大厅');
    await dialog.getByRole('button', { name: words.pair }).click();
    await dialog.getByRole('alert').waitFor();
    // As a Chinese keyboard gives it.
    const fullWidth = code.replaceAll(/\d/g, (digit) =>
      String.fromCharCode(0xff10 + Number(digit)),
    );
    await dialog.getByLabel(words.code).fill(fullWidth);
    await dialog.getByRole('button', { name: words.pair }).click();
    await desk.getByRole('rowheader', { name: '一楼大厅' }).waitFor();

    await wall.waitForURL(`${origin}/present**`);
    const { user } = (await (await wall.request.get(`${origin}/api/session`)).json()) as {
      user: { name: string; roles: string[] };
    };
    expect(user).toMatchObject({ name: '一楼大厅', roles: ['display'] });

    await button(desk, words.unpairNamed('一楼大厅')).click();
    await desk.getByRole('dialog').getByRole('button', { name: words.unpair }).click();
    await desk.getByText(words.none).waitFor();
    await wall.goto(`${origin}/pair`);
    await shown.waitFor();
    expect((await shown.innerText()).replaceAll(/\s/g, '')).not.toBe(code);
  });
});
