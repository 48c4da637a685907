import type { ReactElement, ReactNode } from 'react';
import { StatusGlyph, statusCell, statusInk, type DrawnStatus } from '../ui/status.tsx';
import styles from './StatusStrip.module.css';

export interface StripGroup {
  status: DrawnStatus;
  /** The word, "滞后". */
  label: string;
  /** How many; a group of 0 is left out. */
  count: number;
}

export interface StatusStripProps {
  groups: readonly StripGroup[];
  /** Accessible name of the list. */
  title: string;
  /** Wraps a group's glyph, word and count in the page's own link; without it there is no link. */
  link?: (group: StripGroup, children: ReactNode) => ReactNode;
  /** Side of a square in px. */
  square?: number;
}

/**
 * Every indicator as one small square, grouped by status: the whole plan in one glance, counted.
 * The squares are drawn only; the label under them (24 px high) is what is pressed.
 */
export function StatusStrip(props: StatusStripProps): ReactElement {
  const { groups, title, link, square = 12 } = props;
  const pitch = square + 3;
  return (
    <ul className={styles['strip']} aria-label={title}>
      {groups
        .filter((group) => group.count > 0)
        .map((group) => {
          const { fill } = statusCell(group.status);
          const ink = statusInk(group.status);
          const words = (
            <>
              <StatusGlyph status={group.status} />
              <span>{group.label}</span>
              <span className={styles['count']}>{group.count}</span>
            </>
          );
          return (
            <li key={group.status} className={styles['group']} data-status={group.status}>
              <svg
                className={styles['squares']}
                width={group.count * pitch}
                height={square}
                aria-hidden="true"
                focusable="false"
              >
                {Array.from({ length: group.count }, (_, index) => (
                  <rect
                    key={index}
                    x={index * pitch + 0.5}
                    y={0.5}
                    width={square - 1}
                    height={square - 1}
                    fill={fill}
                    stroke={ink}
                    {...(group.status === 'noData' || group.status === 'targetPending'
                      ? { strokeDasharray: '2 2' }
                      : {})}
                  />
                ))}
              </svg>
              <span className={styles['label']}>{link ? link(group, words) : words}</span>
            </li>
          );
        })}
    </ul>
  );
}
