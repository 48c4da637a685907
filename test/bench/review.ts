import { launchBrowser } from '../support/browser/launch.ts';
import { follow, quiet } from '../support/browser/quiet.ts';
import { bounded, type Figure, information } from './figures.ts';
import { demoFolder, withDatabase } from './folders.ts';
import { startProduct } from './processes.ts';
import { signIn } from './session.ts';

const WANTED = 200;
const SLOWDOWN = 4;

/** The review page of 200 figures, scrolled from end to end on a processor four times slower. */
export async function review(): Promise<Figure[]> {
  const folder = await demoFolder();
  const waiting = await handIn(folder);
  const product = await startProduct(folder);
  const cookie = await signIn(product, folder, 'reviewer');
  const chromium = await launchBrowser();
  try {
    const context = await chromium.newContext({ viewport: { width: 1366, height: 768 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: product.origin }]);
    follow(context);
    const page = await context.newPage();
    await page.goto(`${product.origin}/review`);
    await page.locator('[data-item]').first().waitFor();
    await quiet(page);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const frames = await page.evaluate(scrollThrough);
    return [
      bounded(
        `review of ${waiting} figures scrolled, processor ${SLOWDOWN}× slower, longest frame`,
        Math.max(...frames),
        'ms',
        ['≤', 50],
      ),
      information('frames of that scroll', String(frames.length)),
    ];
  } finally {
    await chromium.close();
    await product.stop();
  }
}

/**
 * Hands in again all that the demo approved, and the figures of 2019 for the six years after it.
 * @returns how many wait
 */
async function handIn(folder: string): Promise<number> {
  let waiting = 0;
  await withDatabase(folder, async ({ connection }) => {
    const columns = connection
      .prepare<[], { name: string }>('pragma table_info(readings)')
      .all()
      .map(({ name }) => name);
    const values = columns.map((column) =>
      column === 'id' ? '? || id' : column === 'year' ? '?' : column,
    );
    const copy = connection.prepare(
      `insert into readings (${columns.join(', ')}) select ${values.join(', ')} from readings
       where year = 2019`,
    );
    for (let year = 2020; year <= 2025; year += 1) {
      connection.prepare('delete from readings where year = ? and status = ?').run(year, 'draft');
      copy.run(`${year}-`, year);
    }
    connection.exec("update readings set status = 'submitted'");
    connection.exec('update plans set revision = revision + 1');
    waiting = connection
      .prepare(`select count(*) from readings where status = 'submitted'`)
      .pluck()
      .get() as number;
  });
  if (waiting < WANTED) throw new Error(`only ${waiting} figures to review`);
  return waiting;
}

/** Runs in the page: a screenful at every frame, down and up again. @returns each frame, in ms */
async function scrollThrough(): Promise<number[]> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const step = innerHeight / 4;
  const frames: number[] = [];
  let last = await frame();
  for (const direction of [1, -1]) {
    for (;;) {
      const before = scrollY;
      scrollBy(0, direction * step);
      const now = await frame();
      frames.push(now - last);
      last = now;
      if (scrollY === before) break;
    }
  }
  return frames;
}
