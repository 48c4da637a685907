import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSetupLink } from '../../server/accounts/setup-store.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, asStranger, PASSWORD, signIn } from '../support/people.ts';

const HOUR = 3_600_000;

let t: TestApp;
let token: string;
beforeEach(async () => {
  t = await startApp();
  token = await newLink();
});
afterEach(() => t.close());

function newLink(): Promise<string> {
  return new Transactions(t.database.kysely).write((db) => createSetupLink(db, t.clock.now));
}

const somebody = (username: string) => ({ username, name: '陈主任', password: PASSWORD });
const simple = () => ({ profile: 'simple', token, administrator: somebody('chen') });
const mlps = () => ({
  profile: 'mlps',
  token,
  administrator: somebody('chen'),
  securityAdministrator: somebody('li'),
  auditor: somebody('wu'),
});

const answer = (body: object) => asStranger(t, 'POST', '/api/setup', body);
const isOpen = async () =>
  (await asStranger(t, 'GET', '/api/setup')).json<{ open: boolean }>().open;
const accounts = () =>
  t.database.connection
    .prepare(
      `select username, group_concat(role) as roles from users join user_roles on user_id = id
       group by username order by username, role`,
    )
    .all();

describe('a fresh installation', () => {
  it('has no account', async () => {
    expect(accounts()).toEqual([]);
    expect(await isOpen()).toBe(true);
  });

  it('under the simple profile makes one person of the first two administrators', async () => {
    expect((await answer(simple())).statusCode).toBe(204);
    expect(accounts()).toEqual([
      { username: 'chen', roles: 'administrator,securityAdministrator' },
    ]);
    expect(await isOpen()).toBe(false);
    const chen = await signIn(t, 'chen', PASSWORD);
    expect(chen.user.mustChangePassword).toBe(false);
    expect((await chen.get('/api/users')).statusCode).toBe(200);
    expect((await chen.get('/api/session')).json()).toMatchObject({ profile: 'simple' });
  });

  it('under 等保 makes three people of the three', async () => {
    expect((await answer(mlps())).statusCode).toBe(204);
    expect(accounts()).toEqual([
      { username: 'chen', roles: 'administrator' },
      { username: 'li', roles: 'securityAdministrator' },
      { username: 'wu', roles: 'auditor' },
    ]);
    const wu = await signIn(t, 'wu', PASSWORD);
    const log = (await wu.get('/api/audit?action=completeSetup')).json<{ items: object[] }>();
    expect(log.items).toHaveLength(1);
    expect(log.items[0]).toMatchObject({ outcome: 'ok', after: { profile: 'mlps' } });
    expect(JSON.stringify(log)).not.toContain(PASSWORD);
  });

  it('under 等保 wants three different names, and says everything at once', async () => {
    const body = { ...mlps(), auditor: { ...somebody('CHEN'), password: 'abc' } };
    const refused = await answer(body);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      errors: [
        { pointer: '/auditor/username', code: 'taken' },
        { pointer: '/auditor/password', code: 'passwordTooShort' },
        { pointer: '/auditor/password', code: 'passwordTooSimple' },
      ],
    });
    expect(accounts()).toEqual([]);
    expect((await answer(mlps())).statusCode, 'the link was not used up').toBe(204);
  });
});

describe('the set-up link', () => {
  const statusOf = async (body: object) => (await answer(body)).json<{ code: string }>().code;

  it('is 256 bits, and only its hash is kept', () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = t.database.connection.prepare('select * from setup_links').all();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is dead after use', async () => {
    expect((await answer(simple())).statusCode).toBe(204);
    expect(await statusOf(simple())).toBe('setupClosed');
  });

  it('makes one administrator when it is used twice at once', async () => {
    const both = await Promise.all([
      answer(simple()),
      answer({ ...simple(), administrator: somebody('other') }),
    ]);
    expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([204, 409]));
    expect(accounts()).toHaveLength(1);
  });

  it('is dead after twenty-four hours', async () => {
    t.clock.now = new Date(t.clock.now.getTime() + 24 * HOUR);
    expect(await statusOf(simple())).toBe('setupLinkDead');
    t.clock.now = new Date(t.clock.now.getTime() - 1);
    expect((await answer(simple())).statusCode).toBe(204);
  });

  it('is dead when a restart printed a fresh one', async () => {
    const fresh = await newLink();
    expect(await statusOf(simple())).toBe('setupLinkDead');
    token = fresh;
    expect((await answer(simple())).statusCode).toBe(204);
  });

  it.each(['x', 'A'.repeat(43), '%00', "' or 1=1 --"])('cannot be guessed: %s', async (guess) => {
    expect(await statusOf({ ...simple(), token: guess })).toBe('setupLinkDead');
    expect(accounts()).toEqual([]);
  });

  it('under 等保 meets a person whom the command line gave two of the offices', async () => {
    await addPerson(t, { roles: ['administrator', 'securityAdministrator'] });
    const refused = await answer(mlps());
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/profile', code: 'rolesKeptApart' }],
    });
    expect((await answer(simple())).statusCode).toBe(204);
  });

  it('meets a name that the command line gave away before', async () => {
    await addPerson(t, { roles: ['leader'], username: 'chen' });
    const refused = await answer(simple());
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [{ pointer: '/administrator/username', code: 'taken' }],
    });
    expect(await isOpen()).toBe(true);
  });
});
