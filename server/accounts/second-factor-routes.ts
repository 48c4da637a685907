import type { Received } from '../../shared/endpoint.ts';
import { ADMINISTRATOR_ROLES } from '../../shared/permissions.ts';
import { Problem } from '../../shared/problems.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
  getSignInRules,
  resetSecondFactor,
  setSignInRules,
} from '../../shared/second-factor.ts';
import type { Writer } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { type BeforeContext, type Host, Refusal, serve } from '../http/serve.ts';
import { clearFailures, countFailure, findLock } from './failure-store.ts';
import { demandSecondFactor, findInstallation } from './installation-store.ts';
import { confirm, spendCode } from './second-factor.ts';
import {
  beginFactor,
  countRecoveryCodes,
  deleteFactor,
  findSecondFactor,
} from './second-factor-store.ts';
import { deleteSessionsOf } from './session-store.ts';
import type { AccountSettings } from './settings.ts';
import { checkPassword, type Checked } from './sign-in.ts';
import { findUser } from './store.ts';
import { addressOf, base32, newSecret } from './totp.ts';

/** The second factor: one's own, somebody else's that was lost, and whether the house demands one. */
export function secondFactorRoutes(host: Host, { hasher }: AccountSettings): void {
  const checked = (context: BeforeContext, password: string): Promise<Checked> =>
    checkPassword(context, hasher, { username: own(context.user).username, password });

  serve(host, getSecondFactor, async ({ db, user }) => {
    const { userId, roles } = own(user);
    const factor = await findSecondFactor(db, userId);
    const { demandsSecondFactor } = await findInstallation(db);
    const administers = ADMINISTRATOR_ROLES.some((role) => roles.includes(role));
    return {
      since: factor?.confirmedAt ?? null,
      recoveryCodesLeft: await countRecoveryCodes(db, userId),
      demanded: demandsSecondFactor && administers,
    };
  });

  serve(
    host,
    beginSecondFactor,
    async ({ db, user, now, note, prepared }) => {
      const { userId, username } = own(user);
      note({ target: { type: 'user', id: userId } });
      const refused = await refusePassword(db, own(user), prepared, now);
      if (refused !== null) return new Refusal(refused);
      const factor = await findSecondFactor(db, userId);
      if (factor !== null && factor.confirmedAt !== null) throw new Problem('wrongState');
      const secret = newSecret();
      await beginFactor(db, userId, secret, now.toISOString());
      return { secret: base32(secret), address: addressOf(secret, username) };
    },
    {
      before: (context: BeforeContext, { body }: Received<typeof beginSecondFactor>) =>
        checked(context, body.password),
    },
  );

  serve(host, confirmSecondFactor, async ({ db, user, now, note }, { body }) => {
    const { userId, username } = own(user);
    note({ target: { type: 'user', id: userId } });
    const factor = await findSecondFactor(db, userId);
    if (factor === null || factor.confirmedAt !== null) throw new Problem('wrongState');
    const locked = await refuseLocked(db, username, now);
    if (locked !== null) return new Refusal(locked);
    const recoveryCodes = await confirm(db, userId, factor, body.code, now);
    if (recoveryCodes !== null) return { recoveryCodes };
    await countFailure(db, username, now);
    return new Refusal(Problem.fields({ pointer: '/code', code: 'codeWrong' }));
  });

  serve(
    host,
    endSecondFactor,
    async ({ db, user, now, note, prepared }, { body }) => {
      const { userId, username } = own(user);
      note({ target: { type: 'user', id: userId } });
      const refused = await refusePassword(db, own(user), prepared, now);
      if (refused !== null) return new Refusal(refused);
      const factor = await findSecondFactor(db, userId);
      if (factor === null || factor.confirmedAt === null) throw new Problem('wrongState');
      if ((await spendCode(db, userId, factor, body.code, now)) === null) {
        await countFailure(db, username, now);
        return new Refusal(Problem.fields({ pointer: '/code', code: 'codeWrong' }));
      }
      await clearFailures(db, username);
      await deleteFactor(db, userId);
      return undefined;
    },
    {
      before: (context: BeforeContext, { body }: Received<typeof endSecondFactor>) =>
        checked(context, body.password),
    },
  );

  serve(host, resetSecondFactor, async ({ db, user, note }, { params: { userId } }) => {
    note({ target: { type: 'user', id: userId } });
    // A borrowed session must not take its owner's lock off the door.
    if (own(user).userId === userId) throw new Problem('wrongState');
    if ((await findUser(db, userId)) === null) throw new Problem('notFound');
    if (!(await deleteFactor(db, userId))) throw new Problem('wrongState');
    await deleteSessionsOf(db, userId);
    return undefined;
  });

  serve(host, getSignInRules, async ({ db }) => {
    const { profile, demandsSecondFactor } = await findInstallation(db);
    return { profile, demandsSecondFactor };
  });

  serve(host, setSignInRules, async ({ db, note }, { body }) => {
    const { profile, demandsSecondFactor: before } = await findInstallation(db);
    if (profile !== 'mlps') throw new Problem('wrongState');
    await demandSecondFactor(db, body.demandsSecondFactor);
    note({
      target: { type: 'installation', id: '1' },
      before: { demandsSecondFactor: before },
      after: body,
    });
    return undefined;
  });
}

function own(user: Principal | null): Principal {
  if (user === null) throw new Problem('notSignedIn');
  return user;
}

async function refuseLocked(db: Writer, username: string, now: Date): Promise<Problem | null> {
  const lock = await findLock(db, username, now);
  if (lock === null) return null;
  return new Problem('locked', { retryAfter: Math.ceil((lock.getTime() - now.getTime()) / 1000) });
}

/** A wrong password counts like one at the door, so a borrowed session cannot guess. */
async function refusePassword(
  db: Writer,
  { userId, username }: Principal,
  { fitted }: Checked,
  now: Date,
): Promise<Problem | null> {
  const locked = await refuseLocked(db, username, now);
  if (locked !== null) return locked;
  const user = await findUser(db, userId);
  if (user !== null && fitted !== null && user.passwordHash === fitted) return null;
  await countFailure(db, username, now);
  return Problem.fields({ pointer: '/password', code: 'passwordWrong' });
}
