import type { Role } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import type { Writer } from '../db/transaction.ts';
import { requireRoles } from './add-user.ts';
import { deleteSessionsOf } from './session-store.ts';
import { countOthersWithRole, findUser, updateUser, type User } from './store.ts';

/** The offices that must never be empty: without them nobody could fill them again. */
const NEVER_EMPTY: readonly Role[] = ['administrator', 'securityAdministrator'];

export interface WantedChange {
  readonly name?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly departmentId?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * Changes an account. Its sessions end in the same transaction unless only the name changed.
 * @throws Problem notFound, staleVersion, or invalid (roles, department, lastAdministrator)
 */
export async function changeUser(
  db: Writer,
  id: string,
  expectedVersion: number,
  wanted: WantedChange,
  now: Date,
): Promise<{ readonly before: User; readonly after: User }> {
  const before = await findUser(db, id);
  if (before === null) throw new Problem('notFound');
  if (before.version !== expectedVersion) {
    throw new Problem('staleVersion', { currentVersion: before.version });
  }
  const disabled = wanted.disabled ?? before.disabledAt !== null;
  const next = {
    name: wanted.name ?? before.name,
    roles: wanted.roles ?? before.roles,
    departmentId: wanted.departmentId === undefined ? before.departmentId : wanted.departmentId,
    disabledAt: disabled ? (before.disabledAt ?? now.toISOString()) : null,
  };
  await requireRoles(db, next.roles, next.departmentId);
  await requireOfficesFilled(db, before, next);
  await updateUser(db, before, next);
  if (!sameStanding(before, next)) await deleteSessionsOf(db, id);
  const after = await findUser(db, id);
  if (after === null) throw new Problem('notFound');
  return { before, after };
}

type Standing = Pick<User, 'roles' | 'departmentId' | 'disabledAt'>;

async function requireOfficesFilled(db: Writer, before: User, next: Standing): Promise<void> {
  if (before.disabledAt !== null) return;
  for (const role of NEVER_EMPTY) {
    const leaves = next.disabledAt !== null || !next.roles.includes(role);
    if (!before.roles.includes(role) || !leaves) continue;
    if ((await countOthersWithRole(db, role, before.id)) === 0) {
      const pointer = next.disabledAt === null ? '/roles' : '/disabled';
      throw Problem.fields({ pointer, code: 'lastAdministrator' });
    }
  }
}

function sameStanding(one: Standing, other: Standing): boolean {
  const roles = (standing: Standing) => [...new Set(standing.roles)].sort().join();
  return (
    roles(one) === roles(other) &&
    one.departmentId === other.departmentId &&
    one.disabledAt === other.disabledAt
  );
}
