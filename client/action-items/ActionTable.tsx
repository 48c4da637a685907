import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ActionItem } from '../../shared/action-items.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { inShort } from '../ui/inShort.ts';
import styles from './actions.module.css';
import { UrgencyWord } from './UrgencyWord.tsx';
import { useDepartmentName } from './useDepartmentName.ts';

/** Characters of a decision that a row has room for; its own page has all of it. */
const LONGEST = 120;

/** Action items with who owes them, until when, and the latest that was said of them. */
export function ActionTable(props: {
  actions: readonly ActionItem[];
  caption: string;
}): ReactElement {
  const { actions, caption } = props;
  const words = useMessages().actions;
  return (
    <table className={`statTable ${styles['table']}`}>
      <caption className="visuallyHidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.progress}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <Row key={action.id} action={action} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ action }: { action: ActionItem }): ReactElement {
  const words = useMessages().actions;
  const format = useFormat();
  const nameOf = useDepartmentName();
  const others = action.supportingDepartmentIds.map(nameOf);
  return (
    <tr>
      <td className={styles['number']}>
        <Link
          to="/actions/$actionId"
          params={{ actionId: action.id }}
          search={{ plan: action.planId }}
        >
          {words.numberOf(action.year, action.number)}
        </Link>
      </td>
      <th scope="row" className={styles['what']} lang="zh-CN">
        {inShort(action.text, LONGEST)}
      </th>
      <td className={styles['who']}>{words.withLead(nameOf(action.leadDepartmentId), others)}</td>
      <td className={styles['due']}>
        {format.date(action.dueOn)}
        <br />
        <UrgencyWord action={action} />
      </td>
      <td>{words.states[action.state]}</td>
      <td className={styles['progress']} lang="zh-CN">
        {action.progress === '' ? words.noProgress : action.progress}
      </td>
    </tr>
  );
}
