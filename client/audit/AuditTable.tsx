import { type ReactElement, useState } from 'react';
import type { AuditRow } from '../../shared/audit.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { ROLES } from '../../shared/permissions.ts';
import { PROBLEM_CODES } from '../../shared/problems.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Chevron } from '../ui/Chevron.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './audit.module.css';
import { changesOf } from './changes.ts';

/** The rows, each with its details folded below. */
export function AuditTable(props: { items: readonly AuditRow[] }): ReactElement {
  const { audit: words } = useMessages();
  return (
    <table className={`statTable ${styles['table']}`}>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.action}</th>
          <th scope="col">{words.target}</th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{words.address}</th>
          <th scope="col">
            <VisuallyHidden>{words.details}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      {props.items.map((row) => (
        <Row key={row.seq} row={row} />
      ))}
    </table>
  );
}

function Row(props: { row: AuditRow }): ReactElement {
  const { row } = props;
  const { audit: words } = useMessages();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const type = row.targetType === null ? '' : (words.targets[row.targetType] ?? row.targetType);
  return (
    <tbody>
      <tr>
        <td title={row.at}>{format.dateTime(row.at)}</td>
        <td>{row.username ?? words.nobody}</td>
        <td>{words.actions[row.action] ?? row.action}</td>
        <td>
          {type} <span className={styles['id']}>{row.targetId}</span>
        </td>
        <td className={row.outcome === 'ok' ? undefined : styles['refused']}>
          {outcomeWords(words, row.outcome)}
        </td>
        <td>{row.address}</td>
        <td>
          <Button
            variant="link"
            aria-expanded={open}
            aria-label={words.show(row.seq)}
            onClick={() => setOpen(!open)}
          >
            {words.details} <Chevron up={open} />
          </Button>
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={7} className={styles['details']}>
            <Details row={row} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** Done, left for a look of its own, or refused with its code. */
function outcomeWords(words: Messages['audit'], outcome: string): string {
  if (outcome === 'ok') return words.ok;
  return outcome === 'heldBack' ? words.heldBack : words.refused(outcome);
}

function Details(props: { row: AuditRow }): ReactElement {
  const { row } = props;
  const messages = useMessages();
  const { audit: words, statuses } = messages;
  const changes = changesOf(row.before, row.after);
  const refusal = PROBLEM_CODES.find((code) => code === row.outcome);
  const roleName = (role: string): string => {
    const known = ROLES.find((one) => one === role);
    return known === undefined ? role : statuses.roles[known];
  };
  return (
    <>
      {refusal === undefined ? null : <p>{problemSentence(messages, new ApiProblem(refusal))}</p>}
      {changes.length === 0 ? null : (
        <table className={styles['changes']}>
          <caption>{words.changes}</caption>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{change.field}</th>
                <td>{change.before ?? words.absent}</td>
                <td>{change.after ?? words.absent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles['meta']}>
        {words.roles}
        {messages.app.colon}
        {row.roles.length === 0 ? words.absent : row.roles.map(roleName).join(' · ')}
        {'　'}
        {words.department}
        {messages.app.colon}
        {row.departmentId ?? words.absent}
        {'　'}
        {words.requestId}
        {messages.app.colon}
        {row.requestId}
        {'　'}
        {row.at}
        {'　'}#{row.seq}
      </p>
    </>
  );
}
