import {
  changePassword,
  endOwnSession,
  getSession,
  listOwnSessions,
  type Me,
  signIn,
  signOut,
} from '../../shared/accounts.ts';
import type { Received } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/problems.ts';
import { unpairDisplay } from '../displays/store.ts';
import type { Principal } from '../http/principal.ts';
import { type BeforeContext, type Host, Refusal, serve } from '../http/serve.ts';
import { changePassword as changeOwnPassword, checkPasswordChange } from './change-password.ts';
import { transportOf } from './cookie.ts';
import { findInstallation } from './installation-store.ts';
import type { AccountSettings } from './settings.ts';
import { deleteSession, listSessionsOf } from './session-store.ts';
import { checkPassword, openSession, signIn as signInWith } from './sign-in.ts';

/** 400 days, the most that browsers keep. */
const DISPLAY_COOKIE_S = 400 * 86_400;

/** Signing in and out, and the own sessions. */
export function sessionRoutes(host: Host, { config, hasher, version }: AccountSettings): void {
  serve(host, getSession, async (context) => {
    const { db, user } = context;
    if (user === null) return { user: null };
    const { profile } = await findInstallation(db);
    const { insecure, cookie, secure } = transportOf(config, context.host);
    const token = context.cookie(cookie);
    // A browser forgets every cookie in the end: a wall's begins anew with each page.
    if (user.kind === 'display' && token !== undefined) {
      context.setCookie(cookie, token, { secure, maxAge: DISPLAY_COOKIE_S });
    }
    return { user: meOf(user), version, insecure, ...(profile === null ? {} : { profile }) };
  });

  serve(
    host,
    signIn,
    async (context, { body }) => {
      const { cookie, secure } = transportOf(config, context.host);
      const result = await signInWith(
        context.db,
        context,
        body,
        context.prepared,
        context.cookie(cookie),
      );
      if ('refused' in result) {
        if (result.known !== null) context.note({ target: { type: 'user', id: result.known.id } });
        return new Refusal(result.refused);
      }
      const { principal, token, used } = result;
      context.note({
        target: { type: 'user', id: principal.userId },
        user: principal,
        ...(used === null ? {} : { after: { secondFactor: used } }),
      });
      context.setCookie(cookie, token, { secure });
      return { user: meOf(principal) };
    },
    {
      before: (context: BeforeContext, { body }: Received<typeof signIn>) => {
        if (!transportOf(config, context.host).accepted) throw new Problem('insecureTransport');
        return checkPassword(context, hasher, body);
      },
    },
  );

  serve(host, signOut, async (context) => {
    const { cookie, secure } = transportOf(config, context.host);
    const { user } = context;
    if (user !== null) {
      await deleteSession(context.db, user.sessionId);
      if (user.kind === 'display') {
        await unpairDisplay(context.db, user.sessionId, context.now.toISOString());
      }
      context.note({ target: { type: 'user', id: user.userId } });
    } else context.nothingDone();
    context.clearCookie(cookie, { secure });
    return undefined;
  });

  serve(
    host,
    changePassword,
    async (context) => {
      const { db, user, now, prepared } = context;
      if (user === null) throw new Problem('notSignedIn');
      context.note({ target: { type: 'user', id: user.userId } });
      const refused = await changeOwnPassword(db, user, prepared, now);
      if (refused !== null) return new Refusal(refused);
      const { cookie, secure } = transportOf(config, context.host);
      const { token } = await openSession(db, context, { id: user.userId, roles: user.roles });
      context.setCookie(cookie, token, { secure });
      return undefined;
    },
    {
      before: (context: BeforeContext, { body }: Received<typeof changePassword>) =>
        checkPasswordChange(context, hasher, body),
    },
  );

  serve(host, listOwnSessions, async ({ db, user }) => {
    if (user === null) throw new Problem('notSignedIn');
    const sessions = await listSessionsOf(db, user.userId);
    return {
      items: sessions.map((session) => ({ ...session, current: session.id === user.sessionId })),
    };
  });

  serve(host, endOwnSession, async ({ db, user, note }, { params: { sessionId } }) => {
    if (user === null) throw new Problem('notSignedIn');
    const own = await listSessionsOf(db, user.userId);
    if (!own.some(({ id }) => id === sessionId)) throw new Problem('notFound');
    await deleteSession(db, sessionId);
    note({ target: { type: 'session', id: sessionId } });
    return undefined;
  });
}

function meOf(principal: Principal): Me {
  const { userId, username, name, roles, departmentId, mustChangePassword } = principal;
  return {
    id: userId,
    username,
    name,
    roles: [...roles],
    departmentId,
    mustChangePassword,
    ...(principal.mustSetUpCode ? { mustSetUpCode: true } : {}),
  };
}
