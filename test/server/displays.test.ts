import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CODE_MINUTES, codeTyped, type Display } from '../../shared/displays.ts';
import type { Method } from '../../shared/endpoint.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addressOf, operationsOf } from '../support/operations.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { publish, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { listenTo } from '../support/sockets.ts';

const WALL = '127.0.0.1';

let t: TestApp;
let keeper: Signed;
beforeEach(async () => {
  t = await startApp({}, { beatMs: 40 });
  keeper = await addPerson(t, { roles: ['securityAdministrator'], name: '安全管理员' });
});
afterEach(() => t.close());

const move = (minutes: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + minutes * 60_000);
};

/** A machine with a browser that keeps what it was given. */
class Machine {
  cookie = '';
  readonly address: string;
  constructor(address = WALL) {
    this.address = address;
  }
  async ask(method: Method, url: string, body?: object) {
    const answer = await t.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: this.cookie === '' ? {} : { cookie: this.cookie },
      ...(body === undefined ? {} : { payload: body }),
    });
    const [given] = answer.cookies;
    if (given !== undefined) this.cookie = `${given.name}=${given.value}`;
    return answer;
  }
  async code(): Promise<string> {
    const answer = await this.ask('POST', '/api/session/pairing');
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<{ code: string }>().code;
  }
  async user(): Promise<unknown> {
    return (await this.ask('GET', '/api/session')).json<{ user: unknown }>().user;
  }
}

const pair = (code: string, name = '一楼大厅') =>
  keeper.send('POST', '/api/displays', { code, name, place: '政务服务中心' });

async function paired(machine = new Machine()): Promise<{ wall: Machine; display: Display }> {
  const answer = await pair(await machine.code());
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return { wall: machine, display: answer.json<Display>() };
}

const list = async (by = keeper) =>
  (await by.get('/api/displays')).json<{ items: Display[] }>().items;

describe('pairing a wall screen', () => {
  it('shows a code at the wall, and whoever keeps sessions types it elsewhere', async () => {
    const wall = new Machine('10.3.0.7');
    const code = await wall.code();
    expect(code).toMatch(/^\d{8}$/);
    expect(await wall.user()).toBeNull();
    expect((await wall.ask('GET', '/api/plans')).statusCode).toBe(401);
    const made = (await pair(code)).json<Display>();
    expect(made).toMatchObject({
      name: '一楼大厅',
      place: '政务服务中心',
      address: '10.3.0.7',
      pairedBy: '安全管理员',
      listening: false,
    });
    expect(await wall.user()).toMatchObject({ name: '一楼大厅', roles: ['display'] });
    expect((await wall.ask('GET', '/api/plans')).statusCode).toBe(200);
    expect(await list()).toEqual([made]);
    const log = await (await addPerson(t, { roles: ['auditor'] })).get('/api/audit');
    const [row] = log
      .json<{ items: { action: string; targetId: string; after: object }[] }>()
      .items.filter(({ action }) => action === 'pairDisplay');
    expect(row).toMatchObject({ targetId: made.id, after: { address: '10.3.0.7' } });
    expect(log.body).not.toContain(code);
    expect(log.body).not.toContain(wall.cookie.split('=')[1]);
  });

  it('takes a code once, for ten minutes, and only one that a wall shows', async () => {
    const wall = new Machine();
    const code = await wall.code();
    expect((await pair(code)).statusCode).toBe(201);
    expect(refusal(await pair(code))).toBe('422 /code unknownReference');
    const late = await new Machine().code();
    move(CODE_MINUTES);
    expect(refusal(await pair(late))).toBe('422 /code unknownReference');
    expect(refusal(await pair('00000000'))).toBe('422 /code unknownReference');
    expect(refusal(await pair('1234'))).toBe('422 /code badFormat');
  });

  it('is nobody else’s: a reader, the system administrator and a wall itself may not', async () => {
    const code = await new Machine().code();
    for (const role of ['administrator', 'auditor', 'reviewer', 'leader', 'display'] as const) {
      const person = await addPerson(t, { roles: [role] });
      const answer = await person.send('POST', '/api/displays', { code, name: '大屏' });
      expect(refusal(answer), role).toBe('403 forbidden');
      expect(refusal(await person.get('/api/displays')), role).toBe('403 forbidden');
    }
    expect((await pair(code)).statusCode).toBe(201);
  });

  it('takes nobody’s session away: who is signed in gets no code', async () => {
    expect(refusal(await keeper.send('POST', '/api/session/pairing'))).toBe('409 wrongState');
    const { wall } = await paired();
    expect(refusal(await wall.ask('POST', '/api/session/pairing'))).toBe('409 wrongState');
  });

  it('writes nothing down for strangers, and one address holds ten codes at most', async () => {
    const count = () => t.database.connection.prepare('select total_changes()').pluck().get();
    const before = count();
    const codes: string[] = [];
    for (let n = 0; n < 11; n += 1) codes.push(await new Machine('10.0.0.9').code());
    expect(count()).toBe(before);
    expect(refusal(await pair(codes[0] ?? ''))).toBe('422 /code unknownReference');
    expect((await pair(codes[10] ?? '')).statusCode).toBe(201);
  });

  it('needs what signing in needs: not over plain http from elsewhere', async () => {
    const answer = await t.app.inject({
      method: 'POST',
      url: '/api/session/pairing',
      headers: { host: '10.1.2.3:8080' },
    });
    expect(refusal(answer)).toBe('403 insecureTransport');
  });
});

describe('a paired wall screen', () => {
  it('stays paired without a limit, and its cookie begins anew with each page', async () => {
    const { wall } = await paired();
    move(500 * 24 * 60);
    const answer = await wall.ask('GET', '/api/session');
    expect(answer.json()).toMatchObject({ user: { roles: ['display'] } });
    expect(answer.cookies).toMatchObject([{ maxAge: 400 * 86_400, httpOnly: true }]);
    const nextYears = await addPerson(t, { roles: ['securityAdministrator'] });
    expect(await list(nextYears)).toMatchObject([{ seenAt: t.clock.now.toISOString() }]);
  });

  it('is worth nothing at another address', async () => {
    const { wall } = await paired(new Machine('10.3.0.7'));
    const thief = new Machine('10.3.0.8');
    thief.cookie = wall.cookie;
    expect((await thief.ask('GET', '/api/plans')).statusCode).toBe(401);
    expect((await wall.ask('GET', '/api/plans')).statusCode).toBe(200);
  });

  it('calls nothing that is a person’s, and changes nothing at all', async () => {
    const { wall } = await paired();
    const wrong: string[] = [];
    for (const operation of operationsOf(t.app)) {
      const admitted = operation['x-roles'];
      if (admitted.includes('public')) continue;
      const reads =
        operation.method === 'GET' && admitted.some((one) => /^(signedIn|display)$/.test(one));
      const answer = await wall.ask(operation.method, addressOf(operation));
      const refused = answer.statusCode === 403;
      if (refused === reads) wrong.push(`${operation.operationId} ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(refusal(await wall.ask('GET', '/api/sessions'))).toBe('403 forbidden');
  });

  it('reads approved figures and no others', async () => {
    await addSmallPlan(t);
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    const reviewer = await addPerson(t, { roles: ['reviewer'] });
    const { id } = await publish(reporter, reviewer, indicatorOf('index'), 2017, { value: 71 });
    await reporter.send('POST', '/api/readings', {
      indicatorId: indicatorOf('percentage'),
      year: 2017,
      value: 12.5,
    });
    const { wall } = await paired();
    const board = await wall.ask('GET', '/api/plans/small/dashboard?year=2017&unapproved=include');
    expect(board.body).toContain('71');
    expect(board.body).not.toContain('12.5');
    expect((await wall.ask('GET', `/api/readings/${id}/evidence`)).statusCode).toBe(403);
  });

  it('is dead at once when it is unpaired, and its open line ends', async () => {
    await t.app.listen({ host: WALL, port: 0 });
    const { port } = t.app.server.address() as { port: number };
    const { wall, display } = await paired();
    const line = await listenTo(port, wall.cookie);
    expect(await list()).toMatchObject([{ id: display.id, listening: true }]);
    expect((await keeper.send('DELETE', `/api/displays/${display.id}`)).statusCode).toBe(204);
    expect((await wall.ask('GET', '/api/plans')).statusCode).toBe(401);
    await line.ended;
    expect(await list()).toEqual([]);
    expect((await keeper.send('DELETE', `/api/displays/${display.id}`)).statusCode).toBe(404);
    // The same machine may be paired again, with another code.
    await paired(wall);
    expect(await list()).toHaveLength(1);
  });

  it('unpairs itself when somebody signs it out there', async () => {
    const { wall } = await paired();
    const token = wall.cookie;
    expect((await wall.ask('DELETE', '/api/session')).statusCode).toBe(204);
    wall.cookie = token;
    expect(await wall.user()).toBeNull();
    expect(await list()).toEqual([]);
  });
});

describe('a code that somebody types', () => {
  it.each([
    ['4719 0352', '47190352'],
    ['４７１９０３５２', '47190352'],
    ['4719-0352 ', '47190352'],
    ['4719　0352', '47190352'],
    ['471903', '471903'],
  ])('%s is %s', (typed, meant) => expect(codeTyped(typed)).toBe(meant));
});
