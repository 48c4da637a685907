/**
 * Who may do what. One table for the server (which decides), the client (which shows or hides) and
 * the OpenAPI document (`x-roles`). The words are those of docs/glossary.md.
 */
export const ROLES = [
  'administrator',
  'securityAdministrator',
  'auditor',
  'reporter',
  'departmentHead',
  'reviewer',
  'leader',
  'display',
] as const;
export type Role = (typeof ROLES)[number];

/** The three administrators of graded protection (等保): kept in different hands under that profile. */
export const ADMINISTRATOR_ROLES = [
  'administrator',
  'securityAdministrator',
  'auditor',
] as const satisfies readonly Role[];

/** Roles that act for one department and are worth nothing without it. */
export const DEPARTMENT_ROLES = ['reporter', 'departmentHead'] as const satisfies readonly Role[];

export const PERMISSIONS = {
  'accounts.manage': ['securityAdministrator'],
  /** A wall screen carries a session that never runs out: who keeps sessions pairs it. */
  'displays.manage': ['securityAdministrator'],
  'departments.manage': ['administrator'],
  'plans.configure': ['administrator'],
  'readings.enter': ['reporter'],
  'readings.sign': ['departmentHead'],
  'readings.return': ['departmentHead', 'reviewer'],
  'readings.approve': ['reviewer'],
  /** Only of readings that the own department leads. */
  'corrections.request': ['reporter'],
  'corrections.decide': ['reviewer'],
  /** Readings not yet approved: the first two see those of their own department only. */
  'readings.seeUnapproved': ['reporter', 'departmentHead', 'reviewer'],
  /** The breakdown of tasks: a reporter the rows that the own department leads, a reviewer all. */
  'tasks.enter': ['reporter', 'reviewer'],
  /** Of the measures of the own department: entering and reversing, never changing. */
  'payments.enter': ['reporter'],
  /** Opening, changing and closing a round, and calling in what is missing. */
  'rounds.manage': ['reviewer'],
  /** Files and named lists, where the reading behind them may be seen; never a wall or an account keeper. */
  'evidence.see': ['administrator', 'auditor', 'reporter', 'departmentHead', 'reviewer', 'leader'],
  /** Meetings of the leading group and what was decided there; a wall reads its own part. */
  'meetings.see': ['auditor', 'reporter', 'departmentHead', 'reviewer', 'leader'],
  /** Calling and running a meeting, taking its decisions down, writing its minutes. */
  'meetings.manage': ['reviewer'],
  'minutes.confirm': ['leader'],
  /** Freezing the board at a moment, for a meeting to be held on. */
  'moments.take': ['reviewer'],
  /** Action items that name the own department: signing for them, saying how far they are. */
  'actions.report': ['reporter', 'departmentHead'],
  /** Finding that an action item is done, granting more time, crossing it off. */
  'actions.verify': ['reviewer'],
  /** Writing the annual report: a department's own, and the merged one of the zone for the reviewer. */
  'reports.write': ['reporter', 'departmentHead', 'reviewer'],
  /** Issuing it: the head that of the department, the reviewer the merged one. */
  'reports.issue': ['departmentHead', 'reviewer'],
  /** Issued reports; never a wall or an account keeper. */
  'reports.read': ['administrator', 'auditor', 'reporter', 'departmentHead', 'reviewer', 'leader'],
  /** The score sheets of the acceptance and what they come to; a draft is the committee's. */
  'acceptance.see': ['auditor', 'reporter', 'departmentHead', 'reviewer', 'leader'],
  'acceptance.draft': ['reviewer'],
  /** The score sheet, and the marks that the assessors filled it with. */
  'acceptance.approve': ['leader'],
  /** Opening an acceptance and leading it from step to step. */
  'acceptance.manage': ['reviewer'],
  /** Self-assessment of the items that the own department answers for. */
  'acceptance.assess': ['reporter', 'departmentHead'],
  'acceptance.handIn': ['departmentHead'],
  'acceptance.sendBack': ['departmentHead', 'reviewer'],
  /** Objecting to a verified mark of the own department. */
  'acceptance.dispute': ['departmentHead'],
  /** Marking items and answering objections, never of the own department. */
  'acceptance.verify': ['reviewer'],
  /** The whole dossier, with what every department wrote and handed in. */
  'acceptance.takeOut': ['auditor', 'reviewer', 'leader'],
  /** Backups and restore drills: making, seeing and taking them out. */
  'backups.manage': ['administrator'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** `public`: without signing in. `person`: every account but a display. `signedIn`: displays too. */
export type Access = 'public' | 'signedIn' | 'person' | Permission;

/** The roles that an access admits; for `public` and `signedIn` the word itself. Always a list. */
export function rolesFor(access: Access): readonly string[] {
  if (access === 'public' || access === 'signedIn') return [access];
  if (access === 'person') return ROLES.filter((role) => role !== 'display');
  return PERMISSIONS[access];
}

/**
 * Whether somebody with these roles has the permission.
 * @example can(['reporter', 'leader'], 'readings.enter') // true
 */
export function can(roles: readonly Role[], permission: Permission): boolean {
  const admitted: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => admitted.includes(role));
}

/** Whether an access admits somebody; `null` is a stranger. */
export function admits(access: Access, roles: readonly Role[] | null): boolean {
  if (access === 'public') return true;
  if (roles === null) return false;
  if (access === 'signedIn') return true;
  if (access === 'person') return roles.some((role) => role !== 'display');
  return can(roles, access);
}
