import type { FastifyInstance } from 'fastify';
import type { Method } from '../shared/endpoint.ts';
import { newOneTimePassword } from './accounts/one-time-password.ts';

/** Passwords by user name, as they stand now. */
export type Passwords = Map<string, string>;

/** The product as somebody walks through it, with a clock that they set. */
export interface Walk {
  readonly app: FastifyInstance;
  readonly clock: { now: Date };
  readonly passwords: Passwords;
}

/** Sends what a signed-in person sends. @throws Error when it is refused */
export type Send = (
  method: Method,
  url: string,
  body?: object,
  version?: number,
) => Promise<unknown>;

/** Signs in; a password that has run out (or is to be renewed) is changed as its owner would. */
export async function signIn(walk: Walk, username: string, renew?: 'renew'): Promise<Send> {
  const { app, passwords } = walk;
  const send = await enterByDoor(app, username, passwords.get(username) ?? '');
  const { user } = (await send('GET', '/api/session')) as { user: { mustChangePassword: boolean } };
  if (!user.mustChangePassword && renew === undefined) return send;
  const currentPassword = passwords.get(username) ?? '';
  const fresh = newPassword();
  await send('POST', '/api/session/password', { currentPassword, newPassword: fresh });
  passwords.set(username, fresh);
  return enterByDoor(app, username, fresh);
}

async function enterByDoor(
  app: FastifyInstance,
  username: string,
  password: string,
): Promise<Send> {
  const payload = { username, password };
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload });
  const [sent] = answer.cookies;
  if (sent === undefined) throw new Error(`${username}: ${answer.body}`);
  const cookie = `${sent.name}=${sent.value}`;
  return (method, url, body, version) => ask(app, cookie, method, url, body, version);
}

export async function ask(
  app: FastifyInstance,
  cookie: string,
  method: Method,
  url: string,
  payload?: object,
  version?: number,
): Promise<unknown> {
  const answer = await app.inject({
    method,
    url,
    headers: { cookie, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.body}`);
  return answer.body === '' ? null : answer.json();
}

/** Four classes of characters, whatever the letters fall out to be. */
export const newPassword = (): string => `${newOneTimePassword()}-a`;
