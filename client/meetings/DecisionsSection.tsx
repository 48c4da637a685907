import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { openActions } from '../../shared/meeting-agenda.ts';
import type { Meeting } from '../../shared/meetings.ts';
import { ActionTable, useActions } from '../action-items/api.ts';
import { useMessages } from '../app/language.tsx';
import styles from './meetings.module.css';

/**
 * What this meeting decided and how far it is; before it, what is open from the ones before: a
 * meeting opens with that.
 */
export function DecisionsSection({ meeting }: { meeting: Meeting }): ReactElement {
  const words = useMessages().meetings;
  const { data } = useActions(meeting.planId);
  const actions = data?.items ?? [];
  const own = actions.filter((action) => action.meeting.id === meeting.id);
  const before = openActions(actions).filter((action) => action.meeting.number < meeting.number);
  const drafts = meeting.decisions.filter(({ confirmed }) => confirmed === null);
  const begun = meeting.started !== null;
  return (
    <>
      <section className={styles['section']} aria-labelledby="open-actions">
        <h2 id="open-actions">{words.decisions.open}</h2>
        {before.length === 0 ? (
          <p>{words.decisions.openNone}</p>
        ) : (
          <ActionTable actions={before} caption={words.decisions.open} />
        )}
      </section>
      {begun ? (
        <section className={styles['section']} aria-labelledby="decisions">
          <h2 id="decisions">{words.decisions.title}</h2>
          {own.length === 0 ? (
            <p>{words.decisions.none}</p>
          ) : (
            <ActionTable actions={own} caption={words.decisions.caption} />
          )}
          {drafts.length === 0 ? null : (
            <>
              <h3>{words.decisions.drafts}</h3>
              <ul className={styles['drafts']}>
                {drafts.map(({ id, text }) => (
                  <li key={id} lang="zh-CN">
                    {text}
                  </li>
                ))}
              </ul>
            </>
          )}
          {meeting.parts.includes('decisions') ? (
            <p className="screenOnly">
              <Link to="/meetings/$meetingId/desk" params={{ meetingId: meeting.id }}>
                {words.steps.desk}
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
