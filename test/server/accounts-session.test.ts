import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { addAccount, addPerson, asStranger, PASSWORD, signIn } from '../support/people.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let t: TestApp;
beforeEach(async () => {
  t = await startApp();
});
afterEach(() => t.close());

function move(milliseconds: number): void {
  t.clock.now = new Date(t.clock.now.getTime() + milliseconds);
}

function attempt(username: string, password: string, headers: Record<string, string> = {}) {
  return asStranger(t, 'POST', '/api/session', { username, password }, headers);
}

const code = (answer: { json(): unknown }) => (answer.json() as { code?: string }).code;

describe('signing in', () => {
  it('says who is signed in, and nothing to a stranger', async () => {
    const who = { roles: ['reporter'], departmentId: 'steb', username: 'wang' } as const;
    const wang = await addPerson(t, who);
    expect((await wang.get('/api/session')).json()).toMatchObject({
      user: { username: 'wang', roles: ['reporter'], departmentId: 'steb' },
      version: expect.stringMatching(/^\d/) as string,
      insecure: false,
    });
    expect((await asStranger(t, 'GET', '/api/session')).json()).toEqual({ user: null });
  });

  it('takes the user name in any capitals, the password only as it is', async () => {
    await addAccount(t, { roles: ['leader'], username: 'Chen.Min' });
    expect((await attempt('CHEN.min', PASSWORD)).statusCode).toBe(200);
    expect((await attempt('chen.min', PASSWORD.toUpperCase())).statusCode).toBe(401);
    expect((await attempt('chen.min', `${PASSWORD} `)).statusCode).toBe(401);
  });

  it('answers an unknown name and a wrong password with the same bytes', async () => {
    await addAccount(t, { roles: ['leader'], username: 'known' });
    const known = await attempt('known', 'Wrong-password-1');
    const unknown = await attempt('unknown', 'Wrong-password-1');
    expect(known.statusCode).toBe(401);
    expect(code(known)).toBe('wrongCredentials');
    expect(unknown.body).toBe(known.body);
    const plain = (headers: object) => JSON.stringify({ ...headers, date: '' });
    expect(plain(unknown.headers)).toBe(plain(known.headers));
  });

  it('gives a disabled account the same answer', async () => {
    const username = await addAccount(t, { roles: ['leader'] });
    t.database.connection.prepare('update users set disabled_at = ?').run('2019-01-01');
    expect(code(await attempt(username, PASSWORD))).toBe('wrongCredentials');
  });

  it('gives an HttpOnly cookie of 256 bits that stays on the machine, and stores its hash only', async () => {
    const username = await addAccount(t, { roles: ['leader'] });
    const answer = await attempt(username, PASSWORD);
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: 'sid', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
    expect(cookie).not.toHaveProperty('maxAge');
    const everything = JSON.stringify(
      t.database.connection.prepare('select * from sessions').all(),
    );
    expect(everything).not.toContain(cookie?.value);
    expect(answer.body).not.toContain(cookie?.value);
  });

  it('ends the session that the browser still presents, and makes a new token', async () => {
    const first = await addPerson(t, { roles: ['leader'] });
    const again = await attempt(first.user.username, PASSWORD, { cookie: first.cookie });
    expect(`sid=${again.cookies[0]?.value}`).not.toBe(first.cookie);
    expect((await first.get('/api/sessions')).statusCode).toBe(401);
  });

  it('takes a session from the cookie alone', async () => {
    const { cookie } = await addPerson(t, { roles: ['leader'] });
    const token = cookie.slice('sid='.length);
    const elsewhere: Record<string, string>[] = [
      { authorization: `Bearer ${token}` },
      { 'x-user': 'leader', 'x-user-id': '1' },
      { cookie: `__Host-sid=${token}` },
      { cookie: `SID=${token}` },
    ];
    for (const headers of elsewhere) {
      const answer = await asStranger(t, 'GET', '/api/sessions', undefined, headers);
      expect(answer.statusCode, JSON.stringify(headers)).toBe(401);
    }
    expect((await asStranger(t, 'GET', `/api/sessions?sid=${token}`)).statusCode).toBe(401);
  });
});

describe('plain http', () => {
  it.each([
    ['localhost:8080', 200, 'the machine itself'],
    ['127.0.0.1:8080', 200, 'the machine itself'],
    ['[::1]:8080', 200, 'the machine itself'],
    ['10.1.2.3:8080', 403, 'another machine can read it on the way'],
    ['localhost.example:8080', 403, 'a name that only begins like it'],
  ])('from %s answers a sign-in with %i: %s', async (host, status) => {
    const username = await addAccount(t, { roles: ['leader'] });
    const answer = await attempt(username, PASSWORD, { host });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(code(answer)).toBe('insecureTransport');
  });

  it('is accepted where the operator says so, and the pages are told', async () => {
    await t.close();
    t = await startApp({ BIAOCHI_ALLOW_HTTP: '1' });
    const username = await addAccount(t, { roles: ['administrator'] });
    const host = '10.1.2.3:8080';
    const answer = await attempt(username, PASSWORD, { host });
    expect(answer.statusCode).toBe(200);
    const cookie = `sid=${answer.cookies[0]?.value}`;
    const session = await asStranger(t, 'GET', '/api/session', undefined, { host, cookie });
    expect(session.json()).toMatchObject({ insecure: true });
  });

  it('does not matter behind https: the cookie is Secure and bound to the host', async () => {
    await t.close();
    t = await startApp({ BIAOCHI_ORIGIN: 'https://targets.example' });
    const username = await addAccount(t, { roles: ['leader'] });
    const headers = { host: 'targets.example', origin: 'https://targets.example' };
    const answer = await attempt(username, PASSWORD, headers);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const bare = { host: 'targets.example', cookie: `sid=${answer.cookies[0]?.value}` };
    expect((await asStranger(t, 'GET', '/api/sessions', undefined, bare)).statusCode).toBe(401);
  });
});

describe('the lock', () => {
  it('falls after five wrong passwords, for fifteen minutes, for this name only', async () => {
    await addAccount(t, { roles: ['leader'], username: 'locked-one' });
    await addAccount(t, { roles: ['leader'], username: 'another' });
    for (let time = 1; time <= 5; time += 1) {
      expect((await attempt('locked-one', `Wrong-number-${time}`)).statusCode).toBe(401);
    }
    const answer = await attempt('Locked-One', PASSWORD);
    expect(answer.statusCode).toBe(429);
    expect(code(answer)).toBe('locked');
    expect(answer.headers['retry-after']).toBe('900');
    expect((await attempt('another', PASSWORD)).statusCode).toBe(200);
    move(15 * MINUTE - SECOND);
    expect((await attempt('locked-one', PASSWORD)).headers['retry-after']).toBe('1');
    move(SECOND);
    expect((await attempt('locked-one', PASSWORD)).statusCode).toBe(200);
  });

  it('is in the database: a restart lifts nothing', async () => {
    await addAccount(t, { roles: ['leader'], username: 'locked-one' });
    for (let time = 1; time <= 5; time += 1) await attempt('locked-one', 'Wrong-number-1');
    const rows = t.database.connection.prepare('select * from sign_in_failures').all();
    expect(rows).toEqual([
      expect.objectContaining({ failures: 5, locked_until: '2019-01-10T01:15:00.000Z' }),
    ]);
  });

  it('falls for names that nobody has, too', async () => {
    for (let time = 1; time <= 5; time += 1) await attempt('nobody', 'Wrong-number-1');
    expect(code(await attempt('nobody', 'Wrong-number-1'))).toBe('locked');
  });

  it('counts failures in a row: a good sign-in or a pause starts again', async () => {
    await addAccount(t, { roles: ['leader'], username: 'careful' });
    const fail = async (times: number) => {
      for (let time = 1; time <= times; time += 1) await attempt('careful', 'Wrong-number-1');
    };
    await fail(4);
    expect((await attempt('careful', PASSWORD)).statusCode).toBe(200);
    await fail(4);
    move(15 * MINUTE + SECOND);
    await fail(4);
    expect((await attempt('careful', PASSWORD)).statusCode).toBe(200);
  });

  it('counts five of twenty guesses at once, and the right one among the rest stays outside', async () => {
    await addAccount(t, { roles: ['leader'], username: 'raced' });
    const guesses = Array.from({ length: 20 }, (_, at) =>
      at === 12 ? PASSWORD : `Wrong-${at}-abc`,
    );
    const answers = await Promise.all(guesses.map((guess) => attempt('raced', guess)));
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('set while the clock was ahead locks nobody out when it is corrected', async () => {
    await addAccount(t, { roles: ['leader'], username: 'patient' });
    const today = t.clock.now;
    t.clock.now = new Date('2099-01-01T00:00:00.000Z');
    for (let time = 1; time <= 5; time += 1) await attempt('patient', 'Wrong-number-1');
    expect(code(await attempt('patient', PASSWORD))).toBe('locked');
    t.clock.now = today;
    expect((await attempt('patient', PASSWORD)).statusCode).toBe(200);
  });

  it('keeps what was typed as a name nowhere: it may have been a password', async () => {
    await attempt('My-Secret-in-the-wrong-field', 'x');
    const { connection } = t.database;
    const tables = ['sign_in_failures', 'audit_log'].map((table) =>
      connection
        .prepare(
          table === 'audit_log' ? 'select * from audit_log' : 'select * from sign_in_failures',
        )
        .all(),
    );
    expect(JSON.stringify(tables)).not.toMatch(/secret-in/i);
    expect(tables[0]).toHaveLength(1);
    expect(tables[1]).toHaveLength(1);
  });
});

describe('a session', () => {
  it('ends after thirty minutes without a request; activity extends it', async () => {
    const person = await addPerson(t, { roles: ['leader'] });
    for (let half = 1; half <= 4; half += 1) {
      move(29 * MINUTE);
      expect((await person.get('/api/sessions')).statusCode, `after ${half} × 29 min`).toBe(200);
    }
    move(30 * MINUTE + SECOND);
    expect((await person.get('/api/sessions')).statusCode).toBe(401);
  });

  it('ends after twelve hours whatever it does', async () => {
    const person = await addPerson(t, { roles: ['leader'] });
    for (let step = 1; step <= 36; step += 1) {
      move(20 * MINUTE);
      expect((await person.get('/api/sessions')).statusCode, `after ${step} × 20 min`).toBe(200);
    }
    move(SECOND);
    expect((await person.get('/api/sessions')).statusCode).toBe(401);
  });

  it('forgives a clock that was corrected by seconds, and dies with one that was days ahead', async () => {
    const person = await addPerson(t, { roles: ['leader'] });
    move(-59 * SECOND);
    expect((await person.get('/api/sessions')).statusCode).toBe(200);
    t.clock.now = new Date(t.clock.now.getTime() - 24 * HOUR);
    expect((await person.get('/api/sessions')).statusCode).toBe(401);
    t.clock.now = new Date(t.clock.now.getTime() + 24 * HOUR);
    expect((await person.get('/api/sessions')).statusCode, 'it is gone, not asleep').toBe(401);
  });

  it('writes down that it was used once a minute at most', async () => {
    const person = await addPerson(t, { roles: ['leader'] });
    const seen = () => t.database.connection.prepare('select seen_at from sessions').pluck().get();
    move(59 * SECOND);
    await person.get('/api/sessions');
    expect(seen()).toBe('2019-01-10T01:00:00.000Z');
    move(SECOND);
    await person.get('/api/sessions');
    await person.get('/api/sessions');
    expect(seen()).toBe('2019-01-10T01:01:00.000Z');
  });

  it('is dead after signing out, and the browser is told to forget it', async () => {
    const person = await addPerson(t, { roles: ['leader'] });
    const answer = await person.send('DELETE', '/api/session');
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^sid=; .*Expires=Thu, 01 Jan 1970/);
    expect((await person.get('/api/sessions')).statusCode).toBe(401);
  });

  it('can be seen and ended from another one of the same person, by nobody else', async () => {
    const first = await addPerson(t, { roles: ['leader'] });
    const second = await signIn(t, first.user.username, PASSWORD);
    const stranger = await addPerson(t, { roles: ['leader'] });
    const items = (await second.get('/api/sessions')).json<{
      items: { id: string; current: boolean }[];
    }>().items;
    expect(items).toHaveLength(2);
    const other = items.find(({ current }) => !current)?.id ?? '';
    expect((await stranger.send('DELETE', `/api/sessions/${other}`)).statusCode).toBe(404);
    expect((await second.send('DELETE', `/api/sessions/${other}`)).statusCode).toBe(204);
    expect((await first.get('/api/sessions')).statusCode).toBe(401);
    expect((await second.get('/api/sessions')).statusCode).toBe(200);
  });
});

describe('a display', () => {
  it('stays signed in without a limit, at its own address only', async () => {
    const wall = await addPerson(t, { roles: ['display'] });
    move(400 * 24 * HOUR);
    const here = (await wall.get('/api/session')).json<{ user: object | null }>();
    expect(here.user).toMatchObject({ roles: ['display'], mustChangePassword: false });
    const moved = await t.app.inject({
      method: 'GET',
      url: '/api/session',
      headers: { cookie: wall.cookie },
      remoteAddress: '10.9.9.9',
    });
    expect(moved.json()).toEqual({ user: null });
  });
});
