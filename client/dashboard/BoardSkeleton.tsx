import type { ReactElement } from 'react';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import styles from './Board.module.css';

/** The rules of the board's table in grey, at their real height. */
export function BoardSkeleton(): ReactElement {
  return (
    <div className={styles['page']}>
      <SkeletonTable rows={26} columns={9} />
    </div>
  );
}
