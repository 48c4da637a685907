import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyReports } from '../../server/measures/verify.ts';
import { canonicalJson, sha256Of } from '../../server/db/canonical.ts';
import { verifySeals } from '../../server/seals/verify.ts';
import type { MeasureReport } from '../../shared/measures.ts';
import type { RoundDetails, RoundNotice } from '../../shared/rounds.ts';
import { PARTS, partsOf, type SealedPackage, type SealState } from '../../shared/seals.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, PASSWORD, signIn, type Signed } from '../support/people.ts';
import { loadRealPlan } from '../support/real-plan.ts';
import { addClosedRound } from '../support/rounds.ts';
import { PDF, sendFile } from '../support/uploads.ts';

const PLAN = 'qetdz-2016';
const ROUND = `/api/plans/${PLAN}/rounds/2018`;
const url = '/api/measure-reports';
const DONE = { state: 'done', done: '全年认定示范企业4家、示范项目3个，均已公示。' };

let t: TestApp;
let reporter: Signed;
let head: Signed;
let reviewer: Signed;
beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
});
afterEach(() => t.close());

const at = (version: number) => ({ 'if-match': `"${version}"` });
/** A session ends with the day. */
const again = async ({ user }: Signed) => signIn(t, user.username, PASSWORD);
const start = async (measureId: string, words: object = {}) => {
  const about = { planId: PLAN, measureId, departmentId: 'steb', year: 2018 };
  return (await reporter.send('POST', url, { ...about, ...words })).json<MeasureReport>();
};
const step = async (by: Signed, { id, version }: MeasureReport, what: string, body?: object) =>
  (await by.send('POST', `${url}/${id}/${what}`, body, at(version))).json<MeasureReport>();
const todo = async (by: Signed) =>
  (await by.get('/api/todo'))
    .json<{ items: TodoItem[] }>()
    .items.filter(({ code }) => code.endsWith('Reports') || code === 'mendReport');
const openRound = () =>
  reviewer.send('POST', `/api/plans/${PLAN}/rounds`, {
    year: 2018,
    opensOn: '2018-12-01',
    dueOn: '2019-01-31',
  });

describe('the reports on measures in a round', () => {
  it('are owed, counted by department, and to be done by whoever is next', async () => {
    await openRound();
    expect(await todo(reporter)).toMatchObject([{ code: 'handInReports', owed: 30, left: 30 }]);
    const draft = await start('m01', DONE);
    const submitted = await step(reporter, draft, 'submit');
    expect(await todo(reporter)).toMatchObject([{ code: 'handInReports', left: 29, drafts: 0 }]);
    expect(await todo(head)).toMatchObject([{ code: 'signReports', year: 2018, count: 1 }]);
    expect(await todo(reviewer)).toEqual([]);
    const signed = await step(head, submitted, 'sign');
    expect(await todo(head)).toEqual([]);
    expect(await todo(reviewer)).toMatchObject([{ code: 'reviewReports', count: 1 }]);
    const why = { reason: '请补充企业名称', reasonCode: 'evidenceLacking' };
    await step(reviewer, signed, 'return', why);
    expect(await todo(reporter)).toMatchObject([
      { code: 'mendReport', measureId: 'm01', number: 1, reason: '请补充企业名称' },
      { code: 'handInReports', left: 29 },
    ]);

    const { measures } = (await reviewer.get(ROUND)).json<RoundDetails>();
    // Every department that the document names, once for every measure: 78 reports.
    expect(measures.counts).toMatchObject({ owed: 78, handedIn: 1, returned: 1, approved: 0 });
    const steb = measures.departments.find(({ id }) => id === 'steb');
    expect(steb?.counts).toMatchObject({
      owed: 30,
      handedIn: 1,
      completeness: { done: 1, of: 30 },
    });
    const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    const seen = (await finance.get(ROUND)).json<RoundDetails>().measures;
    expect(seen.duties.find(({ measureId }) => measureId === 'm01')).toMatchObject({
      departmentId: 'steb',
      state: 'handedIn',
      punctuality: 'onTime',
    });
  });

  it('carry evidence while they are written, seen by whoever sees the report', async () => {
    const draft = await start('m01', DONE);
    const files = `${url}/${draft.id}/evidence`;
    const added = await sendFile(t, reporter, files, '认定文件.pdf', PDF);
    expect(added.statusCode).toBe(201);
    expect((await sendFile(t, reporter, files, '又一份.pdf', PDF)).statusCode).toBe(409);
    const { id } = added.json<{ id: string }>();
    expect((await reporter.get(`${files}/${id}`)).rawPayload.equals(PDF)).toBe(true);
    const leader = await addPerson(t, { roles: ['leader'] });
    expect((await leader.get(`${files}/${id}`)).statusCode).toBe(404);
    // Taken away by mistake, it is put back.
    expect((await reporter.send('DELETE', `${files}/${id}`)).statusCode).toBe(204);
    expect((await reporter.get(`${files}/${id}`)).statusCode).toBe(404);
    expect((await reporter.send('PUT', `${files}/${id}`)).json()).toEqual(added.json());
    const submitted = await step(reporter, draft, 'submit');
    expect(submitted.evidence).toBe(1);
    expect((await reporter.send('DELETE', `${files}/${id}`)).statusCode).toBe(409);
  });
});

describe('departments that owe reports alone', () => {
  const NOTICES = `${ROUND}/notices`;
  const callIn = (departmentId: string) => reviewer.send('POST', NOTICES, { departmentId });
  const due = async (code: TodoItem['code']) =>
    (await reviewer.get('/api/todo'))
      .json<{ items: TodoItem[] }>()
      .items.filter((one) => one.code === code);

  it('are called in as those are that owe figures, on the same numbered notice', async () => {
    await openRound();
    expect(await due('callIn')).toEqual([]);
    t.clock.now = new Date('2019-02-02T01:00:00.000Z');
    reviewer = await again(reviewer);
    expect(await due('callIn')).toMatchObject([
      { departments: 8, indicators: 3, reports: 78, daysLeft: -2 },
    ]);
    expect(await due('closeRound')).toMatchObject([{ left: 3, reportsLeft: 78 }]);
    const answer = await callIn('localTax');
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<RoundNotice>()).toMatchObject({
      number: 1,
      departmentId: 'localTax',
      daysOverdue: 2,
      missing: [{ subject: 'measure', code: '6' }],
    });
    // Called in a moment ago: it is left a week.
    expect(await due('callIn')).toMatchObject([{ departments: 7, reports: 77 }]);
  });

  it('are called in for what was never handed in, and for nothing else', async () => {
    await openRound();
    await step(reporter, await start('m01', DONE), 'submit');
    const { missing } = (await callIn('steb')).json<RoundNotice>();
    const reports = missing.filter(({ subject }) => subject === 'measure');
    expect(reports).toHaveLength(29);
    expect(reports.map(({ code }) => code)).not.toContain('1');
    expect((await callIn('nobody')).statusCode).toBe(422);
  });

  it('hand the duty to whoever took them over, with what was written', async () => {
    await openRound();
    const draft = await start('m01', DONE);
    const heir = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    await t.database.kysely
      .updateTable('departments')
      .set({ validTo: '2019-01-09', successorId: 'finance' })
      .where('id', '=', 'steb')
      .execute();
    expect(await todo(heir)).toMatchObject([{ code: 'handInReports', owed: 50, drafts: 1 }]);
    const { missing } = (await callIn('finance')).json<RoundNotice>();
    expect(missing.filter(({ subject }) => subject === 'measure')).toHaveLength(50);
    const round = (await heir.get(ROUND)).json<RoundDetails>();
    const inherited = round.measures.duties.filter(
      ({ namedDepartmentId }) => namedDepartmentId === 'steb',
    );
    expect(inherited.map(({ departmentId }) => departmentId)).toEqual(
      inherited.map(() => 'finance'),
    );
    expect(inherited.find(({ measureId }) => measureId === 'm01')?.state).toBe('draft');
    const changed = await heir.send('PATCH', `${url}/${draft.id}`, { problems: '' }, at(1));
    expect(changed.json<MeasureReport>()).toMatchObject({
      departmentId: 'steb',
      actingDepartmentId: 'finance',
      done: DONE.done,
    });
    const history = await heir.get(`${url}/${draft.id}/revisions`);
    expect(history.json<{ items: { by: { departmentId: string } }[] }>().items).toMatchObject([
      { action: 'enter', by: { departmentId: 'steb' } },
      { action: 'change', by: { departmentId: 'finance' } },
    ]);
  });
});

describe('what is saved of the reports', () => {
  it('is every report that is owed, with the words of those that one may see', async () => {
    await openRound();
    const results = [{ name: '示范企业', amount: 4, unit: '家' }];
    const draft = await start('m01', { ...DONE, results });
    await step(reporter, draft, 'submit');
    const leader = await addPerson(t, { roles: ['leader'] });
    const rowsFor = async (by: Signed) => {
      const query = 'what=measures&format=csv&year=2018';
      const answer = await by.get(`/api/plans/${PLAN}/export?${query}`);
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.body.slice(1).trimEnd().split('\r\n');
    };
    const [headings, first, ...rest] = await rowsFor(reviewer);
    expect(headings?.startsWith('年度,条款,措施,责任单位,状态,进度')).toBe(true);
    expect(first).toContain('科技经济发展局,待签审,完成,全年认定示范企业4家');
    expect(first).toContain('示范企业4家');
    expect(rest).toHaveLength(77);
    expect(rest.every((row) => row.includes(',未报,'))).toBe(true);
    const [, told] = await rowsFor(leader);
    expect(told).toContain('科技经济发展局,已报,');
    expect(told).not.toContain('示范企业4家');
  });
});

describe('the seal of a year', () => {
  const sealed = async (): Promise<SealedPackage> => {
    const draft = await start('m01', {
      ...DONE,
      results: [{ name: '示范企业', amount: 4, unit: '家' }],
    });
    await sendFile(t, reporter, `${url}/${draft.id}/evidence`, '文件.pdf', PDF);
    await step(reviewer, await step(reporter, draft, 'submit'), 'approve');
    const version = await addClosedRound(t, reviewer, PLAN, 2018);
    const { open } = (await reviewer.get(`${ROUND}/seal`)).json<SealState>();
    const reason = '统计口径年内调整，年内未报送';
    const unreported = (open?.notHandedIn ?? []).map(({ indicatorId }) => ({
      indicatorId,
      reason,
    }));
    const answer = await reviewer.send('POST', `${ROUND}/seal`, { unreported }, at(version));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<SealState>().seal).toMatchObject({ reports: 1 });
    return (await reviewer.get(`${ROUND}/package`)).json<SealedPackage>();
  };
  const verify = () => new Transactions(t.database.kysely).read(verifySeals);

  it('waits for what was handed in and is not decided', async () => {
    const draft = await start('m01', DONE);
    const { id: reportId } = await step(reporter, draft, 'submit');
    const version = await addClosedRound(t, reviewer, PLAN, 2018);
    const state = (await reviewer.get(`${ROUND}/seal`)).json<SealState>();
    expect(state.open?.undecidedReports).toEqual([
      { reportId, measureId: 'm01', departmentId: 'steb' },
    ]);
    const answer = await reviewer.send('POST', `${ROUND}/seal`, { unreported: [] }, at(version));
    expect(answer.json()).toMatchObject({ status: 409, code: 'roundNotReady' });
  });

  it('freezes every approved report with its files, and names what is not there', async () => {
    const { parts, manifest, formatVersion } = await sealed();
    expect(formatVersion).toBe(2);
    expect(manifest.map(({ part }) => part)).toEqual(PARTS);
    expect(parts.measures?.reports).toMatchObject([
      {
        measureId: 'm01',
        departmentId: 'steb',
        state: 'done',
        results: [{ name: '示范企业', amount: 4, unit: '家' }],
        evidence: [{ name: '文件.pdf' }],
      },
    ]);
    expect(parts.measures?.unreported).toHaveLength(77);
    expect(await verify()).toEqual({ ok: true, packages: 1 });
    const db = new Transactions(t.database.kysely);
    expect(await db.read(verifyReports)).toEqual({ ok: true });
    const late = await reporter.send('POST', url, {
      planId: PLAN,
      measureId: 'm02',
      departmentId: 'steb',
      year: 2018,
    });
    expect(late.json()).toMatchObject({ status: 409, code: 'roundSealed' });
  });

  it('finds a sealed report that was changed by hand', async () => {
    await sealed();
    const { connection } = t.database;
    connection.exec('drop trigger measure_report_revisions_stay');
    connection.exec(`update measure_report_revisions set done = '别的' where action = 'seal'`);
    expect(await verify()).toMatchObject({ ok: false, place: 'revisions' });
    const db = new Transactions(t.database.kysely);
    expect(await db.read(verifyReports)).toMatchObject({ ok: false, version: 4 });
  });

  it('a package that was sealed before there were reports still proves itself', async () => {
    const { parts, manifest, ...rest } = await sealed();
    const { measures: _later, ...before } = parts;
    const old: SealedPackage = {
      ...rest,
      formatVersion: 1,
      manifest: manifest.filter(({ part }) => partsOf(1).includes(part)),
      parts: before,
    };
    const text = canonicalJson(old);
    const { connection } = t.database;
    connection.exec('drop trigger seals_stay');
    connection.exec('drop trigger measure_report_revisions_remain');
    connection.exec('drop trigger measure_report_revision_figures_remain');
    connection.exec('delete from measure_report_revision_figures');
    connection.exec(`delete from measure_report_revisions where action = 'seal'`);
    connection.prepare('update seals set package = ?, sha256 = ?').run(text, sha256Of(text));
    connection.exec('drop trigger audit_log_stays');
    connection
      .prepare(
        `update audit_log set after = json_set(after, '$.sha256', ?)
         where action = 'sealRound' and outcome = 'ok'`,
      )
      .run(sha256Of(text));
    expect(await verify()).toEqual({ ok: true, packages: 1 });
  });
});
