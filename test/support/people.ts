import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { addUser } from '../../server/accounts/add-user.ts';
import { Hasher } from '../../server/accounts/hashing.ts';
import { Transactions } from '../../server/db/transaction.ts';
import type { Me } from '../../shared/accounts.ts';
import type { Method } from '../../shared/endpoint.ts';
import { type Role, ROLES } from '../../shared/permissions.ts';
import { LIGHT_COST, type TestApp } from './app.ts';

/** Accepted by the policy for every name that the tests use. */
export const PASSWORD = 'Lychee-42-orchard';

const hasher = new Hasher(LIGHT_COST);
let serial = 0;

export interface Signed {
  readonly user: Me;
  /** As a Cookie header carries it. */
  readonly cookie: string;
  get(url: string): Promise<LightMyRequestResponse>;
  /** `body` goes as JSON; undefined sends none. */
  send(
    method: Exclude<Method, 'GET'>,
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>;
}

export interface Somebody {
  readonly roles: readonly Role[];
  /** Made if nobody made it yet; null or absent: none. */
  readonly departmentId?: string | null;
  readonly username?: string;
  readonly name?: string;
}

/** Makes an account as the command line does and signs it in as a browser does. */
export async function addPerson(t: TestApp, somebody: Somebody): Promise<Signed> {
  const username = await addAccount(t, somebody);
  return signIn(t, username, PASSWORD);
}

/** The account alone, with PASSWORD. @returns its user name */
export async function addAccount(t: TestApp, somebody: Somebody): Promise<string> {
  serial += 1;
  const { roles, departmentId = null } = somebody;
  const username = somebody.username ?? `p${serial}-${roles[0] ?? ''}`;
  if (departmentId !== null) await addDepartment(t, departmentId);
  await addUser(
    new Transactions(t.database.kysely),
    hasher,
    { username, name: somebody.name ?? `某${serial}`, roles, departmentId, password: PASSWORD },
    { now: t.clock.now, address: 'cli' },
  );
  return username;
}

/** Signs in by the front door. @throws Error when the door stays shut */
export async function signIn(t: TestApp, username: string, password: string): Promise<Signed> {
  const response = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password },
  });
  if (response.statusCode !== 200) throw new Error(`not signed in: ${response.body}`);
  const [sent] = response.cookies;
  if (sent === undefined) throw new Error('no cookie came back');
  const cookie = `${sent.name}=${sent.value}`;
  return {
    user: response.json<{ user: Me }>().user,
    cookie,
    get: (url) => t.app.inject({ method: 'GET', url, headers: { cookie } }),
    send: (method, url, body, headers = {}) =>
      t.app.inject({
        method,
        url,
        headers: { cookie, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  };
}

/** A department, unless it is there already. @returns its id */
export async function addDepartment(t: TestApp, id: string): Promise<string> {
  await t.database.kysely
    .insertInto('departments')
    .values({
      id,
      shortNameZh: `${id}局`,
      fullNameZh: `${id}局`,
      nameEn: `Bureau ${id}`,
      kind: 'department',
      nameSource: 'entered',
      validFrom: null,
      validTo: null,
      successorId: null,
      version: 1,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** One person of each role, signed in; those of a department belong to `departmentId`. */
export async function addEveryRole(
  t: TestApp,
  departmentId: string,
): Promise<ReadonlyMap<Role, Signed>> {
  const people = new Map<Role, Signed>();
  for (const role of ROLES) {
    const own = role === 'reporter' || role === 'departmentHead';
    people.set(
      role,
      await addPerson(t, { roles: [role], departmentId: own ? departmentId : null }),
    );
  }
  return people;
}

/** A request as a stranger sends it. */
export function asStranger(
  t: TestApp,
  method: Method,
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return t.app.inject({
    method,
    url,
    headers: { ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });
}

export const anyId = (): string => randomUUID();
