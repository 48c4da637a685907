import { hash, randomBytes } from 'node:crypto';
import type { SessionRow } from './session-store.ts';

const MINUTE_MS = 60_000;
/** A clock that is corrected by less than this ends nobody's work. */
const TOLERANCE_MS = MINUTE_MS;
export const IDLE_MS = 30 * MINUTE_MS;
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** `seen` is written at most this often. */
const SEEN_EVERY_MS = MINUTE_MS;
const TOKEN_BYTES = 32;

/** A new token for a cookie or a link: 256 bits, base64url. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** SHA-256, by the function that needs no object for it: every request asks for one. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** Whether a text can be one of our tokens at all. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

type Aged = Pick<SessionRow, 'kind' | 'createdAt' | 'seenAt'>;

/**
 * Whether a session still stands: 30 minutes without a request, 12 hours in all. A session from the
 * future was made before the clock was set back and is dead. A display has no limits: it is revoked.
 * @example isAlive({ kind: 'person', createdAt: t0, seenAt: t0 }, t0 + 31 minutes) // false
 */
export function isAlive({ kind, createdAt, seenAt }: Aged, now: Date): boolean {
  if (kind === 'display') return true;
  const within = (since: string, limit: number) => {
    const age = now.getTime() - Date.parse(since);
    return age >= -TOLERANCE_MS && age <= limit;
  };
  return within(seenAt, IDLE_MS) && within(createdAt, ABSOLUTE_MS);
}

/** Whether it is time to write down that a session was used. */
export function isSeenOutdated({ seenAt }: Aged, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(seenAt)) >= SEEN_EVERY_MS;
}
