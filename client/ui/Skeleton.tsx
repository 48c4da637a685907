import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './States.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** The rules of the table that is coming, in grey, at its real height. Read as "loading". */
export function SkeletonTable(props: { rows?: number; columns?: number }): ReactElement {
  const { rows = 10, columns = 5 } = props;
  const { loading } = useMessages().app;
  return (
    <div className={styles['frame']}>
      <output>
        <VisuallyHidden>{loading}</VisuallyHidden>
      </output>
      <table className="statTable" aria-hidden="true">
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {Array.from({ length: columns }, (_, column) => (
                <td key={column} className={styles['cell']}>
                  {'\u00a0'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The few lines that stand for a part of a page that is coming. */
export function SkeletonLines(): ReactElement {
  return <SkeletonTable rows={2} columns={4} />;
}
