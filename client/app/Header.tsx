import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { hasDuties } from '../../shared/todo.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { useMessages, usePick } from './language.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PLACES, showsYear } from './places.ts';
import { planYears, usePlan, useYear } from './plan.ts';
import { useSetSearch } from './search.ts';
import { isHeldUp, useMay, useMe } from './session.ts';
import styles from './Shell.module.css';
import { TodoCount } from './TodoCount.tsx';

/** Plan, navigation, year, language, account: one line at 1366 px. */
export function Header(): ReactElement {
  return (
    <header className={`${styles['header']} screenOnly`}>
      <PlanName />
      <Navigation />
      <div className={styles['tools']}>
        <YearSelect />
        <LanguageSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}

function PlanName(): ReactElement {
  const { plan, plans } = usePlan();
  const { app } = useMessages();
  const pick = usePick();
  const setSearch = useSetSearch();
  const title = plan === null ? '' : pick(plan.shortTitleZh, plan.shortTitleEn);
  return (
    <div className={styles['plan']}>
      <strong className={styles['product']}>{app.product}</strong>
      {plan === null || plans.length < 2 ? (
        <span className={styles['planTitle']}>{title}</span>
      ) : (
        <InlineSelect
          label={app.planLabel}
          value={plan.id}
          options={plans.map((one) => ({
            value: one.id,
            label: pick(one.shortTitleZh, one.shortTitleEn),
          }))}
          onChange={(id) =>
            setSearch({ plan: id, year: undefined, known: undefined, theme: undefined })
          }
        />
      )}
    </div>
  );
}

function Navigation(): ReactElement | null {
  const { nav } = useMessages().app;
  const may = useMay();
  const me = useMe();
  const { roles } = me;
  // Who is held up has one page only.
  if (isHeldUp(me)) return null;
  const places = PLACES.filter(
    ({ to, access }) => may(access) && (to !== '/home' || hasDuties(roles)),
  );
  const folded = places.filter((place) => 'more' in place);
  return (
    <nav aria-label={nav.label} className={styles['nav']}>
      <ul className={styles['places']}>
        {places
          .filter((place) => !('more' in place))
          .map(({ to, name }) => (
            <li key={to}>
              <PlaceLink to={to} className={styles['place']}>
                {nav[name]}
                {to === '/home' ? <TodoCount /> : null}
              </PlaceLink>
            </li>
          ))}
        <li>
          <MorePlaces places={folded} />
        </li>
      </ul>
    </nav>
  );
}

type Place = (typeof PLACES)[number];

/** What one looks up now and then, below a button that says which of them one is at. */
function MorePlaces({ places }: { places: readonly Place[] }): ReactElement {
  const { nav } = useMessages().app;
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const here = places.find(({ to }) => pathname.startsWith(to));
  return (
    <Disclosure
      look="place"
      current={here !== undefined}
      label={here === undefined ? nav.more : `${nav.more} · ${nav[here.name]}`}
      trigger={here === undefined ? nav.more : nav[here.name]}
    >
      {(fold) => (
        <ul className={styles['folded']}>
          {places.map(({ to, name }) => (
            <li key={to}>
              <PlaceLink to={to} className={styles['foldedPlace']} onClick={fold}>
                {nav[name]}
              </PlaceLink>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function PlaceLink(props: {
  to: Place['to'];
  className: string | undefined;
  onClick?: () => void;
  children: ReactNode;
}): ReactElement {
  const { to, className, onClick, children } = props;
  return (
    <Link
      to={to}
      // The plan and the year stay when one goes from page to page; filters do not.
      search={(old) => ({ plan: old.plan, year: old.year })}
      className={className}
      activeProps={{ 'data-active': true }}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      {...(onClick === undefined ? {} : { onClick })}
    >
      {children}
    </Link>
  );
}

function YearSelect(): ReactElement | null {
  const { plan } = usePlan();
  const year = useYear();
  const setSearch = useSetSearch();
  const { app } = useMessages();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  if (plan === null || year === null || !showsYear(pathname)) return null;
  return (
    <InlineSelect
      label={app.yearLabel}
      value={String(year)}
      options={planYears(plan, year).map((one) => ({
        value: String(one),
        label: app.yearOption(one),
      }))}
      // Another year may not be sealed: it is shown as it is known now.
      onChange={(value) => setSearch({ year: Number(value), known: undefined })}
    />
  );
}
