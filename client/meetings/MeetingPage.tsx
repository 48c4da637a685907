import { Link, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Meeting } from '../../shared/meetings.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { useMay } from '../app/session.ts';
import { WithPlan } from '../app/WithPlan.tsx';
import { ApiProblem } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { AgendaSection } from './AgendaSection.tsx';
import { useMeeting } from './api.ts';
import { AttendeesSection } from './AttendeesSection.tsx';
import { DecisionsSection } from './DecisionsSection.tsx';
import { EditDetailsDialog } from './EditDetailsDialog.tsx';
import { MeetingActions } from './MeetingActions.tsx';
import styles from './meetings.module.css';
import { SlidesSection } from './SlidesSection.tsx';
import { useNamed } from './useNamed.ts';

/** `/meetings/…`: what a meeting is about, who comes, what it opens with and what it decided. */
export function MeetingPage(): ReactElement {
  const words = useMessages().meetings;
  const { meetingId } = useParams({ from: '/inside/meetings/$meetingId' });
  return (
    <WithPlan title={words.title}>{(plan) => <MeetingOf plan={plan} id={meetingId} />}</WithPlan>
  );
}

function MeetingOf({ plan, id }: { plan: Plan; id: string }): ReactElement {
  const words = useMessages().meetings;
  usePaper('portrait');
  const result = useMeeting(id);
  const meeting = result.data;
  const back = (
    <Link to="/meetings" search={{ plan: plan.id }}>
      {words.back}
    </Link>
  );
  if (result.error instanceof ApiProblem && result.error.code === 'notFound') {
    return (
      <PageFrame title={words.title}>
        <EmptyState title={words.notFoundTitle} action={back}>
          {words.notFoundBody}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={meeting === undefined ? words.title : words.named(meeting.number, meeting.title)}
      lead={meeting === undefined ? undefined : <strong>{words.states[meeting.state]}</strong>}
      actions={
        meeting === undefined ? null : (
          <>
            <MeetingActions meeting={meeting} />
            {back}
          </>
        )
      }
    >
      <Loaded result={result}>{(loaded) => <Sections plan={plan} meeting={loaded} />}</Loaded>
    </PageFrame>
  );
}

function Sections({ plan, meeting }: { plan: Plan; meeting: Meeting }): ReactElement {
  const named = useNamed(meeting.planId, meeting.year, meeting.momentId);
  return (
    <div className={styles['columns']}>
      <div>
        <Details plan={plan} meeting={meeting} />
        <AttendeesSection meeting={meeting} />
      </div>
      <div>
        <AgendaSection meeting={meeting} named={named} />
        <SlidesSection meeting={meeting} named={named} />
      </div>
      <div className={styles['whole']}>
        <DecisionsSection meeting={meeting} />
      </div>
    </div>
  );
}

function Details({ plan, meeting }: { plan: Plan; meeting: Meeting }): ReactElement {
  const { details: words, ...meetings } = useMessages().meetings;
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const may = useMay();
  const { chair, startsAt } = meeting;
  const day = format.date(meeting.heldOn);
  const said = (text: string): ReactElement =>
    text === '' ? <small>{words.unknown}</small> : <span lang="zh-CN">{text}</span>;
  return (
    <section className={styles['section']} aria-labelledby="details">
      <h2 id="details">{words.title}</h2>
      <dl className={styles['facts']}>
        <dt>{meetings.when}</dt>
        <dd>{startsAt === null ? day : meetings.at(day, startsAt)}</dd>
        <dt>{words.place}</dt>
        <dd>{said(meeting.place)}</dd>
        <dt>{words.chairName}</dt>
        <dd>{said([chair.office, chair.name].filter((part) => part !== '').join(' '))}</dd>
        <dt>{words.recorder}</dt>
        <dd>{said(meeting.recorder)}</dd>
        <dt>{words.year}</dt>
        <dd>{meetings.yearOf(meeting.year)}</dd>
      </dl>
      {may('meetings.manage') && meeting.parts.includes('details') ? (
        <p className="screenOnly">
          <Button onClick={() => setEditing(true)}>{words.edit}</Button>
        </p>
      ) : null}
      {editing ? (
        <EditDetailsDialog plan={plan} meeting={meeting} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  );
}
