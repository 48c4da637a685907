import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  type AnnualReport,
  CHECK_CODES,
  type CheckCode,
  type CheckItem,
} from '../../shared/reports.ts';
import { useMessages, useName } from '../app/language.tsx';
import styles from './reports.module.css';

/** What is open before the report is made; each leads to where it is mended. */
export function Checklist({ report }: { report: AnnualReport }): ReactElement {
  const words = useMessages().reports.check;
  const groups = CHECK_CODES.map((code) => ({
    code,
    items: report.checklist.filter((one) => one.code === code),
  })).filter(({ items }) => items.length > 0);
  return (
    <section>
      <h2>{words.title}</h2>
      {groups.length === 0 ? <p>{words.clean}</p> : null}
      <ul className={styles['checks']}>
        {groups.map(({ code, items }) => (
          <li key={code}>
            <Group code={code} items={items} year={report.year} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group(props: {
  code: CheckCode;
  items: readonly CheckItem[];
  year: number;
}): ReactElement {
  const { code, items, year } = props;
  const words = useMessages().reports.check;
  if (items.every(({ subject }) => subject === null)) {
    return (
      <Link to="/rounds/$roundYear" params={{ roundYear: String(year) }}>
        {words.names[code]}
      </Link>
    );
  }
  return (
    <details>
      <summary>
        {words.names[code]} <b>{words.count(items.length)}</b>
      </summary>
      <ul>
        {items.map((item) => (
          <li key={`${item.subject?.id ?? ''} ${item.departmentId ?? ''}`}>
            <ItemLink item={item} year={year} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ItemLink({ item, year }: { item: CheckItem; year: number }): ReactElement | null {
  const words = useMessages().reports.check;
  const name = useName();
  const { subject } = item;
  if (subject === null) return null;
  const text = words.item(subject.code, name(subject));
  return subject.kind === 'indicator' ? (
    <Link to="/indicators/$indicatorId" params={{ indicatorId: subject.id }} search={{ year }}>
      {text}
    </Link>
  ) : (
    <Link to="/measures/$measureId" params={{ measureId: subject.id }} search={{ year }}>
      {text}
    </Link>
  );
}
