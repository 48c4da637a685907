import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Round, RoundDetails, RoundNotice } from '../../shared/rounds.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, PASSWORD, type Signed, signIn } from '../support/people.ts';
import { accepted, enter, ifMatch, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const ROUNDS = '/api/plans/small/rounds';
const DAYS = { year: 2018, opensOn: '2018-12-01', dueOn: '2019-01-15' };

let t: TestApp;
let reporter: Signed;
let head: Signed;
let finance: Signed;
let reviewer: Signed;
let leader: Signed;

async function start(): Promise<void> {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '王审核' });
  leader = await addPerson(t, { roles: ['leader'] });
}

const open = (typed: object = DAYS) => reviewer.send('POST', ROUNDS, typed);
const act = (name: 'close' | 'reopen', version: number) =>
  reviewer.send('POST', `${ROUNDS}/2018/${name}`, undefined, ifMatch(version));
const move = (days: object, version: number) =>
  reviewer.send('PATCH', `${ROUNDS}/2018`, days, ifMatch(version));
const see = async (by: Signed): Promise<RoundDetails> =>
  (await by.get(`${ROUNDS}/2018`)).json<RoundDetails>();

/** Sessions end with the day: everybody comes back and signs in. */
async function later(moment: string): Promise<void> {
  t.clock.now = new Date(moment);
  const again = ({ user }: Signed) => signIn(t, user.username, PASSWORD);
  reporter = await again(reporter);
  head = await again(head);
  finance = await again(finance);
  reviewer = await again(reviewer);
  leader = await again(leader);
}

async function handIn(by: Signed, name: string, figures: object) {
  // With the reason that the checks may ask for.
  const said = { source: '年报', note: '认定文件和名单随后补交' };
  const draft = await enter(by, indicatorOf(name), 2018, { ...said, ...figures });
  return accepted(await step(by, draft, 'submit'));
}

describe('a round is opened, moved, closed and opened again', () => {
  beforeEach(start);
  afterEach(() => t.close());

  it('by the reviewer, with its days', async () => {
    const answer = await open();
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.json<Round>()).toMatchObject({
      planId: 'small',
      ...DAYS,
      state: 'open',
      daysLeft: 5,
      created: { name: '王审核' },
      closed: null,
      sealed: null,
      counts: { owed: 9, handedIn: 0, completeness: { done: 0, of: 9 }, punctuality: null },
    });
    const listed = (await leader.get(ROUNDS)).json<{ items: Round[] }>();
    expect(listed.items.map(({ year, state }) => [year, state])).toEqual([[2018, 'open']]);
  });

  it('once a year, of a plan that there is, on days that make sense', async () => {
    await open();
    expect(refusal(await open())).toBe('409 conflict');
    expect(refusal(await reviewer.send('POST', '/api/plans/none/rounds', DAYS))).toBe(
      '404 notFound',
    );
    expect(refusal(await open({ year: 2020, opensOn: '2019-12-01', dueOn: '2019-11-01' }))).toBe(
      '422 /year futureYear, /opensOn datesOutOfOrder, /dueOn datesOutOfOrder',
    );
    expect(refusal(await open({ ...DAYS, dueOn: '2019-02-29' }))).toBe('422 /dueOn impossibleDate');
    expect(refusal(await reporter.send('POST', ROUNDS, DAYS))).toBe('403 forbidden');
  });

  it('in the order that its state allows, at the version that one read', async () => {
    await open();
    expect(refusal(await act('reopen', 1))).toBe('409 wrongState');
    expect(refusal(await act('close', 7))).toBe('412 staleVersion');
    expect((await act('close', 1)).json()).toMatchObject({ state: 'closed', version: 2 });
    expect(refusal(await act('close', 2))).toBe('409 wrongState');
    expect(refusal(await move({ dueOn: '2019-03-01' }, 2))).toBe('409 wrongState');
    const again = (await act('reopen', 2)).json<Round>();
    expect(again).toMatchObject({ state: 'open', closed: null, version: 3 });
    expect((await move({ dueOn: '2019-03-01' }, 3)).json()).toMatchObject({ dueOn: '2019-03-01' });
    expect(refusal(await move({ opensOn: '2019-03-02' }, 4))).toBe('422 /dueOn datesOutOfOrder');
  });

  it('and one that has not begun cannot be closed', async () => {
    await open({ ...DAYS, opensOn: '2019-01-11' });
    expect((await see(leader)).state).toBe('planned');
    expect(refusal(await act('close', 1))).toBe('409 wrongState');
    await later('2019-01-10T16:00:00.000Z');
    expect((await see(leader)).state).toBe('open');
  });

  describe('opened by mistake it is withdrawn', () => {
    const withdraw = (by: Signed, version: number, reason = '年度选错，应为2017年') =>
      by.send('POST', `${ROUNDS}/2018/withdraw`, { reason }, ifMatch(version));

    it('with a reason, while nothing was handed in; drafts are those of a year without a round', async () => {
      const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 80 });
      const paper = await enter(reporter, indicatorOf('percentage'), 2018, {
        value: 70,
        source: '年报',
      });
      accepted(await step(reporter, paper, 'submit'));
      await later('2019-01-10T03:00:00.000Z');
      await open();
      const begun = await enter(reporter, indicatorOf('emission'), 2018, { value: 9 });
      expect((await see(reviewer)).withdrawable).toBe(true);
      expect((await see(leader)).withdrawable).toBe(false);
      expect(refusal(await withdraw(leader, 1))).toBe('403 forbidden');
      expect(refusal(await withdraw(reviewer, 1, ' '))).toBe('422 /reason tooShort');
      expect(refusal(await withdraw(reviewer, 2))).toBe('412 staleVersion');
      expect((await withdraw(reviewer, 1)).statusCode).toBe(204);
      expect(refusal(await reviewer.get(`${ROUNDS}/2018`))).toBe('404 notFound');
      for (const { id } of [draft, begun]) {
        const now = accepted(await reporter.get(`/api/readings/${id}`));
        expect(now).toMatchObject({ status: 'draft', round: 'none', editable: true });
      }
      const auditor = await addPerson(t, { roles: ['auditor'] });
      const log = await auditor.get('/api/audit?action=withdrawRound&outcome=ok');
      expect(log.json<{ items: object[] }>().items).toMatchObject([
        {
          targetId: 'small/2018',
          before: { opensOn: '2018-12-01', dueOn: '2019-01-15' },
          after: { withdrawn: true, reason: '年度选错，应为2017年' },
        },
      ]);
      expect((await open()).statusCode).toBe(201);
    });

    it('also before it begins and after it was closed', async () => {
      await open({ ...DAYS, opensOn: '2019-01-11' });
      expect((await withdraw(reviewer, 1)).statusCode).toBe(204);
      await open();
      await act('close', 1);
      expect((await withdraw(reviewer, 2)).statusCode).toBe(204);
      expect(refusal(await withdraw(reviewer, 2))).toBe('404 notFound');
    });

    it('but not when a figure was handed in, also where it came back', async () => {
      await open();
      const handedIn = await handIn(reporter, 'index', { value: 80 });
      expect(refusal(await withdraw(reviewer, 1))).toBe('409 roundInUse');
      accepted(await step(head, handedIn, 'return'));
      expect(refusal(await withdraw(reviewer, 1))).toBe('409 roundInUse');
      expect((await see(reviewer)).withdrawable).toBe(false);
    });

    it('nor when a department was called in: the notice is a paper', async () => {
      await open();
      const notices = `${ROUNDS}/2018/notices`;
      expect((await reviewer.send('POST', notices, { departmentId: 'steb' })).statusCode).toBe(201);
      expect(refusal(await withdraw(reviewer, 1))).toBe('409 roundInUse');
    });
  });

  it('closed early, what is missing is overdue at once, and due again when it is opened again', async () => {
    await open();
    await handIn(finance, 'otherShare', { numerator: 30, denominator: 100 });
    expect((await see(leader)).counts).toMatchObject({
      overdue: 0,
      punctuality: { done: 1, of: 1 },
    });
    await act('close', 1);
    const closed = (await see(leader)).counts;
    expect(closed).toMatchObject({ overdue: 8, onTime: 1, punctuality: { done: 1, of: 9 } });
    await act('reopen', 2);
    expect((await see(leader)).counts).toMatchObject({ overdue: 0 });
  });

  it('which the audit log tells with its days', async () => {
    await open();
    await move({ dueOn: '2019-02-01' }, 1);
    await act('close', 2);
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const log = await auditor.get('/api/audit?targetType=round');
    const rows = log.json<{ items: { action: string; after: { dueOn: string } }[] }>().items;
    expect(rows.map(({ action, after }) => `${action} ${after.dueOn}`)).toEqual([
      'closeRound 2019-02-01',
      'changeRound 2019-02-01',
      'openRound 2019-01-15',
    ]);
  });
});

describe('who owes what', () => {
  beforeAll(async () => {
    await start();
    await open();
    await handIn(reporter, 'index', { value: 80 });
    await enter(reporter, indicatorOf('count'), 2018, { value: 1 });
    const sent = await handIn(finance, 'otherShare', { numerator: 30, denominator: 100 });
    accepted(await step(reviewer, sent, 'return'));
  });
  afterAll(() => t.close());

  const statesOf = async (by: Signed, ...names: string[]) => {
    const { duties } = await see(by);
    return names.map((name) => duties.find(({ nameZh }) => nameZh === name)?.state);
  };
  const NAMES = ['index', 'count', 'otherShare'];

  it('is every indicator under its one lead; those without one stand apart', async () => {
    const { duties, departments } = await see(leader);
    expect(duties).toHaveLength(11);
    const ownerless = duties.filter(({ departmentId }) => departmentId === null);
    expect(ownerless.map(({ nameZh, lead }) => `${nameZh} ${lead}`)).toEqual([
      'undecided undecided',
      'ownerless none',
    ]);
    expect(departments.map(({ id, counts }) => `${id} ${counts.owed}`)).toEqual([
      'finance 1',
      'steb 8',
    ]);
  });

  it('is told to each as far as they may know', async () => {
    expect(await statesOf(reporter, ...NAMES)).toEqual(['submitted', 'draft', 'handedIn']);
    expect(await statesOf(head, ...NAMES)).toEqual(['submitted', 'draft', 'handedIn']);
    expect(await statesOf(finance, ...NAMES)).toEqual(['handedIn', 'notHandedIn', 'returned']);
    expect(await statesOf(reviewer, ...NAMES)).toEqual(['submitted', 'notHandedIn', 'returned']);
    expect(await statesOf(leader, ...NAMES)).toEqual(['handedIn', 'notHandedIn', 'handedIn']);
  });

  it('counts what is between the desks for the own department and the reviewer', async () => {
    const between = async (by: Signed) => {
      const { departments } = await see(by);
      return departments.map(({ id, counts }) => `${id} ${counts.submitted} ${counts.returned}`);
    };
    expect(await between(reviewer)).toEqual(['finance 0 1', 'steb 1 0']);
    expect(await between(reporter)).toEqual(['finance null null', 'steb 1 0']);
    expect(await between(leader)).toEqual(['finance null null', 'steb null null']);
  });

  it('is complete and in time by counts, the same for everybody', async () => {
    await later('2019-01-20T01:00:00.000Z');
    for (const by of [leader, reviewer, finance]) {
      const { counts, departments, daysLeft } = await see(by);
      expect(daysLeft).toBe(-5);
      expect(counts).toMatchObject({ owed: 9, handedIn: 2, onTime: 2, late: 0, overdue: 7 });
      const [theirs] = departments;
      // Returned since, and still complete and in time: it was handed in.
      expect(theirs?.counts).toMatchObject({
        completeness: { done: 1, of: 1 },
        punctuality: { done: 1, of: 1 },
      });
    }
  });

  it('takes the first handing in for the day', async () => {
    await handIn(reporter, 'rating', { level: 2, ground: '全区二十家企业接入政务云平台' });
    const late = (await see(leader)).duties.find(({ nameZh }) => nameZh === 'rating');
    expect(late).toMatchObject({ punctuality: 'late' });
    expect(late?.firstHandedInAt).toBe('2019-01-20T01:00:00.000Z');
  });

  it('is nobody’s business outside the accounts of people', async () => {
    const display = await addPerson(t, { roles: ['display'] });
    expect(refusal(await display.get(`${ROUNDS}/2018`))).toBe('403 forbidden');
    expect(refusal(await leader.get(`${ROUNDS}/2017`))).toBe('404 notFound');
    expect(refusal(await leader.get('/api/plans/none/rounds'))).toBe('404 notFound');
  });
});

describe('calling in what is missing', () => {
  beforeEach(async () => {
    await start();
    await open();
  });
  afterEach(() => t.close());

  const callIn = (departmentId: string) =>
    reviewer.send('POST', `${ROUNDS}/2018/notices`, { departmentId });
  const noticesFor = async (by: Signed) =>
    (await by.get(`${ROUNDS}/2018/notices`)).json<{ items: RoundNotice[] }>().items;

  it('is a numbered notice with what is missing then, and it stays as it was', async () => {
    await handIn(reporter, 'index', { value: 80 });
    await later('2019-01-18T01:00:00.000Z');
    const answer = await callIn('steb');
    expect(answer.statusCode, answer.body).toBe(201);
    const first = answer.json<RoundNotice>();
    expect(first).toMatchObject({
      number: 1,
      departmentZh: 'steb局',
      dueOn: '2019-01-15',
      daysOverdue: 3,
      issuedBy: '王审核',
    });
    expect(first.missing.map(({ nameZh }) => nameZh)).toEqual([
      'share',
      'density',
      'percentage',
      'emission',
      'count',
      'milestone',
      'rating',
    ]);
    await handIn(reporter, 'count', { value: 1 });
    await move({ dueOn: '2019-03-01' }, 1);
    const second = (await callIn('finance')).json<RoundNotice>();
    expect(second).toMatchObject({ number: 2, dueOn: '2019-03-01', daysOverdue: 0 });
    expect(await noticesFor(reviewer)).toEqual([second, first]);
  });

  it('is read by the department that it calls, and by no other', async () => {
    await callIn('steb');
    expect(await noticesFor(reporter)).toHaveLength(1);
    expect(await noticesFor(head)).toHaveLength(1);
    expect(await noticesFor(finance)).toEqual([]);
    expect(refusal(await leader.get(`${ROUNDS}/2018/notices`))).toBe('403 forbidden');
  });

  it('calls nobody who owes nothing, nothing is missing of, or cannot hand in any more', async () => {
    expect(refusal(await callIn('nobody'))).toBe('422 /departmentId unknownReference');
    await handIn(finance, 'otherShare', { numerator: 30, denominator: 100 });
    expect(refusal(await callIn('finance'))).toBe('409 wrongState');
    await act('close', 1);
    expect(refusal(await callIn('steb'))).toBe('409 wrongState');
  });

  it('cannot be changed or taken back, not even in the database', async () => {
    await callIn('steb');
    const run = (text: string) => () => t.database.connection.exec(text);
    expect(run("update round_notices set due_on = '2030-01-01'")).toThrow(/never changed/);
    expect(run('delete from round_notice_items')).toThrow(/never deleted/);
  });
});
