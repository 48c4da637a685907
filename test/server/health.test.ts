import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR_ROLES, type Role, ROLES } from '../../shared/permissions.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, asStranger } from '../support/people.ts';
import { refusal } from '../support/readings.ts';

/** More than any disk has. */
const ENDLESS = { BIAOCHI_LOW_SPACE_MB: '1000000000' };

let t: TestApp;
const start = async (environment: Readonly<Record<string, string>> = {}) => {
  t = await startApp(environment);
};
beforeEach(() => start());
afterEach(() => t.close());

describe('what a monitor hears', () => {
  it('is that all is well, and no version, path or program', async () => {
    const answer = await asStranger(t, 'GET', '/api/health');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok' });
    expect(JSON.stringify(answer.headers)).not.toMatch(/\d+\.\d+\.\d+|fastify|node|sqlite/i);
  });

  it('is 503 with the reason, when the database does not answer', async () => {
    t.database.connection.exec('alter table installation rename to elsewhere');
    const answer = await asStranger(t, 'GET', '/api/health');
    expect(refusal(answer)).toBe('503 databaseSilent');
    expect(answer.body).not.toMatch(/installation|sqlite|\.ts/i);
    t.database.connection.exec('alter table elsewhere rename to installation');
    expect((await asStranger(t, 'GET', '/api/health')).statusCode).toBe(200);
  });

  it('is the same when the database is closed, for who is signed in, too', async () => {
    const person = await addPerson(t, { roles: ['administrator'] });
    t.database.connection.close();
    expect(refusal(await asStranger(t, 'GET', '/api/health'))).toBe('503 databaseSilent');
    expect(refusal(await person.get('/api/health'))).toBe('503 databaseSilent');
    const page = await person.get('/api/session');
    expect(page.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(page.body).not.toMatch(/sqlite|database connection|\.ts/i);
  });

  it('is that something is wrong, before the disk is full; what it is, administrators hear', async () => {
    await t.close();
    await start(ENDLESS);
    expect((await asStranger(t, 'GET', '/api/health')).json()).toEqual({ status: 'degraded' });
    const administrators: readonly Role[] = ADMINISTRATOR_ROLES;
    for (const role of ROLES) {
      const departmentId = role === 'reporter' || role === 'departmentHead' ? 'steb' : null;
      const person = await addPerson(t, { roles: [role], departmentId });
      const told = administrators.includes(role) ? { warnings: ['diskNearlyFull'] } : {};
      expect((await person.get('/api/health')).json(), role).toEqual({
        status: 'degraded',
        ...told,
      });
    }
  });
});
