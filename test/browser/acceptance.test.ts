import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { button, field, row } from '../support/browser/acts.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { officeParts } from '../support/office.ts';
import { signedIn, useServer } from '../support/server.ts';
import { PDF } from '../support/uploads.ts';

const { acceptance: sheets, acceptances: words, todo } = zhCN;

const server = useServer('demo');
const browser = useBrowser();

async function open(as: string, path: string) {
  const page = await browser.newPage({
    storageState: await signedIn(server(), as),
    allowed: [/status of 422/],
  });
  await page.goto(server().origin + path);
  return page;
}

/** What the corner of the page says. */
const said = (page: Page, text: string) =>
  page.getByRole('status').getByText(text, { exact: true }).waitFor();
const named = (verb: string, of: string) => `${verb} · ${of}`;

test('a score sheet is drafted, approved by a leader, and the acceptance of a year walked to its conclusion', async () => {
  // The draft is emptied behind the page's back: everything of the new one is typed.
  const committee = await open('reviewer', '/acceptance?year=2018');
  const origin = server().origin;
  const list = await committee.request.get(`${origin}/api/plans/qetdz-2016/score-sheets`);
  const [draft] = ((await list.json()) as { items: { id: string; version: number }[] }).items;
  await committee.request.put(`${origin}/api/score-sheets/${draft?.id ?? ''}`, {
    headers: { 'if-match': `"${draft?.version ?? 0}"`, origin },
    data: {
      title: '空',
      items: [],
      grades: [],
      pendingRule: null,
      noDataRule: null,
      tentativeRule: null,
      passLine: null,
      bonusCap: null,
      vetoGrade: null,
    },
  });

  await committee.goto(`${origin}/acceptance/sheet?year=2018`);
  await field(committee, sheets.sheetTitle).fill('2018年度考核评分表');
  await field(committee, sheets.passLine).selectOption('lower');
  await field(committee, sheets.noDataRule).selectOption('zero');
  for (const [at, zh, en, lower] of [
    [1, '合格', 'Passed', '60'],
    [2, '不合格', 'Not passed', '0'],
  ] as const) {
    await button(committee, sheets.addGrade).click();
    await field(committee, sheets.cell(at, sheets.gradeZh)).fill(zh);
    await field(committee, sheets.cell(at, sheets.gradeEn)).fill(en);
    await field(committee, sheets.cell(at, sheets.lower)).fill(lower);
  }
  await field(committee, sheets.addOne).selectOption('indicator im-smart-workshops');
  await button(committee, sheets.add).click();
  await field(committee, sheets.cell(1, sheets.columns.weight)).fill('分');
  await field(committee, sheets.cell(1, sheets.ruleHead)).selectOption('proportional');
  await field(committee, sheets.cell(1, sheets.basis)).selectOption('attainment');
  await button(committee, sheets.addFree).click();
  await field(committee, sheets.cell(2, sheets.columns.item)).fill('工作组织');
  await field(committee, sheets.cell(2, sheets.columns.department)).selectOption('steb');
  await field(committee, sheets.cell(2, sheets.columns.weight)).fill('４０');
  await button(committee, sheets.save).click();
  // What is no number is named, and nothing is lost by it.
  await committee
    .getByRole('button', { name: new RegExp(`^${sheets.cell(1, sheets.columns.weight)}`) })
    .waitFor();
  await field(committee, sheets.cell(1, sheets.columns.weight)).fill('60');
  await button(committee, sheets.save).click();
  await said(committee, sheets.saved);
  await committee.goto(`${origin}/acceptance?year=2018`);
  await button(committee, sheets.steps.present).click();
  await said(committee, sheets.stepDone.present);

  const group = await open('leader', '/home');
  await group.getByRole('link', { name: new RegExp(`^${todo.items.approveSheet.go}`) }).click();
  await button(group, sheets.steps.approve).click();
  await button(group.getByRole('dialog'), sheets.steps.approve).click();
  await said(group, sheets.stepDone.approve);

  await committee.reload();
  await button(committee, words.open(2018)).click();
  await button(committee.getByRole('dialog'), words.open(2018)).click();
  await committee.waitForURL(/\/acceptance\/[0-9a-f-]{36}/);
  const whole = new URL(committee.url()).pathname;

  const writing = await open('reporter', '/home');
  const assess = writing.getByRole('link', { name: new RegExp(`^${todo.items.assessSelf.go}`) });
  await assess.click();
  const card = (page: Page, name: string) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
  const organisation = card(writing, '工作组织');
  await field(organisation, words.ownMark).fill('４５');
  await button(organisation, words.save).click();
  await organisation.getByRole('button', { name: new RegExp(`^${words.ownMark}`) }).waitFor();
  await field(organisation, words.ownMark).fill('38');
  await organisation.getByRole('textbox', { name: words.words }).fill('专班推进，按月调度。');
  // Enter in the field is as good as the button.
  await field(organisation, words.ownMark).press('Enter');
  await said(writing, words.savedItem('工作组织'));
  await organisation
    .locator('input[type=file]')
    .setInputFiles({ name: '调度台账.pdf', mimeType: 'application/pdf', buffer: PDF });
  await organisation.getByRole('link', { name: '调度台账.pdf' }).waitFor();
  await button(writing, words.selfSteps.submit).click();
  await said(writing, words.selfStepsDone.submit);

  const heading = await open('head', '/home');
  await heading.getByRole('link', { name: new RegExp(`^${todo.items.signSelf.go}`) }).click();
  await button(heading, words.selfSteps.handIn).click();
  await said(heading, words.selfStepsDone.handIn);

  await committee.goto(origin + whole);
  await button(committee, words.steps.beginVerification).click();
  await button(committee.getByRole('dialog'), words.steps.beginVerification).click();
  await said(committee, words.stepsDone.beginVerification);
  await committee.goto(`${origin}${whole}/verification`);
  const judged = card(committee, '工作组织');
  await judged.getByRole('link', { name: '调度台账.pdf' }).waitFor();
  await field(judged, words.mark).fill('30');
  await button(judged, named(words.verify, '工作组织')).click();
  // Eight marks less, and no word why.
  await judged.getByRole('button', { name: new RegExp(`^${words.reason}`) }).waitFor();
  await judged.getByRole('textbox', { name: words.reason }).fill('三、四季度调度会没有会议记录');
  await button(judged, named(words.verify, '工作组织')).click();
  await said(committee, words.verified('工作组织'));
  await button(committee, words.takeRest(1)).click();
  await committee.getByText(words.verifyLead(2, 2), { exact: true }).waitFor();
  await committee.goto(origin + whole);
  await button(committee, words.steps.announce).click();
  await button(committee.getByRole('dialog'), words.steps.announce).click();
  await said(committee, words.stepsDone.announce);

  await heading.reload();
  const told = card(heading, '工作组织');
  await told.getByText('三、四季度调度会没有会议记录').waitFor();
  await button(told, named(words.dispute, '工作组织')).click();
  await field(told, words.reason).fill('会议记录已补交，请重新核定');
  await button(told, words.dispute).click();
  await told.getByText(words.disputeStates.open, { exact: true }).waitFor();

  const answering = await open('reviewer-second', '/home');
  await answering
    .getByRole('row')
    .filter({ hasText: todo.items.answerDisputes.what(2018, 1) })
    .getByRole('link')
    .click();
  const answered = card(answering, '工作组织');
  await answered.getByLabel(words.answers.changed, { exact: true }).check();
  await field(answered, words.newMark).fill('36');
  await field(answered, words.answerReason).fill('会议记录完整，扣减材料迟报2分');
  await button(answered, named(words.answer, '工作组织')).click();
  await said(answering, words.answerDone);

  await committee.goto(origin + whole);
  await button(committee, words.steps.present).click();
  await button(committee.getByRole('dialog'), words.steps.present).click();
  await said(committee, words.stepsDone.present);
  await group.goto(`${origin}/home`);
  await group
    .getByRole('link', { name: new RegExp(`^${todo.items.concludeAcceptance.go}`) })
    .click();
  await button(group, words.steps.conclude).click();
  await button(group.getByRole('dialog'), words.steps.conclude).click();
  await said(group, words.stepsDone.conclude);

  // Everybody reads the same in the end: 2 of 3 workshops are 40 of 60, and 36 of 40.
  await writing.goto(origin + whole);
  const result = row(writing, words.kinds.verified);
  await result.waitFor();
  const cells = await result.getByRole('cell').allInnerTexts();
  expect(cells).toEqual(['76.00', '0.00', '76.00', '合格', words.vetoes(0, 0)]);
  const marks = row(writing, '工作组织').first();
  await marks.getByText('会议记录完整，扣减材料迟报2分', { exact: false }).waitFor();
  expect(await button(writing, words.steps.takeBack).count()).toBe(0);
  expect(await button(writing, sheets.dossier.take).count()).toBe(0);

  // The dossier, by whoever answers for it: the papers, and the file of the department.
  const coming = group.waitForEvent('download');
  await button(group, sheets.dossier.take).click();
  const dossier = await coming;
  expect(dossier.suggestedFilename()).toMatch(/^2018年度.*验收考核卷宗\.zip$/);
  const parts = await officeParts(readFileSync(await dossier.path()));
  expect([...parts.keys()]).toContain('佐证材料/001-调度台账.pdf');
  expect(parts.get('佐证材料/001-调度台账.pdf')?.equals(PDF)).toBe(true);
});

test('the dry run shows what hinges on one enterprise, on the pass line of a range, on a pending target', async () => {
  const page = await open('leader', '/acceptance?year=2019');
  const first = sheets.versionOption(1, sheets.states.approved);
  await field(page, sheets.version).selectOption({ label: first });
  const table = page.getByRole('table', { name: sheets.swingsTitle });
  for (const [item, change] of [
    ['A6 数字化制造、智能制造车间数', sheets.swingFrom(sheets.swings.oneLess, '3', '2')],
    ['A6 数字化制造、智能制造车间数', sheets.swingFrom(sheets.swings.passUpper, '3', '5')],
    ['C4 COD（化学需氧量）排放量', sheets.swings.pendingMet],
    ['C4 COD（化学需氧量）排放量', sheets.swings.pendingNotMet],
  ] as const) {
    const line = table.getByRole('row').filter({ hasText: item }).filter({ hasText: change });
    await line.first().waitFor();
  }
});
