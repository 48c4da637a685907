import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../shared/accounts.ts';
import type { AuditRow } from '../../shared/audit.ts';
import type { Correction } from '../../shared/corrections.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { Round } from '../../shared/rounds.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addAccount,
  addPerson,
  asStranger,
  PASSWORD,
  type Signed,
  signIn,
} from '../support/people.ts';
import { accepted, change, enter, ifMatch, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { PDF, sendFile } from '../support/uploads.ts';

let t: TestApp;
let rows: readonly AuditRow[];
let people: Readonly<Record<string, Signed>>;

const who = (name: string): Signed => {
  const person = people[name];
  if (person === undefined) throw new Error(`nobody is ${name}`);
  return person;
};

beforeAll(async () => {
  t = await startApp();
  await addSmallPlan(t);
  const own = { departmentId: 'steb' };
  people = {
    reporter: await addPerson(t, { roles: ['reporter'], ...own, username: 'reporter' }),
    head: await addPerson(t, { roles: ['departmentHead'], ...own, username: 'head' }),
    reviewer: await addPerson(t, { roles: ['reviewer'], username: 'reviewer' }),
    second: await addPerson(t, { roles: ['reviewer'], username: 'second' }),
    administrator: await addPerson(t, { roles: ['administrator'], username: 'administrator' }),
    officer: await addPerson(t, { roles: ['securityAdministrator'], username: 'officer' }),
    auditor: await addPerson(t, { roles: ['auditor'], username: 'auditor' }),
  };
  await comeAndGo();
  await aFigure();
  await aYear();
  await accountsAndSettings();
  await takingOut();
  const listed = await who('auditor').get('/api/audit?limit=200');
  rows = listed.json<{ items: AuditRow[] }>().items;
}, 60_000);
afterAll(() => t.close());

async function comeAndGo(): Promise<void> {
  const username = await addAccount(t, { roles: ['leader'], username: 'visitor' });
  await asStranger(t, 'POST', '/api/session', { username, password: 'Wrong-number-1' });
  const visitor = await signIn(t, username, PASSWORD);
  await visitor.get('/api/users');
  await visitor.send('DELETE', '/api/session');
}

async function aFigure(): Promise<void> {
  const [reporter, reviewer] = [who('reporter'), who('reviewer')];
  const typed = { value: 80, source: '年报', note: '认定文件和名单随后补交' };
  const draft = await enter(reporter, indicatorOf('index'), 2018, typed);
  const url = `/api/readings/${draft.id}/evidence`;
  const file = (await sendFile(t, reporter, url, '一.pdf', PDF)).json<Evidence>();
  await reporter.send('DELETE', `${url}/${file.id}`);
  const changed = accepted(await change(reporter, draft, { value: 81 }));
  const handedIn = accepted(await step(reporter, changed, 'submit'));
  accepted(await step(reviewer, handedIn, 'return'));
}

async function aYear(): Promise<void> {
  const [reporter, head, reviewer] = [who('reporter'), who('head'), who('reviewer')];
  const rounds = '/api/plans/small/rounds';
  const days = { year: 2018, opensOn: '2018-12-01', dueOn: '2019-01-31' };
  await reviewer.send('POST', rounds, days);
  const list = await reporter.get(`/api/readings?indicatorId=${indicatorOf('index')}`);
  const [returned] = list.json<{ items: { id: string; version: number }[] }>().items;
  if (returned === undefined) throw new Error('the figure is gone');
  const again = accepted(await step(reporter, returned, 'submit'));
  const signed = accepted(await step(head, again, 'sign'));
  const approved = accepted(await step(reviewer, signed, 'approve'));
  await reporter.send(
    'PUT',
    `/api/plans/small/years/2018/lists/indicator/${indicatorOf('count')}`,
    { entries: [{ name: '甲公司' }] },
    ifMatch(0),
  );
  const closed = await reviewer.send('POST', `${rounds}/2018/close`, undefined, ifMatch(1));
  const owed = [
    'share',
    'otherShare',
    'density',
    'percentage',
    'emission',
    'count',
    'milestone',
    'rating',
  ];
  const unreported = owed.map((name) => ({
    indicatorId: indicatorOf(name),
    reason: '牵头单位年内未报送数据',
  }));
  const { version } = closed.json<Round>();
  await reviewer.send('POST', `${rounds}/2018/seal`, { unreported }, ifMatch(version));
  const sealed = accepted(await reporter.get(`/api/readings/${approved.id}`));
  const asked = await reporter.send(
    'POST',
    `/api/readings/${sealed.id}/corrections`,
    { reason: '认定文件漏计一家', changes: { value: 82 } },
    ifMatch(sealed.version),
  );
  const correction = asked.json<Correction>();
  const url = `/api/corrections/${correction.id}/approve`;
  await who('second').send('POST', url, undefined, ifMatch(correction.version));
}

async function accountsAndSettings(): Promise<void> {
  const [officer, administrator] = [who('officer'), who('administrator')];
  const made = await officer.send('POST', '/api/users', {
    username: 'newcomer',
    name: '新人',
    roles: ['leader'],
  });
  const { id, version } = made.json<Account>();
  await officer.send('PATCH', `/api/users/${id}`, { disabled: true }, ifMatch(version));
  await officer.send('POST', `/api/users/${id}/password`);
  const body = { leadDepartmentIds: ['finance'], supportingDepartmentIds: [] };
  const url = `/api/indicators/${indicatorOf('ownerless')}/departments`;
  await administrator.send('PUT', url, body, ifMatch(1));
}

async function takingOut(): Promise<void> {
  await who('reviewer').get('/api/plans/small/export?format=csv&what=readings');
  await who('auditor').send('POST', '/api/audit/export', { format: 'csv' });
  await who('administrator').send('POST', '/api/backups');
}

describe('what people did is in the log', () => {
  it.each([
    ['signIn', 'ok', 'visitor'],
    ['signIn', 'wrongCredentials', null],
    ['listUsers', 'forbidden', 'visitor'],
    ['signOut', 'ok', 'visitor'],
    ['createReading', 'ok', 'reporter'],
    ['addEvidence', 'ok', 'reporter'],
    ['removeEvidence', 'ok', 'reporter'],
    ['changeReading', 'ok', 'reporter'],
    ['submitReading', 'ok', 'reporter'],
    ['returnReading', 'ok', 'reviewer'],
    ['openRound', 'ok', 'reviewer'],
    ['signReading', 'ok', 'head'],
    ['approveReading', 'ok', 'reviewer'],
    ['saveNamedList', 'ok', 'reporter'],
    ['closeRound', 'ok', 'reviewer'],
    ['sealRound', 'ok', 'reviewer'],
    ['requestCorrection', 'ok', 'reporter'],
    ['approveCorrection', 'ok', 'second'],
    ['createUser', 'ok', 'officer'],
    ['changeUser', 'ok', 'officer'],
    ['resetPassword', 'ok', 'officer'],
    ['setDepartments', 'ok', 'administrator'],
    ['exportPlan', 'ok', 'reviewer'],
    ['exportAudit', 'ok', 'auditor'],
    ['startBackup', 'ok', 'administrator'],
  ])('%s, %s, by %s', (action, outcome, username) => {
    const row = rows.find(
      (one) => one.action === action && one.outcome === outcome && one.username === username,
    );
    expect(row, action).toBeDefined();
    expect(row?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(row?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(row?.address).toBe('127.0.0.1');
  });

  it('numbered without a hole', () => {
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, at) => rows.length - at));
  });
});
