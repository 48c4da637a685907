import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/permissions.ts';
import type { Round } from '../../shared/rounds.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, PASSWORD, type Signed, signIn } from '../support/people.ts';
import { accepted, enter, ifMatch, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const ROUNDS = '/api/plans/small/rounds';

let t: TestApp;
let reporter: Signed;
let head: Signed;
let finance: Signed;
let reviewer: Signed;

beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '王审核' });
});
afterEach(() => t.close());

async function open(dueOn = '2019-01-15', year = 2018): Promise<Round> {
  const answer = await reviewer.send('POST', ROUNDS, { year, opensOn: '2019-01-01', dueOn });
  return answer.json<Round>();
}

async function close({ year, version }: Round): Promise<Round> {
  const url = `${ROUNDS}/${year}/close`;
  return (await reviewer.send('POST', url, undefined, ifMatch(version))).json<Round>();
}

async function handIn(by: Signed, name: string, figures: object, year = 2018) {
  const told = { source: '年报', note: '与企业报表和认定文件逐项核对。', ...figures };
  const draft = await enter(by, indicatorOf(name), year, told);
  return accepted(await step(by, draft, 'submit'));
}

async function later(moment: string): Promise<void> {
  t.clock.now = new Date(moment);
  const again = ({ user }: Signed) => signIn(t, user.username, PASSWORD);
  reporter = await again(reporter);
  head = await again(head);
  finance = await again(finance);
  reviewer = await again(reviewer);
}

const itemsOf = async (by: Signed): Promise<TodoItem[]> =>
  (await by.get('/api/todo')).json<{ items: TodoItem[] }>().items;
const codesOf = async (by: Signed) => (await itemsOf(by)).map(({ code }) => code);

describe('a reporter', () => {
  it('has what the open round still lacks, with the days that are left', async () => {
    await open();
    await enter(reporter, indicatorOf('count'), 2018, { value: 1 });
    await handIn(reporter, 'index', { value: 80 });
    expect(await itemsOf(reporter)).toEqual([
      {
        code: 'handIn',
        planId: 'small',
        year: 2018,
        dueOn: '2019-01-15',
        daysLeft: 5,
        owed: 8,
        left: 7,
        drafts: 1,
      },
    ]);
    await handIn(finance, 'otherShare', { numerator: 30, denominator: 100 });
    expect(await itemsOf(finance)).toEqual([]);
  });

  it('is told since when it is overdue, and nothing once the round is closed', async () => {
    const round = await open();
    await later('2019-01-18T01:00:00.000Z');
    expect(await itemsOf(reporter)).toMatchObject([{ code: 'handIn', daysLeft: -3 }]);
    await close(round);
    expect(await itemsOf(reporter)).toEqual([]);
  });

  it('mends what came back, with the reason and from whom', async () => {
    const sent = await handIn(reporter, 'index', { value: 80 });
    accepted(await step(reviewer, sent, 'return', '请核对来源'));
    expect(await itemsOf(reporter)).toEqual([
      {
        code: 'mend',
        planId: 'small',
        year: 2018,
        indicatorId: 'small-index',
        indicatorCode: 'S4',
        nameZh: 'index',
        nameEn: 'index',
        readingId: sent.id,
        reason: '请核对来源',
        reasonCode: 'other',
        by: '王审核',
        at: '2019-01-10T01:00:00.000Z',
      },
    ]);
    expect(await itemsOf(finance)).toEqual([]);
  });

  it('hands in the drafts of a year without a round', async () => {
    await enter(reporter, indicatorOf('count'), 2016, { value: 1 });
    await enter(reporter, indicatorOf('index'), 2016);
    expect(await itemsOf(reporter)).toEqual([
      { code: 'paperDrafts', planId: 'small', year: 2016, count: 2 },
    ]);
  });
});

describe('a department head', () => {
  it('signs what is handed in within a round, and nothing of a year from paper', async () => {
    await handIn(reporter, 'count', { value: 1 }, 2017);
    expect(await itemsOf(head)).toEqual([]);
    await open();
    const sent = await handIn(reporter, 'index', { value: 80 });
    expect(await itemsOf(head)).toEqual([{ code: 'sign', planId: 'small', year: 2018, count: 1 }]);
    accepted(await step(head, sent, 'sign'));
    expect(await itemsOf(head)).toEqual([]);
  });

  it('who also reports does not sign what they typed', async () => {
    await open();
    const both = await addPerson(t, {
      roles: ['reporter', 'departmentHead'],
      departmentId: 'finance',
    });
    await handIn(both, 'otherShare', { numerator: 30, denominator: 100 });
    expect(await codesOf(both)).toEqual([]);
  });
});

describe('a reviewer', () => {
  it('reviews what is signed in a round, and what is handed in from paper', async () => {
    await open();
    const sent = await handIn(reporter, 'index', { value: 80 });
    expect(await codesOf(reviewer)).toEqual([]);
    accepted(await step(head, sent, 'sign'));
    await handIn(reporter, 'count', { value: 1 }, 2016);
    expect(await itemsOf(reviewer)).toEqual([
      { code: 'review', planId: 'small', year: 2018, count: 1 },
      { code: 'review', planId: 'small', year: 2016, count: 1 },
    ]);
  });

  it('calls in whoever is overdue, and leaves them a week', async () => {
    await open();
    await later('2019-01-16T01:00:00.000Z');
    expect(await itemsOf(reviewer)).toMatchObject([
      { code: 'callIn', daysLeft: -1, departments: 2, indicators: 9 },
      { code: 'closeRound', left: 9 },
    ]);
    await reviewer.send('POST', `${ROUNDS}/2018/notices`, { departmentId: 'steb' });
    expect(await itemsOf(reviewer)).toMatchObject([
      { code: 'callIn', departments: 1, indicators: 1 },
      { code: 'closeRound' },
    ]);
    await later('2019-01-23T01:00:00.000Z');
    expect((await itemsOf(reviewer))[0]).toMatchObject({ code: 'callIn', departments: 2 });
  });

  it('closes a round when everything came, and seals it when nothing is on its way', async () => {
    await t.database.kysely
      .deleteFrom('indicatorDepartments')
      .where('departmentId', '=', 'steb')
      .execute();
    await addPerson(t, { roles: ['departmentHead'], departmentId: 'finance', username: 'chief' });
    const chief = await signIn(t, 'chief', PASSWORD);
    const round = await open();
    const sent = await handIn(finance, 'otherShare', { numerator: 30, denominator: 100 });
    // The one of two leads that is left owes its indicator, too.
    await handIn(finance, 'undecided', { value: 1 });
    expect(await codesOf(reviewer)).toEqual(['closeRound']);
    await close(round);
    expect(await codesOf(reviewer)).toEqual([]);
    const signed = accepted(await step(chief, sent, 'sign'));
    accepted(await step(reviewer, signed, 'approve'));
    expect(await codesOf(reviewer)).toEqual([]);
    const items = (await chief.get('/api/readings?planId=small&status=submitted')).json<{
      items: { id: string; version: number }[];
    }>().items;
    for (const reading of items) {
      accepted(await step(reviewer, accepted(await step(chief, reading, 'sign')), 'approve'));
    }
    expect(await itemsOf(reviewer)).toEqual([
      { code: 'sealRound', planId: 'small', year: 2018, approved: 2, left: 0 },
    ]);
    // Then the report of the year is written: the merged one, and that of each department that leads.
    t.database.connection.exec('update rounds set sealed_at = closed_at, sealed_by = closed_by');
    expect(await itemsOf(reviewer)).toEqual([
      { code: 'issueReport', planId: 'small', year: 2018, scope: 'zone' },
    ]);
    expect(await itemsOf(chief)).toEqual([
      { code: 'issueReport', planId: 'small', year: 2018, scope: 'finance' },
    ]);
  });
});

describe('a correction', () => {
  const ask = async (status: 'requested' | 'refused', readingId: string) => {
    await t.database.kysely
      .insertInto('corrections')
      .values({
        id: 'c1',
        readingId,
        reportId: null,
        askedVersion: 3,
        status,
        reason: '统计年报更正',
        requestedBy: reporter.user.id,
        requestedAt: '2019-01-10T01:00:00.000Z',
        decidedBy: status === 'refused' ? reviewer.user.id : null,
        decidedAt: status === 'refused' ? '2019-01-10T01:00:00.000Z' : null,
        decisionNote: status === 'refused' ? '依据不足' : null,
        version: 1,
      })
      .execute();
    await t.database.kysely
      .insertInto('correctionFigures')
      .values({
        correctionId: 'c1',
        dataStatus: 'final',
        source: '年报',
        note: '',
        value: 81,
        numerator: null,
        denominator: null,
        level: null,
        ground: null,
        absence: null,
        absenceReason: null,
        scopeChange: null,
        paper: null,
        figureYear: null,
      })
      .execute();
  };

  beforeEach(async () => {
    const sent = await handIn(reporter, 'index', { value: 80 });
    accepted(await step(reviewer, sent, 'approve'));
  });

  it('waits for a reviewer who did not ask for it', async () => {
    const { items } = (await reporter.get('/api/readings?planId=small')).json<{
      items: { id: string }[];
    }>();
    await ask('requested', items[0]?.id ?? '');
    expect(await itemsOf(reviewer)).toEqual([
      { code: 'decideCorrections', planId: 'small', year: 2018, count: 1 },
    ]);
  });

  it('that was refused is told to the department for two weeks', async () => {
    const { items } = (await reporter.get('/api/readings?planId=small')).json<{
      items: { id: string }[];
    }>();
    await ask('refused', items[0]?.id ?? '');
    expect(await itemsOf(reporter)).toMatchObject([
      { code: 'correctionRefused', indicatorCode: 'S4', reason: '依据不足', by: '王审核' },
    ]);
    expect(await itemsOf(finance)).toEqual([]);
    await later('2019-01-25T01:00:00.000Z');
    expect(await itemsOf(reporter)).toEqual([]);
  });
});

describe('the administrators', () => {
  it('fill the gaps of the plan', async () => {
    const administrator = await addPerson(t, { roles: ['administrator'] });
    expect(await itemsOf(administrator)).toEqual([
      { code: 'nameLeads', planId: 'small', count: 2 },
      { code: 'enterBaselines', planId: 'small', count: 9 },
      { code: 'assignTargets', planId: 'small', count: 1 },
    ]);
  });

  it('give every department of a running round somebody who reports and signs', async () => {
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    expect(await itemsOf(officer)).toEqual([]);
    await open();
    expect(await itemsOf(officer)).toMatchObject([
      { code: 'addHeads', year: 2018, departments: [{ id: 'finance' }] },
    ]);
  });

  it('unlock whoever was locked out', async () => {
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    for (let i = 0; i < 5; i += 1) {
      await signIn(t, reporter.user.username, 'wrong').catch(() => undefined);
    }
    expect(await itemsOf(officer)).toEqual([{ code: 'lockedAccounts', count: 1 }]);
  });
});

it.each<Role>(['leader', 'auditor'])('a %s has nothing to do, and is told so', async (role) => {
  await open();
  await handIn(reporter, 'index', { value: 80 });
  expect(await itemsOf(await addPerson(t, { roles: [role] }))).toEqual([]);
});

it('who holds several roles has the work of each', async () => {
  await open();
  await handIn(reporter, 'index', { value: 80 });
  const both = await addPerson(t, {
    roles: ['reporter', 'departmentHead'],
    departmentId: 'steb',
  });
  expect(await codesOf(both)).toEqual(['handIn', 'sign']);
});
