import { ADMINISTRATOR_ROLES, type Role } from '../../shared/permissions.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Writer } from '../db/transaction.ts';
import { findDisplayOfToken, type PairedDisplay } from '../displays/store.ts';
import { findInstallation } from './installation-store.ts';
import { findSecondFactor } from './second-factor-store.ts';

/** A session with the person or the wall screen behind it, as the database knows them now. */
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
  /** An administrator without the second factor that this installation demands. */
  readonly lacksCode: boolean;
  /** A wall screen that was paired: it has no account, and `id` and `userId` are its own. */
  readonly paired: boolean;
}

/**
 * The session of a token's hash, or null. It stands before every write, so one table at a time
 * (decision 0201).
 */
export async function findSession(db: Reader, tokenHash: Buffer): Promise<SessionRow | null> {
  const [session] = await sessionOf(db, tokenHash);
  if (session === undefined) return pairedSession(await findDisplayOfToken(db, tokenHash));
  const [user] = await userOf(db, session.userId);
  if (user === undefined) return null;
  const roles = await rolesOf(db, session.userId);
  // An account without a role is none.
  if (roles.length === 0) return null;
  const held = roles.map(({ role }) => role);
  const lacksCode = await lacksDemandedCode(db, session.userId, held);
  return { ...session, ...user, roles: held, lacksCode, paired: false };
}

/** Asked of administrators alone: the sessions of everybody else cost what they did. */
export async function lacksDemandedCode(
  db: Reader,
  userId: string,
  roles: readonly Role[],
): Promise<boolean> {
  if (!ADMINISTRATOR_ROLES.some((role) => roles.includes(role))) return false;
  const { demandsSecondFactor } = await findInstallation(db);
  if (!demandsSecondFactor) return false;
  return ((await findSecondFactor(db, userId))?.confirmedAt ?? null) === null;
}

function pairedSession(display: PairedDisplay | null): SessionRow | null {
  if (display === null) return null;
  const { id, name, address, pairedAt, seenAt } = display;
  return {
    id,
    kind: 'display',
    createdAt: pairedAt,
    seenAt,
    address,
    userId: id,
    username: `display-${id.slice(0, 8)}`,
    name,
    departmentId: null,
    disabledAt: null,
    mustChangePassword: 0,
    passwordChangedAt: pairedAt,
    roles: ['display'],
    lacksCode: false,
    paired: true,
  };
}

const sessionOf = prepared((db: Reader, tokenHash: Buffer) =>
  db
    .selectFrom('sessions')
    .select(['id', 'kind', 'createdAt', 'seenAt', 'address', 'userId'])
    .where('tokenHash', '=', tokenHash),
);

const userOf = prepared((db: Reader, id: string) =>
  db
    .selectFrom('users')
    .select(['username', 'name', 'departmentId', 'disabledAt'])
    .select(['mustChangePassword', 'passwordChangedAt'])
    .where('id', '=', id),
);

const rolesOf = prepared((db: Reader, userId: string) =>
  db.selectFrom('userRoles').select('role').where('userId', '=', userId),
);

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
