import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { RoundDetails } from '../../shared/rounds.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { Counts, Heads } from './DepartmentTable.tsx';
import styles from './rounds.module.css';

/** What each department owes and has handed in of the reports on measures. */
export function ReportTable({ round }: { round: RoundDetails }): ReactElement | null {
  const words = useMessages().rounds;
  const pick = usePick();
  const { departments, counts } = round.measures;
  if (departments.length === 0) return null;
  return (
    <section>
      <h2>{words.reports.title}</h2>
      <table className={`statTable ${styles['departments']}`}>
        <caption className="visuallyHidden">{words.reports.caption(round.year)}</caption>
        <thead>
          <Heads callsIn={false} />
        </thead>
        <tbody>
          {departments.map((department) => (
            <tr key={department.id}>
              <th scope="row">{pick(department.shortNameZh, department.nameEn)}</th>
              <Counts counts={department.counts} />
            </tr>
          ))}
          <tr className={styles['total']}>
            <th scope="row">{words.departments.total}</th>
            <Counts counts={counts} />
          </tr>
        </tbody>
      </table>
      <p className="screenOnly">
        <Link to="/measures/reports" search={{ plan: round.planId, year: round.year }}>
          {words.reports.open}
        </Link>
      </p>
    </section>
  );
}
