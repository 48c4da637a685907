import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Meeting } from '../../shared/meetings.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { MEETING } from '../support/meetings.ts';
import {
  type Server,
  signedIn,
  startServerAt,
  startUpgradedAt,
  useServer,
} from '../support/server.ts';

const started = useServer('demo');
const browser = useBrowser();
const { presentation, live } = zhCN;
const PLAN = 'qetdz-2016';
/** The demo has no round for it: what is handed in there can be approved at once. */
const YEAR = 2021;
const FIRST = 'im-smart-workshops';
const THIRD = 'im-digital-products';
const SECOND = 'qb-quality-competitiveness-index';

let server: Server;
/** Somebody of the demo, as a program. */
type Caller = (method: string, path: string, body?: object, version?: number) => Promise<unknown>;
let reporter: Caller;
let quality: Caller;
let reviewer: Caller;
let security: Caller;

beforeAll(async () => {
  server = started();
  reporter = await as('reporter');
  quality = await as('reporter-quality');
  reviewer = await as('reviewer');
  security = await as('security');
});
afterAll(async () => {
  if (server !== started()) await server.stop();
});

async function as(username: string): Promise<Caller> {
  const { cookies } = await signedIn(server, username);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return async (method, path, body, version) => {
    const answer = await fetch(server.origin + path, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
}

/** A figure that nobody knew until now: entered, handed in and approved. */
async function approve(by: Caller, indicatorId: string, value: number): Promise<void> {
  const body = { indicatorId, year: YEAR, value, source: '年报' };
  const { id } = (await by('POST', '/api/readings', body)) as { id: string };
  await by('POST', `/api/readings/${id}/submit`, undefined, 1);
  await reviewer('POST', `/api/readings/${id}/approve`, undefined, 2);
}

/** A machine at the wall, paired as its page and the security administrator's do it. */
async function pairedWall(): Promise<{ wall: Page; displayId: string }> {
  const wall = await browser.newPage({
    allowed: [/status of 401/, /ERR_CONNECTION_REFUSED/, /ERR_INCOMPLETE_CHUNKED/, /ERR_EMPTY/],
  });
  const answer = await wall.request.post(`${server.origin}/api/session/pairing`);
  const { code } = (await answer.json()) as { code: string };
  const made = (await security('POST', '/api/displays', { code, name: '一楼大厅' })) as {
    id: string;
  };
  return { wall, displayId: made.id };
}

/** A way to the server that can fall silent, as a pulled cable does: open lines stay, and say nothing. */
async function startSilent(port: number) {
  const sockets = new Set<Socket>();
  let silent = false;
  const way = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes: Buffer) => void (silent || far.write(bytes)));
    far.on('data', (bytes: Buffer) => void (silent || near.write(bytes)));
  });
  await new Promise<void>((begun) => {
    way.listen(0, '127.0.0.1', begun);
  });
  return {
    port: (way.address() as AddressInfo).port,
    fallSilent: () => {
      silent = true;
    },
    /** What was said meanwhile is lost, and so are the lines that it was said on. */
    speak: () => {
      silent = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      way.close();
    },
  };
}

describe('a wall screen', () => {
  test('shows what is approved by itself, stays whole while the server is away, follows a meeting, and goes when unpaired', async () => {
    const { wall, displayId } = await pairedWall();
    await wall.goto(`${server.origin}/present?slide=indicator:${SECOND}`);
    const slide = wall.locator('[data-shown="true"]');
    await slide.getByText(presentation.yearOf(2019)).waitFor();
    // Whoever touches it leads it for a while: it stays on this slide, and nobody leaves the wall.
    await wall.keyboard.press('Escape');
    await wall.keyboard.press('Escape');
    expect(new URL(wall.url()).pathname).toBe('/present');

    // The first figure of 2021: the board's year is then 2021, on every slide at once.
    await approve(reporter, FIRST, 23);
    await slide.getByText(presentation.yearOf(YEAR)).waitFor();

    const before = await slide.innerText();
    expect(before).not.toContain('91.7');
    const port = Number(new URL(server.origin).port);
    await server.stop();
    await wall.getByText(live.states.reconnecting).waitFor();
    expect(await slide.innerText()).toBe(before);

    server = await startServerAt(port, server.folder, '--demo');
    // Approved before the wall is back, so that it hears of it only by naming what it heard last.
    await approve(quality, SECOND, 91.7);
    await slide.getByText('91.7').first().waitFor();
    await wall.getByText(live.states.reconnecting).waitFor({ state: 'hidden' });

    // A meeting begins: the wall is its wall, on one moment of the figures and on its slide.
    const body = { ...MEETING, year: YEAR };
    const called = (await reviewer('POST', `/api/plans/${PLAN}/meetings`, body)) as Meeting;
    const meeting = `/api/meetings/${called.id}`;
    await reviewer('POST', `${meeting}/start`, undefined, called.version);
    await reviewer('PUT', `${meeting}/stage`, { slideKey: `indicator:${FIRST}` });
    const shown = wall.locator('[data-slide]');
    const slideNow = () => shown.getAttribute('data-slide');
    await expect.poll(slideNow, { timeout: 20_000 }).toBe(`indicator:${FIRST}`);
    await expect.poll(() => slide.innerText(), { timeout: 20_000 }).toContain('23');
    await approve(reporter, THIRD, 7);
    await wall.getByText(presentation.newer).waitFor();
    // A machine that is switched off and on shows the meeting's moment again, not what is newer.
    const frozen = await slide.innerText();
    await wall.reload();
    await wall.getByText(presentation.newer).waitFor();
    expect(await slide.innerText()).toBe(frozen);
    const begun = (await reviewer('GET', meeting)) as Meeting;
    await reviewer('POST', `${meeting}/moment`, undefined, begun.version);
    await wall.getByText(presentation.newer).waitFor({ state: 'hidden' });
    const taken = (await reviewer('GET', meeting)) as Meeting;
    await reviewer('POST', `${meeting}/end`, undefined, taken.version);

    await security('DELETE', `/api/displays/${displayId}`);
    await wall.waitForURL(`${server.origin}/pair`);
  });

  test('comes back by itself as the newer program, when the server was upgraded meanwhile', async () => {
    const { wall } = await pairedWall();
    await wall.goto(`${server.origin}/present?slide=indicator:${SECOND}`);
    await wall.locator('[data-shown="true"]').waitFor();
    const scripts = () =>
      wall.evaluate(() => Array.from(document.scripts, ({ src }) => src).join(' '));
    expect(await scripts()).not.toContain('-next.js');
    const port = Number(new URL(server.origin).port);
    await server.stop();
    await wall.getByText(live.states.reconnecting).waitFor();
    server = await startUpgradedAt(port, server.folder);
    await expect.poll(scripts, { timeout: 20_000 }).toContain('-next.js');
    await wall.locator('[data-shown="true"]').waitFor();
    expect(new URL(wall.url()).searchParams.get('slide')).toBe(`indicator:${SECOND}`);
  });

  test('notices a line that is dead without a word, and comes back by itself', async () => {
    const between = await startSilent(Number(new URL(server.origin).port));
    const storageState = await signedIn(server, 'leader');
    const page = await browser.newPage({ storageState, allowed: [/ERR_/] });
    await page.clock.install();
    await page.goto(`http://127.0.0.1:${between.port}/present?corridor=on&year=2019`);
    const slide = page.locator('[data-shown="true"]');
    await slide.waitFor();
    const mark = page.getByText(live.states.reconnecting);
    expect(await mark.count()).toBe(0);
    // Somebody pulls the cable: nothing is closed, and nothing comes any more.
    between.fallSilent();
    await page.clock.fastForward(60_000);
    await mark.waitFor();
    expect(await slide.innerText()).not.toBe('');
    between.speak();
    await expect
      .poll(
        async () => {
          await page.clock.runFor(5000);
          return mark.count();
        },
        { timeout: 20_000 },
      )
      .toBe(0);
    await page.close();
    between.close();
  });

  test('goes on by itself while nobody leads it, and leaves on demand what is on demand', async () => {
    const storageState = await signedIn(server, 'leader');
    const page = await browser.newPage({ storageState });
    await page.clock.install();
    await page.goto(`${server.origin}/present?corridor=on&year=2019`);
    const stage = page.locator('[data-slide]');
    const shown = (key: string) => page.locator(`[data-slide="${key}"]`).waitFor();
    /** A few seconds at a time, so that no slide is passed unseen. */
    const timePasses = async () => {
      await page.clock.runFor(4000);
      return stage.getAttribute('data-slide');
    };
    await shown('overall');
    await expect.poll(timePasses, { timeout: 15_000 }).toBe('heat');
    await page.keyboard.press('ArrowLeft');
    await shown('overall');
    // Who leads it is left alone for a while, then it goes on.
    await page.clock.runFor(80_000);
    await shown('overall');
    await expect.poll(timePasses, { timeout: 15_000 }).toBe('heat');
    await page.goto(`${server.origin}/present?corridor=on&year=2019&slide=indicator:${FIRST}`);
    await shown(`indicator:${FIRST}`);
    await expect.poll(timePasses, { timeout: 15_000 }).toBe('overall');
  });
});
