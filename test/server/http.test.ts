import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../../server/http/assets.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { addPerson, asStranger, PASSWORD, type Signed } from '../support/people.ts';
import { sendRaw, sendSlowly } from '../support/sockets.ts';

let t: TestApp;
let officer: Signed;
let reporter: Signed;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-client-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>标尺</title>');
  t = await startApp({}, { assets: loadAssets(folder) });
  officer = await addPerson(t, { roles: ['securityAdministrator'] });
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

/** A body as bytes, with whatever headers. */
function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  url = '/api/users',
  who: Signed | null = officer,
) {
  const cookie: Record<string, string> = who === null ? {} : { cookie: who.cookie };
  return t.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...cookie, ...headers },
    payload: body,
  });
}

interface Details {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

describe('a body that is not JSON', () => {
  it.each<[string, string | Buffer, string]>([
    ['an open brace', '{', 'malformedJson'],
    ['a trailing comma', '{"username":"a",}', 'malformedJson'],
    ['NaN', '{"year":NaN}', 'malformedJson'],
    ['Infinity', '{"year":-Infinity}', 'malformedJson'],
    ['single quotes', "{'year':1}", 'malformedJson'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'malformedJson'],
    ['a byte order mark in UTF-16', Buffer.from('{}', 'utf16le'), 'malformedJson'],
    ['nesting without end', '['.repeat(20_000) + ']'.repeat(20_000), 'malformedJson'],
    ['__proto__', '{"__proto__":{"roles":["administrator"]}}', 'malformedJson'],
    ['an escaped __proto__', '{"__pr\\u006fto__":{}}', 'malformedJson'],
    ['a key twice', '{"name":"a","name":"b"}', 'duplicateKey'],
    ['a key twice, once escaped', '{"name":"a","n\\u0061me":"b"}', 'duplicateKey'],
    ['a key twice deep inside', '{"a":[{"name":"a","name":"b"}]}', 'duplicateKey'],
  ])('%s', async (_why, body, code) => {
    const answer = await post(body);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const details = answer.json<Details>();
    if (code === 'duplicateKey') {
      expect(details).toMatchObject({ status: 422, errors: [{ pointer: '/name', code }] });
    } else expect(details).toMatchObject({ status: 400, code });
  });
});

describe('a number', () => {
  const enter = (value: string) =>
    post(
      `{"indicatorId":"any","year":2018,"dataStatus":"final","source":"s","value":${value}}`,
      {},
      '/api/readings',
      reporter,
    );

  it.each([
    ['1e309', 'inexactNumber', 'would be Infinity'],
    ['9007199254740993', 'inexactNumber', 'would be …992'],
    ['0.1234567890123456', 'inexactNumber', 'sixteen digits'],
    ['1e-400', 'inexactNumber', 'would be 0'],
    ['1.23456789e-320', 'inexactNumber', 'would be 1.235e-320'],
    ['"１２３"', 'wrongType', 'a text is no number'],
    ['"1,000"', 'wrongType', 'a text is no number'],
    ['true', 'wrongType', 'a yes is no number'],
    ['[1]', 'wrongType', 'a list is no number'],
    ['1e16', 'tooLarge', 'more than anything counted here'],
  ])('%s is refused as %s: %s', async (value, code) => {
    const answer = await enter(value);
    expect(answer.statusCode, answer.body).toBe(422);
    const { errors = [] } = answer.json<Details>();
    expect(errors).toContainEqual(expect.objectContaining({ pointer: '/value', code }));
  });

  it('that is fine passes this gate', async () => {
    const answer = await enter('123456789012345');
    expect(answer.body).not.toContain('"/value"');
  });
});

describe('the type of a body', () => {
  const good = JSON.stringify({ username: 'typed', name: '甲', roles: ['nothing'] });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonp'],
    ['application/json-patch+json'],
    ['text/json'],
    ['application/json, text/plain'],
    ['text/plain; application/json'],
    ['application/ json'],
    [''],
  ])('%j is refused', async (type) => {
    const answer = await post(good, { 'content-type': type });
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toMatchObject({ code: 'unsupportedMediaType' });
  });

  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['APPLICATION/JSON'],
    ['application/json;charset="utf-8"'],
    ['application/json\t; charset=utf-8'],
    ['application/json ;x=y'],
  ])('%j is JSON, and the schema still decides', async (type) => {
    const answer = await post(good, { 'content-type': type });
    expect([415, 422]).toContain(answer.statusCode);
    if (type === 'application/json') expect(answer.statusCode).toBe(422);
  });
});

describe('where a write comes from', () => {
  it.each<[Record<string, string>, boolean, string]>([
    [{}, true, 'a program without a browser'],
    [{ origin: 'http://localhost' }, true, 'the page itself'],
    [{ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, true, 'the page itself'],
    [{ origin: 'null' }, false, 'a sandboxed frame'],
    [{ origin: 'https://evil.example' }, false, 'another site'],
    [{ origin: 'http://localhost.evil.example' }, false, 'a name that begins like ours'],
    [{ origin: 'http://localhost:9999' }, false, 'another port'],
    [{ origin: '://' }, false, 'no address at all'],
    [{ origin: '' }, false, 'no address at all'],
    [{ 'sec-fetch-site': 'cross-site' }, false, 'another site'],
    [{ 'sec-fetch-site': 'same-site' }, false, 'a neighbour'],
    [{ 'sec-fetch-site': 'none' }, false, 'typed by hand: a write is never that'],
    [{ origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }, false, 'one of them lies'],
  ])('%j passes: %s (%s)', async (headers, passes) => {
    const answer = await post('{}', { host: 'localhost', ...headers });
    expect(answer.statusCode).toBe(passes ? 422 : 403);
    if (!passes) expect(answer.json()).toMatchObject({ code: 'foreignOrigin' });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });

  it('is asked of a sign-in, too', async () => {
    const body = JSON.stringify({ username: 'a', password: PASSWORD });
    const answer = await post(body, { origin: 'https://evil.example' }, '/api/session', null);
    expect(answer.statusCode).toBe(403);
  });
});

describe('headers that would like to decide', () => {
  it.each<[Record<string, string>]>([
    [{ 'x-http-method-override': 'DELETE' }],
    [{ 'x-http-method': 'DELETE' }],
    [{ 'x-method-override': 'DELETE' }],
    [{ 'x-original-url': '/api/health' }],
    [{ 'x-rewrite-url': '/api/health' }],
    [{ 'x-forwarded-for': '127.0.0.1' }],
    [{ 'x-forwarded-host': 'localhost' }],
    [{ 'x-user-id': 'administrator' }],
    [{ 'x-user-roles': 'securityAdministrator' }],
    [{ authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ])('%j changes nothing', async (headers) => {
    const cookie = reporter.cookie;
    const refused = await asStranger(t, 'GET', '/api/users', undefined, { cookie, ...headers });
    expect(refused.statusCode).toBe(403);
    const stranger = await asStranger(t, 'GET', '/api/users', undefined, headers);
    expect(stranger.statusCode).toBe(401);
    const still = await asStranger(t, 'GET', '/api/session', undefined, { cookie, ...headers });
    expect(still.json<{ user: object | null }>().user).not.toBeNull();
  });

  it('the address in the log is the one that the socket knows', async () => {
    await asStranger(t, 'GET', '/api/users', undefined, {
      cookie: reporter.cookie,
      'x-forwarded-for': '203.0.113.7',
    });
    const addresses = t.database.connection
      .prepare('select distinct address from audit_log')
      .pluck()
      .all();
    expect(addresses).not.toContain('203.0.113.7');
  });
});

describe('paths', () => {
  it.each([
    '//api/users',
    '/api//users',
    '/API/users',
    '/Api/Users',
    '/api/users/',
    '/api/./users',
    '/./api/users',
    '/x/../api/users',
    '/api/x/../users',
    '/api/users;x=1',
    '/api/users%2f',
    '/api%2fusers',
    '/%61pi/users',
    '/api/%75sers',
    '/api/users%00',
    '/api/users%20',
    '/api/users.json',
    '/api\\users',
    '/api/users?role=securityAdministrator',
    '/api/users#x',
  ])('%s opens nothing', async (url) => {
    const stranger = await asStranger(t, 'GET', url);
    expect([400, 401, 404]).toContain(stranger.statusCode);
    const person = await reporter.get(url);
    expect([400, 403, 404, 422]).toContain(person.statusCode);
    expect(person.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each(['/api/nothing', '/api', '/api/', '/api/users/x/y/z'])(
    '%s is 404 problem+json, whoever asks for a page',
    async (url) => {
      const headers = { accept: 'text/html' };
      const answer = await asStranger(t, 'GET', url, undefined, headers);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'notFound' });
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it('an unknown page is the page of the client', async () => {
    const answer = await asStranger(t, 'GET', '/indicators/anything');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it.each([
    ['PUT', '/api/users'],
    ['PATCH', '/api/session'],
    ['OPTIONS', '/api/users'],
    ['DELETE', '/api/health'],
    ['POST', '/'],
  ] as const)('%s %s does not exist', async (method, url) => {
    const answer = await t.app.inject({ method, url, headers: { cookie: officer.cookie } });
    expect([404, 405]).toContain(answer.statusCode);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('too much', () => {
  it('ten megabytes are 413, before they were read', async () => {
    const answer = await post(JSON.stringify({ name: 'x'.repeat(10_000_000) }));
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'tooLarge' });
  });

  it.each<[string, string, object]>([
    ['a list of five thousand', '/roles', { roles: Array(5000).fill('leader') }],
    ['a name of a hundred thousand letters', '/name', { name: 'x'.repeat(100_000) }],
    [
      'a user name that a slow pattern would choke on',
      '/username',
      { username: `${'a'.repeat(90_000)}!` },
    ],
  ])('%s is refused within a second', async (_what, pointer, part) => {
    const spent = cpuTime();
    const answer = await post(
      JSON.stringify({ username: 'someone', name: '甲', roles: ['leader'], ...part }),
    );
    expect(spent()).toBeLessThan(1000);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Details>().errors?.map((issue) => issue.pointer)).toEqual([pointer]);
  });

  it('of one sender is 429 with the seconds to wait', async () => {
    const few = await startApp({ BIAOCHI_RATE_LIMIT: '8' });
    const statuses: number[] = [];
    for (let time = 1; time <= 4; time += 1) {
      statuses.push((await asStranger(few, 'GET', '/api/session')).statusCode);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
    const answer = await asStranger(few, 'GET', '/api/session');
    expect(answer.json()).toMatchObject({ code: 'tooManyRequests' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await few.close();
  });
});

describe('free text', () => {
  it.each([
    ['a NUL', 'a\u0000b'],
    ['a line break', 'a\r\nSet-Cookie: x=1'],
    ['a right-to-left override', 'a\u202egpj.exe'],
    ['half a surrogate', 'a\ud800b'],
  ])('%s is refused', async (_what, name) => {
    const answer = await post(JSON.stringify({ username: 'texted', name, roles: ['leader'] }));
    expect(answer.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/name', code: 'controlCharacters' }],
    });
  });

  it.each([
    ["Robert'); drop table users;--"],
    ['💧𠮷é'],
    ['<script>alert(1)</script>'],
    ['100%_\\'],
    ['${7*7}{{7*7}}'],
  ])('%s comes back as it was sent', async (name) => {
    const username = `t${Buffer.from(name).toString('hex').slice(0, 30)}`;
    const answer = await post(JSON.stringify({ username, name, roles: ['leader'] }));
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json()).toMatchObject({ name });
  });
});

describe('every answer', () => {
  it('carries the headers that keep a browser careful, and works on plain http', async () => {
    for (const url of ['/api/session', '/api/nothing', '/']) {
      const { headers } = await asStranger(t, 'GET', url);
      expect(headers['content-security-policy']).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      expect(headers['content-security-policy']).not.toMatch(/unsafe|upgrade-insecure/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    }
  });
});

describe('on a real socket', () => {
  let port: number;
  beforeAll(async () => {
    await t.app.listen({ host: '127.0.0.1', port: 0 });
    port = (t.app.server.address() as AddressInfo).port;
  });

  const head = (line: string, ...headers: string[]) =>
    `${[line, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`;

  it('asks again who sends a body that takes its time: the session may have ended', async () => {
    const slow = await addPerson(t, { roles: ['administrator'] });
    const body = JSON.stringify({
      id: 'slow',
      shortNameZh: '慢',
      fullNameZh: '慢局',
      nameEn: 'Slow',
    });
    const answer = await sendSlowly(
      port,
      [
        head(
          'POST /api/departments HTTP/1.1',
          `Cookie: ${slow.cookie}`,
          'Content-Type: application/json',
          `Content-Length: ${Buffer.byteLength(body)}`,
        ),
        body,
      ],
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 1100));
        await slow.send('DELETE', '/api/session');
      },
    );
    expect(answer).toContain('HTTP/1.1 401');
    const all = await (await addPerson(t, { roles: ['administrator'] })).get('/api/departments');
    expect(all.body).not.toContain('slow');
  });

  it.each<[string, () => string, number[]]>([
    [
      '100 kB of headers',
      () => head('GET /api/session HTTP/1.1', `X: ${'a'.repeat(100_000)}`),
      [431],
    ],
    ['a URL of 20 kB', () => head(`GET /api/session?${'a'.repeat(20_000)} HTTP/1.1`), [414, 431]],
    ['nonsense', () => 'HELLO\r\n\r\n', [400]],
    ['a request of another protocol', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
    [
      'two lengths',
      () => head('POST /api/session HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'),
      [400],
    ],
    [
      'a length and chunks: smuggling',
      () => head('POST /api/session HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked'),
      [400],
    ],
    ['no host', () => 'GET /api/session HTTP/1.1\r\n\r\n', [400]],
    ['a negative length', () => head('POST /api/session HTTP/1.1', 'Content-Length: -1'), [400]],
    [
      'a length of a gigabyte',
      () =>
        head(
          'POST /api/session HTTP/1.1',
          'Content-Type: application/json',
          'Content-Length: 1073741824',
        ),
      [413],
    ],
  ])(
    '%s is answered with problem+json, and the connection closed',
    async (_what, bytes, statuses) => {
      const answer = await sendRaw(port, bytes());
      expect(statuses, answer.head).toContain(answer.status);
      expect(answer.head.toLowerCase()).toContain('content-type: application/problem+json');
      expect(answer.head).toMatch(/^x-content-type-options: nosniff\r?$/im);
      expect(JSON.parse(answer.body)).toMatchObject({ status: answer.status });
      expect(answer.closed).toBe(true);
    },
  );

  it('HTTP/1.0 needs no host', async () => {
    const answer = await sendRaw(port, 'GET /api/session HTTP/1.0\r\n\r\n');
    expect(answer.status).toBe(200);
  });

  it.each([
    '/./api/users',
    '/x/../api/users',
    '/api/../api/users',
    '//api/users',
    '*',
    'http://evil.example/api/users',
  ])('the path %s as it stands opens nothing', async (path) => {
    const bytes = head(`GET ${path} HTTP/1.1`, `Cookie: ${reporter.cookie}`, 'Connection: close');
    const answer = await sendRaw(port, bytes);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('securityAdministrator');
  });
});
