import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DECISIONS, HELD } from '../../server/seed/demo-meetings.ts';
import { en } from '../../shared/i18n/en.ts';
import { type Messages, zhCN } from '../../shared/i18n/zh-CN.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { button, field, typeSignIn } from '../support/browser/acts.ts';
import { barriers, settled } from '../support/browser/inspect.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { passwordOf, signedIn, useServer } from '../support/server.ts';

const server = useServer('demo');
const browser = useBrowser();

const LANGUAGES = [
  { language: 'zh-CN', words: zhCN },
  { language: 'en', words: en },
] as const;

async function openAs(username: string, path: string, language: 'zh-CN' | 'en' = 'zh-CN') {
  const storageState = await signedIn(server(), username, language);
  const page = await browser.newPage({ storageState });
  await page.goto(server().origin + path);
  return page;
}

/** What the list says, the headings of its rows. */
async function listed(page: Page): Promise<string[]> {
  await page.getByRole('rowheader').first().waitFor();
  return page.getByRole('rowheader').allInnerTexts();
}

/** 督办〔2026〕2号, of the sample meeting; its year is that of the day on which it was held. */
const numberOf = ({ actions }: Messages, number: number): string => {
  const held = new Date(Date.now() + HELD * 86_400_000);
  return actions.numberOf(Number(dayInChina(held).slice(0, 4)), number);
};
const decided = (number: number): string => DECISIONS[number - 1]?.text ?? '';

describe('what each role finds to do', () => {
  const todos: readonly (readonly [string, (words: Messages) => string[]])[] = [
    [
      'reporter',
      (words) => [
        words.todo.items.handIn.what(2020, 20, 20),
        words.todo.items.handInReports.what(2020, 30, 30),
        words.todo.items.carryOut.what(numberOf(words, 2), decided(2)),
      ],
    ],
    [
      'reporter-quality',
      (words) => [
        words.todo.items.handIn.what(2020, 3, 3),
        words.todo.items.handInReports.what(2020, 10, 10),
        words.todo.items.carryOut.what(numberOf(words, 3), decided(3)),
      ],
    ],
    [
      'head',
      (words) => [
        words.todo.items.sign.what(2019, 1),
        words.todo.items.signReports.what(2019, 2),
        words.todo.items.issueReport.what(2018),
        words.todo.items.carryOut.what(numberOf(words, 2), decided(2)),
      ],
    ],
    [
      'reviewer',
      (words) => [
        words.todo.items.decideExtension.what(numberOf(words, 3), decided(3)),
        words.todo.items.verifyAction.what(numberOf(words, 4), decided(4)),
        words.todo.items.answerDisputes.what(2019, 1),
      ],
    ],
    [
      'admin',
      ({ todo }) => [
        todo.items.nameLeads.what(1),
        todo.items.enterBaselines.what(4),
        todo.items.assignTargets.what(1),
      ],
    ],
  ];
  test.each(todos.flatMap(([who, said]) => LANGUAGES.map((spoken) => ({ who, said, ...spoken }))))(
    '$who in $language',
    async ({ who, said, language, words }) => {
      const page = await openAs(who, '/home', language);
      expect(await listed(page)).toEqual(said(words));
      // The same number stands beside the word of the navigation.
      const count = words.todo.count(said(words).length);
      await page.getByRole('navigation').getByText(count).waitFor({ state: 'attached' });
    },
  );

  test.each(['leader', 'auditor'])('%s has nothing, and reads why', async (who) => {
    const page = await openAs(who, '/home');
    const { emptyTitle, noDutiesTitle } = zhCN.todo;
    const title = who === 'leader' ? emptyTitle : noDutiesTitle;
    await page.getByRole('heading', { name: title }).waitFor();
  });
});

describe('whoever signs in arrives', () => {
  test.each([
    ['reporter', '/home', 'at their work'],
    ['reviewer', '/home', 'at their work'],
    ['leader', '/', 'at the board'],
    ['auditor', '/', 'at the board'],
  ])('%s on %s: %s', async (who, path) => {
    const page = await browser.newPage();
    await page.goto(server().origin);
    await typeSignIn(page, who, passwordOf(server(), who));
    await page.waitForURL(server().origin + path);
  });

  test('where a link leads, whatever there is to do', async () => {
    const page = await browser.newPage();
    await page.goto(`${server().origin}/coverage`);
    await typeSignIn(page, 'reporter', passwordOf(server(), 'reporter'));
    await page.waitForURL(`${server().origin}/coverage`);
  });
});

test('the board asks for its own things first, and for the count when it is drawn', async () => {
  const storageState = await signedIn(server(), 'reporter');
  const page = await browser.newPage({ storageState });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${server().origin}/?year=2019`);
  await page.locator('tr[data-row]').first().waitFor();
  expect(asked.filter((path) => path === '/api/todo')).toEqual([]);
  await expect.poll(() => asked.filter((path) => path === '/api/todo').length).toBe(1);
});

describe('a notice', () => {
  const { rounds } = zhCN;

  test('is issued from the list of departments, and is a sheet of paper', async () => {
    const page = await openAs('reviewer', '/rounds/2020');
    await button(page, rounds.departments.callInNamed('科技经济发展局')).click();
    await button(page, rounds.notices.issue).click();
    await page.getByRole('heading', { name: rounds.paper.title(2020, 'both') }).waitFor();
    // 20 indicators, and the reports on all 30 measures.
    expect(await page.getByRole('rowheader').count()).toBe(50);
    await page.goBack();
    await page.getByRole('row', { name: rounds.notices.numberOf(2020, 1) }).waitFor();
  });

  test.each(LANGUAGES)('prints on standing sheets of A4 in $language', async (spoken) => {
    const { language, words } = spoken;
    const page = await openAs('reporter-quality', '/rounds/2017/notices/1', language);
    await page.getByRole('heading', { name: words.rounds.paper.title(2017, 'both') }).waitFor();
    await settled(page);
    const printed = sheets(await page.pdf({ preferCSSPageSize: true }));
    expect(new Set(printed)).toEqual(new Set(['595 × 842']));
    await page.emulateMedia({ media: 'print' });
    const said = await page.locator('main').innerText();
    expect(said).toContain(words.rounds.paper.overdue(3, 10, 1));
    expect(said).not.toContain(words.rounds.one.title(2017));
  });
});

test('a round prints on standing sheets of A4', async () => {
  const page = await openAs('leader', '/rounds/2017');
  await page.getByRole('heading', { name: zhCN.rounds.departments.title }).waitFor();
  await settled(page);
  const printed = sheets(await page.pdf({ preferCSSPageSize: true }));
  expect(new Set(printed)).toEqual(new Set(['595 × 842']));
});

/** Pages of a PDF and their boxes in points: A4 standing is 595 × 842. */
function sheets(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const count = text.match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0;
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  const box = `${Math.round(Number(width))} × ${Math.round(Number(height))}`;
  return Array.from({ length: count }, () => box);
}

test('a round is opened, moved, closed and withdrawn by the reviewer', async () => {
  const { rounds } = zhCN;
  const page = await openAs('reviewer', '/rounds');
  await button(page, rounds.manage.open).click();
  const dialog = page.getByRole('dialog');
  // Every year of the plan has its round: none is proposed, and the base year must be meant.
  await button(dialog, rounds.manage.open).click();
  await dialog
    .getByText(zhCN.problems.issues.required as string)
    .first()
    .waitFor();
  await dialog.getByLabel(rounds.year).selectOption(rounds.yearOf(2015));
  await dialog.getByLabel(rounds.opensOn).fill('2015-12-01');
  await dialog.getByLabel(rounds.dueOn).fill('2015-11-01');
  await button(dialog, rounds.manage.open).click();
  await dialog
    .getByText(zhCN.problems.issues.datesOutOfOrder as string)
    .first()
    .waitFor();
  await dialog.getByLabel(rounds.dueOn).fill('2016-01-31');
  await button(dialog, rounds.manage.open).click();
  await page.getByRole('link', { name: rounds.yearOf(2015) }).click();

  await button(page, rounds.manage.days).click();
  await page.getByRole('dialog').getByLabel(rounds.dueOn).fill('2016-02-29');
  await button(page.getByRole('dialog'), zhCN.app.actions.save).click();
  await page.getByText('2016年2月29日截止').waitFor();
  await button(page, rounds.manage.close).click();
  await button(page.getByRole('dialog'), rounds.manage.close).click();
  await page.getByText(rounds.states.closed, { exact: true }).waitFor();
  // No day runs any more.
  const missing = page.getByRole('table', { name: rounds.missing.caption });
  await missing.getByText(rounds.missing.states.notHandedIn).first().waitFor();
  expect(await missing.getByText(/\d+天/).count()).toBe(0);
  await button(page, rounds.manage.reopen).click();
  await page.getByText(rounds.states.open, { exact: true }).waitFor();

  await button(page, rounds.manage.withdraw).click();
  await button(dialog, rounds.manage.withdrawSubmit).click();
  await dialog.getByRole('alert').waitFor();
  expect(await barriers(page)).toEqual([]);
  await field(dialog, rounds.manage.withdrawReason).fill('年度选错');
  await button(dialog, rounds.manage.withdrawSubmit).click();
  await page.getByText(rounds.manage.withdrawn(2015)).waitFor();
  await page.getByRole('link', { name: rounds.yearOf(2020) }).waitFor();
  await page.getByRole('link', { name: rounds.yearOf(2015) }).waitFor({ state: 'detached' });
});
