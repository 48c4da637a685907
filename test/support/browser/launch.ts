import { chromium, type Browser } from 'playwright-core';
import { fontEnvironment } from './fonts.ts';
import { chromium86, currentChromium, type Program } from './programs.ts';

/**
 * Starts a current Chromium, headless, that reaches 127.0.0.1 and nothing else and has Chinese
 * fonts. The caller closes it. In a test, `useBrowser` does both; this is for scripts that take
 * screenshots or measure.
 *
 * `const browser = await launchBrowser(); browser.version()` answers `'153.0.8010.0'`.
 */
export async function launchBrowser(): Promise<Browser> {
  return launch(await currentChromium());
}

/** The same with Chromium 86: `browser.version()` answers `'86.0.4240.0'`. */
export async function launchChromium86(): Promise<Browser> {
  return launch(await chromium86());
}

async function launch(program: Program): Promise<Browser> {
  return chromium.launch({
    executablePath: program.path,
    // No sandbox: it needs rights that neither root nor a container gives, and the pages are ours.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--font-render-hinting=none',
      // Below every page, worker and background service, for names and for addresses alike.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--no-proxy-server',
    ],
    env: { ...process.env, ...program.environment, ...(await fontEnvironment()) },
  });
}
