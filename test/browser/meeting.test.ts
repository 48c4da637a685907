import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { dayInChina } from '../../shared/rounds.ts';
import { button, field } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { signedIn, useServer } from '../support/server.ts';
import { PDF } from '../support/uploads.ts';

const { meetings, actions, slides, todo } = zhCN;
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
