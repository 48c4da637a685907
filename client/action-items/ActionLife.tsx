import type { ReactElement } from 'react';
import type { ActionDetails } from '../../shared/action-items.ts';
import { useFormat, useMessages, usePick } from '../app/language.tsx';
import styles from './actions.module.css';

/** Everything that was done about an action item, the latest first: who, when, and what was said. */
export function ActionLife({ action }: { action: ActionDetails }): ReactElement {
  const words = useMessages().actions;
  const format = useFormat();
  const pick = usePick();
  const { departments, records } = action;
  const called = (id: string | null): string => {
    const found = departments.flatMap((one) => [one, ...one.formerly]).find((one) => one.id === id);
    return found === undefined ? words.one.committee : pick(found.shortNameZh, found.nameEn);
  };
  const latestFirst = [...records].sort((a, b) => b.number - a.number);
  return (
    <ol className={styles['life']} reversed>
      {latestFirst.map(({ number, step, at, by, departmentId, text, dueOn }) => (
        <li key={number}>
          <p className={styles['record']}>
            <strong>{words.records[step]}</strong>
            {dueOn === null ? null : <span>{words.one.until(format.date(dueOn))}</span>}
            <small>
              {words.one.by(by, called(departmentId))} · {format.dateTime(at)}
            </small>
          </p>
          {text === '' ? null : (
            <p className={styles['said']} lang="zh-CN">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
