import { can } from '../../shared/permissions.ts';
import type { Person } from '../../shared/workflow.ts';

/**
 * How much of what is not approved yet a board shows. Everybody with the same word gets the same
 * board: what is handed in and not approved is shown to the reviewer and to its own department.
 */
export type Visibility = 'approved' | 'reviewer' | `department:${string}`;

/** @param asked whether the hollow marks were asked for at all */
export function visibilityOf(person: Person, asked: boolean): Visibility {
  if (!asked || !can(person.roles, 'readings.seeUnapproved')) return 'approved';
  if (person.roles.includes('reviewer')) return 'reviewer';
  return person.departmentId === null ? 'approved' : `department:${person.departmentId}`;
}

/** Whether a board shows what one department handed in; null: no one department leads. */
export function showsUnapproved(visibility: Visibility, leadDepartmentId: string | null): boolean {
  if (visibility === 'approved') return false;
  return visibility === 'reviewer' || visibility === `department:${leadDepartmentId ?? ''}`;
}
