import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyReports } from '../../server/measures/verify.ts';
import { verifySeals } from '../../server/seals/verify.ts';
import type { Correction, ReportCorrection } from '../../shared/corrections.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { MeasureReport, ReportChanges, ReportRevision } from '../../shared/measures.ts';
import type { IssuedReport } from '../../shared/reports.ts';
import type { SealState } from '../../shared/seals.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { ifMatch, refusal } from '../support/readings.ts';
import { loadRealPlan } from '../support/real-plan.ts';
import { addClosedRound } from '../support/rounds.ts';
import { PDF, sendFile } from '../support/uploads.ts';

const PLAN = 'qetdz-2016';
const ROUND = `/api/plans/${PLAN}/rounds/2018`;
const url = '/api/measure-reports';
const DONE = '全年认定示范企业4家、示范项目3个，均已公示。';
const RIGHT = '全年认定示范企业5家、示范项目3个，均已公示。';
const WHY = '漏计十二月认定的一家示范企业';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let outsider: Signed;
let reviewer: Signed;
let second: Signed;
let leader: Signed;
beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  colleague = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  outsider = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  second = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
});
afterEach(() => t.close());

type Known = Pick<MeasureReport, 'id' | 'version'>;
const start = async (measureId = 'm01'): Promise<MeasureReport> => {
  const results = [{ name: '新增示范企业', amount: 4, unit: '家' }];
  const words = { state: 'done', done: DONE, results };
  const about = { planId: PLAN, measureId, departmentId: 'steb', year: 2018 };
  return (await reporter.send('POST', url, { ...about, ...words })).json<MeasureReport>();
};
const step = async (by: Signed, { id, version }: Known, what: string) =>
  (
    await by.send('POST', `${url}/${id}/${what}`, undefined, ifMatch(version))
  ).json<MeasureReport>();
const approved = async () =>
  step(reviewer, await step(reporter, await start(), 'submit'), 'approve');
const sealed = async (): Promise<MeasureReport> => {
  const { id } = await approved();
  const version = await addClosedRound(t, reviewer, PLAN, 2018);
  const { open } = (await reviewer.get(`${ROUND}/seal`)).json<SealState>();
  const unreported = (open?.notHandedIn ?? []).map(({ indicatorId }) => ({
    indicatorId,
    reason: '统计口径年内调整，年内未报送',
  }));
  const answer = await reviewer.send('POST', `${ROUND}/seal`, { unreported }, ifMatch(version));
  expect(answer.statusCode, answer.body).toBe(200);
  return read(id);
};
const read = async (id: string) => (await reporter.get(`${url}/${id}`)).json<MeasureReport>();
const ask = (by: Signed, { id, version }: Known, changes: ReportChanges, reason = WHY) =>
  by.send('POST', `${url}/${id}/corrections`, { reason, changes }, ifMatch(version));
const asked = async (report: Known, changes: ReportChanges = { done: RIGHT }) => {
  const answer = await ask(reporter, report, changes);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ReportCorrection>();
};
const decide = (by: Signed, { id, version }: Pick<Correction, 'id' | 'version'>, what: string) =>
  by.send(
    'POST',
    `/api/corrections/${id}/${what}`,
    what === 'refuse' ? { note: '与认定文件一致' } : undefined,
    ifMatch(version),
  );
const todo = async (by: Signed, code: TodoItem['code']) =>
  (await by.get('/api/todo'))
    .json<{ items: TodoItem[] }>()
    .items.filter((one) => one.code === code);

describe('a correction of a sealed report', () => {
  it('asked, proven and approved: a version beside the old one, the seal holds', async () => {
    const report = await sealed();
    const edit = await reporter.send('PATCH', `${url}/${report.id}`, { done: RIGHT }, ifMatch(4));
    expect(refusal(edit)).toBe('409 roundSealed');
    const results = [{ name: '新增示范企业', amount: 5, unit: '家' }];
    const correction = await asked(report, { done: RIGHT, results });
    expect(correction).toMatchObject({
      of: 'measureReport',
      measureId: 'm01',
      departmentId: 'steb',
      status: 'requested',
      before: { done: DONE, results: [{ amount: 4 }] },
      after: { done: RIGHT, results: [{ amount: 5 }], state: 'done' },
      outdated: false,
      steps: ['withdraw'],
    });
    expect(await read(report.id)).toMatchObject({ done: DONE, version: report.version });
    const files = `/api/corrections/${correction.id}/evidence`;
    const sent = await sendFile(t, reporter, files, '认定文件.pdf', PDF);
    expect(sent.statusCode, sent.body).toBe(201);
    expect(await todo(second, 'decideCorrections')).toMatchObject([{ year: 2018, count: 1 }]);
    // Who sealed the year decides no correction of it, and is not asked to.
    expect(await todo(reviewer, 'decideCorrections')).toEqual([]);
    expect(refusal(await decide(reviewer, correction, 'approve'))).toBe('403 ownSeal');

    const decided = await decide(second, correction, 'approve');
    expect(decided.json()).toMatchObject({ status: 'approved', version: 2, files: 1, steps: [] });
    expect(await read(report.id)).toMatchObject({
      status: 'sealed',
      done: RIGHT,
      results,
      corrections: 1,
      version: report.version + 1,
    });
    const history = await reporter.get(`${url}/${report.id}/revisions`);
    const { items } = history.json<{ items: ReportRevision[] }>();
    expect(items.map(({ action }) => action)).toEqual([
      'enter',
      'submit',
      'approve',
      'seal',
      'correct',
    ]);
    expect(items.at(-1)).toMatchObject({ reason: WHY, by: { userId: reporter.user.id } });
    const beside = await leader.get(`${url}/${report.id}/evidence`);
    expect(beside.json<{ items: Evidence[] }>().items.map(({ name }) => name)).toEqual([
      '认定文件.pdf',
    ]);
    const db = new Transactions(t.database.kysely);
    expect(await db.read(verifySeals)).toEqual({ ok: true, packages: 1 });
    expect(await db.read(verifyReports)).toEqual({ ok: true });
  });

  it('leaves the issued report of the year as it was, with a notice, and its drafts as they were sealed', async () => {
    const report = await sealed();
    const zone = `/api/plans/${PLAN}/years/2018/reports/zone`;
    const issued = await reviewer.send('POST', `${zone}/issue`, {}, ifMatch(0));
    expect(issued.statusCode, issued.body).toBe(200);
    const before = (await reviewer.get(`${zone}/pages`)).body;
    t.clock.now = new Date(t.clock.now.getTime() + 60_000);
    expect((await decide(second, await asked(report), 'approve')).statusCode).toBe(200);
    const list = await leader.get(`/api/plans/${PLAN}/issued-reports`);
    expect(list.json<{ items: IssuedReport[] }>().items).toMatchObject([
      { scope: 'zone', notices: [{ of: 'measure', measureId: 'm01', departmentId: 'steb' }] },
    ]);
    expect((await reviewer.get(`${zone}/pages`)).body).toBe(before);
    expect(before).toContain(DONE);
  });

  it('refused is told to the department, and may be asked for again', async () => {
    const report = await sealed();
    const refused = await decide(second, await asked(report), 'refuse');
    expect(refused.json()).toMatchObject({ status: 'refused', decisionNote: '与认定文件一致' });
    expect(await read(report.id)).toMatchObject({ done: DONE, corrections: 0 });
    expect(await todo(reporter, 'reportCorrectionRefused')).toMatchObject([
      { measureId: 'm01', departmentId: 'steb', number: 1, reason: '与认定文件一致' },
    ]);
    t.clock.now = new Date(t.clock.now.getTime() + 60_000);
    const again = await asked(report);
    expect(await todo(reporter, 'reportCorrectionRefused')).toEqual([]);
    expect((await decide(colleague, again, 'withdraw')).json()).toMatchObject({
      status: 'withdrawn',
    });
  });

  it('is written to the audit log, asked and decided, with the proof of its version', async () => {
    const report = await sealed();
    const correction = await asked(report);
    await decide(second, correction, 'approve');
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['action', 'userId', 'after'])
      .where('targetId', '=', correction.id)
      .orderBy('seq')
      .execute();
    expect(rows.map(({ action, userId }) => [action, userId])).toEqual([
      ['requestReportCorrection', reporter.user.id],
      ['approveCorrection', second.user.id],
    ]);
    expect(JSON.parse(rows.at(-1)?.after ?? '')).toMatchObject({
      status: 'approved',
      report: { measureId: 'm01', version: report.version + 1 },
      reportSeals: [{ reportId: report.id, version: report.version + 1 }],
    });
  });
});

describe('asking is refused', () => {
  it('by state, version, person and content, and nothing is written', async () => {
    const draft = await start('m02');
    const report = await approved();
    const said = [
      refusal(await ask(reporter, draft, { done: RIGHT })),
      refusal(await ask(outsider, draft, { done: RIGHT })),
      refusal(await ask(reporter, { ...report, version: 1 }, { done: RIGHT })),
      refusal(await ask(outsider, report, { done: RIGHT })),
      refusal(await ask(reviewer, report, { done: RIGHT })),
      refusal(await ask(reporter, report, {})),
      refusal(await ask(reporter, report, { done: '无' })),
      refusal(await ask(reporter, report, { state: null })),
      refusal(await ask(reporter, report, { done: RIGHT }, '')),
    ];
    expect(said).toEqual([
      '409 wrongState',
      '404 notFound',
      '412 staleVersion',
      '403 forbidden',
      '403 forbidden',
      '422 /changes unchanged',
      '422 /changes/done reasonTooThin',
      '422 /changes/state required',
      '422 /reason tooShort',
    ]);
    const rows = await t.database.kysely.selectFrom('corrections').select('id').execute();
    expect(rows).toEqual([]);
  });

  it('while another request waits, of the same report alone', async () => {
    const report = await approved();
    await asked(report);
    expect(refusal(await ask(colleague, report, { done: RIGHT }))).toBe('409 conflict');
    const other = await step(
      reviewer,
      await step(reporter, await start('m02'), 'submit'),
      'approve',
    );
    expect((await ask(colleague, other, { done: RIGHT })).statusCode).toBe(201);
  });
});

describe('who sees a request about a report', () => {
  it('the department and the reviewers, and everybody once it is approved', async () => {
    const report = await approved();
    const correction = await asked(report);
    const listed = async (who: Signed) => {
      const answer = await who.get(`/api/corrections?reportId=${report.id}`);
      return answer.json<{ items: Correction[] }>().items.length;
    };
    const counts = async () => [
      await listed(colleague),
      await listed(second),
      await listed(leader),
      await listed(outsider),
    ];
    expect(await counts()).toEqual([1, 1, 0, 0]);
    expect(refusal(await decide(outsider, correction, 'withdraw'))).toBe('404 notFound');
    await decide(second, correction, 'approve');
    expect(await counts()).toEqual([1, 1, 1, 1]);
    const ofPlan = await leader.get(`/api/corrections?planId=${PLAN}`);
    expect(ofPlan.json<{ items: Correction[] }>().items).toHaveLength(1);
  });
});
