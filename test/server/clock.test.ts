import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begunRun, lastNightly, newestArchive, saveRun } from '../../server/backup/store.ts';
import { Transactions } from '../../server/db/transaction.ts';
import type { AuditRow } from '../../shared/audit.ts';
import type { Revision } from '../../shared/readings.ts';
import type { RoundDetails } from '../../shared/rounds.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addAccount, addPerson, PASSWORD, type Signed, signIn } from '../support/people.ts';
import { accepted, change, enter, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const TODAY = new Date('2019-01-10T01:00:00.000Z');
const YESTERDAY = new Date('2019-01-09T01:00:00.000Z');
const FAR = new Date('2099-06-01T01:00:00.000Z');

let t: TestApp;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  for (const [username, role] of [
    ['reporter', 'reporter'],
    ['reviewer', 'reviewer'],
    ['auditor', 'auditor'],
  ] as const) {
    const departmentId = role === 'reporter' ? 'steb' : null;
    await addAccount(t, { roles: [role], username, departmentId });
  }
});
afterEach(() => t.close());

const come = (username: string): Promise<Signed> => signIn(t, username, PASSWORD);

async function rowsOfLog(by: Signed): Promise<AuditRow[]> {
  return (await by.get('/api/audit')).json<{ items: AuditRow[] }>().items;
}

describe('a clock that is set back a day while people work', () => {
  it('breaks nothing, and steps and rows keep the order in which they came', async () => {
    const before = await come('reporter');
    const draft = await enter(before, indicatorOf('count'), 2017, { value: 2, source: '年报' });
    t.clock.now = YESTERDAY;
    expect(refusal(await before.get(`/api/readings/${draft.id}`))).toBe('401 notSignedIn');

    const reporter = await come('reporter');
    const changed = accepted(await change(reporter, draft, { value: 3 }));
    const submitted = accepted(await step(reporter, changed, 'submit'));
    const approved = accepted(await step(await come('reviewer'), submitted, 'approve'));
    expect(approved).toMatchObject({ status: 'approved', value: 3 });
    t.clock.now = TODAY;

    const revisions = await (await come('reporter')).get(`/api/readings/${draft.id}/revisions`);
    const { items } = revisions.json<{ items: Revision[] }>();
    expect(items.map(({ action, value }) => `${action} ${value}`)).toEqual([
      'enter 2',
      'change 3',
      'submit 3',
      'approve 3',
    ]);
    const rows = await rowsOfLog(await come('auditor'));
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, at) => (rows[0]?.seq ?? 0) - at));
    const steps = rows.filter(({ targetId }) => targetId === draft.id).map(({ action }) => action);
    expect(steps).toEqual(['approveReading', 'submitReading', 'changeReading', 'createReading']);
  });
});

describe('a clock that ran to 2099 and is corrected', () => {
  it('locks nobody out, neither who worked then nor who had not', async () => {
    t.clock.now = FAR;
    const then = await come('reporter');
    // The password has run out by that clock: it is changed, as the page asks.
    expect(then.user.mustChangePassword).toBe(true);
    const renewed = 'Longan-77-terrace';
    const body = { currentPassword: PASSWORD, newPassword: renewed };
    expect((await then.send('POST', '/api/session/password', body)).statusCode).toBe(204);
    const again = await signIn(t, 'reporter', renewed);
    const draft = await enter(again, indicatorOf('index'), 2018, { value: 80, source: '年报' });

    t.clock.now = TODAY;
    expect((await again.get('/api/sessions')).statusCode).toBe(401);
    const now = await signIn(t, 'reporter', renewed);
    expect(now.user.mustChangePassword).toBe(false);
    const changed = accepted(await change(now, draft, { value: 81 }));
    const submitted = accepted(await step(now, changed, 'submit'));
    accepted(await step(await come('reviewer'), submitted, 'approve'));
    const board = await now.get('/api/plans/small/dashboard?year=2018');
    expect(board.statusCode).toBe(200);
  });

  it('has the nightly backup made once a day again, and a drill prove one of those', async () => {
    const transactions = new Transactions(t.database.kysely);
    const made = (at: Date, fileName: string) => ({
      ...begunRun('nightly', at, null),
      endedAt: at.toISOString(),
      outcome: 'ok' as const,
      fileName,
    });
    await transactions.write(async (db) => {
      await saveRun(db, made(YESTERDAY, 'real.zip'));
      await saveRun(db, made(FAR, 'ahead.zip'));
    });
    expect(await transactions.read((db) => lastNightly(db, TODAY))).toEqual(YESTERDAY);
    expect(await transactions.read((db) => newestArchive(db, TODAY))).toMatchObject({
      fileName: 'real.zip',
    });
  });
});

describe('the last seconds of a day, as the clocks of China have it', () => {
  it.each([
    ['2018-12-31T15:59:58.000Z', 2019, '422 /year futureYear', 'the year has two seconds to go'],
    ['2018-12-31T16:00:00.000Z', 2019, '201', 'it has begun'],
    ['2020-02-29T15:59:58.000Z', 2020, '201', 'a leap day is a day like others'],
  ])('at %s a figure of %i is %s: %s', async (moment, year, told) => {
    t.clock.now = new Date(moment);
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    const answer = await reporter.send('POST', '/api/readings', {
      indicatorId: indicatorOf('count'),
      year,
      value: 1,
    });
    expect(answer.statusCode < 300 ? String(answer.statusCode) : refusal(answer)).toBe(told);
  });

  it.each([
    ['2018-12-31', '2018-12-31T15:59:58.000Z', 'onTime'],
    ['2018-12-31', '2018-12-31T16:00:00.000Z', 'late'],
    ['2020-02-29', '2020-02-29T15:59:58.000Z', 'onTime'],
    ['2020-02-29', '2020-02-29T16:00:00.000Z', 'late'],
    ['2019-04-30', '2019-04-30T15:59:58.000Z', 'onTime'],
    ['2019-04-30', '2019-04-30T16:00:00.000Z', 'late'],
  ])('a round due on %s takes what is handed in at %s as %s', async (dueOn, moment, expected) => {
    const year = Number(dueOn.slice(0, 4)) - (dueOn.endsWith('12-31') ? 0 : 1);
    t.clock.now = new Date(moment);
    const reviewer = await addPerson(t, { roles: ['reviewer'] });
    const opensOn = `${year}-12-01`;
    const opened = await reviewer.send('POST', '/api/plans/small/rounds', { year, opensOn, dueOn });
    expect(opened.statusCode, opened.body).toBe(201);
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    const said = { source: '年报', note: '认定文件和名单随后补交' };
    const draft = await enter(reporter, indicatorOf('index'), year, { value: 80, ...said });
    accepted(await step(reporter, draft, 'submit'));
    const { duties } = (await reviewer.get(`/api/plans/small/rounds/${year}`)).json<RoundDetails>();
    const duty = duties.find(({ indicatorId }) => indicatorId === indicatorOf('index'));
    expect(duty?.punctuality).toBe(expected);
  });

  it('29 February is a day of leap years only', async () => {
    t.clock.now = new Date('2021-03-01T01:00:00.000Z');
    const reviewer = await addPerson(t, { roles: ['reviewer'] });
    const open = (year: number, dueOn: string) =>
      reviewer.send('POST', '/api/plans/small/rounds', { year, opensOn: `${year}-12-01`, dueOn });
    expect((await open(2019, '2020-02-29')).statusCode).toBe(201);
    expect(refusal(await open(2018, '2019-02-29'))).toBe('422 /dueOn impossibleDate');
  });
});
