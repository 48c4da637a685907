import { Link, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { type Meeting, type Minutes, takeMinutes } from '../../shared/meetings.ts';
import { maySeeMinutes } from '../../shared/meeting-rules.ts';
import { headingLevel } from '../../shared/minutes-paper.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { addressOf } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { useMeeting, useMinutes } from './api.ts';
import styles from './Minutes.module.css';
import { MinutesEditor } from './MinutesEditor.tsx';
import { MinutesSteps } from './MinutesSteps.tsx';

/** `/meetings/…/minutes`: the minutes from the first draft to the file. */
export function MinutesPage(): ReactElement {
  const { meetingId } = useParams({ from: '/inside/meetings/$meetingId/minutes' });
  const words = useMessages().meetings;
  usePaper('portrait');
  const result = useMeeting(meetingId);
  const meeting = result.data;
  return (
    <PageFrame
      title={words.minutes.title}
      lead={
        meeting === undefined ? undefined : (
          <>
            {words.named(meeting.number, meeting.title)} ·{' '}
            <strong>{words.states[meeting.state]}</strong>
          </>
        )
      }
      actions={
        meeting === undefined ? null : (
          <>
            <MinutesSteps meeting={meeting} />
            <Link to="/meetings/$meetingId" params={{ meetingId }}>
              {words.minutes.toMeeting}
            </Link>
          </>
        )
      }
    >
      <Loaded result={result}>{(loaded) => <Text meeting={loaded} />}</Loaded>
    </PageFrame>
  );
}

function Text({ meeting }: { meeting: Meeting }): ReactElement {
  const words = useMessages().meetings.minutes;
  const { roles } = useMe();
  const written = !['planned', 'calledOff', 'running', 'ended'].includes(meeting.state);
  const readable = written && maySeeMinutes(meeting.state, { roles });
  const result = useMinutes(meeting.id, readable);
  if (!written) return <EmptyState title={words.none} />;
  if (!readable) return <EmptyState title={words.noneYet} />;
  return (
    <Loaded result={result}>{(minutes) => <Written meeting={meeting} minutes={minutes} />}</Loaded>
  );
}

function Written(props: { meeting: Meeting; minutes: Minutes }): ReactElement {
  const { meeting, minutes } = props;
  const words = useMessages().meetings.minutes;
  const editable = meeting.parts.includes('minutes');
  return (
    <div className={styles['columns']}>
      <div>
        {editable ? (
          // Another version is another text: nothing that was typed hides it.
          <MinutesEditor key={minutes.number} meeting={meeting} minutes={minutes} />
        ) : (
          <article className={styles['paper']} lang="zh-CN">
            {minutes.text.split('\n').map((line, at) => (
              // Lines have no other name than their place, and are never moved.
              // oxlint-disable-next-line react/no-array-index-key
              <p key={at} data-heading={headingLevel(line.trim()) ?? undefined}>
                {line}
              </p>
            ))}
          </article>
        )}
      </div>
      <aside>
        <p className="screenOnly">
          <a href={addressOf(takeMinutes, { params: { meetingId: meeting.id } })} download="">
            {words.download}
          </a>
        </p>
        <Acts meeting={meeting} minutes={minutes} />
      </aside>
    </div>
  );
}

/** Drafts that are listed at once. */
const SHOWN = 8;

/** Who did what to the minutes, the drafts there were, and how the file is proved. */
function Acts(props: { meeting: Meeting; minutes: Minutes }): ReactElement {
  const { meeting, minutes } = props;
  const { app, meetings } = useMessages();
  const words = meetings.minutes;
  const format = useFormat();
  const { presented, confirmed, closed } = meeting;
  const [all, setAll] = useState(false);
  const drafts = [minutes, ...minutes.earlier];
  const shown = all ? drafts : drafts.slice(0, SHOWN);
  return (
    <>
      {presented === null ? null : (
        <p>{words.presentedBy(presented.name, format.dateTime(presented.at))}</p>
      )}
      {confirmed === null ? null : (
        <p>{words.confirmedBy(confirmed.name, format.dateTime(confirmed.at))}</p>
      )}
      {closed === null ? null : <p>{words.closedBy(closed.name, format.dateTime(closed.at))}</p>}
      {minutes.sha256 === null ? null : (
        <p className={styles['hash']}>{words.hash(minutes.sha256)}</p>
      )}
      <h2>{words.earlier}</h2>
      <ul className={styles['drafts']}>
        {shown.map(({ number, generated, saved }) => (
          <li key={number}>
            {words.version(number)} <small>{words.by(saved.name, format.dateTime(saved.at))}</small>{' '}
            {generated ? <small>{words.generated}</small> : null}
          </li>
        ))}
      </ul>
      {drafts.length > shown.length ? (
        <Button variant="link" onClick={() => setAll(true)}>
          {app.actions.showMore}
        </Button>
      ) : null}
    </>
  );
}
