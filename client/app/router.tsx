import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent as lazyComponent,
  redirect,
} from '@tanstack/react-router';
import type { Access } from '../../shared/permissions.ts';
import { OverviewPage } from '../dashboard/OverviewPage.tsx';
import { NotFoundPage, PageError } from './PageError.tsx';
import { Pending } from './Pending.tsx';
import { allMessages } from './language.tsx';
import { landingOf } from './places.ts';
import { sessionQuery } from './queries.ts';
import { isHeldUp } from './session.ts';
import { boardSearch, parseSearch, stringifySearch } from './search.ts';
import { Shell } from './Shell.tsx';
import { Coming } from '../live/api.ts';
import { WallError } from './WallError.tsx';

/** A page in a chunk of its own, which comes with the sentences that the first screens do without. */
const lazyRouteComponent = <T extends Record<string, unknown>, Name extends keyof T>(
  load: () => Promise<T>,
  name: Name,
) =>
  lazyComponent(async () => {
    const [page] = await Promise.all([load(), allMessages()]);
    return page;
  }, name);

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFoundPage,
});

const outside = { getParentRoute: () => root } as const;

const signInRoute = createRoute({
  ...outside,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { to?: string | undefined } => ({
    to: ownPath(raw['to']),
  }),
  beforeLoad: async ({ context, search }) => {
    const { user } = await context.queryClient.ensureQueryData(sessionQuery);
    if (user !== null) throw redirect({ href: search.to ?? landingOf(user) });
  },
  component: lazyRouteComponent(() => import('../accounts/SignInPage.tsx'), 'SignInPage'),
});
const setUpRoute = createRoute({
  ...outside,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../accounts/SetUpPage.tsx'), 'SetUpPage'),
});
const pairRoute = createRoute({
  ...outside,
  path: '/pair',
  component: lazyRouteComponent(() => import('../displays/PairPage.tsx'), 'PairPage'),
  errorComponent: WallError,
  pendingComponent: Coming,
});

/** Only a path of this product: `//elsewhere` would be another machine. */
function ownPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

/** Nobody comes further without having signed in, and with a password of their own. */
async function signedInFirst({
  context,
  location,
}: {
  readonly context: { readonly queryClient: QueryClient };
  readonly location: { readonly href: string; readonly pathname: string };
}): Promise<void> {
  const { user } = await context.queryClient.ensureQueryData(sessionQuery);
  if (user === null) {
    const to = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/sign-in', search: { to } });
  }
  if (isHeldUp(user) && location.pathname !== '/account') {
    throw redirect({ to: '/account' });
  }
}

/** Everything behind the sign-in, inside the shell. */
const inside = createRoute({
  ...outside,
  id: 'inside',
  validateSearch: boardSearch,
  beforeLoad: signedInFirst,
  component: Shell,
});

/** The wall has the whole window. */
const presentRoute = createRoute({
  ...outside,
  path: '/present',
  staticData: { access: 'signedIn' },
  beforeLoad: signedInFirst,
  component: lazyRouteComponent(() => import('../presentation/PresentPage.tsx'), 'PresentPage'),
  errorComponent: WallError,
  pendingComponent: Coming,
});

/** A page of the shell, for those whom the access admits; the shell refuses the others. */
const only = (access: Access) =>
  ({ getParentRoute: () => inside, staticData: { access } }) as const;

const pages = [
  createRoute({
    ...only('person'),
    path: '/home',
    component: lazyRouteComponent(() => import('../todo/HomePage.tsx'), 'HomePage'),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/',
    // The front page of the house is not waited for; most of what it needs, others need too.
    component: OverviewPage,
  }),
  createRoute({
    ...only('signedIn'),
    path: '/indicators/$indicatorId',
    component: lazyRouteComponent(() => import('../dashboard/IndicatorPage.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    ...only('plans.configure'),
    path: '/indicators/$indicatorId/settings',
    component: lazyRouteComponent(
      () => import('../plans/IndicatorSettingsPage.tsx'),
      'IndicatorSettingsPage',
    ),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/method',
    component: lazyRouteComponent(() => import('../dashboard/MethodPage.tsx'), 'MethodPage'),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/document',
    component: lazyRouteComponent(() => import('../plans/DocumentPage.tsx'), 'DocumentPage'),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/measures',
    component: lazyRouteComponent(() => import('../measures/MeasuresPage.tsx'), 'MeasuresPage'),
  }),
  createRoute({
    ...only('person'),
    path: '/measures/reports',
    component: lazyRouteComponent(() => import('../measures/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    ...only('person'),
    path: '/measures/tasks',
    component: lazyRouteComponent(() => import('../tasks/TasksPage.tsx'), 'TasksPage'),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/measures/$measureId',
    component: lazyRouteComponent(() => import('../measures/MeasurePage.tsx'), 'MeasurePage'),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/policy',
    component: lazyRouteComponent(() => import('../incentives/PolicyPage.tsx'), 'PolicyPage'),
  }),
  createRoute({
    ...only('person'),
    path: '/policy/ledger',
    component: lazyRouteComponent(() => import('../payments/LedgerPage.tsx'), 'LedgerPage'),
  }),
  createRoute({
    ...only('signedIn'),
    path: '/coverage',
    component: lazyRouteComponent(() => import('../plans/CoveragePage.tsx'), 'CoveragePage'),
  }),
  createRoute({
    ...only('readings.seeUnapproved'),
    path: '/entry',
    component: lazyRouteComponent(() => import('../sheet/SheetPage.tsx'), 'SheetPage'),
  }),
  createRoute({
    ...only('readings.enter'),
    path: '/entry/workbook',
    component: lazyRouteComponent(() => import('../exchange/ExchangePage.tsx'), 'ExchangePage'),
  }),
  createRoute({
    // To be read by everybody who may see the reading; the page knows who types.
    ...only('person'),
    path: '/entry/$indicatorId',
    component: lazyRouteComponent(() => import('../readings/EntryPage.tsx'), 'EntryPage'),
  }),
  createRoute({
    ...only('readings.return'),
    path: '/review',
    component: lazyRouteComponent(() => import('../readings/ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    ...only('person'),
    path: '/rounds',
    component: lazyRouteComponent(() => import('../rounds/RoundsPage.tsx'), 'RoundsPage'),
  }),
  createRoute({
    ...only('person'),
    path: '/rounds/$roundYear',
    component: lazyRouteComponent(() => import('../rounds/RoundPage.tsx'), 'RoundPage'),
  }),
  createRoute({
    ...only('readings.seeUnapproved'),
    path: '/rounds/$roundYear/notices/$number',
    component: lazyRouteComponent(() => import('../rounds/NoticePage.tsx'), 'NoticePage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/meetings',
    component: lazyRouteComponent(() => import('../meetings/MeetingsPage.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/meetings/$meetingId',
    component: lazyRouteComponent(() => import('../meetings/MeetingPage.tsx'), 'MeetingPage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/meetings/$meetingId/brief',
    component: lazyRouteComponent(() => import('../meetings/BriefPage.tsx'), 'BriefPage'),
  }),
  createRoute({
    ...only('meetings.manage'),
    path: '/meetings/$meetingId/desk',
    component: lazyRouteComponent(() => import('../meetings/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/meetings/$meetingId/minutes',
    component: lazyRouteComponent(() => import('../meetings/MinutesPage.tsx'), 'MinutesPage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/actions',
    component: lazyRouteComponent(() => import('../action-items/ActionsPage.tsx'), 'ActionsPage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/actions/$actionId',
    component: lazyRouteComponent(() => import('../action-items/ActionPage.tsx'), 'ActionPage'),
  }),
  createRoute({
    ...only('meetings.see'),
    path: '/actions/$actionId/notice',
    component: lazyRouteComponent(() => import('../action-items/FollowUpPage.tsx'), 'FollowUpPage'),
  }),
  createRoute({
    ...only('reports.read'),
    path: '/reports',
    component: lazyRouteComponent(() => import('../reports/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    ...only('reports.write'),
    path: '/reports/$reportYear/$scope',
    component: lazyRouteComponent(() => import('../reports/ReportPage.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...only('acceptance.see'),
    path: '/acceptance',
    component: lazyRouteComponent(
      () => import('../acceptance/AcceptancePage.tsx'),
      'AcceptancePage',
    ),
  }),
  createRoute({
    ...only('acceptance.draft'),
    path: '/acceptance/sheet',
    component: lazyRouteComponent(() => import('../acceptance/SheetPage.tsx'), 'SheetPage'),
  }),
  createRoute({
    ...only('acceptance.see'),
    path: '/acceptance/$acceptanceId',
    component: lazyRouteComponent(() => import('../acceptance/WholePage.tsx'), 'WholePage'),
  }),
  createRoute({
    ...only('acceptance.assess'),
    path: '/acceptance/$acceptanceId/self',
    component: lazyRouteComponent(() => import('../acceptance/SelfPage.tsx'), 'SelfPage'),
  }),
  createRoute({
    ...only('acceptance.verify'),
    path: '/acceptance/$acceptanceId/verification',
    component: lazyRouteComponent(() => import('../acceptance/VerifyPage.tsx'), 'VerifyPage'),
  }),
  createRoute({
    ...only('accounts.manage'),
    path: '/users',
    component: lazyRouteComponent(() => import('../accounts/UsersPage.tsx'), 'UsersPage'),
  }),
  createRoute({
    ...only('displays.manage'),
    path: '/displays',
    component: lazyRouteComponent(() => import('../displays/DisplaysPage.tsx'), 'DisplaysPage'),
  }),
  createRoute({
    ...only('departments.manage'),
    path: '/departments',
    component: lazyRouteComponent(
      () => import('../accounts/DepartmentsPage.tsx'),
      'DepartmentsPage',
    ),
  }),
  createRoute({
    ...only('backups.manage'),
    path: '/backups',
    component: lazyRouteComponent(() => import('../backups/BackupsPage.tsx'), 'BackupsPage'),
  }),
  createRoute({
    ...only('audit.read'),
    path: '/audit',
    component: lazyRouteComponent(() => import('../audit/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...only('audit.read'),
    path: '/inspection',
    component: lazyRouteComponent(
      () => import('../inspection/InspectionPage.tsx'),
      'InspectionPage',
    ),
  }),
  createRoute({
    ...only('person'),
    path: '/account',
    component: lazyRouteComponent(() => import('../accounts/AccountPage.tsx'), 'AccountPage'),
  }),
] as const;

/** The map of the product. Every page is a chunk of its own; all view state is in the address. */
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signInRoute,
      setUpRoute,
      pairRoute,
      presentRoute,
      inside.addChildren(pages),
    ]),
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Pending,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface StaticDataRouteOption {
    /** Whom the page admits. */
    access?: Access;
  }
}
