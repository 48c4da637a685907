import { fold } from '../../shared/passwords.ts';
import type { Role } from '../../shared/permissions.ts';
import type { Reader, Writer } from '../db/transaction.ts';

/** A person with everything that the commands decide by. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly passwordChangedAt: string;
  readonly mustChangePassword: 0 | 1;
  readonly departmentId: string | null;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly disabledAt: string | null;
  readonly version: number;
  readonly roles: readonly Role[];
}

/** Every account, disabled ones included, by user name. */
export async function listUsers(db: Reader): Promise<User[]> {
  const users = await db.selectFrom('users').selectAll().orderBy('usernameKey').execute();
  const roles = await db.selectFrom('userRoles').selectAll().execute();
  const rolesOf = Map.groupBy(roles, ({ userId }) => userId);
  return users.map(({ usernameKey: _key, ...user }) => ({
    ...user,
    roles: (rolesOf.get(user.id) ?? []).map(({ role }) => role),
  }));
}

/** @returns null when nobody has this id */
export async function findUser(db: Reader, id: string): Promise<User | null> {
  const found = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return found === undefined ? null : withRoles(db, found);
}

/** By user name, however it is capitalised. @returns null when nobody is called so */
export async function findUserNamed(db: Reader, username: string): Promise<User | null> {
  const found = await db
    .selectFrom('users')
    .selectAll()
    .where('usernameKey', '=', fold(username))
    .executeTakeFirst();
  return found === undefined ? null : withRoles(db, found);
}

async function withRoles(
  db: Reader,
  { usernameKey: _key, ...user }: Omit<User, 'roles'> & { readonly usernameKey: string },
): Promise<User> {
  const rows = await db
    .selectFrom('userRoles')
    .select('role')
    .where('userId', '=', user.id)
    .execute();
  return { ...user, roles: rows.map(({ role }) => role) };
}

/** Adds a person whose user name nobody has; the caller has looked. */
export async function insertUser(db: Writer, { roles, ...user }: User): Promise<void> {
  await db
    .insertInto('users')
    .values({ ...user, usernameKey: fold(user.username) })
    .execute();
  await insertRoles(db, user.id, roles);
}

async function insertRoles(db: Writer, userId: string, roles: readonly Role[]): Promise<void> {
  await db
    .insertInto('userRoles')
    .values([...new Set(roles)].map((role) => ({ userId, role })))
    .execute();
}

export type UserChange = Partial<
  Pick<
    User,
    | 'name'
    | 'departmentId'
    | 'disabledAt'
    | 'passwordHash'
    | 'passwordChangedAt'
    | 'mustChangePassword'
    | 'roles'
  >
>;

/** Writes what is named and raises the version. */
export async function updateUser(
  db: Writer,
  user: Pick<User, 'id' | 'version'>,
  { roles, ...columns }: UserChange,
): Promise<void> {
  await db
    .updateTable('users')
    .set({ ...columns, version: user.version + 1 })
    .where('id', '=', user.id)
    .execute();
  if (roles === undefined) return;
  await db.deleteFrom('userRoles').where('userId', '=', user.id).execute();
  await insertRoles(db, user.id, roles);
}

/** Notes a sign-in, and a hash made anew at today's cost. Neither is a change of the account. */
export async function noteSignIn(
  db: Writer,
  id: string,
  at: string,
  rehashed: string | null,
): Promise<void> {
  await db
    .updateTable('users')
    .set({ lastSignInAt: at, ...(rehashed === null ? {} : { passwordHash: rehashed }) })
    .where('id', '=', id)
    .execute();
}

/** How many people who are not disabled hold a role, but for one person. */
export async function countOthersWithRole(
  db: Reader,
  role: Role,
  exceptUserId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('userRoles')
    .innerJoin('users', 'users.id', 'userRoles.userId')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('userRoles.role', '=', role)
    .where('users.disabledAt', 'is', null)
    .where('users.id', '!=', exceptUserId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function departmentExists(db: Reader, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('departments')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
