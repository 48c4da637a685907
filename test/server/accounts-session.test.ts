import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { addAccount, addPerson, asStranger, PASSWORD, signIn } from '../support/people.ts';

const MINUTE = 60_000;
let t: TestApp;
beforeEach(async () => {
  t = await startApp();
});
afterEach(() => t.close());

const move = (milliseconds: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + milliseconds);
};

describe('signing in', () => {
  it('says who is signed in, and nothing to a stranger', async () => {
    const wang = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', username: 'wang' });
    const session = await wang.get('/api/session');
    expect(session.json()).toMatchObject({
      user: { username: 'wang', roles: ['reporter'], departmentId: 'steb' },
      version: expect.stringMatching(/^\d/),
      insecure: false,
    });
    expect((await asStranger(t, 'GET', '/api/session')).json()).toEqual({ user: null });
  });
});
void [addAccount, PASSWORD, signIn, MINUTE, move];
