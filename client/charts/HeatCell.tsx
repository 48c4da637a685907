import type { ReactElement } from 'react';
import { StatusGlyph, statusCell, statusInk, type DrawnStatus } from '../ui/status.tsx';
import styles from './HeatCell.module.css';

export interface HeatCellProps {
  status: DrawnStatus;
  /** What the cell says, read aloud and not drawn: "2018年：滞后". */
  label: string;
  /** The mark of a target met after its deadline, "迟": it must never look like on time. */
  lateMark?: string;
  /** This is the first year after the deadline: an ink rule stands before it. */
  afterDeadline?: boolean;
  /** The figure behind it was corrected after its approval: a folded corner, said in `label`. */
  corrected?: boolean;
  /** From a reading that is submitted but not approved. */
  hollow?: boolean;
  /** The figure itself; makes the wide cell (64 × 32). */
  value?: string;
}

/** One year of one indicator in the status table: a `<td>` with tint, glyph and hidden text. */
export function HeatCell(props: HeatCellProps): ReactElement {
  const { status, label, lateMark, afterDeadline = false, hollow = false, value } = props;
  const { corrected = false } = props;
  const classes = [styles['cell']];
  if (afterDeadline) classes.push(styles['afterDeadline']);
  if (status === 'notDue') classes.push(styles['notDue']);
  if (hollow) classes.push(styles['hollow']);
  if (corrected) classes.push(styles['corrected']);
  if (value !== undefined) classes.push(styles['wide']);
  return (
    <td className={classes.join(' ')} data-status={status} {...(corrected ? { title: label } : {})}>
      {status === 'notDue' ? (
        <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
          <circle cx={7} cy={7} r={1.5} fill="var(--axis)" />
        </svg>
      ) : (
        <StatusGlyph
          status={status}
          size={14}
          hollow={hollow}
          ink={hollow ? statusInk(status) : statusCell(status).text}
        />
      )}
      {lateMark === undefined ? null : (
        <span className={styles['late']} aria-hidden="true">
          {lateMark}
        </span>
      )}
      {value === undefined ? null : <span className={styles['value']}>{value}</span>}
      <span className="visuallyHidden">{label}</span>
    </td>
  );
}
