import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from './bench/folders.ts';
import { ROOT, startProduct } from './bench/processes.ts';
import { signIn } from './bench/session.ts';
import { launchBrowser } from './support/browser/launch.ts';
import { follow, quiet } from './support/browser/quiet.ts';

/**
 * `npm run pictures [-- NAME …]`: the pictures of the README, or those named, drawn from the demo by
 * the product itself, so that they can be made again whenever it changes.
 */
const FOLDER = join(ROOT, 'docs/pictures');
const PAGES = [
  { name: 'overview', as: 'leader', path: '/?year=2019', until: 'tr[data-row]' },
  {
    name: 'indicator',
    as: 'leader',
    path: '/indicators/im-robot-density?year=2019',
    until: '.recharts-surface',
  },
  { name: 'sheet', as: 'reporter', path: '/entry?year=2020', until: 'table input' },
  {
    name: 'report',
    as: 'head',
    path: '/reports/2019/steb',
    until: 'section[lang] table',
  },
  {
    name: 'slide',
    as: 'leader',
    path: '/present?year=2019&slide=indicator:im-robot-density',
    until: 'h1',
    height: 768,
  },
] as const;
const LANGUAGES = [
  { name: 'zh', language: 'zh-CN' },
  { name: 'en', language: 'en' },
] as const;

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const { status } = spawnSync(process.execPath, ['client/build.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (status !== 0) throw new Error('the client was not built');
mkdirSync(FOLDER, { recursive: true });
const folder = await demoFolder();
const product = await startProduct(folder);
const browser = await launchBrowser();
try {
  for (const { name: suffix, language } of LANGUAGES) {
    for (const picture of PAGES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 'height' in picture ? picture.height : 1000 },
        reducedMotion: 'reduce',
      });
      const [name = '', value = ''] = (await signIn(product, folder, picture.as)).split('=');
      await context.addCookies([{ name, value, url: product.origin }]);
      await context.addInitScript((chosen) => {
        localStorage.setItem('biaochi.language', chosen);
      }, language);
      follow(context);
      const page = await context.newPage();
      await page.goto(product.origin + picture.path);
      await page.locator(picture.until).first().waitFor({ state: 'attached' });
      await quiet(page);
      const path = join(FOLDER, `${picture.name}-${suffix}.png`);
      await page.screenshot({ path });
      console.log(path.slice(ROOT.length + 1));
      await context.close();
    }
  }
} finally {
  await browser.close();
  await product.stop();
}
