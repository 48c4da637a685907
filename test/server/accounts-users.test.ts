import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addUser } from '../../server/accounts/add-user.ts';
import { Hasher } from '../../server/accounts/hashing.ts';
import { chooseProfile } from '../../server/accounts/installation-store.ts';
import { Transactions } from '../../server/db/transaction.ts';
import type { Account, Profile } from '../../shared/accounts.ts';
import type { Role } from '../../shared/permissions.ts';
import { LIGHT_COST, startApp, type TestApp } from '../support/app.ts';
import { addDepartment, addPerson, PASSWORD, type Signed, signIn } from '../support/people.ts';

let t: TestApp;
let officer: Signed;
beforeEach(async () => {
  t = await startApp();
  officer = await addPerson(t, { roles: ['securityAdministrator'] });
  await addDepartment(t, 'steb');
});
afterEach(() => t.close());

type Made = Account & { readonly oneTimePassword: string };

const wanted = (roles: readonly Role[], more: object = {}) => ({
  username: 'newcomer',
  name: '新同志',
  roles,
  ...more,
});
const create = (body: object, headers: Record<string, string> = {}) =>
  officer.send('POST', '/api/users', body, headers);
const account = async (id: string) =>
  (await officer.get('/api/users')).json<{ items: Account[] }>().items.find((one) => one.id === id);

async function change(id: string, body: object, version?: number) {
  const now = version ?? (await account(id))?.version ?? 0;
  return officer.send('PATCH', `/api/users/${id}`, body, { 'if-match': `"${now}"` });
}

function setProfile(profile: Profile): Promise<void> {
  return new Transactions(t.database.kysely).write((db) => chooseProfile(db, profile, t.clock.now));
}

describe('making an account', () => {
  it('shows the one-time password once; it must be changed before anything else', async () => {
    const answer = await create(wanted(['reporter'], { departmentId: 'steb' }));
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    const made = answer.json<Made>();
    expect(made.oneTimePassword).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect(JSON.stringify(await account(made.id))).not.toContain(made.oneTimePassword);
    const newcomer = await signIn(t, 'newcomer', made.oneTimePassword);
    expect((await newcomer.get('/api/sessions')).json()).toMatchObject({
      code: 'passwordChangeRequired',
    });
    const changed = await newcomer.send('POST', '/api/session/password', {
      currentPassword: made.oneTimePassword,
      newPassword: PASSWORD,
    });
    expect(changed.statusCode).toBe(204);
    const settled = await signIn(t, 'newcomer', PASSWORD);
    expect((await settled.get('/api/sessions')).statusCode).toBe(200);
  });

  it('refuses a name that somebody has, however it is capitalised', async () => {
    await create(wanted(['leader']));
    const again = await create({ ...wanted(['leader']), username: 'NewComer' });
    expect(again.json()).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [{ pointer: '/username', code: 'taken' }],
    });
  });

  it('makes nothing new when it is repeated with its key, and tells the secret to nobody twice', async () => {
    const key = { 'idempotency-key': 'press-1' };
    expect((await create(wanted(['leader']), key)).statusCode).toBe(201);
    expect((await create(wanted(['leader']), key)).json()).toMatchObject({ code: 'conflict' });
  });

  it.each<[Profile, Role[], string | null, string | null, string]>([
    ['simple', ['administrator', 'securityAdministrator'], null, null, 'a small office'],
    ['mlps', ['administrator', 'securityAdministrator'], null, 'rolesKeptApart', '等保'],
    ['mlps', ['administrator', 'auditor'], null, 'rolesKeptApart', '等保'],
    ['mlps', ['securityAdministrator', 'auditor'], null, 'rolesKeptApart', '等保'],
    ['mlps', ['securityAdministrator', 'leader'], null, null, 'a leader only looks'],
    ['simple', ['administrator', 'reporter'], 'steb', 'rolesKeptApart', 'writes figures'],
    ['simple', ['auditor', 'reviewer'], null, 'rolesKeptApart', 'approves figures'],
    ['simple', ['reporter', 'departmentHead'], 'steb', null, 'four eyes still hold'],
    ['simple', ['reporter'], null, 'departmentRequired', 'acts for a department'],
    ['simple', ['departmentHead'], null, 'departmentRequired', 'acts for a department'],
    ['simple', ['reviewer'], 'steb', null, 'may belong to one'],
    ['simple', ['reporter'], 'nowhere', 'unknownReference', 'no such department'],
    ['simple', ['display', 'leader'], null, 'rolesKeptApart', 'a wall screen is nobody'],
  ])('under %s gives %j of %s: %s (%s)', async (profile, roles, departmentId, refusal) => {
    await setProfile(profile);
    const answer = await create(wanted(roles, { departmentId }));
    if (refusal === null) expect(answer.statusCode).toBe(201);
    else {
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ errors: [{ code: refusal }] });
    }
  });

  it.each([
    [{ passwordHash: 'x' }, 'passwordHash'],
    [{ mustChangePassword: false }, 'mustChangePassword'],
    [{ id: 'mine' }, 'id'],
    [{ version: 9 }, 'version'],
  ])('refuses what is not for the page to set: %j', async (extra, field) => {
    const answer = await create(wanted(['leader'], extra));
    expect(answer.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: `/${field}`, code: 'unknownField' }],
    });
  });
});

describe('changing an account', () => {
  let person: Signed;
  beforeEach(async () => {
    person = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  });
  const isSignedIn = async () => (await person.get('/api/sessions')).statusCode === 200;

  it.each<[object, boolean, string]>([
    [{ disabled: true }, false, 'shut out'],
    [{ roles: ['leader'] }, false, 'other rights'],
    [{ departmentId: 'other' }, false, 'other figures'],
    [{ roles: ['reporter', 'departmentHead'] }, false, 'more rights'],
    [{ name: '新名字' }, true, 'a name gives no rights'],
    [{ roles: ['reporter'], departmentId: 'steb' }, true, 'as it was'],
  ])('%j leaves the person signed in: %s (%s)', async (body, stays) => {
    await addDepartment(t, 'other');
    expect((await change(person.user.id, body)).statusCode).toBe(200);
    expect(await isSignedIn()).toBe(stays);
  });

  it('needs the version that was read', async () => {
    const { id } = person.user;
    expect((await officer.send('PATCH', `/api/users/${id}`, { name: '甲' })).statusCode).toBe(428);
    expect((await change(id, { name: '甲' }, 1)).statusCode).toBe(200);
    const stale = await change(id, { name: '乙' }, 1);
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ code: 'staleVersion', currentVersion: 2 });
    expect(await account(id)).toMatchObject({ name: '甲', version: 2 });
  });

  it('a disabled person cannot sign in, an enabled one can again', async () => {
    const { id, username } = person.user;
    await change(id, { disabled: true });
    await expect(signIn(t, username, PASSWORD)).rejects.toThrow(/wrongCredentials/);
    expect((await account(id))?.disabledAt).toBe('2019-01-10T01:00:00.000Z');
    await change(id, { disabled: false });
    await signIn(t, username, PASSWORD);
  });

  it('a new one-time password ends the sessions, lifts the lock and must be changed', async () => {
    const { id, username } = person.user;
    for (let time = 1; time <= 5; time += 1) {
      await signIn(t, username, 'Wrong-number-1').catch(() => undefined);
    }
    const answer = await officer.send('POST', `/api/users/${id}/password`);
    expect(await isSignedIn()).toBe(false);
    const { oneTimePassword } = answer.json<{ oneTimePassword: string }>();
    expect((await signIn(t, username, oneTimePassword)).user.mustChangePassword).toBe(true);
  });

  it('unlocks, and shows until when a name is locked', async () => {
    const { id, username } = person.user;
    for (let time = 1; time <= 5; time += 1) {
      await signIn(t, username, 'Wrong-number-1').catch(() => undefined);
    }
    expect((await account(id))?.lockedUntil).toBe('2019-01-10T01:15:00.000Z');
    expect((await officer.send('POST', `/api/users/${id}/unlock`)).statusCode).toBe(204);
    expect((await account(id))?.lockedUntil).toBeNull();
    await signIn(t, username, PASSWORD);
  });

  it('signs a person out everywhere', async () => {
    const answer = await officer.send('DELETE', `/api/users/${person.user.id}/sessions`);
    expect(answer.statusCode).toBe(204);
    expect(await isSignedIn()).toBe(false);
  });

  it.each(['password', 'unlock'])('knows nobody of another id: %s', async (what) => {
    expect((await officer.send('POST', `/api/users/nobody/${what}`)).statusCode).toBe(404);
    expect((await change('nobody', { name: '甲' }, 1)).statusCode).toBe(404);
  });
});

describe('the last administrator', () => {
  it.each([
    [{ disabled: true }, '/disabled'],
    [{ roles: ['leader'] }, '/roles'],
  ])('of accounts cannot leave: %j', async (body, pointer) => {
    const { id } = officer.user;
    const refused = await change(id, body);
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer, code: 'lastAdministrator' }],
    });
    const second = await addPerson(t, { roles: ['securityAdministrator'] });
    expect((await change(id, body)).statusCode).toBe(200);
    expect((await second.get('/api/users')).statusCode).toBe(200);
    expect((await officer.get('/api/users')).statusCode, 'and is signed out').toBe(401);
  });

  it('of settings cannot leave either; a disabled colleague does not count', async () => {
    const first = await addPerson(t, { roles: ['administrator'] });
    const second = await addPerson(t, { roles: ['administrator'] });
    expect((await change(second.user.id, { disabled: true })).statusCode).toBe(200);
    const refused = await change(first.user.id, { disabled: true });
    expect(refused.json()).toMatchObject({ errors: [{ code: 'lastAdministrator' }] });
  });
});

describe('an account from the command line', () => {
  const add = (more: object) =>
    addUser(
      new Transactions(t.database.kysely),
      new Hasher(LIGHT_COST),
      {
        username: 'operator',
        name: '值班',
        roles: ['leader'],
        departmentId: null,
        password: PASSWORD,
        ...more,
      },
      { now: t.clock.now, address: 'cli' },
    );

  it('is usable at once and stands in the log', async () => {
    const made = await add({});
    const operator = await signIn(t, 'operator', PASSWORD);
    expect((await operator.get('/api/sessions')).statusCode).toBe(200);
    const row = t.database.connection
      .prepare("select address, target_id, username from audit_log where action = 'createUser'")
      .all()
      .at(-1);
    expect(row).toEqual({ address: 'cli', target_id: made.id, username: null });
  });

  it.each([
    [{ password: 'abc' }, 'passwordTooShort'],
    [{ password: `Lychee-42-${'o'.repeat(200)}` }, 'tooLong'],
    [{ username: 'two words' }, 'badFormat'],
    [{ name: '\u0000' }, 'controlCharacters'],
    [{ roles: [] }, 'required'],
    [{ roles: ['reporter'] }, 'departmentRequired'],
    [{ roles: ['administrator', 'reviewer'] }, 'rolesKeptApart'],
  ])('keeps the same rules: %j', async (more, code) => {
    await expect(add(more)).rejects.toMatchObject({
      code: 'invalid',
      extras: { errors: [expect.objectContaining({ code }), ...moreIssues(code)] },
    });
    await expect(signIn(t, 'operator', PASSWORD)).rejects.toThrow(/wrongCredentials/);
  });
});

function moreIssues(code: string): unknown[] {
  return code === 'passwordTooShort'
    ? [expect.objectContaining({ code: 'passwordTooSimple' })]
    : [];
}
