import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { base32, codeOf, matchStep, stepAt } from '../../server/accounts/totp.ts';
import type { AuditRow } from '../../shared/audit.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, asStranger, PASSWORD, type Signed } from '../support/people.ts';
import { refusal } from '../support/readings.ts';
import { bytesOf } from '../support/second-factor.ts';

const RFC_SECRET = Buffer.from('12345678901234567890');
const URL = '/api/session/second-factor';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('a code', () => {
  // RFC 6238, appendix B: the last six of the eight digits there.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is %s, as RFC 6238 works it out', (seconds, code) => {
    expect(codeOf(RFC_SECRET, stepAt(new Date(seconds * SECOND)))).toBe(code);
  });

  it('is made from a secret that is typed as RFC 4648 writes it', () => {
    expect(base32(RFC_SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  const now = new Date(1_111_111_111 * SECOND);
  const step = stepAt(now);
  it.each<[number, number | null, boolean, string]>([
    [0, null, true, 'the step of now'],
    [-1, null, true, 'one early'],
    [1, null, true, 'one late'],
    [-2, null, false, 'two early'],
    [2, null, false, 'two late'],
    [0, 0, false, 'used'],
    [-1, 0, false, 'older than one that was used'],
    [1, 0, true, 'newer than one that was used'],
    [0, 2_000_000, true, 'used while the clock was ahead: nobody is locked out'],
  ])('%i steps away, after one %s steps away, is taken: %s (%s)', (away, last, taken) => {
    const used = last === null ? null : step + last;
    const expected = taken ? step + away : null;
    expect(matchStep(RFC_SECRET, codeOf(RFC_SECRET, step + away), now, used)).toBe(expected);
  });
});

let t: TestApp;
let officer: Signed;
let person: Signed;
beforeEach(async () => {
  t = await startApp();
  officer = await addPerson(t, { roles: ['securityAdministrator'], username: 'officer' });
  person = await addPerson(t, { roles: ['administrator'], username: 'chen' });
});
afterEach(() => t.close());

const pass = (time: number): void => {
  t.clock.now = new Date(t.clock.now.getTime() + time);
};

interface Device {
  readonly now: () => string;
  readonly recoveryCodes: readonly string[];
}

/** Turns a second factor on as the page does. */
async function turnOn(by: Signed): Promise<Device> {
  const begun = await by.send('POST', URL, { password: PASSWORD });
  const { secret, address } = begun.json<{ secret: string; address: string }>();
  expect(address).toMatch(
    /^otpauth:\/\/totp\/%E6%A0%87%E5%B0%BA:\w+\?secret=[A-Z2-7]{32}&issuer=%E6%A0%87%E5%B0%BA/,
  );
  const now = () => codeOf(bytesOf(secret), stepAt(t.clock.now));
  const confirmed = await by.send('POST', `${URL}/confirm`, { code: now() });
  const { recoveryCodes } = confirmed.json<{ recoveryCodes: string[] }>();
  expect(recoveryCodes).toHaveLength(8);
  // The code that confirmed it is used.
  pass(MINUTE);
  return { now, recoveryCodes };
}

const come = (code?: string, password = PASSWORD, username = 'chen') =>
  asStranger(t, 'POST', '/api/session', {
    username,
    password,
    ...(code === undefined ? {} : { code }),
  });

async function told(code?: string, password = PASSWORD): Promise<string> {
  const answer = await come(code, password);
  return answer.statusCode === 200 ? '200' : refusal(answer);
}

const rows = async (): Promise<AuditRow[]> => {
  const auditor = await addPerson(t, { roles: ['auditor'] });
  return (await auditor.get('/api/audit?limit=200')).json<{ items: AuditRow[] }>().items;
};

describe('a second factor', () => {
  it('is off until somebody turns it on, and signing in is as it was', async () => {
    expect((await person.get(URL)).json()).toEqual({
      since: null,
      recoveryCodesLeft: 0,
      demanded: false,
    });
    expect(await told()).toBe('200');
    expect(await told('123456')).toBe('200');
  });

  it('asks for the code, and only who knows the password hears that', async () => {
    const device = await turnOn(person);
    expect(await told()).toBe('401 codeNeeded');
    const [wrong, nobody] = [
      await come(device.now(), 'Wrong-number-1'),
      await come(device.now(), 'Wrong-number-1', 'nobody-here'),
    ];
    expect(wrong.body).toBe(nobody.body);
    expect(refusal(wrong)).toBe('401 wrongCredentials');
    expect(await told(device.now())).toBe('200');
  });

  it('takes a code once, also of two who come at the same moment', async () => {
    const device = await turnOn(person);
    const answers = await Promise.all([come(device.now()), come(device.now())]);
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 401]);
    expect(await told(device.now())).toBe('401 codeWrong');
    pass(30 * SECOND);
    const spaced = `${device.now().slice(0, 3)} ${device.now().slice(3)}`;
    expect(await told(spaced)).toBe('200');
  });

  it('gives five tries: then the name is locked, and the right password and code, too', async () => {
    const device = await turnOn(person);
    for (let time = 1; time <= 5; time += 1) {
      // The right password in between begins no new count.
      expect(await told()).toBe('401 codeNeeded');
      expect(await told('000000')).toBe('401 codeWrong');
    }
    expect(await told(device.now())).toBe('429 locked');
    pass(16 * MINUTE);
    expect(await told(device.now())).toBe('200');
  });

  it('lets in by a recovery code, once for each, however it is typed', async () => {
    const { recoveryCodes } = await turnOn(person);
    const [first = '', second = ''] = recoveryCodes;
    expect(first).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(await told(first)).toBe('200');
    expect(await told(first)).toBe('401 codeWrong');
    expect(await told(second.toLowerCase().replaceAll('-', ' '))).toBe('200');
    expect((await person.get(URL)).json()).toMatchObject({ recoveryCodesLeft: 6 });
    const stored = t.database.connection.prepare('select * from recovery_codes').all();
    expect(JSON.stringify(stored)).not.toContain(first.replaceAll('-', ''));
  });

  it('is begun with the password, confirmed by a code, and not in force before that', async () => {
    const refused = await person.send('POST', URL, { password: 'Wrong-number-1' });
    expect(refusal(refused)).toBe('422 /password passwordWrong');
    await person.send('POST', URL, { password: PASSWORD });
    expect(refusal(await person.send('POST', `${URL}/confirm`, { code: '000000' }))).toBe(
      '422 /code codeWrong',
    );
    expect(await told()).toBe('200');
  });

  it('goes with the password and a code, and is not begun over', async () => {
    const device = await turnOn(person);
    expect(refusal(await person.send('POST', URL, { password: PASSWORD }))).toBe('409 wrongState');
    const end = (password: string, code: string) =>
      person.send('POST', `${URL}/end`, { password, code });
    expect(refusal(await end('Wrong-number-1', device.now()))).toBe('422 /password passwordWrong');
    expect(refusal(await end(PASSWORD, '000000'))).toBe('422 /code codeWrong');
    expect((await end(PASSWORD, device.now())).statusCode).toBe(204);
    expect(await told()).toBe('200');
  });

  it('is reset by the security administrator when it was lost, and the sessions end', async () => {
    await turnOn(person);
    const url = `/api/users/${person.user.id}/second-factor`;
    expect((await officer.send('DELETE', url)).statusCode).toBe(204);
    expect((await person.get('/api/sessions')).statusCode).toBe(401);
    expect(await told()).toBe('200');
    expect(refusal(await officer.send('DELETE', url))).toBe('409 wrongState');
    const own = `/api/users/${officer.user.id}/second-factor`;
    await turnOn(officer);
    expect(refusal(await officer.send('DELETE', own)), 'not one’s own').toBe('409 wrongState');
  });

  it('leaves rows, and neither secret nor code in any of them', async () => {
    const device = await turnOn(person);
    const code = device.now();
    await told();
    await told('000000');
    await told(code);
    const all = await rows();
    const steps = all
      .filter(({ targetId }) => targetId === person.user.id)
      .map(({ action, outcome }) => `${action} ${outcome}`);
    expect(steps.slice(0, 5)).toEqual([
      'signIn ok',
      'signIn codeWrong',
      'signIn codeNeeded',
      'confirmSecondFactor ok',
      'beginSecondFactor ok',
    ]);
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`${code}|${device.recoveryCodes[0]}`));
  });
});

describe('an installation under 等保', () => {
  const demand = (demandsSecondFactor: boolean) =>
    officer.send('PUT', '/api/sign-in-rules', { demandsSecondFactor });

  it('may demand one of the three administrators: until it is set up, nothing else is possible', async () => {
    t.database.connection.exec(
      `insert into installation (id, profile, illustrative, created_at)
       values (1, 'mlps', 0, '2019-01-01T00:00:00.000Z')`,
    );
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    expect((await demand(true)).statusCode).toBe(204);
    expect((await reporter.get('/api/todo')).statusCode).toBe(200);
    expect(refusal(await person.get('/api/departments'))).toBe('403 secondFactorRequired');
    expect(refusal(await officer.get('/api/users'))).toBe('403 secondFactorRequired');
    const session = await person.get('/api/session');
    expect(session.json()).toMatchObject({ user: { mustSetUpCode: true } });
    await turnOn(person);
    expect((await person.get('/api/departments')).statusCode).toBe(200);
    await turnOn(officer);
    expect((await officer.get('/api/sign-in-rules')).json()).toEqual({
      profile: 'mlps',
      demandsSecondFactor: true,
    });
  });

  it('and no other may', async () => {
    expect(refusal(await demand(true))).toBe('409 wrongState');
  });
});
