import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../shared/i18n/en.ts';
import { zhCN } from '../shared/i18n/zh-CN.ts';
import { type Role, ROLES } from '../shared/permissions.ts';
import { PROBLEM_CODES, PROBLEMS, type ProblemCode } from '../shared/problems.ts';
import { startApp, type TestApp } from './support/app.ts';
import { addressOf, type Operation, operationsOf } from './support/operations.ts';
import { addEveryRole, asStranger, PASSWORD, type Signed, signIn } from './support/people.ts';

let t: TestApp;
let people: ReadonlyMap<Role, Signed>;
let operations: readonly Operation[];

beforeAll(async () => {
  t = await startApp();
  people = await addEveryRole(t, 'steb');
  operations = operationsOf(t.app);
});
afterAll(() => t.close());

/** What every operation is tried with: an empty body where it takes one. */
function bodyOf({ requestBody }: Operation): object | undefined {
  return requestBody === undefined ? undefined : {};
}

function isOpenTo({ 'x-roles': admitted }: Operation, role: Role): boolean {
  return admitted.some((word) => ['public', 'signedIn', role].includes(word));
}

const isPublic = (operation: Operation) => operation['x-roles'].includes('public');

describe('the OpenAPI document', () => {
  it('names every operation once', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
    for (const operation of operations) {
      expect(operation.operationId, operation.path).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.summary, operation.path).toMatch(/.{5,}/);
    }
  });

  it('says of every operation who may call it', () => {
    const words = new Set<string>(['public', 'signedIn', ...ROLES]);
    for (const operation of operations) {
      const admitted = operation['x-roles'];
      expect(Array.isArray(admitted) && admitted.length > 0, operation.operationId).toBe(true);
      expect(admitted.filter((word) => !words.has(word))).toEqual([]);
    }
  });

  it('says of a file or a stream which media types it has', () => {
    const of = (name: string) =>
      operations.find(({ operationId }) => operationId === name)?.responses['200'];
    expect(of('listen')).toMatchObject({ content: { 'text/event-stream': {} } });
    expect(of('getDashboard')).toMatchObject({ content: { 'application/json': {} } });
  });

  it('opens nothing but health, session, set-up and the code of a wall to strangers', () => {
    const open = operations.filter(isPublic).map(({ operationId }) => operationId);
    expect(open.sort()).toEqual(
      [
        'beginPairing',
        'completeSetup',
        'getHealth',
        'getSession',
        'getSetup',
        'signIn',
        'signOut',
      ].sort(),
    );
  });

  it('documents every refusal with its status', () => {
    for (const operation of operations) {
      const { operationId, responses, 'x-problems': problems } = operation;
      for (const [status, codes] of Object.entries(problems)) {
        expect(responses, operationId).toHaveProperty(status);
        for (const code of codes) {
          expect(PROBLEM_CODES, operationId).toContain(code);
          expect(String(PROBLEMS[code].status), `${operationId} ${code}`).toBe(status);
        }
      }
      const success = Object.keys(responses).filter((status) => status.startsWith('2'));
      expect(success, operationId).toHaveLength(1);
    }
  });

  it('keeps administrators away from figures and everybody but the auditor from the log', () => {
    const mayCall = (role: Role, name: string) => {
      const operation = operations.find(({ operationId }) => operationId === name);
      if (operation === undefined) throw new Error(`there is no ${name}`);
      return isOpenTo(operation, role);
    };
    for (const name of ['createReading', 'changeReading', 'signReading', 'approveReading']) {
      for (const role of ['administrator', 'securityAdministrator', 'auditor', 'leader'] as const) {
        expect(mayCall(role, name), `${role} ${name}`).toBe(false);
      }
    }
    expect(ROLES.filter((role) => mayCall(role, 'listAudit'))).toEqual(['auditor']);
    expect(ROLES.filter((role) => mayCall(role, 'createUser'))).toEqual(['securityAdministrator']);
  });

  it('has a name for every change in the log of the auditor, in both languages', () => {
    const changes = operations.filter(({ method }) => method !== 'GET');
    for (const { audit } of [zhCN, en]) {
      const nameless = changes.map(({ operationId }) => operationId);
      expect(nameless.filter((name) => audit.actions[name] === undefined)).toEqual([]);
    }
  });

  it('takes no field that it does not name, in any body, however deep', () => {
    const open: string[] = [];
    for (const { operationId, requestBody } of operations) {
      if (requestBody === undefined) continue;
      const { content } = requestBody as { content: Record<string, { schema: JsonNode }> };
      const schema = content['application/json']?.schema;
      if (schema !== undefined) open.push(...openObjects(schema, operationId));
    }
    expect(open).toEqual([]);
  });

  it('gives leader, auditor and display nothing to change but their own account', () => {
    // A copy of the log changes nothing, but leaves a row: so it is no GET. A chair confirms minutes,
    // the leading group approves the score sheet, and what the assessors filled it with.
    const own = new Set([
      'changePassword',
      'approveScoreSheet',
      'concludeAcceptance',
      'confirmMinutes',
      'endOwnSession',
      'exportAudit',
      'beginSecondFactor',
      'confirmSecondFactor',
      'endSecondFactor',
    ]);
    for (const role of ['leader', 'auditor', 'display'] as const) {
      const changes = operations.filter(
        (operation) =>
          operation.method !== 'GET' && !isPublic(operation) && isOpenTo(operation, role),
      );
      const strange = changes.map(({ operationId }) => operationId).filter((id) => !own.has(id));
      expect(strange, role).toEqual([]);
    }
  });
});

describe('every operation × every role', () => {
  it('answers a stranger 401 with the same bytes for every id, and audits nothing', async () => {
    const rows = () =>
      t.database.connection.prepare('select count(*) from audit_log').pluck().get() as number;
    const before = rows();
    const bodies = new Set<string>();
    const wrong: string[] = [];
    for (const operation of operations.filter((one) => !isPublic(one))) {
      const ids = [addressOf(operation), addressOf(operation, existingId())];
      for (const url of ids) {
        const answer = await asStranger(t, operation.method, url, bodyOf(operation));
        bodies.add(answer.body);
        if (answer.statusCode !== 401) wrong.push(`${operation.operationId} ${answer.statusCode}`);
        if (operation.method !== 'GET') continue;
        const head = await t.app.inject({ method: 'HEAD', url });
        if (head.statusCode !== 401) wrong.push(`HEAD ${url} ${head.statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(bodies.size).toBe(1);
    expect(JSON.parse([...bodies][0] ?? '')).toMatchObject({ status: 401, code: 'notSignedIn' });
    expect(rows()).toBe(before);
  });

  it.each(ROLES)('%s gets 403 where x-roles says no, and never where it says yes', async (role) => {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    const wrong: string[] = [];
    for (const operation of operations.filter((one) => !isPublic(one))) {
      const answer = await ask(person, operation);
      const code = answer.statusCode < 400 ? 'none' : answer.json<{ code: string }>().code;
      const expected = isOpenTo(operation, role)
        ? answer.statusCode !== 401 && code !== 'forbidden' && answer.statusCode < 500
        : answer.statusCode === 403 && code === 'forbidden';
      if (!expected) wrong.push(`${operation.operationId}: ${answer.statusCode} ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([...ROLES, 'stranger'] as const)('%s meets documented refusals only', async (role) => {
    const wrong: string[] = [];
    for (const operation of operations) {
      // Signing out is among them: everybody comes with a session of their own.
      const person = role === 'stranger' ? null : await signInAgain(role, isPublic(operation));
      const answer =
        person === null
          ? await asStranger(t, operation.method, addressOf(operation), bodyOf(operation))
          : await ask(person, operation);
      if (answer.statusCode < 400) continue;
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      const { code } = answer.json<{ code: ProblemCode }>();
      const known = operation['x-problems'][String(answer.statusCode)] ?? [];
      if (!known.includes(code)) wrong.push(`${operation.operationId}: ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('what no operation asks for is refused by every one, as documented', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const { method, operationId } = operation;
      const role = ROLES.find((one) => isOpenTo(operation, one)) ?? 'leader';
      const person = await signInAgain(role, isPublic(operation));
      const headers = { cookie: person.cookie, 'content-type': 'application/json' };
      const url = addressOf(operation);
      const asked = [
        { url: `${url}?year=2016&year=2017&constructor=1` },
        ...(method === 'GET' ? [] : [{ url, payload: '{' }]),
      ];
      for (const request of asked) {
        const answer = await t.app.inject({ method, headers, ...request });
        const { code } = answer.json<{ code: ProblemCode }>();
        const known = operation['x-problems'][String(answer.statusCode)] ?? [];
        if (!known.includes(code)) wrong.push(`${operationId}: ${answer.statusCode} ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets nobody with a one-time password do anything but change it', async () => {
    const officer = people.get('securityAdministrator');
    const made = await officer?.send('POST', '/api/users', {
      username: 'newcomer',
      name: '新人',
      roles: ['reviewer'],
    });
    const { oneTimePassword } = made?.json<{ oneTimePassword: string }>() ?? {};
    const newcomer = await signIn(t, 'newcomer', oneTimePassword ?? '');
    expect(newcomer.user.mustChangePassword).toBe(true);
    const wrong: string[] = [];
    for (const operation of operations.filter((one) => !isPublic(one))) {
      const { statusCode, body } = await ask(newcomer, operation);
      const allowed = operation.operationId === 'changePassword';
      const refused = statusCode === 403 && body.includes('"passwordChangeRequired"');
      if (refused === allowed) wrong.push(`${operation.operationId} ${statusCode}`);
    }
    expect(wrong).toEqual([]);
  });
});

interface JsonNode {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, JsonNode>>;
  readonly additionalProperties?: unknown;
  readonly items?: JsonNode;
  readonly oneOf?: readonly JsonNode[];
  readonly anyOf?: readonly JsonNode[];
}

/** Where a body would take more than it names. */
function openObjects(node: JsonNode, at: string): string[] {
  const inside = Object.entries(node.properties ?? {}).flatMap(([name, one]) =>
    openObjects(one, `${at}/${name}`),
  );
  const others = [...(node.oneOf ?? []), ...(node.anyOf ?? [])].flatMap((one) =>
    openObjects(one, at),
  );
  const items = node.items === undefined ? [] : openObjects(node.items, `${at}[]`);
  const loose = node.properties !== undefined && node.additionalProperties !== false;
  return [...(loose ? [at] : []), ...inside, ...others, ...items];
}

function ask(person: Signed, operation: Operation) {
  const url = addressOf(operation);
  const { method } = operation;
  return method === 'GET' ? person.get(url) : person.send(method, url, bodyOf(operation));
}

function existingId(): string {
  return people.get('reporter')?.user.id ?? '';
}

async function signInAgain(role: Role, anew: boolean): Promise<Signed> {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return anew ? signIn(t, person.user.username, PASSWORD) : person;
}
