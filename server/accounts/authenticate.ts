import type { FastifyRequest } from 'fastify';
import { isPasswordExpired } from '../../shared/passwords.ts';
import type { Config } from '../config.ts';
import type { Transactions, Writer } from '../db/transaction.ts';
import { WhileUnchanged } from '../db/unchanged.ts';
import { touchDisplay } from '../displays/store.ts';
import type { Principal } from '../http/principal.ts';
import { transportOf } from './cookie.ts';
import { deleteSession, findSession, type SessionRow, touchSession } from './session-store.ts';
import { hashToken, isAlive, isSeenOutdated, looksLikeToken } from './session.ts';

interface Doorkeeper {
  readonly transactions: Transactions;
  readonly now: () => Date;
  /** Says whether anything in the database changed (server/db/stamp.ts). */
  readonly stamp: () => string;
  readonly config: Pick<Config, 'origin' | 'allowHttp'>;
}

const MOST_REMEMBERED = 5000;

/**
 * Makes the functions that say who sends a request, from its cookie alone: nothing in the address,
 * no other header. `seen` is written before the request goes on, once a minute at most: what the
 * next request reads must not depend on who was first. Sessions are remembered for as long as not
 * one row of the database changed, so that one that was ended is dead at the next request (reading
 * it anew each time cost 0.25 ms, half of a small answer).
 */
export function authenticator({ transactions, now, stamp, config }: Doorkeeper) {
  const remembered = new WhileUnchanged<SessionRow | null>(stamp, MOST_REMEMBERED);
  const sessionOf = async (token: string, asOf: string): Promise<SessionRow | null> => {
    const tokenHash = hashToken(token);
    const key = tokenHash.toString('base64');
    const known = remembered.get(key, asOf);
    if (known !== undefined) return known;
    return transactions.read(async (db) => {
      const session = await findSession(db, tokenHash);
      remembered.keep(key, session);
      return session;
    });
  };
  const keepUp = (request: FastifyRequest, work: (db: Writer) => Promise<void>): Promise<void> =>
    transactions.write(work).catch((error: unknown) => {
      // A full disk must not sign anybody out; the request itself goes on.
      request.log.warn({ err: error }, 'a session was not brought up to date');
    });
  /** null: nobody has it, or not from here. */
  const presented = async (request: FastifyRequest): Promise<SessionRow | null> => {
    const token = request.cookies[transportOf(config, request.hostname).cookie];
    if (token === undefined || !looksLikeToken(token)) return null;
    request.asOf = stamp();
    const session = await sessionOf(token, request.asOf);
    if (session === null || session.disabledAt !== null) return null;
    const elsewhere = session.kind === 'display' && session.address !== (request.ip ?? '');
    return elsewhere ? null : session;
  };
  return {
    async authenticate(request: FastifyRequest): Promise<Principal | null> {
      const session = await presented(request);
      if (session === null) return null;
      const at = now();
      if (!isAlive(session, at)) {
        await keepUp(request, (db) => deleteSession(db, session.id));
        return null;
      }
      if (isSeenOutdated(session, at)) {
        const touch = session.paired ? touchDisplay : touchSession;
        await keepUp(request, (db) => touch(db, session.id, at.toISOString()));
      }
      return principalOf(session, at);
    },
    /** For a line that stays open: whether its session still does. Reads only. */
    async stillStands(request: FastifyRequest): Promise<boolean> {
      const session = await presented(request);
      return session !== null && isAlive(session, now());
    },
  };
}

export function principalOf(
  session: Omit<SessionRow, 'createdAt' | 'seenAt' | 'address' | 'disabledAt' | 'paired'>,
  now: Date,
): Principal {
  const { userId, username, name, roles, departmentId, kind } = session;
  return {
    userId,
    username,
    name,
    roles,
    departmentId,
    sessionId: session.id,
    kind,
    mustChangePassword:
      kind === 'person' &&
      (session.mustChangePassword === 1 || isPasswordExpired(session.passwordChangedAt, now)),
    mustSetUpCode: kind === 'person' && session.lacksCode,
  };
}
