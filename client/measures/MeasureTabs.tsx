import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import styles from './tabs.module.css';

/** The pages about measures and policy, one beside the other. */
export function MeasureTabs(): ReactElement {
  const { tabs } = useMessages().measures;
  const may = useMay();
  const places = [
    { to: '/measures', name: tabs.measures },
    ...(may('person') ? [{ to: '/measures/reports', name: tabs.reports } as const] : []),
    ...(may('person') ? [{ to: '/measures/tasks', name: tabs.tasks } as const] : []),
    { to: '/policy', name: tabs.policy },
    ...(may('person') ? [{ to: '/policy/ledger', name: tabs.ledger } as const] : []),
  ] as const;
  return (
    <nav aria-label={tabs.label} className="screenOnly">
      <ul className={styles['tabs']}>
        {places.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              search={(old) => ({ plan: old.plan, year: old.year })}
              className={styles['tab']}
              activeProps={{ 'data-active': true }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
