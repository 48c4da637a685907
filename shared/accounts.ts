import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { PASSWORD_POLICY } from './passwords.ts';
import { ADMINISTRATOR_ROLES, DEPARTMENT_ROLES, type Role, ROLES } from './permissions.ts';
import type { IssueCode } from './problems.ts';
import { day, id, instant, line, version } from './values.ts';

/** How an installation is run: one hand for settings and accounts, or 等保 with three. */
export const PROFILES = ['simple', 'mlps'] as const;
export type Profile = (typeof PROFILES)[number];

/** Those who type, sign or approve figures; no administrator is among them. */
const FIGURE_ROLES: readonly Role[] = ['reporter', 'departmentHead', 'reviewer'];

export interface RoleIssue {
  readonly pointer: '/roles' | '/departmentId';
  readonly code: Extract<IssueCode, 'rolesKeptApart' | 'departmentRequired'>;
}

/**
 * What forbids a person these roles; an empty list: nothing. Administrators never touch figures,
 * under 等保 the three of them are three people, a wall screen is nothing else, and who acts for a
 * department has one.
 * @example roleIssues('mlps', ['administrator', 'auditor'], null)
 * // [{ pointer: '/roles', code: 'rolesKeptApart' }]
 */
export function roleIssues(
  profile: Profile,
  roles: readonly Role[],
  departmentId: string | null,
): RoleIssue[] {
  const held = new Set(roles);
  const administrators = ADMINISTRATOR_ROLES.filter((role) => held.has(role)).length;
  const apart =
    (administrators > 0 && FIGURE_ROLES.some((role) => held.has(role))) ||
    (administrators > 1 && profile === 'mlps') ||
    (held.has('display') && held.size > 1);
  const issues: RoleIssue[] = apart ? [{ pointer: '/roles', code: 'rolesKeptApart' }] : [];
  if (departmentId === null && DEPARTMENT_ROLES.some((role) => held.has(role))) {
    issues.push({ pointer: '/departmentId', code: 'departmentRequired' });
  }
  return issues;
}

/** Letters of any script, digits, `.`, `_`, `-`; no spaces. */
const username = z.string().check(z.regex(/^[\p{L}\p{N}._-]{2,40}$/u));
/** Any 1 to 200 characters; what a good one is, is the policy's decision. Never trimmed. */
const password = z.string().check(z.minLength(1), z.maxLength(PASSWORD_POLICY.maximumLength));

/** The one who is signed in. */
export const me = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  departmentId: z.nullable(z.string()),
  mustChangePassword: z.boolean(),
  /** This installation demands a second factor, and there is none yet; absent: nothing is wanting. */
  mustSetUpCode: z.optional(z.literal(true)),
});
export type Me = z.output<typeof me>;

export const getSetup = endpoint({
  operationId: 'getSetup',
  method: 'GET',
  path: '/api/setup',
  summary: 'Whether this installation still waits for its first administrator',
  access: 'public',
  response: z.object({ open: z.boolean(), illustrative: z.boolean() }),
});

const firstAccount = z.strictObject({ username, name: line(80), password });

export const completeSetup = endpoint({
  operationId: 'completeSetup',
  method: 'POST',
  path: '/api/setup',
  summary: 'Choose the profile and make the first account, with the one-time link',
  access: 'public',
  body: z.discriminatedUnion('profile', [
    z.strictObject({ profile: z.literal('simple'), token: line(200), administrator: firstAccount }),
    z.strictObject({
      profile: z.literal('mlps'),
      token: line(200),
      administrator: firstAccount,
      securityAdministrator: firstAccount,
      auditor: firstAccount,
    }),
  ]),
  problems: ['setupClosed', 'setupLinkDead', 'conflict'],
});

export const getSession = endpoint({
  operationId: 'getSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in; `{ user: null }` for nobody',
  access: 'public',
  response: z.object({
    user: z.nullable(me),
    /** Of the product; only for those who are signed in, like the rest. */
    version: z.optional(z.string()),
    profile: z.optional(z.enum(PROFILES)),
    /** Plain http beyond this machine: administrators see a warning. */
    insecure: z.optional(z.boolean()),
  }),
});

export const signIn = endpoint({
  operationId: 'signIn',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in',
  access: 'public',
  body: z.strictObject({
    username: line(80),
    password,
    /** Of an account with a second factor; a recovery code does, too. */
    code: z.optional(line(40)),
  }),
  response: z.object({ user: me }),
  problems: ['wrongCredentials', 'codeNeeded', 'codeWrong', 'locked', 'insecureTransport'],
});

export const signOut = endpoint({
  operationId: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; without a session nothing happens',
  access: 'public',
});

export const changePassword = endpoint({
  operationId: 'changePassword',
  method: 'POST',
  path: '/api/session/password',
  summary:
    'Change the own password; every session of this person ends, and this browser gets a new one',
  access: 'person',
  beforePasswordChange: true,
  beforeSecondFactor: true,
  body: z.strictObject({ currentPassword: password, newPassword: password }),
  problems: ['locked'],
});

export const listOwnSessions = endpoint({
  operationId: 'listOwnSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Where this person is signed in',
  access: 'person',
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        createdAt: instant,
        seenAt: instant,
        address: z.string(),
        userAgent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const endOwnSession = endpoint({
  operationId: 'endOwnSession',
  method: 'DELETE',
  path: '/api/sessions/{sessionId}',
  summary: 'End one of the own sessions',
  access: 'person',
  params: z.strictObject({ sessionId: id }),
});

export const account = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  departmentId: z.nullable(z.string()),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  lastSignInAt: z.nullable(instant),
  disabledAt: z.nullable(instant),
  /** Too many wrong passwords; null: open. */
  lockedUntil: z.nullable(instant),
  /** Since when a code is asked beside the password; null: none is. */
  secondFactorSince: z.nullable(instant),
  version,
});
export type Account = z.output<typeof account>;

const oneUser = z.strictObject({ userId: id });
const roles = z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(8));

export const listUsers = endpoint({
  operationId: 'listUsers',
  method: 'GET',
  path: '/api/users',
  summary: 'All accounts',
  access: 'accounts.manage',
  response: z.object({ items: z.array(account) }),
});

export const createUser = endpoint({
  operationId: 'createUser',
  method: 'POST',
  path: '/api/users',
  summary: 'Make an account; the answer shows its one-time password, once',
  access: 'accounts.manage',
  body: z.strictObject({
    username,
    name: line(80),
    roles,
    departmentId: z.optional(z.nullable(id)),
  }),
  response: z.object({ ...account.shape, oneTimePassword: z.string() }),
  status: 201,
  problems: ['conflict'],
});

export const changeUser = endpoint({
  operationId: 'changeUser',
  method: 'PATCH',
  path: '/api/users/{userId}',
  summary: 'Change name, roles, department, or disable; the sessions of that person end',
  access: 'accounts.manage',
  params: oneUser,
  body: z.strictObject({
    name: z.optional(line(80)),
    roles: z.optional(roles),
    departmentId: z.optional(z.nullable(id)),
    disabled: z.optional(z.boolean()),
  }),
  response: account,
  versioned: true,
});

export const resetPassword = endpoint({
  operationId: 'resetPassword',
  method: 'POST',
  path: '/api/users/{userId}/password',
  summary: 'Give a new one-time password; the sessions of that person end',
  access: 'accounts.manage',
  params: oneUser,
  response: z.object({ oneTimePassword: z.string() }),
});

export const unlockUser = endpoint({
  operationId: 'unlockUser',
  method: 'POST',
  path: '/api/users/{userId}/unlock',
  summary: 'Lift the lock after too many wrong passwords',
  access: 'accounts.manage',
  params: oneUser,
});

export const endUserSessions = endpoint({
  operationId: 'endUserSessions',
  method: 'DELETE',
  path: '/api/users/{userId}/sessions',
  summary: 'Sign a person out everywhere',
  access: 'accounts.manage',
  params: oneUser,
});

export const department = z.object({
  id: z.string(),
  shortNameZh: z.string(),
  fullNameZh: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  /** How sure the names are: the document's, our inference, or an administrator's. */
  nameSource: z.enum(['document', 'inferred', 'entered']),
  validFrom: z.nullable(z.string()),
  validTo: z.nullable(z.string()),
  successorId: z.nullable(z.string()),
  version,
});
export type Department = z.output<typeof department>;

const departmentFields = {
  shortNameZh: line(40),
  fullNameZh: line(100),
  nameEn: line(150),
  validFrom: z.optional(z.nullable(day)),
  validTo: z.optional(z.nullable(day)),
  successorId: z.optional(z.nullable(id)),
} as const;

export const listDepartments = endpoint({
  operationId: 'listDepartments',
  method: 'GET',
  path: '/api/departments',
  summary: 'All departments, those that merged included',
  access: 'signedIn',
  response: z.object({ items: z.array(department) }),
});

export const createDepartment = endpoint({
  operationId: 'createDepartment',
  method: 'POST',
  path: '/api/departments',
  summary: 'Add a department',
  access: 'departments.manage',
  body: z.strictObject({ id, ...departmentFields }),
  response: department,
  status: 201,
  problems: ['conflict'],
});

export const changeDepartment = endpoint({
  operationId: 'changeDepartment',
  method: 'PATCH',
  path: '/api/departments/{departmentId}',
  summary: 'Rename a department, or end it with its successor',
  access: 'departments.manage',
  params: z.strictObject({ departmentId: id }),
  body: z.partial(z.strictObject(departmentFields)),
  response: department,
  versioned: true,
});
