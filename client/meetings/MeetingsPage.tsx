import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { MeetingSummary } from '../../shared/meetings.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMay } from '../app/session.ts';
import { WithPlan } from '../app/WithPlan.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useMeetings } from './api.ts';
import { CallMeetingDialog } from './CallMeetingDialog.tsx';
import styles from './meetings.module.css';

/** `/meetings`: every meeting of the plan; the committee calls the next one here. */
export function MeetingsPage(): ReactElement {
  const words = useMessages().meetings;
  return <WithPlan title={words.title}>{(plan) => <MeetingsOf plan={plan} />}</WithPlan>;
}

function MeetingsOf({ plan }: { plan: Plan }): ReactElement {
  const words = useMessages().meetings;
  const may = useMay();
  const result = useMeetings(plan.id);
  const [calling, setCalling] = useState(false);
  const call = may('meetings.manage') ? (
    <Button variant="primary" onClick={() => setCalling(true)}>
      {words.call.open}
    </Button>
  ) : null;
  const meetings = result.data?.items ?? [];
  return (
    <PageFrame title={words.title} lead={words.lead} actions={meetings.length === 0 ? null : call}>
      <Loaded result={result}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} action={call}>
              {words.emptyBody}
            </EmptyState>
          ) : (
            <MeetingTable meetings={items} />
          )
        }
      </Loaded>
      {calling ? (
        <CallMeetingDialog
          plan={plan}
          last={meetings[0] ?? null}
          onClose={() => setCalling(false)}
        />
      ) : null}
    </PageFrame>
  );
}

function MeetingTable({ meetings }: { meetings: readonly MeetingSummary[] }): ReactElement {
  const words = useMessages().meetings;
  return (
    <table className={`statTable ${styles['meetings']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.year}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.decided}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <Row key={meeting.id} meeting={meeting} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ meeting }: { meeting: MeetingSummary }): ReactElement {
  const words = useMessages().meetings;
  const format = useFormat();
  const day = format.date(meeting.heldOn);
  return (
    <tr>
      <td className={styles['whole']}>{words.numberOf(meeting.number)}</td>
      <th scope="row" lang="zh-CN">
        <Link
          to="/meetings/$meetingId"
          params={{ meetingId: meeting.id }}
          search={{ plan: meeting.planId }}
        >
          {meeting.title}
        </Link>
      </th>
      <td className={styles['whole']}>
        {meeting.startsAt === null ? day : words.at(day, meeting.startsAt)}
      </td>
      <td lang="zh-CN">{meeting.place === '' ? '—' : meeting.place}</td>
      <td className={styles['whole']}>{words.yearOf(meeting.year)}</td>
      <td className={styles['whole']}>
        <strong>{words.states[meeting.state]}</strong>
      </td>
      <td className={styles['whole']}>{words.decidedOf(meeting.decided, meeting.open)}</td>
    </tr>
  );
}
