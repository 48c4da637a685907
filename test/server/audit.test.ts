import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../server/audit/verify.ts';
import { Transactions } from '../../server/db/transaction.ts';
import type { AuditRow } from '../../shared/audit.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addAccount,
  addPerson,
  asStranger,
  PASSWORD,
  type Signed,
  signIn,
} from '../support/people.ts';

let t: TestApp;
let auditor: Signed;
beforeEach(async () => {
  t = await startApp();
  auditor = await addPerson(t, { roles: ['auditor'], username: 'auditor' });
});
afterEach(() => t.close());

async function log(query = ''): Promise<AuditRow[]> {
  const answer = await auditor.get(`/api/audit${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: AuditRow[] }>().items;
}
const rows = () =>
  t.database.connection.prepare('select count(*) from audit_log').pluck().get() as number;
const verify = () => new Transactions(t.database.kysely).read((db) => verifyChain(db));

describe('what leaves a row', () => {
  it('a sign-in, a failed one, a locked one and a sign-out', async () => {
    const wang = await addPerson(t, {
      roles: ['reporter'],
      departmentId: 'steb',
      username: 'wang',
    });
    await wang.send('DELETE', '/api/session');
    for (let time = 1; time <= 6; time += 1) {
      await signIn(t, 'wang', 'Wrong-number-1').catch(() => undefined);
    }
    const seen = (await log(`?targetId=${wang.user.id}`)).map(({ action, outcome, username }) =>
      [action, outcome, username].join(' '),
    );
    expect(seen).toEqual([
      'signIn locked ',
      ...Array<string>(5).fill('signIn wrongCredentials '),
      'signOut ok wang',
      'signIn ok wang',
      'createUser ok ',
    ]);
  });

  it('who, as what, from where, when, to what, from and to', async () => {
    const officer = await addPerson(t, { roles: ['securityAdministrator'], username: 'officer' });
    const { id } = (await addPerson(t, { roles: ['leader'], name: '旧名' })).user;
    await officer.send('PATCH', `/api/users/${id}`, { name: '新名' }, { 'if-match': '"1"' });
    expect((await log('?action=changeUser'))[0]).toMatchObject({
      at: '2019-01-10T01:00:00.000Z',
      userId: officer.user.id,
      username: 'officer',
      roles: ['securityAdministrator'],
      departmentId: null,
      address: '127.0.0.1',
      targetType: 'user',
      targetId: id,
      before: { name: '旧名', roles: ['leader'], disabled: false },
      after: { name: '新名', roles: ['leader'], disabled: false },
      outcome: 'ok',
      requestId: expect.stringMatching(/./) as string,
    });
  });

  it('a wrong password of somebody who is signed in, once', async () => {
    const wang = await addPerson(t, { roles: ['leader'], username: 'wang' });
    await wang.send('POST', '/api/session', { username: 'wang', password: 'Wrong-number-1' });
    const passwords = { currentPassword: 'Wrong-number-2', newPassword: 'Longan-43-orchard' };
    await wang.send('POST', '/api/session/password', passwords);
    const seen = (await log(`?targetId=${wang.user.id}`)).slice(0, 3);
    expect(seen.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'changePassword invalid',
      'signIn wrongCredentials',
      'signIn ok',
    ]);
  });

  it('a denial, with its target, although nothing was written', async () => {
    const wang = await addPerson(t, { roles: ['leader'], username: 'wang' });
    await wang.send('DELETE', '/api/users/some-other/sessions');
    await wang.get('/api/users');
    const denied = await log('?outcome=forbidden');
    expect(denied.map(({ action, targetId, username }) => [action, targetId, username])).toEqual([
      ['listUsers', null, 'wang'],
      ['endUserSessions', 'some-other', 'wang'],
    ]);
  });

  it('but not a stranger who signs out of nothing, nor a page that is read', async () => {
    const before = rows();
    await asStranger(t, 'DELETE', '/api/session');
    await asStranger(t, 'GET', '/api/users');
    await auditor.get('/api/sessions');
    await log();
    expect(rows()).toBe(before);
  });

  it('once for one write, however often its request is repeated with the same key', async () => {
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    const body = { username: 'once', name: '一次', roles: ['leader'] };
    const headers = { 'idempotency-key': 'once' };
    await officer.send('POST', '/api/users', body, headers);
    await officer.send('POST', '/api/users', body, headers);
    expect(await log('?action=createUser&outcome=ok&username=p')).toHaveLength(1);
  });
});

describe('what is in no row and no line of a log', () => {
  it('passwords, cookies, tokens', async () => {
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    const made = await officer.send('POST', '/api/users', {
      username: 'newcomer',
      name: '新人',
      roles: ['leader'],
    });
    const { oneTimePassword } = made.json<{ oneTimePassword: string }>();
    const newcomer = await signIn(t, 'newcomer', oneTimePassword);
    await newcomer.send('POST', '/api/session/password', {
      currentPassword: oneTimePassword,
      newPassword: 'Quiet-river-1907',
    });
    await signIn(t, 'newcomer', 'Not-the-right-1').catch(() => undefined);
    const everything = JSON.stringify(
      t.database.connection.prepare('select * from audit_log').all(),
    );
    const secrets = [oneTimePassword, 'Quiet-river-1907', 'Not-the-right-1', PASSWORD, '$argon2id'];
    const tokens = [officer, newcomer, auditor].map(({ cookie }) => cookie.slice('sid='.length));
    for (const secret of [...secrets, ...tokens]) expect(everything).not.toContain(secret);
  });
});

describe('the log of the server', () => {
  it('says what broke in one line of JSON, without what was typed or sent', async () => {
    const lines: string[] = [];
    const noisy = await startApp({}, { log: { write: (line) => void lines.push(line) } });
    const person = await addPerson(noisy, { roles: ['leader'], username: 'leader' });
    noisy.database.connection.exec('drop table sign_in_failures');
    const broken = await asStranger(
      noisy,
      'POST',
      '/api/session',
      { username: 'leader', password: 'Typed-secret-1' },
      { cookie: person.cookie, 'user-agent': 'x\ty' },
    );
    expect(broken.json()).toMatchObject({ status: 500, code: 'internal' });
    await person.send('POST', '/api/session/password', {
      currentPassword: PASSWORD,
      newPassword: 'Typed-secret-2\n{"level":50,"msg":"forged"}',
    });
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line.trimEnd()).not.toContain('\n');
      expect(JSON.parse(line)).toMatchObject({ level: 50, msg: 'unforeseen' });
      expect(line).not.toMatch(/Typed-secret|forged/);
      expect(line).not.toContain(PASSWORD);
      expect(line).not.toContain(person.cookie.slice('sid='.length));
    }
    await noisy.close();
  });
});

describe('searching', () => {
  it('gives pages from the newest back, without holes or repeats', async () => {
    for (let time = 1; time <= 7; time += 1) await addAccount(t, { roles: ['leader'] });
    const seen: number[] = [];
    let before = '';
    for (let page = 1; page <= 10; page += 1) {
      const answer = await auditor.get(`/api/audit?limit=4${before}`);
      const { items, next } = answer.json<{ items: AuditRow[]; next: number | null }>();
      seen.push(...items.map(({ seq }) => seq));
      if (next === null) break;
      before = `&before=${next}`;
    }
    expect(seen).toEqual(Array.from({ length: rows() }, (_, at) => rows() - at));
  });

  it.each([
    ['100%', ['100%'], 'a percent sign is itself'],
    ['_', ['a_b'], 'an underscore is itself'],
    ['\\', [], 'a backslash is itself'],
    ["' or 1=1 --", [], 'a quote ends nothing'],
    ['', ['100%', 'a_b', 'axb'], 'nothing asked, everything given'],
  ])('for %j finds %j: %s', async (part, names) => {
    // The pattern of user names has no percent sign; the log may hold one from an older rule.
    const insert = t.database.connection.prepare(
      `insert into audit_log select seq + ?, at, user_id, ?, roles, department_id, address, action,
       target_type, target_id, before, after, outcome, request_id, previous_hash, hash
       from audit_log where seq = 1`,
    );
    for (const [at, name] of ['100%', 'a_b', 'axb'].entries()) insert.run(100 + at, name);
    const found = (await log(`?username=${encodeURIComponent(part)}`))
      .map(({ username }) => username ?? '')
      .filter((name) => ['100%', 'a_b', 'axb'].includes(name));
    expect(found.sort()).toEqual(names);
  });

  it('by day takes both days whole, as a clock in China has them', async () => {
    t.clock.now = new Date('2019-02-01T15:59:59.999Z');
    await addAccount(t, { roles: ['leader'] });
    t.clock.now = new Date('2019-02-01T16:00:00.000Z');
    await addAccount(t, { roles: ['leader'] });
    const back = new Date('2019-01-10T01:10:00.000Z');
    t.clock.now = back;
    expect(await log('?from=2019-02-01&to=2019-02-01')).toHaveLength(1);
    expect(await log('?from=2019-02-02&to=2019-02-02')).toHaveLength(1);
    expect(await log('?from=2019-02-01&to=2019-02-02')).toHaveLength(2);
    expect(await log('?from=2019-02-03')).toHaveLength(0);
  });

  it.each([
    ['from=2019-02-30', '/from', 'impossibleDate'],
    ['from=2019-03-01&to=2019-02-01', '/to', 'datesOutOfOrder'],
    ['limit=0', '/limit', 'tooSmall'],
    ['limit=201', '/limit', 'tooLarge'],
    ['limit=all', '/limit', 'badFormat'],
    ['before=-1', '/before', 'badFormat'],
    ['order=asc', '/order', 'unknownField'],
  ])('refuses %s', async (query, pointer, code) => {
    const answer = await auditor.get(`/api/audit?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ in: 'query', pointer, code }] });
  });

  it('keeps the order of what happened when the clock goes back a day', async () => {
    await addAccount(t, { roles: ['leader'], username: 'first-made' });
    t.clock.now = new Date('2019-01-09T01:00:00.000Z');
    await addAccount(t, { roles: ['leader'], username: 'later-made' });
    auditor = await signIn(t, 'auditor', PASSWORD);
    const made = (await log('?action=createUser')).map(
      ({ after }) => (after as { username: string }).username,
    );
    expect(made.slice(0, 2)).toEqual(['later-made', 'first-made']);
  });
});

describe('the chain', () => {
  const unlocked = (statement: string) => {
    const { connection } = t.database;
    connection.exec('drop trigger audit_log_stays; drop trigger audit_log_remains');
    connection.exec(statement);
  };

  beforeEach(async () => {
    for (let time = 1; time <= 4; time += 1) await addPerson(t, { roles: ['leader'] });
  });

  it('is whole after ordinary work', async () => {
    expect(await verify()).toEqual({ ok: true, rows: rows() });
    expect(rows()).toBeGreaterThan(8);
  });

  it('is never changed by the application: the database itself refuses', () => {
    const { connection } = t.database;
    const change = () => connection.exec("update audit_log set outcome = 'ok' where seq = 3");
    expect(change).toThrow(/never changed/);
    expect(() => connection.exec('delete from audit_log where seq = 3')).toThrow(/never deleted/);
  });

  it.each([
    ["update audit_log set username = 'somebody' where seq = 3", 3],
    ['update audit_log set after = null where seq = 3', 3],
    ['delete from audit_log where seq = 4', 4],
    ['update audit_log set seq = 99 where seq = 5', 5],
    ["update audit_log set hash = 'x' where seq = 6", 6],
    ['delete from audit_log where seq = 1', 1],
  ])('shows what a hand did: %s', async (statement, seq) => {
    unlocked(statement);
    expect(await verify()).toEqual({ ok: false, seq });
  });

  it('takes the action with it when the row cannot be written', async () => {
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    t.database.connection.exec(
      `create trigger no_more before insert on audit_log
       begin select raise(abort, 'no more'); end`,
    );
    const body = { username: 'unseen', name: '无', roles: ['leader'] };
    const answer = await officer.send('POST', '/api/users', body);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/no more|sqlite|audit_log/i);
    const made = t.database.connection
      .prepare("select count(*) from users where username = 'unseen'")
      .pluck()
      .get();
    expect(made).toBe(0);
  });
});
