import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Access, Role } from '../../shared/permissions.ts';
import { beginsWithDuties } from '../../shared/todo.ts';

/**
 * The navigation: where it leads, what it is called, who sees it; `more`: what one looks up now and
 * then is folded away, so that the rest stays on one line.
 */
export const PLACES = [
  { to: '/home', name: 'home', access: 'person' },
  { to: '/', name: 'overview', access: 'signedIn' },
  { to: '/present', name: 'present', access: 'signedIn' },
  { to: '/document', name: 'document', access: 'signedIn', more: true },
  { to: '/measures', name: 'measures', access: 'signedIn' },
  { to: '/coverage', name: 'coverage', access: 'signedIn', more: true },
  { to: '/method', name: 'method', access: 'signedIn', more: true },
  { to: '/entry', name: 'entry', access: 'readings.seeUnapproved' },
  { to: '/review', name: 'review', access: 'readings.return' },
  { to: '/rounds', name: 'rounds', access: 'person' },
  { to: '/meetings', name: 'meetings', access: 'meetings.see' },
  { to: '/actions', name: 'actions', access: 'meetings.see' },
  { to: '/reports', name: 'reports', access: 'reports.read' },
  { to: '/acceptance', name: 'acceptance', access: 'acceptance.see', more: true },
  { to: '/users', name: 'users', access: 'accounts.manage' },
  { to: '/departments', name: 'departments', access: 'departments.manage' },
  { to: '/backups', name: 'backups', access: 'backups.manage' },
  { to: '/audit', name: 'audit', access: 'audit.read' },
  { to: '/inspection', name: 'inspection', access: 'audit.read' },
] as const satisfies readonly {
  to: string;
  name: keyof Messages['app']['nav'];
  access: Access;
  more?: true;
}[];

/** Where somebody arrives who asked for no page: at their work, or at the board to look on. */
export function landingOf({
  roles,
}: {
  readonly roles: readonly Role[];
}): '/home' | '/present' | '/' {
  if (roles.every((role) => role === 'display')) return '/present';
  return beginsWithDuties(roles) ? '/home' : '/';
}

/** Pages that show a board of one year, and therefore the year selector. */
export function showsYear(pathname: string): boolean {
  return (
    pathname === '/' ||
    pathname === '/method' ||
    pathname === '/acceptance' ||
    /^\/indicators\/[^/]+$/.test(pathname) ||
    /^\/measures(\/[^/]+)?$/.test(pathname)
  );
}
