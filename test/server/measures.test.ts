import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeasureOfYear, MeasureReport } from '../../shared/measures.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { loadRealPlan } from '../support/real-plan.ts';

const PLAN = 'qetdz-2016';
const DONE = '全年认定示范企业4家、示范项目3个，均已公示。';
const NEXT = '2019年上半年再组织一批申报，六月底前完成初审。';

let t: TestApp;
let reporter: Signed;
let head: Signed;
let reviewer: Signed;
let finance: Signed;
beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
});
afterEach(() => t.close());

const url = '/api/measure-reports';
const at = (version: number) => ({ 'if-match': `"${version}"` });

async function start(by: Signed, more: object = {}) {
  return by.send('POST', url, {
    planId: PLAN,
    measureId: 'm01',
    departmentId: 'steb',
    year: 2018,
    ...more,
  });
}

async function step(by: Signed, report: Pick<MeasureReport, 'id' | 'version'>, what: string) {
  return by.send('POST', `${url}/${report.id}/${what}`, undefined, at(report.version));
}

async function openRound(): Promise<void> {
  const days = { year: 2018, opensOn: '2018-12-01', dueOn: '2019-01-31' };
  expect((await reviewer.send('POST', `/api/plans/${PLAN}/rounds`, days)).statusCode).toBe(201);
}

async function yearFor(by: Signed, id = 'm01'): Promise<MeasureOfYear> {
  const answer = await by.get(`/api/plans/${PLAN}/years/2018/measures`);
  const { items } = answer.json<{ items: MeasureOfYear[] }>();
  const found = items.find(({ measureId }) => measureId === id);
  if (found === undefined) throw new Error(`no ${id} in ${answer.body}`);
  return found;
}

describe('a report on a measure goes over the desk of the readings', () => {
  it('draft, handed in, signed by another, approved, and only then seen by all', async () => {
    await openRound();
    const leader = await addPerson(t, { roles: ['leader'] });
    const words = { state: 'inProgress', done: DONE, nextSteps: NEXT, paidWan: 12.5 };
    const results = [{ name: '新增示范企业', amount: 4, unit: '家' }];
    const draft = (await start(reporter, { ...words, results })).json<MeasureReport>();
    expect(draft).toMatchObject({ status: 'draft', version: 1, results, editable: true });
    expect((await leader.get(`${url}/${draft.id}`)).statusCode).toBe(404);
    expect((await finance.get(`${url}/${draft.id}`)).statusCode).toBe(404);

    const submitted = (await step(reporter, draft, 'submit')).json<MeasureReport>();
    expect(submitted.status).toBe('submitted');
    const tooEarly = await step(reviewer, submitted, 'approve');
    expect(tooEarly.json()).toMatchObject({ status: 409, code: 'signatureNeeded' });
    const signed = (await step(head, submitted, 'sign')).json<MeasureReport>();
    const approved = (await step(reviewer, signed, 'approve')).json<MeasureReport>();
    expect(approved).toMatchObject({ status: 'approved', version: 4, steps: [] });

    const seen = (await leader.get(`${url}/${draft.id}`)).json<MeasureReport>();
    expect(seen).toMatchObject({ done: DONE, paidWan: 12.5, results });
    expect(await yearFor(leader)).toMatchObject({
      state: 'inProgress',
      approved: 1,
      paidWan: 12.5,
    });
    const history = await reporter.get(`${url}/${draft.id}/revisions`);
    expect(
      history.json<{ items: { action: string }[] }>().items.map(({ action }) => action),
    ).toEqual(['enter', 'submit', 'sign', 'approve']);
  });

  it('comes back with a reason, and straight to the reviewer who returned it', async () => {
    await openRound();
    const words = { state: 'done', done: DONE };
    const draft = (await start(reporter, words)).json<MeasureReport>();
    const submitted = (await step(reporter, draft, 'submit')).json<MeasureReport>();
    const signed = (await step(head, submitted, 'sign')).json<MeasureReport>();
    const back = await reviewer.send(
      'POST',
      `${url}/${draft.id}/return`,
      { reason: '请附认定文件', reasonCode: 'evidenceLacking' },
      at(signed.version),
    );
    const returned = back.json<MeasureReport>();
    expect(returned).toMatchObject({
      status: 'returned',
      returns: 1,
      returned: { reasonCode: 'evidenceLacking', reason: '请附认定文件' },
    });
    const again = (await step(reporter, returned, 'submit')).json<MeasureReport>();
    expect((await step(reviewer, again, 'approve')).json()).toMatchObject({ status: 'approved' });
  });

  it('nobody signs or approves what they wrote', async () => {
    const both = await addPerson(t, {
      roles: ['reporter', 'departmentHead'],
      departmentId: 'steb',
    });
    const draft = (await start(both, { state: 'done', done: DONE })).json<MeasureReport>();
    const submitted = (await step(both, draft, 'submit')).json<MeasureReport>();
    expect((await step(both, submitted, 'sign')).json()).toMatchObject({ code: 'ownEntry' });
  });

  it('hands nothing in that says nothing, and names every lack', async () => {
    const draft = (
      await start(finance, { measureId: 'm04', departmentId: 'finance' })
    ).json<MeasureReport>();
    const changed = await finance.send(
      'PATCH',
      `${url}/${draft.id}`,
      { state: 'inProgress', done: '无' },
      at(1),
    );
    const answer = await step(finance, changed.json<MeasureReport>(), 'submit');
    expect(answer.statusCode).toBe(422);
    const { errors } = answer.json<{ errors: { pointer: string; code: string }[] }>();
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/done reasonTooThin',
      '/nextSteps required',
      '/paidWan required',
    ]);
  });

  it('takes money in whole fen and nothing finer', async () => {
    const answer = await start(reporter, { paidWan: 0.0000001 });
    expect(answer.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/paidWan', code: 'inexactNumber' }],
    });
  });
});

describe('who owes what', () => {
  it('every department that the document names owes a report of its own, and no other', async () => {
    const duties = (await yearFor(reviewer, 'm06')).duties.map(({ departmentId }) => departmentId);
    expect(duties).toEqual(['stateTax', 'localTax', 'finance', 'steb']);
    expect((await start(finance)).statusCode).toBe(403);
    const wrong = await start(finance, { departmentId: 'finance' });
    expect(wrong.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/departmentId', code: 'unknownReference' }],
    });
    expect((await start(reporter)).statusCode).toBe(201);
    expect((await start(reporter)).json()).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('a department that merged keeps its reports, and its successor writes and mends', async () => {
    const taxes = await addPerson(t, { roles: ['reporter'], departmentId: 'stateTax' });
    const old = (
      await start(taxes, { measureId: 'm06', departmentId: 'stateTax', year: 2017 })
    ).json<MeasureReport>();
    const administrator = await addPerson(t, { roles: ['administrator'] });
    const names = { shortNameZh: '税务局', fullNameZh: '税务局', nameEn: 'Tax Bureau' };
    const made = await administrator.send('POST', '/api/departments', { id: 'tax', ...names });
    expect(made.statusCode).toBe(201);
    for (const id of ['stateTax', 'localTax']) {
      const ended = await administrator.send(
        'PATCH',
        `/api/departments/${id}`,
        { validTo: '2018-06-14', successorId: 'tax' },
        at(1),
      );
      expect(ended.statusCode).toBe(200);
    }
    const heir = await addPerson(t, { roles: ['reporter'], departmentId: 'tax' });
    const owed = (await yearFor(heir, 'm06')).duties.map(({ departmentId }) => departmentId);
    expect(owed).toEqual(['tax', 'finance', 'steb']);
    const mended = await heir.send('PATCH', `${url}/${old.id}`, { done: DONE }, at(1));
    expect(mended.json()).toMatchObject({
      departmentId: 'stateTax',
      actingDepartmentId: 'tax',
      done: DONE,
    });
    // Nobody of the old office acts any more; the history stays under its name.
    expect((await taxes.send('PATCH', `${url}/${old.id}`, { done: '' }, at(2))).statusCode).toBe(
      404,
    );
    expect((await start(heir, { measureId: 'm06', departmentId: 'tax' })).statusCode).toBe(201);
  });
});

describe('several at once', () => {
  it('what may be approved is, what needs a look is held back, and one stops no other', async () => {
    const plain = (await start(reporter, { state: 'done', done: DONE })).json<MeasureReport>();
    const odd = (
      await start(reporter, {
        measureId: 'm02',
        state: 'done',
        done: DONE,
        paper: '2018年度工作总结',
      })
    ).json<MeasureReport>();
    const items: { id: string; version: number }[] = [];
    for (const draft of [plain, odd]) {
      const { id, version } = (await step(reporter, draft, 'submit')).json<MeasureReport>();
      items.push({ id, version });
    }
    const answer = await reviewer.send('POST', `${url}/approve`, {
      items: [...items, { id: 'nothing', version: 1 }],
    });
    const outcomes = answer.json<{ items: { outcome: string }[] }>().items;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['approved', 'heldBack', 'notFound']);
    // Each that was tried leaves its row.
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['targetId', 'outcome'])
      .where('action', '=', 'approveMeasureReports')
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { targetId: items[0]?.id, outcome: 'ok' },
      { targetId: items[1]?.id, outcome: 'heldBack' },
      { targetId: 'nothing', outcome: 'notFound' },
    ]);
  });
});
