import { completeSetup, getSetup, type Profile, roleIssues } from '../../shared/accounts.ts';
import type { Received } from '../../shared/endpoint.ts';
import { fold, judgePassword } from '../../shared/passwords.ts';
import type { Role } from '../../shared/permissions.ts';
import { type Issue, Problem } from '../../shared/problems.ts';
import type { Reader } from '../db/transaction.ts';
import { type BeforeContext, type Host, serve } from '../http/serve.ts';
import { describeUser, insertAccount } from './add-user.ts';
import { isCommonPassword } from './common-passwords.ts';
import type { Hasher } from './hashing.ts';
import { chooseProfile, findInstallation } from './installation-store.ts';
import type { AccountSettings } from './settings.ts';
import { listUsers } from './store.ts';
import { isSetupLinkAlive, useSetupLink } from './setup-store.ts';

type Answers = Received<typeof completeSetup>['body'];

interface FirstAccount {
  /** Where it stands in the body. */
  readonly part: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** The first start: the profile and the accounts that everything else comes from. */
export function setupRoutes(host: Host, { hasher }: AccountSettings): void {
  serve(host, getSetup, async ({ db }) => {
    const { profile, illustrative } = await findInstallation(db);
    return { open: profile === null, illustrative };
  });

  serve(
    host,
    completeSetup,
    async ({ db, now, note, prepared }, { body }) => {
      await requireOpen(db, body.token, now);
      await useSetupLink(db, body.token, now);
      await requireFitting(db, body.profile);
      await chooseProfile(db, body.profile, now);
      const accounts = [];
      for (const { part, passwordHash, ...account } of prepared) {
        const wanted = { ...account, departmentId: null };
        const credential = { passwordHash, oneTime: false };
        const user = await insertAccount(db, wanted, credential, now).catch((error: unknown) =>
          Promise.reject(below(part, error)),
        );
        accounts.push(describeUser(user));
      }
      note({
        target: { type: 'installation', id: '1' },
        after: { profile: body.profile, accounts },
      });
      return undefined;
    },
    {
      before: async (
        { transactions, now }: BeforeContext,
        { body }: Received<typeof completeSetup>,
      ) => {
        // First, so that nobody without the link can make this machine hash.
        await transactions.read((db) => requireOpen(db, body.token, now));
        const accounts = firstAccounts(body);
        requireGood(accounts);
        return hashAll(hasher, accounts);
      },
    },
  );
}

async function requireOpen(db: Reader, token: string, now: Date): Promise<void> {
  const { profile } = await findInstallation(db);
  if (profile !== null) throw new Problem('setupClosed');
  if (!(await isSetupLinkAlive(db, token, now))) throw new Problem('setupLinkDead');
}

/** Accounts that the command line made before must fit the profile, too. */
async function requireFitting(db: Reader, profile: Profile): Promise<void> {
  const others = (await listUsers(db)).filter(({ disabledAt }) => disabledAt === null);
  const issues = others.flatMap((user) => roleIssues(profile, user.roles, user.departmentId));
  if (issues.length > 0) throw Problem.fields({ pointer: '/profile', code: 'rolesKeptApart' });
}

/** Under the simple profile one person holds the first two offices; under 等保 three hold three. */
function firstAccounts(body: Answers): FirstAccount[] {
  const first = { part: '/administrator', ...body.administrator };
  if (body.profile === 'simple') {
    return [{ ...first, roles: ['administrator', 'securityAdministrator'] }];
  }
  return [
    { ...first, roles: ['administrator'] },
    {
      part: '/securityAdministrator',
      ...body.securityAdministrator,
      roles: ['securityAdministrator'],
    },
    { part: '/auditor', ...body.auditor, roles: ['auditor'] },
  ];
}

/** @throws Problem invalid with everything that is wrong with any of the accounts */
function requireGood(accounts: readonly FirstAccount[]): void {
  const issues: Omit<Issue, 'in'>[] = [];
  const seen = new Set<string>();
  for (const account of accounts) {
    const { part, username, password } = account;
    if (seen.has(fold(username))) issues.push({ pointer: `${part}/username`, code: 'taken' });
    seen.add(fold(username));
    for (const issue of judgePassword(password, account, isCommonPassword)) {
      issues.push({ pointer: `${part}/password`, ...issue });
    }
  }
  if (issues.length > 0) throw Problem.fields(...issues);
}

async function hashAll(hasher: Hasher, accounts: readonly FirstAccount[]) {
  const hashed = [];
  for (const { password, ...account } of accounts) {
    hashed.push({ ...account, passwordHash: await hasher.hash(password) });
  }
  return hashed;
}

/** A refusal of one account, with pointers into the whole body. */
function below(part: string, error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const errors = error.extras.errors?.map((issue) => ({
    ...issue,
    pointer: `${part}${issue.pointer}`,
  }));
  return new Problem(error.code, { ...error.extras, ...(errors === undefined ? {} : { errors }) });
}
