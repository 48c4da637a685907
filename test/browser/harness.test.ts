import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, launchChromium86 } from '../support/browser/launch.ts';
import { drawnAsBoxes } from '../support/browser/glyphs.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { watch } from '../support/browser/watch.ts';

const STYLE = `body { font: 20px/1.5 "Noto Sans SC", sans-serif } b { font-weight: 700 }`;
const SYMBOLS = '≥ ≤ ● ○ ◆ ▲ ▼ ■ □ ① ② ✓ → × · … — “” 《》〈〉【】';
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,">
<p>规模以上工业增加值年均增长 <span id="regular">泉州经济技术开发区</span> <b id="bold">泉州经济技术开发区</b></p>
<p>${SYMBOLS}</p>
<label>年度数据 <input></label> <button>保存</button> <output></output>
<script src="/script.js"></script>`;
const SCRIPT = `document.querySelector('button').onclick = () => {
  document.querySelector('output').textContent = document.querySelector('input').value;
}`;

let server: Server;
let origin: string;

/** A page under a policy as strict as the product's. */
beforeAll(async () => {
  const answers: Record<string, [type: string, body: string]> = {
    '/': ['text/html', PAGE],
    '/style.css': ['text/css', STYLE],
    '/script.js': ['text/javascript', SCRIPT],
  };
  server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/plain', 'nothing here'];
    response.writeHead(request.url !== undefined && request.url in answers ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'self'; img-src 'self' data:; connect-src *",
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe.each([
  { name: 'the current browser', launch: launchBrowser },
  { name: 'the old browser', launch: launchChromium86 },
])('$name', ({ launch }) => {
  const browser = useBrowser(launch);

  test('is typed into and clicked', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.getByLabel('年度数据').fill('１２３.5');
    await page.getByRole('button', { name: '保存' }).click();
    expect(await page.getByRole('status').textContent()).toBe('１２３.5');
  });

  test('draws Chinese with real glyphs in both weights', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    expect(await drawnAsBoxes(page, await page.innerText('body'))).toEqual([]);
    expect(await drawnAsBoxes(page, 'a\u{10FFFC}')).toEqual(['\u{10FFFC}']);
    const regular = await page.locator('#regular').screenshot();
    const bold = await page.locator('#bold').screenshot();
    expect(await inkOf(page, bold)).toBeGreaterThan(1.2 * (await inkOf(page, regular)));
  });

  test('takes the language, the colour scheme and the size that a test asks for', async () => {
    const page = await browser.newPage({
      locale: 'en',
      colorScheme: 'dark',
      viewport: { width: 1024, height: 700 },
    });
    await page.goto(origin);
    const seen = await page.evaluate(() => [
      navigator.language,
      matchMedia('(prefers-color-scheme: dark)').matches,
      innerWidth,
    ]);
    expect(seen).toEqual(['en', true, 1024]);
  });

  test.fails('fails the test of a page that throws', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.evaluate(() =>
      setTimeout(() => {
        throw new Error('thrown by the page');
      }),
    );
    await page.waitForTimeout(100);
  });
});

test('the old browser is Chromium 86', async () => {
  const browser = await launchChromium86();
  try {
    const page = await browser.newPage();
    expect(await page.evaluate(() => navigator.userAgent)).toContain('Chrome/86.');
  } finally {
    await browser.close();
  }
});

describe('what a page may not do', () => {
  const troubles: {
    what: string;
    act: (page: Page) => Promise<unknown>;
    line: RegExp;
    why: string;
  }[] = [
    {
      what: 'ask another host by name',
      act: (page) => page.evaluate(() => fetch('https://example.com/font').catch(() => null)),
      line: /^request to another host: https:\/\/example\.com\/font/,
      why: 'an intranet has no other host to answer',
    },
    {
      what: 'ask another host by address',
      act: (page) => page.evaluate(() => fetch('http://10.1.2.3/map').catch(() => null)),
      line: /^request to another host: http:\/\/10\.1\.2\.3\/map/,
      why: 'an address is no less foreign than a name',
    },
    {
      what: 'open a socket to another host',
      act: (page) => page.evaluate(() => void new WebSocket('wss://example.com/live')),
      line: /^request to another host: wss:\/\/example\.com\/live/,
      why: 'a socket is not among the requests that the browser lists',
    },
    {
      what: 'write an error to the console',
      act: (page) => page.evaluate("console.error('key is missing')"),
      line: /^console: key is missing/,
      why: 'React and the browser report faults there',
    },
    {
      what: 'ask for a file that is not there',
      act: (page) => page.evaluate(() => fetch('/missing.js')),
      line: /status of 404/,
      why: 'a missing chunk leaves half a page',
    },
  ];

  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(troubles)('$what: $why', async ({ act, line }) => {
    const context = await browser.newContext();
    const seen = watch(context);
    const page = await context.newPage();
    await page.goto(origin);
    expect(seen).toEqual([]);
    await act(page);
    await expect.poll(() => seen).toContainEqual(expect.stringMatching(line));
  });

  test('a line that the test allows is no trouble, and others still are', async () => {
    const context = await browser.newContext();
    const seen = watch(context, [/status of 404/]);
    const page = await context.newPage();
    await page.goto(origin);
    await page.evaluate(() => fetch('/missing.js'));
    await page.evaluate("console.error('another')");
    await expect.poll(() => seen.length).toBe(1);
    expect(seen[0]).toMatch(/^console: another/);
  });
});

/** How dark a screenshot is: the sum over its pixels of 255 minus the red value. */
async function inkOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas').getContext('2d');
      if (canvas === null) throw new Error('no canvas');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      return data.reduce((sum, value, index) => (index % 4 === 0 ? sum + 255 - value : sum), 0);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
