import type { ReactElement } from 'react';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import styles from './Shell.module.css';

/** While the code of a page comes. */
export function Pending(): ReactElement {
  return (
    <div className={styles['pending']}>
      <SkeletonTable rows={12} />
    </div>
  );
}
