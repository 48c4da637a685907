import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, asStranger } from '../support/people.ts';

const ORIGIN = 'https://targets.example';
const CLIENT = '10.20.30.40';

let t: TestApp;
afterEach(() => t.close());

/** The address that the log has of a refused read, asked from `from` with what the sender claims. */
async function loggedAddress(
  environment: Readonly<Record<string, string>>,
  from: string,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  t = await startApp(environment);
  const { cookie } = await addPerson(t, { roles: ['leader'] });
  await t.app.inject({ url: '/api/users', remoteAddress: from, headers: { cookie, ...headers } });
  return t.database.connection
    .prepare(`select address from audit_log where action = 'listUsers'`)
    .pluck()
    .get();
}

describe('who connects', () => {
  const told = { 'x-forwarded-for': CLIENT };
  const behind = { BIAOCHI_ORIGIN: ORIGIN, BIAOCHI_GATEWAY: '127.0.0.1' };

  it('is whom the gateway names, where one is set', async () => {
    expect(await loggedAddress(behind, '127.0.0.1', told)).toBe(CLIENT);
  });

  it('is the last before the gateway, whatever the client claims to stand for', async () => {
    const chain = { 'x-forwarded-for': `127.0.0.1, 1.2.3.4, ${CLIENT}` };
    expect(await loggedAddress(behind, '127.0.0.1', chain)).toBe(CLIENT);
  });

  it('is the socket, where somebody comes past the gateway', async () => {
    expect(await loggedAddress(behind, '10.9.9.9', told)).toBe('10.9.9.9');
  });

  it('is the socket, where none is set', async () => {
    expect(await loggedAddress({ BIAOCHI_ORIGIN: ORIGIN }, '127.0.0.1', told)).toBe('127.0.0.1');
  });

  it('changes nothing about where a write may come from', async () => {
    t = await startApp(behind);
    const answer = await asStranger(
      t,
      'POST',
      '/api/session',
      { username: 'a', password: 'b' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', ...told },
    );
    expect(answer.json()).toMatchObject({ status: 403, code: 'foreignOrigin' });
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ BIAOCHI_GATEWAY: '127.0.0.1' }, 'the origin is wanting'],
    [{ BIAOCHI_GATEWAY: 'gateway.example', BIAOCHI_ORIGIN: ORIGIN }, 'a name is no address'],
  ])('%j is refused at the start: %s', async (environment) => {
    t = await startApp();
    expect(() => readConfig(environment)).toThrow('BIAOCHI_GATEWAY');
  });
});
