import { Link, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Meeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { useLive } from '../live/api.ts';
import { extrasOf } from '../presentation/api.ts';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useMeeting } from './api.ts';
import styles from './Desk.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import { DecisionList } from './DecisionList.tsx';
import { MomentLine } from './MomentLine.tsx';
import { NotesField } from './NotesField.tsx';
import { StagePanel } from './StagePanel.tsx';
import { StepDialog } from './StepDialog.tsx';
import { useNamed } from './useNamed.ts';

/** How soon the words of another secretary are seen here. */
const OTHERS_MS = 10_000;

/** `/meetings/…/desk`: the secretary's screen in the meeting. */
export function DeskPage(): ReactElement {
  const { meetingId } = useParams({ from: '/inside/meetings/$meetingId/desk' });
  const words = useMessages().meetings;
  const result = useMeeting(meetingId, OTHERS_MS);
  useLive((event) => {
    if (event.kind === 'meeting' && event.meetingId === meetingId) void result.refetch();
  });
  const meeting = result.data;
  return (
    <PageFrame
      title={meeting === undefined ? words.desk.title : words.named(meeting.number, meeting.title)}
      windowTitle={words.desk.title}
      lead={
        meeting === undefined ? undefined : (
          <strong>
            {words.desk.title} · {words.states[meeting.state]}
          </strong>
        )
      }
      actions={
        meeting === undefined ? null : (
          <>
            {meeting.steps.includes('end') ? <End meeting={meeting} /> : null}
            <Link to="/meetings/$meetingId" params={{ meetingId }}>
              {words.minutes.toMeeting}
            </Link>
          </>
        )
      }
    >
      <Loaded result={result}>{(loaded) => <Desk meeting={loaded} />}</Loaded>
    </PageFrame>
  );
}

function End({ meeting }: { meeting: Meeting }): ReactElement {
  const words = useMessages().meetings.steps;
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const drafts = meeting.decisions.filter(({ confirmed }) => confirmed === null).length;
  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.end}</Button>
      {asked ? (
        <StepDialog
          meeting={meeting}
          step="end"
          title={words.endTitle}
          body={words.endBody(drafts)}
          press={words.end}
          onDone={() => toast(words.ended)}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}

function Desk({ meeting }: { meeting: Meeting }): ReactElement {
  const words = useMessages().meetings.desk;
  const named = useNamed(meeting.planId, meeting.year, meeting.momentId);
  const [mendingId, setMendingId] = useState<string | null>(null);
  // As it stands now: who mends it saves on the version that the screen shows.
  const mending = meeting.decisions.find(({ id }) => id === mendingId) ?? null;
  const { board, actions, speech } = named;
  const shown = board === null ? null : { board, extras: extrasOf({ items: actions }), speech };
  // After the meeting nothing is on the wall.
  const over = meeting.ended !== null;
  const deciding = meeting.parts.includes('decisions');
  return (
    <>
      {meeting.state === 'planned' ? <Notice>{words.notRunning}</Notice> : null}
      {over ? <Notice>{words.over}</Notice> : null}
      <MomentLine meeting={meeting} board={board} />
      <div className={styles['desk']} data-over={over || undefined}>
        {over ? null : shown === null ? (
          <SkeletonTable rows={6} columns={1} />
        ) : (
          <StagePanel meeting={meeting} shown={shown} />
        )}
        <section aria-labelledby="notes">
          <h2 id="notes">{words.notes}</h2>
          {meeting.agenda.length === 0 ? <p>{words.noAgenda}</p> : null}
          <ol className={styles['agenda']}>
            {meeting.agenda.map((item, at) => (
              <NotesField
                key={item.id}
                meetingId={meeting.id}
                item={item}
                at={at}
                named={named}
                editable={meeting.parts.includes('notes')}
                current={item.slideKey !== null && item.slideKey === meeting.stage}
              />
            ))}
          </ol>
        </section>
        <div>
          {deciding ? (
            <section aria-labelledby="write">
              <h2 id="write">{words.write}</h2>
              <DecisionForm
                key={mendingId ?? 'new'}
                meeting={meeting}
                named={named}
                mending={mending}
                onDone={() => setMendingId(null)}
              />
            </section>
          ) : null}
          <DecisionList meeting={meeting} onMend={({ id }) => setMendingId(id)} />
        </div>
      </div>
    </>
  );
}
