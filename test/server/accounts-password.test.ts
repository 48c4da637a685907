import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, asStranger, PASSWORD, type Signed, signIn } from '../support/people.ts';

const DAY = 86_400_000;

let t: TestApp;
let person: Signed;
beforeEach(async () => {
  t = await startApp();
  person = await addPerson(t, { roles: ['leader'], username: 'linxiaoyan', name: '林小燕' });
});
afterEach(() => t.close());

function change(who: Signed, currentPassword: string, newPassword: string) {
  return who.send('POST', '/api/session/password', { currentPassword, newPassword });
}

/** Signs in anew, since every session ended, and changes. */
async function changeAnew(currentPassword: string, newPassword: string) {
  return change(await signIn(t, 'linxiaoyan', currentPassword), currentPassword, newPassword);
}

interface Issues {
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

describe('changing the own password', () => {
  it('ends every session and gives this browser a new one', async () => {
    const elsewhere = await signIn(t, 'linxiaoyan', PASSWORD);
    const answer = await change(person, PASSWORD, 'Quiet-river-1907');
    expect(answer.statusCode).toBe(204);
    expect((await person.get('/api/sessions')).statusCode).toBe(401);
    expect((await elsewhere.get('/api/sessions')).statusCode).toBe(401);
    const cookie = `sid=${answer.cookies[0]?.value}`;
    const fresh = await asStranger(t, 'GET', '/api/sessions', undefined, { cookie });
    expect(fresh.statusCode).toBe(200);
    const old = { username: 'linxiaoyan', password: PASSWORD };
    expect((await asStranger(t, 'POST', '/api/session', old)).statusCode).toBe(401);
    await signIn(t, 'linxiaoyan', 'Quiet-river-1907');
  });

  it.each([
    ['Zq-7-wp', ['passwordTooShort'], 'seven characters'],
    ['lowercaseonly', ['passwordTooSimple'], 'one class'],
    ['abc', ['passwordTooShort', 'passwordTooSimple'], 'everything at once'],
    ['P@ssw0rd2019!', ['passwordCommon'], 'the most used, made up'],
    ['Biaochi-42-abc', ['passwordPersonal'], 'the product'],
    ['Linxiaoyan#2019', ['passwordPersonal'], 'the own user name'],
    ['林小燕-Abcd-2019', ['passwordPersonal'], 'the own name'],
    [PASSWORD, ['passwordReused'], 'the same again'],
  ])('refuses %s with %j: %s', async (newPassword, codes) => {
    const answer = await change(person, PASSWORD, newPassword);
    expect(answer.statusCode).toBe(422);
    const { errors } = answer.json<Issues>();
    expect(errors.map(({ code }) => code)).toEqual(codes);
    expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(['/newPassword']));
    expect((await person.get('/api/sessions')).statusCode, 'nothing changed').toBe(200);
  });

  it('takes 64 characters and compares every one of them', async () => {
    const long = `${'Lang-Ü-燈-7'.repeat(7).slice(0, 63)}a`;
    expect(long).toHaveLength(64);
    expect((await change(person, PASSWORD, long)).statusCode).toBe(204);
    await signIn(t, 'linxiaoyan', long);
    for (const near of [long.slice(0, 63), `${long.slice(0, 63)}b`, `${long}a`]) {
      await expect(signIn(t, 'linxiaoyan', near)).rejects.toThrow(/wrongCredentials/);
    }
  });

  it('does not let the last five come back, but the sixth', async () => {
    const passwords = [PASSWORD, ...['two', 'three', 'four', 'five', 'six'].map(newOne)];
    for (const [at, next] of passwords.slice(1).entries()) {
      expect((await changeAnew(passwords[at] ?? '', next)).statusCode, next).toBe(204);
    }
    const current = passwords.at(-1) ?? '';
    for (const recent of passwords.slice(1)) {
      const answer = await changeAnew(current, recent);
      expect(answer.json<Issues>().errors[0]?.code, recent).toBe('passwordReused');
    }
    expect((await changeAnew(current, PASSWORD)).statusCode).toBe(204);
  });

  it('counts a wrong current password like one at the door', async () => {
    for (let time = 1; time <= 5; time += 1) {
      const answer = await change(person, 'Wrong-number-1', 'Quiet-river-1907');
      expect(answer.json<Issues>().errors).toEqual([
        { in: 'body', pointer: '/currentPassword', code: 'passwordWrong' },
      ]);
    }
    const answer = await change(person, PASSWORD, 'Quiet-river-1907');
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('900');
  });

  it('is demanded after ninety days, and nothing else is possible until then', async () => {
    t.clock.now = new Date(t.clock.now.getTime() + 90 * DAY);
    expect((await signIn(t, 'linxiaoyan', PASSWORD)).user.mustChangePassword).toBe(false);
    t.clock.now = new Date(t.clock.now.getTime() + 1);
    const late = await signIn(t, 'linxiaoyan', PASSWORD);
    expect(late.user.mustChangePassword).toBe(true);
    const refused = await late.get('/api/sessions');
    expect(refused.json()).toMatchObject({ status: 403, code: 'passwordChangeRequired' });
    expect((await change(late, PASSWORD, 'Quiet-river-1907')).statusCode).toBe(204);
    const fresh = await signIn(t, 'linxiaoyan', 'Quiet-river-1907');
    expect((await fresh.get('/api/sessions')).statusCode).toBe(200);
  });
});

const newOne = (word: string): string => `Quiet-river-${word}-7`;
