import { Link, useParams } from '@tanstack/react-router';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { type Meeting, type Minutes, takeMinutes } from '../../shared/meetings.ts';
import { maySeeMinutes } from '../../shared/meeting-rules.ts';
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
import { MinutesPreview } from './MinutesPreview.tsx';
import { MinutesSteps } from './MinutesSteps.tsx';

/** `/meetings/…/minutes`: the minutes from the first draft to the file. */
export function MinutesPage(): ReactElement {
  const { meetingId } = useParams({ from: '/inside/meetings/$meetingId/minutes' });
  const words = useMessages().meetings;
  usePaper('report');
  const result = useMeeting(meetingId);
  const meeting = result.data;
  return (
    <PageFrame
      title={words.minutes.title}
      lead={
        meeting === undefined ? undefined : (
          <span className="screenOnly">
            {words.named(meeting.number, meeting.title)} ·{' '}
            <strong>{words.states[meeting.state]}</strong>
          </span>
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
  if (meeting.parts.includes('minutes')) {
    // Another version is another text: nothing that was typed hides it.
    return <Writing key={minutes.number} meeting={meeting} minutes={minutes} />;
  }
  return (
    <div className={styles['reading']}>
      <MinutesPreview meeting={meeting} minutes={minutes} text={minutes.text} />
      <aside className="screenOnly">
        <Acts meeting={meeting} minutes={minutes} />
      </aside>
    </div>
  );
}

/** The text that is written, and beside it the paper that comes of it. */
function Writing(props: { meeting: Meeting; minutes: Minutes }): ReactElement {
  const { meeting, minutes } = props;
  const [text, setText] = useState(minutes.text);
  // The paper follows when there is time: typing is never kept waiting for it.
  const shown = useDeferredValue(text);
  return (
    <div className={styles['writing']}>
      <div className="screenOnly">
        <MinutesEditor meeting={meeting} minutes={minutes} text={text} onText={setText} />
        <Acts meeting={meeting} minutes={minutes} />
      </div>
      <MinutesPreview meeting={meeting} minutes={minutes} text={shown} />
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
      <p className={styles['download']}>
        <a href={addressOf(takeMinutes, { params: { meetingId: meeting.id } })} download="">
          {words.download}
        </a>
        <Button variant="quiet" onClick={() => globalThis.print()}>
          {meetings.steps.print}
        </Button>
      </p>
      {presented === null ? null : (
        <p className={styles['acts']}>
          {words.presentedBy(presented.name, format.dateTime(presented.at))}
        </p>
      )}
      {confirmed === null ? null : (
        <p className={styles['acts']}>
          {words.confirmedBy(confirmed.name, format.dateTime(confirmed.at))}
        </p>
      )}
      {closed === null ? null : (
        <p className={styles['acts']}>{words.closedBy(closed.name, format.dateTime(closed.at))}</p>
      )}
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
