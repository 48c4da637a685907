import { memo, type ReactElement } from 'react';
import { HeatCell } from '../charts/HeatCell.tsx';
import { StatusGlyph } from '../ui/status.tsx';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { MicroChart } from './MicroChart.tsx';
import type { LeadText, Row } from './rows.ts';
import styles from './Board.module.css';
import type { ValueText } from './valueText.ts';

export interface BoardRowProps {
  row: Row;
  href: string;
  messages: Messages;
  /** What the other clock of a sealed year tells differently; absent: nothing. */
  changed?: string | undefined;
}

/** One indicator of the board. No hooks and no state: 26 of them are drawn at once. */
export const BoardRow = memo(function BoardRow({ row, href, messages, changed }: BoardRowProps) {
  const { dashboard, statuses } = messages;
  return (
    <tr data-row={row.id}>
      <td className={styles['status']} data-status={row.status}>
        <span className="statusWord">
          <StatusGlyph status={row.status} />
          {statuses.names[row.status]}
        </span>
        {row.late ? <Late messages={messages} /> : null}
      </td>
      <td className={styles['code']}>{row.code}</td>
      <th scope="row" className={styles['name']}>
        <a href={href} data-row-link="">
          {row.name}
        </a>
        {row.tentative ? <span className={styles['tag']}>{statuses.tentative}</span> : null}
        {changed === undefined ? null : (
          <span className={styles['tag']} title={changed}>
            {dashboard.clock.changedTag}
          </span>
        )}
      </th>
      <td className={styles['chart']}>
        <MicroChart chart={row.chart} hollow={row.hollow} lateMark={dashboard.lateWord} />
      </td>
      <ValueCell value={row.value} />
      <td className={`unit ${styles['unit']}`}>{breakable(row.value.unit)}</td>
      <td className={row.pending ? styles['pending'] : styles['target']}>{row.target}</td>
      {row.cells.map(({ late, ...cell }) => (
        <HeatCell
          key={cell.year}
          status={cell.status}
          label={cell.label}
          afterDeadline={cell.afterDeadline}
          hollow={cell.hollow}
          corrected={cell.corrected}
          {...(late ? { lateMark: dashboard.lateMark } : {})}
        />
      ))}
      <LeadCell lead={row.lead} />
    </tr>
  );
});

/** A unit may be broken after its stroke, never inside a word. */
function breakable(unit: string): string {
  return unit.replace(/\//g, '/\u200b');
}

function Late({ messages }: { messages: Messages }): ReactElement {
  return (
    <>
      <sup className={styles['late']} aria-hidden="true">
        {messages.dashboard.lateWord}
      </sup>
      <span className="visuallyHidden">{messages.dashboard.lateMarkSpoken}</span>
    </>
  );
}

/** Absent, zero, not applicable: three cells that look and read differently. */
export function ValueCell({ value }: { value: ValueText }): ReactElement {
  const marks = value.marks.map((mark) => (
    <span key={mark} className={styles['mark']}>
      {mark}
    </span>
  ));
  return (
    <td className={value.kind === 'figure' ? `num ${styles['value']}` : styles['words']}>
      {marks}
      {value.spoken === null ? (
        <span className={styles['shown']}>{value.text}</span>
      ) : (
        <>
          <span className={styles['shown']} aria-hidden="true">
            {value.text}
          </span>
          <span className="visuallyHidden">{value.spoken}</span>
        </>
      )}
    </td>
  );
}

export function LeadCell({ lead }: { lead: LeadText }): ReactElement {
  return (
    <td className={lead.state === 'named' ? styles['lead'] : styles['leadOpen']}>
      {lead.full === null ? (
        lead.text
      ) : lead.state === 'named' ? (
        <abbr title={lead.full}>{lead.text}</abbr>
      ) : (
        <>
          {lead.text}
          <span className="visuallyHidden">（{lead.full}）</span>
        </>
      )}
    </td>
  );
}
