import { can, type Role } from './permissions.ts';
import { ZONE } from './reports/source.ts';

/** Somebody who has to do with reports. */
interface Person {
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
}

/**
 * Whether somebody writes the report of this scope: the reviewer the merged one of the zone, a
 * reporter or head that of their own department.
 * @example mayWrite({ roles: ['reporter'], departmentId: 'steb' }, 'zone') // false
 */
export function mayWrite({ roles, departmentId }: Person, scope: string): boolean {
  if (!can(roles, 'reports.write')) return false;
  if (scope === ZONE) return roles.includes('reviewer');
  return departmentId === scope && (roles.includes('reporter') || roles.includes('departmentHead'));
}

/** Whether somebody issues it: the reviewer, or the head of the department. */
export function mayIssue({ roles, departmentId }: Person, scope: string): boolean {
  if (!can(roles, 'reports.issue')) return false;
  if (scope === ZONE) return roles.includes('reviewer');
  return departmentId === scope && roles.includes('departmentHead');
}

/**
 * The reports that somebody writes, the merged one first.
 * @example scopesOf({ roles: ['reporter'], departmentId: 'steb' }) // ['steb']
 */
export function scopesOf(person: Person): string[] {
  const own = person.departmentId === null ? [] : [person.departmentId];
  return [ZONE, ...own].filter((scope) => mayWrite(person, scope));
}
