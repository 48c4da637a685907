import type { ReactElement } from 'react';
import type { ActionItem } from '../../shared/action-items.ts';
import { openActions } from '../../shared/meeting-agenda.ts';
import type { Meeting } from '../../shared/meetings.ts';
import { UrgencyWord } from '../action-items/api.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { departmentText, type Speech } from '../dashboard/api.ts';
import { useDepartments } from '../plans/api.ts';
import { inShort } from '../ui/inShort.ts';
import styles from './Brief.module.css';

const MOST = 7;
/** Characters of a decision that two lines have room for. */
const LONGEST = 56;

/** What earlier meetings decided and is still open, and of which moment the page is. */
export function BriefActions(props: {
  meeting: Meeting;
  actions: readonly ActionItem[];
  speech: Speech;
}): ReactElement {
  const { meeting, actions, speech } = props;
  const { meetings, actions: words } = useMessages();
  const { brief } = meetings;
  const format = useFormat();
  const departments = useDepartments().data?.items ?? [];
  // As short as in the table of figures above: a page is a page.
  const nameOf = (departmentId: string): string => {
    const department = departments.find(({ id }) => id === departmentId);
    return department === undefined ? departmentId : departmentText(department, speech).text;
  };
  const open = openActions(actions).filter((one) => one.meeting.number < meeting.number);
  const shown = open.slice(0, MOST);
  return (
    <section className={styles['part']}>
      <h3>{brief.actions}</h3>
      {open.length === 0 ? (
        <p>{brief.actionsNone}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.lead1}</th>
              <th scope="col">{words.due}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((action) => (
              <tr key={action.id}>
                <td className={styles['whole']}>{words.numberOf(action.year, action.number)}</td>
                <th scope="row" lang="zh-CN">
                  {inShort(action.text, LONGEST)}
                </th>
                <td>{nameOf(action.leadDepartmentId)}</td>
                <td className={styles['whole']}>
                  {format.date(action.dueOn)} <UrgencyWord action={action} />
                </td>
                <td className={styles['whole']}>{words.states[action.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open.length > shown.length ? <p>{brief.more(open.length - shown.length)}</p> : null}
    </section>
  );
}
