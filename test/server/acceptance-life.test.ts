import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Acceptance, AcceptanceFile } from '../../shared/acceptances.ts';
import type { DryRun } from '../../shared/acceptance.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { verifyAcceptances } from '../../server/acceptance/verify.ts';
import { sha256Of } from '../../server/db/canonical.ts';
import { Transactions } from '../../server/db/transaction.ts';
import {
  approvedSheet,
  type Cast,
  markAll,
  ofIndicator,
  opened,
  PLAN,
  selfAssessed,
  setTheScene,
  SHEET,
  taken,
} from '../support/acceptance.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { publish, refusal } from '../support/readings.ts';
import { PDF, sendFile } from '../support/uploads.ts';

let t: TestApp;
let cast: Cast;
beforeEach(async () => {
  t = await startApp();
  cast = await setTheScene(t);
});
afterEach(() => t.close());

const codesOf = async (by: Signed) =>
  (await by.get('/api/todo'))
    .json<{ items: TodoItem[] }>()
    .items.map(({ code }) => code)
    .filter((code) => !['nameLeads', 'enterBaselines', 'assignTargets'].includes(code));
const proven = () => new Transactions(t.database.kysely).read(verifyAcceptances);
const told = (items: Acceptance['items']) =>
  Object.fromEntries(items.map(({ itemId, verified: given }) => [itemId, given?.marks ?? null]));

describe('opening an acceptance', () => {
  it('needs an approved sheet that decides every mark and rule, and a year of the plan', async () => {
    const { reviewer, reporter } = cast;
    const open = (sheetId: string, year = 2018, by = reviewer) =>
      by.send('POST', `${PLAN}/acceptances`, { sheetId, year });
    const loose = await approvedSheet(cast, {
      ...SHEET,
      items: [ofIndicator('im-cnc-rate', 40, { rule: null, basis: null })],
    });
    expect(refusal(await open(loose.id))).toBe('409 sheetIncomplete');
    const sheet = await approvedSheet(cast);
    const draft = taken(
      await reviewer.send('POST', `${PLAN}/score-sheets`, { from: 'latest' }),
    ).json<{ id: string }>();
    expect(refusal(await open(draft.id))).toBe('409 wrongState');
    expect(refusal(await open('nothing'))).toBe('422 /sheetId unknownReference');
    expect(refusal(await open(sheet.id, 2031))).toBe('422 /year yearOutsidePlan');
    expect(refusal(await open(sheet.id, 2018, reporter))).toBe('403 forbidden');
    taken(await open(sheet.id));
    expect(refusal(await open(sheet.id)), 'one a year').toBe('409 conflict');
  });

  it('fixes the figures: what is approved or approved otherwise later changes no mark', async () => {
    const { reviewer, reporter } = cast;
    const sheet = await approvedSheet(cast);
    const acceptance = await opened(cast, sheet);
    const before = await acceptance.as(reviewer);
    expect(before.computed).toMatchObject({
      // 39.75 + 20, the pending target left out: (59.75 + 0…30) × 100 ÷ 90, and 0…5; a veto may strike
      total: { low: 66.39, high: 104.72, of: 100 },
      gradeLow: 2,
      gradeHigh: 0,
    });
    expect(before.verdicts).toEqual({ met: 1, notMet: 1, cannotJudge: 1 });

    await publish(reporter, reviewer, 'im-cnc-rate', 2017, { numerator: 150, denominator: 200 });
    t.database.connection.exec(`update readings set value = 2 where value = 3`);
    const run = taken(
      await reviewer.get(`/api/score-sheets/${sheet.id}/dry-run?year=2018`),
    ).json<DryRun>();
    expect(run.total.low, 'a dry run goes with the figures').toBe(44.17);
    const after = await acceptance.as(reviewer);
    expect(after.computed).toEqual(before.computed);
    expect(after.items).toEqual(before.items);

    const { connection } = t.database;
    const kept = connection.prepare('select basis from acceptances').pluck().get() as string;
    expect(sha256Of(kept)).toBe(before.basis.sha256);
    for (const sql of [
      `update acceptances set basis = '{}'`,
      `update acceptances set sheet_id = 'x'`,
      `delete from acceptances`,
      `update acceptance_records set text = 'x'`,
    ]) {
      expect(() => connection.exec(sql), sql).toThrow(/stay|never/);
    }
    expect(await proven()).toEqual({ ok: true });
    connection.exec('drop trigger acceptances_stay');
    connection.exec(`update acceptances set basis = replace(basis, '159', '160')`);
    expect(refusal(await reviewer.get(acceptance.url))).toBe('503 databaseDamaged');
    const forged = sha256Of(kept.replaceAll('159', '160'));
    connection.exec(`update acceptances set basis_sha256 = '${forged}'`);
    expect(await proven()).toMatchObject({ ok: false, year: 2018, place: 'basis' });
  });
});

describe('the life of an acceptance', () => {
  it('goes from self-assessment over verification and an objection to the conclusion', async () => {
    const { reporter, head, finance, financeHead, reviewer, leader } = cast;
    const draft = taken(
      await reviewer.send('POST', `${PLAN}/score-sheets`, { from: 'example' }),
    ).json<{ id: string; version: number }>();
    expect(await codesOf(leader), 'an example waits for nobody').toEqual([]);
    t.database.connection
      .prepare(`update score_sheets set state = 'presented', example = 0 where id = ?`)
      .run(draft.id);
    expect(await codesOf(leader)).toEqual(['approveSheet']);
    t.database.connection
      .prepare(`update score_sheets set state = 'approved', approved_at = 'x' where id = ?`)
      .run(draft.id);

    const acceptance = await opened(cast, await approvedSheet(cast));
    const { url, as, item, step, ofDepartment, assess, verify, dispute } = acceptance;
    expect(await codesOf(reporter)).toEqual(['assessSelf']);
    expect(await codesOf(head)).toEqual(['assessSelf']);
    expect(await codesOf(reviewer)).toEqual([]);

    // What the figures say is not the department's to mark, and another's item is not theirs at all.
    expect(refusal(await assess(reporter, 'im-cnc-rate', { marks: 40 }))).toBe(
      '422 /marks computedValue',
    );
    expect(refusal(await assess(reporter, 'organisation', { marks: 20.5 }))).toBe(
      '422 /marks tooLarge',
    );
    expect(refusal(await assess(reporter, 'books', { marks: 1 }))).toBe('403 forbidden');
    expect(refusal(await ofDepartment(reporter, 'steb', 'submit'))).toBe('409 acceptanceNotReady');
    taken(await assess(reporter, 'im-cnc-rate', { words: '距目标差1台。' }));
    taken(await assess(reporter, 'organisation', { marks: 18, words: '专班推进。' }));
    const file = taken(
      await sendFile(t, reporter, `${url}/items/organisation/evidence`, '调度表.pdf', PDF),
    ).json<AcceptanceFile>();
    expect(file).toMatchObject({ name: '调度表.pdf', purpose: 'self' });
    expect((await item(reviewer, 'organisation')).self, 'a draft is the department’s').toBeNull();
    expect(refusal(await reviewer.get(`${url}/evidence/${file.id}`))).toBe('404 notFound');

    taken(await ofDepartment(reporter, 'steb', 'submit'));
    expect(await codesOf(head)).toEqual(['signSelf']);
    expect(refusal(await ofDepartment(reporter, 'steb', 'hand-in'))).toBe('403 forbidden');
    taken(await ofDepartment(head, 'steb', 'hand-in'));
    expect(refusal(await assess(reporter, 'organisation', { marks: 20 }))).toBe('409 wrongState');
    expect((await item(reviewer, 'organisation')).self).toMatchObject({ marks: 18 });
    expect((await reviewer.get(`${url}/evidence/${file.id}`)).rawPayload.equals(PDF)).toBe(true);
    expect((await item(finance, 'organisation')).self, 'nor another department’s').toBeNull();

    // It comes back once, with a reason that says something.
    expect(refusal(await ofDepartment(reviewer, 'steb', 'send-back', '核实无误'))).toBe(
      '422 /reason reasonTooThin',
    );
    taken(await ofDepartment(reviewer, 'steb', 'send-back', '请补充四季度调度材料'));
    expect((await as(reporter)).departments[0]).toMatchObject({
      state: 'returned',
      returned: { name: '考核员', reason: '请补充四季度调度材料' },
    });
    await selfAssessed(acceptance, cast);
    expect(await codesOf(reviewer)).toEqual(['leadAcceptance']);

    taken(await step(reviewer, 'verification', ''));
    expect(await codesOf(reviewer)).toEqual(['verifyItems']);
    expect(refusal(await step(reviewer, 'announcement'))).toBe('409 acceptanceNotReady');
    // What differs from the claim or the computed mark needs a reason; what the sheet leaves out, none.
    expect(refusal(await verify(reviewer, 'organisation', 15))).toBe('422 /reason required');
    expect(refusal(await verify(reviewer, 'organisation', 15, '核实无误'))).toBe(
      '422 /reason reasonTooThin',
    );
    expect(refusal(await verify(reviewer, 'im-cnc-rate', 40))).toBe('422 /reason required');
    expect(refusal(await verify(reviewer, 'qb-cod-reduction', 5))).toBe('409 wrongState');
    expect(refusal(await verify(reviewer, 'accident', 2))).toBe('422 /marks notAllowed');
    await markAll(acceptance, cast);
    expect((await item(head, 'organisation')).verified, 'not announced yet').toBeNull();
    expect(await codesOf(reviewer)).toEqual(['leadAcceptance']);
    taken(await step(reviewer, 'announcement'));
    expect((await item(head, 'organisation')).verified).toMatchObject({
      marks: 15,
      reason: '三、四季度调度会没有纪要',
      by: { name: '考核员' },
    });
    expect((await item(financeHead, 'organisation')).verified).toBeNull();
    expect((await as(head)).departments).toMatchObject([
      { departmentId: 'steb', computed: { low: 67.22 }, verified: { low: 84.09, of: 90 } },
      { departmentId: 'finance', verified: null },
    ]);

    const because = { reason: '三、四季度纪要已补交，见附件' };
    expect(refusal(await dispute(reporter, 'organisation', '', because))).toBe('403 forbidden');
    expect(refusal(await dispute(financeHead, 'organisation', '', because))).toBe('403 forbidden');
    taken(await dispute(head, 'organisation', '', because));
    taken(await dispute(head, 'organisation', 'withdraw'));
    expect((await item(head, 'organisation')).dispute, 'taken back').toBeNull();
    taken(await dispute(head, 'organisation', '', because));
    const more = taken(
      await sendFile(t, reporter, `${url}/items/organisation/evidence`, '纪要.pdf', PDF_TOO),
    ).json<AcceptanceFile>();
    expect(more.purpose).toBe('dispute');
    const move = (method: 'DELETE' | 'PUT', { id }: AcceptanceFile) =>
      reporter.send(method, `${url}/evidence/${id}`);
    expect(refusal(await move('DELETE', file)), 'what was marked by stays').toBe('409 wrongState');
    taken(await move('DELETE', more));
    expect(refusal(await reviewer.get(`${url}/evidence/${more.id}`))).toBe('404 notFound');
    taken(await move('PUT', more));
    expect(await codesOf(reviewer)).toEqual(['answerDisputes']);
    expect(refusal(await step(reviewer, 'present'))).toBe('409 acceptanceNotReady');
    const answer = (by: Signed, body: object) => dispute(by, 'organisation', 'answer', body);
    const said = '纪要内容完整，补记两分';
    expect(refusal(await answer(reviewer, { answer: 'upheld', marks: 17, reason: said }))).toBe(
      '422 /marks notAllowed',
    );
    expect(refusal(await answer(reviewer, { answer: 'changed', marks: 15, reason: said }))).toBe(
      '422 /marks unchanged',
    );
    taken(await answer(reviewer, { answer: 'changed', marks: 17, reason: said }));
    expect(refusal(await dispute(head, 'organisation', '', because)), 'answered once').toBe(
      '409 wrongState',
    );
    expect(await item(head, 'organisation')).toMatchObject({
      verified: { marks: 17, reason: said },
      dispute: { state: 'changed', marks: 15, answer: { marks: 17, by: { name: '考核员' } } },
    });

    expect(await codesOf(reviewer)).toEqual(['leadAcceptance']);
    taken(await step(reviewer, 'present'));
    taken(await step(reviewer, 'take-back'));
    expect(await codesOf(leader)).toEqual([]);
    taken(await step(reviewer, 'present'));
    expect(await codesOf(leader)).toEqual(['concludeAcceptance']);
    expect(refusal(await step(reviewer, 'conclusion'))).toBe('403 forbidden');
    const concluded = taken(await step(leader, 'conclusion')).json<Acceptance>();
    expect(concluded).toMatchObject({
      state: 'concluded',
      concluded: { name: '组长' },
      // (39.75 + 20 + 17 + 10) × 100 ÷ 90 + 2
      verified: { total: { low: 98.39, high: 98.39, of: 100 }, bonus: { low: 2 }, gradeLow: 0 },
      self: { total: { low: 99.5 } },
      steps: [],
      left: { openDisputes: 0 },
    });
    // Published to all, and settled.
    expect(told((await as(financeHead)).items)).toMatchObject({ organisation: 17, books: 10 });
    expect(refusal(await step(reviewer, 'take-back'))).toBe('409 wrongState');
    expect(() => t.database.connection.exec('update acceptance_items set marks = 20')).toThrow(
      'a settled acceptance and its basis stay',
    );
    expect(await proven()).toEqual({ ok: true });
    const { connection } = t.database;
    connection.exec('drop trigger acceptance_items_stay');
    connection.exec(`update acceptance_items set marks = 20 where item_id = 'organisation'`);
    expect(await proven()).toMatchObject({ ok: false, place: 'result' });
    const steps = concluded.records.map((record) => record.step);
    expect(steps.filter((one, at) => one !== steps[at - 1]).join(' ')).toBe(
      'open attach submit handIn sendBack submit handIn submit handIn ' +
        'beginVerification verify announce dispute withdrawDispute dispute attach detach reattach ' +
        'answer present takeBack present conclude',
    );
  });

  it('begins without a department only for a reason, and gives back what was verified of one that is sent back', async () => {
    const { reporter, head, finance, reviewer } = cast;
    const acceptance = await opened(cast, await approvedSheet(cast));
    const { as, item, step, ofDepartment, assess, verify } = acceptance;
    taken(await assess(reporter, 'organisation', { marks: 18 }));
    taken(await ofDepartment(reporter, 'steb', 'submit'));
    taken(await ofDepartment(reporter, 'steb', 'recall'));
    taken(await ofDepartment(reporter, 'steb', 'submit'));
    taken(await ofDepartment(head, 'steb', 'hand-in'));
    expect(refusal(await step(reviewer, 'verification', ''))).toBe('422 /reason required');
    const begun = taken(
      await step(reviewer, 'verification', '财政局逾期两周未报，已电话催办'),
    ).json<Acceptance>();
    expect(begun).toMatchObject({ state: 'verification', absenceReason: /逾期/ });
    expect(begun.departments[1]).toMatchObject({ departmentId: 'finance', state: 'absent' });
    expect(refusal(await assess(finance, 'books', { marks: 10 }))).toBe('409 wrongState');
    // Nothing was claimed: less than full marks needs its reason.
    expect(refusal(await verify(reviewer, 'books', 8))).toBe('422 /reason required');

    taken(await verify(reviewer, 'organisation', 18));
    taken(await ofDepartment(reviewer, 'steb', 'send-back', '佐证材料与所述不符，请更换'));
    expect((await item(reviewer, 'organisation')).verified).toBeNull();
    expect(refusal(await step(reviewer, 'announcement'))).toBe('409 acceptanceNotReady');
    expect(refusal(await verify(reviewer, 'organisation', 18))).toBe('409 wrongState');
    taken(await assess(reporter, 'organisation', { marks: 16 }));
    taken(await ofDepartment(reporter, 'steb', 'submit'));
    taken(await ofDepartment(head, 'steb', 'hand-in'));
    expect(await item(reviewer, 'organisation')).toMatchObject({ claim: 16 });

    taken(await step(reviewer, 'withdraw', '启动有误，改用新版评分表'));
    expect(await as(reviewer)).toMatchObject({ state: 'withdrawn', steps: [] });
    const again = await opened(cast, await approvedSheet(cast));
    expect((await again.as(reviewer)).sheetNumber).toBe(2);
    expect(
      taken(await reviewer.get(`${PLAN}/acceptances`)).json<{ items: unknown[] }>().items,
    ).toMatchObject([{ state: 'selfAssessment' }, { state: 'withdrawn' }]);
  });

  it('lets nobody judge their own department or what they typed, nor conclude what they worked on', async () => {
    const { reviewer, reporter, head } = cast;
    const acceptance = await opened(cast, await approvedSheet(cast));
    const { step, ofDepartment, verify, item } = acceptance;
    const both = await addPerson(t, { roles: ['reviewer', 'reporter'], departmentId: 'finance' });
    const all = await addPerson(t, { roles: ['reviewer', 'leader'] });
    const wearsTwo = await addPerson(t, {
      roles: ['reporter', 'departmentHead'],
      departmentId: 'steb',
    });
    taken(await acceptance.assess(wearsTwo, 'accident', { words: '全年无事故。' }));
    taken(await acceptance.assess(reporter, 'organisation', { marks: 18 }));
    taken(await ofDepartment(reporter, 'steb', 'submit'));
    expect(refusal(await ofDepartment(wearsTwo, 'steb', 'hand-in'))).toBe('403 ownEntry');
    taken(await ofDepartment(head, 'steb', 'hand-in'));
    expect(refusal(await ofDepartment(both, 'finance', 'send-back', '请补充说明'))).toBe(
      '403 ownDepartment',
    );
    taken(await step(reviewer, 'verification', '财政局逾期两周未报'));
    expect(refusal(await verify(both, 'books', 10))).toBe('403 ownDepartment');
    taken(await verify(both, 'organisation', 18));
    expect((await item(both, 'books')).steps).toEqual([]);
    for (const itemId of ['im-cnc-rate', 'im-smart-workshops', 'books', 'extra', 'accident']) {
      const { claim, weight } = await item(reviewer, itemId);
      const marks = claim ?? weight ?? 0;
      taken(await verify(itemId === 'books' ? all : reviewer, itemId, marks));
    }
    taken(await step(reviewer, 'announcement'));
    taken(await step(reviewer, 'present'));
    expect(refusal(await step(all, 'conclusion'))).toBe('403 ownEntry');
    expect(refusal(await step(reviewer, 'withdraw', '不再需要这次考核'))).toBe('409 wrongState');
  });
});

describe('the evidence of an acceptance', () => {
  it('is listed target by target as it lay there when it was opened, with the hashes of its files', async () => {
    const { reporter, reviewer } = cast;
    const db = t.database.kysely;
    // A list of three with two documents, and a file beside the figure.
    const readings = taken(await reporter.get('/api/readings?planId=qetdz-2016&year=2018')).json<{
      items: { id: string; indicatorId: string }[];
    }>().items;
    const reading = readings.find(({ indicatorId }) => indicatorId === 'im-smart-workshops');
    await db
      .insertInto('files')
      .values({
        sha256: sha256Of('x'),
        size: 1,
        mediaType: 'application/pdf',
        storedAt: '2019-01-10T00:00:00.000Z',
        damagedAt: null,
      })
      .execute();
    await db
      .insertInto('evidence')
      .values({
        id: 'e1',
        sha256: sha256Of('x'),
        name: '认定文件.pdf',
        addedBy: reporter.user.id,
        addedAt: '2019-01-10T00:00:00.000Z',
        removedBy: null,
        removedAt: null,
      })
      .execute();
    const beside = { readingId: reading?.id ?? '', evidenceId: 'e1' };
    await db.insertInto('readingEvidence').values(beside).execute();
    const acceptance = await opened(cast, await approvedSheet(cast));
    await db.deleteFrom('readingEvidence').execute();
    const { evidence } = await acceptance.as(reviewer);
    const of = (id: string) =>
      evidence
        .find(({ indicatorId }) => indicatorId === id)
        ?.demands.map(({ code, have, of: all }) => `${code} ${have}/${all}`);
    expect(of('im-smart-workshops')).toEqual([
      'source 1/1',
      'file 1/1',
      'list 0/1',
      'baselineDocument 1/1',
      'measures 0/2',
    ]);
    expect(of('qb-cod-reduction')).toEqual([
      'source 0/1',
      'file 0/1',
      'targetDocument 0/1',
      'baselineDocument 0/1',
    ]);
    expect(
      evidence
        .find(({ indicatorId }) => indicatorId === 'im-smart-workshops')
        ?.demands.flatMap(({ files }) => files),
    ).toEqual([
      {
        evidenceId: 'e1',
        name: '认定文件.pdf',
        sha256: sha256Of('x'),
        size: 1,
        mediaType: 'application/pdf',
      },
    ]);
  });
});

const PDF_TOO = Buffer.concat([PDF, Buffer.from('\n% 另一份\n')]);
