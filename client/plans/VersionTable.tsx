import type { ReactElement, ReactNode } from 'react';
import { useFormat, useMessages } from '../app/language.tsx';
import styles from './Settings.module.css';

export interface VersionRow {
  readonly version: number;
  readonly content: ReactNode;
  /** null: the document itself. */
  readonly basis: string | null;
  readonly documentNumber: string | null;
  /** Absent: this kind of version has no such day. */
  readonly effectiveDate?: string | null;
  readonly enteredBy: string | null;
  readonly enteredAt: string;
}

/** Every version, newest first, with who entered it, when and on what grounds. */
export function VersionTable(props: {
  caption: string;
  /** What the second column holds. */
  content: string;
  rows: readonly VersionRow[];
}): ReactElement | null {
  const words = useMessages().plans.settings;
  const format = useFormat();
  const { caption, content, rows } = props;
  if (rows.length === 0) return null;
  const dated = rows.some((row) => row.effectiveDate !== undefined);
  return (
    <table className={`statTable ${styles['versions']}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.version}</th>
          <th scope="col">{content}</th>
          <th scope="col">{words.basis}</th>
          {dated ? <th scope="col">{words.effectiveDate}</th> : null}
          <th scope="col">{words.entered}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.version}>
            <th scope="row">
              {row.version}
              {at === 0 ? <span className={styles['tag']}>{words.current}</span> : null}
            </th>
            <td>{row.content}</td>
            <td>
              {row.basis ?? words.fromDocument}
              {row.documentNumber === null ? null : (
                <span className={styles['sub']}>{row.documentNumber}</span>
              )}
            </td>
            {dated ? (
              <td>
                {row.effectiveDate === null || row.effectiveDate === undefined
                  ? '—'
                  : format.date(row.effectiveDate)}
              </td>
            ) : null}
            <td>
              {row.enteredBy ?? words.loaded}
              <span className={styles['sub']}>{format.dateTime(row.enteredAt)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
