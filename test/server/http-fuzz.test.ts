import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, ROLES } from '../../shared/permissions.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { addressOf, type Operation, operationsOf } from '../support/operations.ts';
import { addEveryRole, type Signed } from '../support/people.ts';

let t: TestApp;
let people: ReadonlyMap<Role, Signed>;
let operations: readonly Operation[];
beforeAll(async () => {
  t = await startApp();
  people = await addEveryRole(t, 'steb');
  // Signing out would only make the rest answer 401.
  operations = operationsOf(t.app).filter(({ operationId }) => operationId !== 'signOut');
});
afterAll(() => t.close());

/** Somebody whom the operation admits, so that the request comes as far as it can. */
function cookieFor({ 'x-roles': admitted }: Operation): string {
  const role = ROLES.find((one) => admitted.includes(one)) ?? 'administrator';
  return people.get(role)?.cookie ?? '';
}

interface Sent {
  readonly payload?: string;
  readonly query?: string;
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every operation gets it; says which answered as none may. */
async function failuresOf(which: readonly Operation[], sent: Sent): Promise<string[]> {
  const failures: string[] = [];
  for (const operation of which) {
    const spent = cpuTime();
    const { statusCode, headers, body } = await t.app.inject({
      method: operation.method,
      url: `${addressOf(operation, sent.id)}${sent.query ?? ''}`,
      headers: {
        cookie: cookieFor(operation),
        'if-match': '"1"',
        ...(sent.payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.payload === undefined ? {} : { payload: sent.payload }),
    });
    const took = spent();
    const say = (what: string) => failures.push(`${operation.operationId}: ${what}`);
    if (statusCode >= 500) say(`${statusCode}`);
    if (took > 2000) say(`${Math.round(took)} ms`);
    if (statusCode < 400) continue;
    if (!String(headers['content-type']).startsWith('application/problem+json')) say('no problem');
    if (/sqlite|select |node_modules|\.ts\b|at \w+ \(/i.test(body)) say(`tells too much: ${body}`);
  }
  return failures;
}

const withBody = () => operations.filter(({ requestBody }) => requestBody !== undefined);

const BODIES: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['a number', '1'],
  ['a text', '"x"'],
  ['a list', '[]'],
  ['a list of five thousand', `[${Array(5000).fill('{}').join()}]`],
  ['nothing', ''],
  [
    'keys of the prototype',
    '{"constructor":{"prototype":{"x":1}},"toString":1,"hasOwnProperty":1}',
  ],
  ['ten thousand keys', `{${Array.from({ length: 10_000 }, (_, at) => `"k${at}":1`).join()}}`],
  ['nesting', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['an empty key', '{"":{"":[{"":null}]}}'],
  ['a key of slashes', '{"~1/~0/":1}'],
  ['half a surrogate', '{"\\ud800":"\\udfff"}'],
];

/** Every field that any operation has, filled with the same strange thing. */
const STRANGE: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  1e15,
  true,
  '',
  ' ',
  'x'.repeat(50_000),
  '\u0000',
  '💧',
  '%',
  "'; --",
  [],
  [null],
  [[]],
  {},
  { value: null },
  '2019-13-45',
  '9999-12-31',
];

// What each request may take is measured; all of them together take what the machine takes.
describe('no operation breaks', { timeout: 60_000 }, () => {
  it.each(BODIES)('on a body that is %s', async (_what, payload) => {
    expect(await failuresOf(withBody(), { payload })).toEqual([]);
  });

  it.each(STRANGE.map((value) => [JSON.stringify(value).slice(0, 40), value] as const))(
    'on fields that are all %s',
    async (_what, value) => {
      const names = fieldNames();
      expect(names.size).toBeGreaterThan(10);
      const everything = Object.fromEntries([...names].map((name) => [name, value]));
      expect(await failuresOf(withBody(), { payload: JSON.stringify(everything) })).toEqual([]);
      for (const operation of withBody()) {
        const own = Object.fromEntries([...fieldNamesOf(operation)].map((name) => [name, value]));
        expect(await failuresOf([operation], { payload: JSON.stringify(own) })).toEqual([]);
      }
    },
  );

  it.each([
    '?x=1',
    '?year=',
    '?year=2018&year=2019',
    '?year[]=1',
    '?%00',
    '?__proto__=1',
    '?limit=1e9',
    '?username=%25%5F%00',
    `?q=${'a'.repeat(5000)}`,
    '?%E0%A4%A',
  ])('on the query %s', async (query) => {
    expect(await failuresOf(operations, { query })).toEqual([]);
  });

  it.each([
    '%00',
    '..%2f..%2fetc',
    '%E0%A4%A',
    "'or'1'='1",
    '__proto__',
    'constructor',
    '-1',
    '1e309',
    'a'.repeat(300),
    '%F0%9F%92%A7',
  ])('on the id %s', async (id) => {
    expect(await failuresOf(operations, { id })).toEqual([]);
  });

  it.each<[Record<string, string>]>([
    [{ 'if-match': '*' }],
    [{ 'if-match': '"1", "2"' }],
    [{ 'if-match': 'abc' }],
    [{ 'if-match': '"-1"' }],
    [{ 'if-match': '"99999999999999999999"' }],
    [{ 'idempotency-key': ' ' }],
    [{ 'idempotency-key': 'é' }],
    [{ 'idempotency-key': 'k'.repeat(500) }],
    [{ cookie: 'sid=; sid=x; =; ;;' }],
    [{ cookie: `sid=${'a'.repeat(43)}` }],
    [{ 'user-agent': 'x'.repeat(4000) }],
    [{ origin: '\u00e9' }],
    [{ accept: 'image/png' }],
    [{ host: '' }],
  ])('on the headers %j', async (headers) => {
    expect(await failuresOf(operations, { headers, payload: '{}' })).toEqual([]);
    expect(await failuresOf(operations, { headers })).toEqual([]);
  });
});

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** The names of the fields of an operation's body, from its schema. */
function fieldNamesOf({ requestBody }: Operation): Set<string> {
  const body = requestBody as { content: Record<string, { schema: JsonSchema }> };
  const schema = body.content['application/json']?.schema ?? {};
  const all = [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})));
}

function fieldNames(): Set<string> {
  return new Set(withBody().flatMap((operation) => [...fieldNamesOf(operation)]));
}
