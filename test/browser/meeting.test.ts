import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Meeting } from '../../shared/meetings.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { button, field } from '../support/browser/acts.ts';
import { MEETING } from '../support/meetings.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import {
  passwordOf,
  type SignedIn,
  signedIn,
  startLeavingServer,
  useServer,
} from '../support/server.ts';
import { PDF } from '../support/uploads.ts';

const { accounts, app, evidence, meetings, actions, problems, slides, todo } = zhCN;
const { desk, minutes } = meetings;
const TEXT = '由科经局牵头，年底前补齐示范车间台账';
const TODAY = dayInChina(new Date());

const server = useServer('demo');
const browser = useBrowser();

const as = async (who: string, path: string): Promise<Page> => {
  const page = await browser.newPage({ storageState: await signedIn(server(), who) });
  await page.goto(server().origin + path);
  return page;
};

/** Presses what a dialog asks about. */
async function answer(page: Page, press: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await button(dialog, press).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a meeting is called, arranged, held and written down; its decision lives until it is closed', async () => {
  // Called with the agenda that the figures suggest, and put in order with the keyboard.
  const page = await as('reviewer', '/meetings');
  await button(page, meetings.call.open).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, meetings.details.heldOn).fill(TODAY);
  await button(dialog, meetings.call.open).click();
  const agenda = page.getByRole('region', { name: meetings.agenda.title });
  const first = agenda.getByRole('listitem').first();
  await first.getByText(meetings.agenda.slides.overall).waitFor();
  await button(agenda, meetings.agenda.down(meetings.agenda.slides.overall)).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await first.getByText(meetings.agenda.slides.decisions).waitFor();
  await button(agenda, meetings.agenda.save).click();
  await page.getByText(meetings.agenda.saved).waitFor();
  // A slide is left out.
  const order = page.getByRole('region', { name: meetings.slides.title });
  await button(order, meetings.slides.open).click();
  await order.getByLabel(slides.subjects.heat, { exact: true }).uncheck();
  await button(order, meetings.slides.save).click();
  await page.getByText(meetings.slides.saved).waitFor();
  // It opens with what is open from the ones before.
  const open = page.getByRole('region', { name: meetings.decisions.open });
  expect(await open.getByRole('rowheader').count()).toBe(4);

  // Begun: the figures are frozen, and the wall goes where the secretary turns it.
  await button(page, meetings.steps.start).click();
  await answer(page, meetings.steps.start);
  await page.waitForURL('**/desk');
  await page.getByText(/^数据截至/).waitFor();
  const meetingId = /meetings\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const wall = await as('leader', `/present?meeting=${meetingId}`);
  await page.getByRole('button', { name: new RegExp(`^${desk.forward}`) }).click();
  await wall.locator('[data-slide="overall"]').waitFor();
  const notes = page.getByLabel(desk.notesOf(meetings.agenda.slides.overall));
  await notes.fill('会议指出，要逐项落实。');
  await notes.blur();
  await page.getByRole('status').getByText(desk.saved, { exact: true }).waitFor();

  // A decision is typed and confirmed; it is on the wall at once.
  await field(page, desk.text).fill(TEXT);
  await field(page, desk.lead).selectOption({ label: '科技经济发展局' });
  await button(page, desk.yearEnd).click();
  await field(page, desk.text).press('Control+Enter');
  const link = page.getByRole('link', { name: /^督办〔\d{4}〕6号/ });
  await link.waitFor();
  await wall.getByText(TEXT).first().waitFor();
  await button(page, desk.back(slides.sections.overall)).click();
  await wall.locator('[data-slide="overall"]').waitFor();
  await button(page, meetings.steps.end).click();
  await answer(page, meetings.steps.end);
  await page.getByText(desk.over).waitFor();

  // Its life in the department.
  const clerk = await as('reporter', '/home');
  await clerk
    .getByRole('row', { name: new RegExp(TEXT) })
    .getByRole('link')
    .click();
  await button(clerk, actions.steps.receive).click();
  await button(clerk, actions.steps.note).click();
  await field(clerk.getByRole('dialog'), actions.steps.noteText).fill('已核对18家');
  await answer(clerk, actions.steps.note);
  await clerk
    .locator('input[type=file]')
    .setInputFiles({ name: '台账.pdf', mimeType: 'application/pdf', buffer: PDF });
  await clerk.getByRole('link', { name: '台账.pdf' }).waitFor();
  // Taken away by mistake, it is put back.
  await button(clerk, evidence.removeNamed('台账.pdf')).click();
  await button(clerk, app.actions.undo).click();
  await clerk.getByText(evidence.restored('台账.pdf')).waitFor();
  await clerk.getByRole('link', { name: '台账.pdf' }).waitFor();
  await button(clerk, actions.steps.report).click();
  await field(clerk.getByRole('dialog'), actions.steps.reportText).fill('台账已建立，见附件');
  await answer(clerk, actions.steps.report);
  await clerk.getByText(actions.states.reported, { exact: true }).waitFor();

  // The committee verifies and closes it; the next meeting does not open with it.
  const actionUrl = clerk.url();
  await page.goto(actionUrl);
  await button(page, actions.steps.verify).click();
  await button(page, actions.steps.close).click();
  const life = page.getByRole('region', { name: actions.one.life }).getByRole('listitem');
  await life.first().getByText(actions.records.close, { exact: true }).waitFor();
  expect(await life.getByText('已核对18家').count()).toBe(1);
  await page.goto(`${server().origin}/meetings`);
  await button(page, meetings.call.open).click();
  await field(dialog, meetings.details.heldOn).fill(TODAY);
  await button(dialog, meetings.call.open).click();
  await open.getByRole('rowheader').first().waitFor();
  expect(await open.getByText(TEXT).count()).toBe(0);

  // Minutes: drafted by rules, mended by hand, confirmed by the chair, closed.
  await page.goto(`${server().origin}/meetings/${meetingId}/minutes`);
  await button(page, minutes.draft).click();
  const text = page.getByRole('textbox');
  await text.waitFor();
  expect(await text.inputValue()).toContain(TEXT);
  expect(await text.inputValue()).toContain('会议指出，要逐项落实。');
  await text.fill(`${await text.inputValue()}\n会议要求，下次会议前逐项回头看。`);
  await button(page, minutes.save).click();
  await page.getByText(minutes.version(2)).waitFor();
  await button(page, minutes.present).click();
  await answer(page, minutes.present);
  const chair = await as('leader', '/home');
  await chair.getByRole('link', { name: new RegExp(`^${todo.items.confirmMinutes.go}`) }).click();
  await button(chair, minutes.confirm).click();
  await answer(chair, minutes.confirm);
  await chair.getByText(/^签发文件 SHA-256/).waitFor();
  const [download] = await Promise.all([
    chair.waitForEvent('download'),
    chair.getByRole('link', { name: minutes.download }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  await page.reload();
  await button(page, minutes.close).click();
  await answer(page, minutes.close);
  await page.getByText(meetings.states.closed, { exact: true }).waitFor();
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: minutes.download }).click(),
  ]);
  expect(readFileSync(await again.path()).equals(bytes), 'the bytes stay').toBe(true);
});

const cookieOf = ({ cookies }: SignedIn): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

test('two secretaries, a session that ends and a server that goes away lose no word of the notes', async () => {
  const own = await startLeavingServer(server());
  const secretary = await signedIn(own, 'reviewer');
  const cookie = cookieOf(secretary);
  const send = async (path: string, body?: object, version?: number): Promise<Meeting> => {
    const answer = await fetch(`${own.origin}/api${path}`, {
      method: 'POST',
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Meeting;
  };
  const agenda = [1, 2, 3].map((at) => ({ title: `议题${at}`, slideKey: null }));
  const called = await send('/plans/qetdz-2016/meetings', { ...MEETING, agenda });
  await send(`/meetings/${called.id}/start`, undefined, called.version);
  const allowed = [/status of 401/, /status of 412/, /ERR_CONNECTION_REFUSED/, /ERR_EMPTY/];
  const path = `${own.origin}/meetings/${called.id}/desk`;
  const page = await browser.newPage({ storageState: secretary, allowed });
  await page.goto(path);
  const storageState = await signedIn(own, 'reviewer-second');
  const second = await browser.newPage({ storageState, allowed });
  await second.goto(path);
  const notes = (of: Page, at: number) => field(of, desk.notesOf(`议题${at}`));
  /** What the server has. */
  const noted = async (at: number) => {
    const headers = { cookie: cookieOf(storageState) };
    const answer = await fetch(`${own.origin}/api/meetings/${called.id}`, { headers });
    return ((await answer.json()) as Meeting).agenda[at - 1]?.notes;
  };
  const saved = (of: Page) => of.getByRole('status').getByText(desk.saved, { exact: true });

  // Both write about the same item: the later one keeps the words and adds them.
  await notes(second, 1).waitFor();
  await notes(page, 1).fill('甲记的话');
  await notes(second, 1).fill('乙记的话');
  await notes(page, 1).blur();
  await saved(page).waitFor();
  await notes(second, 1).blur();
  await button(second, desk.append).click();
  await notes(second, 1).blur();
  await saved(second).waitFor();
  await expect.poll(() => noted(1)).toBe('甲记的话\n乙记的话');

  // The session ends: who signs in again goes on where the page stands.
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await notes(page, 2).fill('会话断了也不能丢');
  await notes(page, 2).blur();
  const again = page.getByRole('alertdialog');
  await field(again, accounts.password).fill(passwordOf(own, 'reviewer'));
  await button(again, accounts.signIn).click();
  await expect.poll(() => noted(2)).toBe('会话断了也不能丢');

  // The server is gone for a while: what was typed meanwhile is saved when it is back, and leaving
  // the page before asks first.
  await own.leave();
  await notes(page, 3).fill('服务器不在时记的话');
  await notes(page, 3).blur();
  await page.getByText(desk.unsaved, { exact: true }).waitFor();
  await page.getByRole('link', { name: meetings.minutes.toMeeting, exact: true }).click();
  await button(page.getByRole('alertdialog'), app.unsaved.stay).click();
  await own.comeBack();
  await page.getByText(desk.unsaved, { exact: true }).waitFor({ state: 'hidden' });
  await expect.poll(() => noted(3)).toBe('服务器不在时记的话');

  // A decision that both mend: the later one is told, and saves on what the other one left.
  await field(page, desk.text).fill('请科经局核对台账');
  await button(page, desk.draft).click();
  const mend = desk.editNamed('请科经局核对台账');
  await button(page, mend).click();
  await second.reload();
  await button(second, mend).click();
  for (const [of, text] of [
    [page, '请科经局核对台账，报管委会'],
    [second, '请科经局核对台账，月底前报管委会'],
  ] as const) {
    await field(of, desk.text).fill(text);
    await button(of, desk.draft).click();
    if (of === page) await of.getByText(text, { exact: true }).waitFor();
  }
  await second.getByRole('alert').getByText(String(problems.refusals.staleVersion)).waitFor();
  await second.getByText('请科经局核对台账，报管委会', { exact: true }).waitFor();
  await button(second, desk.draft).click();
  await second.getByText('请科经局核对台账，月底前报管委会', { exact: true }).waitFor();
});
