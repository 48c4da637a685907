import type { Role } from '../../shared/permissions.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** A session with the person behind it, as the database knows them now. */
export interface SessionRow {
  readonly id: string;
  readonly kind: 'person' | 'display';
  readonly createdAt: string;
  readonly seenAt: string;
  readonly address: string;
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly disabledAt: string | null;
  readonly mustChangePassword: 0 | 1;
  readonly passwordChangedAt: string;
  readonly roles: readonly Role[];
}

/** The session of a token's hash, or null. One query: it stands before every other. */
export async function findSession(db: Reader, tokenHash: Buffer): Promise<SessionRow | null> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .innerJoin('userRoles', 'userRoles.userId', 'users.id')
    .select([
      'sessions.id',
      'sessions.kind',
      'sessions.createdAt',
      'sessions.seenAt',
      'sessions.address',
      'users.id as userId',
      'users.username',
      'users.name',
      'users.departmentId',
      'users.disabledAt',
      'users.mustChangePassword',
      'users.passwordChangedAt',
      'userRoles.role',
    ])
    .where('sessions.tokenHash', '=', tokenHash)
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const { role: _role, ...session } = first;
  return { ...session, roles: rows.map(({ role }) => role) };
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly id: string;
  readonly userId: string;
  readonly kind: 'person' | 'display';
  readonly at: string;
  readonly address: string;
  readonly userAgent: string;
}

export async function insertSession(db: Writer, session: NewSession): Promise<void> {
  const { at, ...rest } = session;
  await db
    .insertInto('sessions')
    .values({ ...rest, createdAt: at, seenAt: at })
    .execute();
}

/** Marks a session as used at a moment. */
export async function touchSession(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('sessions').set({ seenAt: at }).where('id', '=', id).execute();
}

export async function deleteSession(db: Writer, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Ends the session that a browser still presents while it signs in again. */
export async function deleteSessionOfToken(db: Writer, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
}

/** Ends every session of a person, but for one if it is named. @returns how many ended */
export async function deleteSessionsOf(
  db: Writer,
  userId: string,
  except: string | null = null,
): Promise<number> {
  const result = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .$if(except !== null, (query) => query.where('id', '!=', except ?? ''))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Sweeps up what ran out; displays stay until they are revoked. */
export async function deleteSessionsBefore(db: Writer, createdBefore: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('kind', '=', 'person')
    .where('createdAt', '<', createdBefore)
    .execute();
}

/** The sessions of a person, the last used first. */
export async function listSessionsOf(db: Reader, userId: string) {
  return db
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'seenAt', 'address', 'userAgent'])
    .where('userId', '=', userId)
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute();
}
