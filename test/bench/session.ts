import { passwordOf } from './folders.ts';
import type { Running } from './processes.ts';

/** Signs a sample account in. @returns the Cookie header of its session */
export async function signIn(
  { origin }: Pick<Running, 'origin'>,
  folder: string,
  username: string,
): Promise<string> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(folder, username) }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`${username}: ${await answer.text()}`);
  return cookie.split(';')[0] ?? '';
}
