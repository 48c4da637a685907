import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { type ReactElement, Suspense, useEffect, useRef } from 'react';
import { getSetup } from '../../shared/accounts.ts';
import { getHealth } from '../../shared/health.ts';
import { ADMINISTRATOR_ROLES } from '../../shared/permissions.ts';
import { query } from '../call.ts';
import { Notice } from '../ui/Notice.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { Header } from './Header.tsx';
import { useMessages } from './language.tsx';
import { ForbiddenPage } from './PageError.tsx';
import { Pending } from './Pending.tsx';
import { usePlan } from './plan.ts';
import { sessionQuery } from './queries.ts';
import { isHeldUp, useMay, useMe } from './session.ts';
import styles from './Shell.module.css';
import { SignedOutWatch } from './SignedOutWatch.tsx';

/** The frame around every page behind the sign-in. */
export function Shell(): ReactElement {
  const { app } = useMessages();
  const main = useRef<HTMLElement | null>(null);
  useFocusOnNewPage(main);
  return (
    <ToastProvider>
      <a className={styles['skip']} href="#main">
        {app.skip}
      </a>
      <Header />
      <IllustrativeBanner />
      <InsecureBanner />
      <Alarms />
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Pending />}>
          <Admitted />
        </Suspense>
      </main>
      <SignedOutWatch />
    </ToastProvider>
  );
}

/** The page, if it admits the reader. The server decides by the same table. */
function Admitted(): ReactElement {
  const may = useMay();
  const refused = useMatches().some(
    ({ staticData }) => staticData.access !== undefined && !may(staticData.access),
  );
  return refused ? <ForbiddenPage /> : <Outlet />;
}

/** A new page is read from its start; a change of year or filter leaves the focus where it is. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== undefined && path !== undefined && shown.current !== path) {
      main.current?.focus({ preventScroll: true });
    }
    shown.current = path;
  }, [path, main]);
}

/** On every screen and on paper, in both languages at once. */
function IllustrativeBanner(): ReactElement | null {
  const { plan, isPending } = usePlan();
  const me = useMe();
  const { app } = useMessages();
  // Where the plan may not be read yet, the installation itself says it.
  const unknown = isHeldUp(me) || (plan === null && !isPending);
  const setup = useQuery({ ...query(getSetup, {}), enabled: unknown }).data;
  if ((plan ?? setup)?.illustrative !== true) return null;
  return (
    <p className={styles['illustrative']}>
      <strong>{app.illustrative}</strong> <span>{app.illustrativeNote}</span>
    </p>
  );
}

/** How often an administrator's page asks whether something came up meanwhile. */
const ALARMS_MS = 5 * 60_000;

/** What needs a person, on every screen of the administrators. */
function Alarms(): ReactElement | null {
  const me = useMe();
  const { app } = useMessages();
  const administers = ADMINISTRATOR_ROLES.some((role) => me.roles.includes(role));
  const enabled = administers && !isHeldUp(me);
  const health = useQuery({ ...query(getHealth, {}), enabled, refetchInterval: ALARMS_MS }).data;
  const warnings = health?.warnings ?? [];
  if (!enabled || warnings.length === 0) return null;
  return (
    <div className={`${styles['insecure']} screenOnly`}>
      {warnings.map((warning) => (
        <Notice key={warning} tone="error">
          {app.alarms[warning]}
        </Notice>
      ))}
    </div>
  );
}

function InsecureBanner(): ReactElement | null {
  const { insecure } = useSuspenseQuery(sessionQuery).data;
  const { roles } = useMe();
  const { app } = useMessages();
  const administers = roles.includes('administrator') || roles.includes('securityAdministrator');
  if (insecure !== true || !administers) return null;
  return (
    <div className={`${styles['insecure']} screenOnly`}>
      <Notice tone="error">{app.insecure}</Notice>
    </div>
  );
}
