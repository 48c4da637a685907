import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem, call, onSignedOut, query, randomId } from '../../client/call.ts';
import {
  changeDepartment,
  changeUser,
  createDepartment,
  createUser,
  getSession,
  listUsers,
  signIn,
  signOut,
} from '../../shared/accounts.ts';
import { listAudit } from '../../shared/audit.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type Line, pageFetch } from '../support/page-fetch.ts';
import { addAccount, PASSWORD } from '../support/people.ts';

let t: TestApp;
let line: Line;
let restore: () => void;
beforeEach(async () => {
  t = await startApp();
  ({ line, restore } = pageFetch(t));
});
afterEach(async () => {
  restore();
  await t.close();
});

async function enter(...roles: Parameters<typeof addAccount>[1]['roles']): Promise<string> {
  const username = await addAccount(t, { roles });
  await call(signIn, { body: { username, password: PASSWORD } });
  return username;
}

const somebody = { username: 'lin', name: '林', roles: ['leader' as const] };
const refusal = async (promise: Promise<unknown>): Promise<ApiProblem> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => (error instanceof ApiProblem ? error : Promise.reject(error as Error)),
  );

describe('a call', () => {
  it('brings the answer of the operation, and nothing for 204', async () => {
    const username = await enter('leader');
    expect((await call(getSession, {})).user?.username).toBe(username);
    expect(await call(signOut, {})).toBeUndefined();
    expect((await call(getSession, {})).user).toBeNull();
  });

  it('turns a refusal into its code and the issues of its fields', async () => {
    await enter('securityAdministrator');
    const problem = await refusal(call(createUser, { body: { ...somebody, name: '' } }));
    expect(problem.code).toBe('invalid');
    expect(problem.errors).toMatchObject([{ pointer: '/name', code: 'tooShort' }]);
  });

  it('names the version that it changes, and learns the one that stands', async () => {
    await enter('securityAdministrator');
    const made = await call(createUser, { body: somebody });
    const params = { userId: made.id };
    await call(changeUser, { params, body: { name: '林二' } }, { version: made.version });
    const late = await refusal(
      call(changeUser, { params, body: { name: '林三' } }, { version: made.version }),
    );
    expect(late.code).toBe('staleVersion');
    expect(late.currentVersion).toBe(made.version + 1);
  });

  it('puts parameters and questions into the address, harmless', async () => {
    await enter('auditor', 'administrator');
    const { items } = await call(listAudit, { query: { username: 'a&b=c d', action: '' } });
    expect(items).toEqual([]);
    expect(line.sent.at(-1)?.what).toBe('GET /api/audit?username=a%26b%3Dc+d');
    await refusal(call(changeDepartment, { params: { departmentId: 'a/b' }, body: {} }));
    expect(line.sent.at(-1)?.what).toBe('PATCH /api/departments/a%2Fb');
  });

  it('says offline when the server cannot be reached', async () => {
    line.state = 'down';
    expect((await refusal(call(getSession, {}))).code).toBe('offline');
  });
});

describe('a creation that is sent again', () => {
  it('makes nothing twice when its answer was lost', async () => {
    await enter('administrator');
    const body = { id: 'merged', shortNameZh: '新局', fullNameZh: '新的局', nameEn: 'New Bureau' };
    line.state = 'answersLost';
    expect((await refusal(call(createDepartment, { body }))).code).toBe('offline');
    line.state = 'up';
    expect((await call(createDepartment, { body })).id).toBe('merged');
    const keys = line.sent.slice(-2).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('is a new creation once it was answered', async () => {
    await enter('administrator');
    const body = { id: 'merged', shortNameZh: '新局', fullNameZh: '新的局', nameEn: 'New Bureau' };
    await call(createDepartment, { body });
    expect((await refusal(call(createDepartment, { body }))).code).toMatch(/conflict|invalid/);
  });
});

describe('a session that ran out in the middle of something', () => {
  it('is renewed once for all requests that met it, and each goes through', async () => {
    const username = await enter('securityAdministrator');
    let asked = 0;
    const quiet = onSignedOut(async () => {
      asked += 1;
      await call(signIn, { body: { username, password: PASSWORD } });
      return true;
    });
    line.forget();
    const [users, made] = await Promise.all([
      call(listUsers, {}),
      call(createUser, { body: somebody }),
    ]);
    expect(asked).toBe(1);
    expect(made.username).toBe('lin');
    expect(users.items.length).toBeGreaterThan(0);
    quiet();
  });

  it('stays a refusal for who does not sign in again', async () => {
    await enter('securityAdministrator');
    const quiet = onSignedOut(() => Promise.resolve(false));
    line.forget();
    expect((await refusal(call(listUsers, {}))).code).toBe('notSignedIn');
    quiet();
  });

  it('is no question when a wrong password is what was refused', async () => {
    let asked = 0;
    const quiet = onSignedOut(() => {
      asked += 1;
      return Promise.resolve(true);
    });
    const body = { username: 'nobody', password: 'wrong' };
    expect((await refusal(call(signIn, { body }))).code).toBe('wrongCredentials');
    expect(asked).toBe(0);
    quiet();
  });
});

describe('the name of what was read', () => {
  it('is the operation with its input, so that the same question is asked once', () => {
    expect(query(listAudit, { query: { username: 'a' } }).queryKey).toEqual([
      'listAudit',
      { query: { username: 'a' } },
    ]);
  });

  it('is random for what is made', () => {
    const ids = new Set(Array.from({ length: 100 }, randomId));
    expect(ids.size).toBe(100);
  });
});
