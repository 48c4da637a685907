import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Meeting } from '../../shared/meetings.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { ItemText } from './AgendaSection.tsx';
import { useMeeting } from './api.ts';
import styles from './Brief.module.css';
import { BriefActions } from './BriefActions.tsx';
import { BriefFigures } from './BriefFigures.tsx';
import type { Named } from './useNamed.ts';
import { useNamed } from './useNamed.ts';

/** Lines of each part that an A4 page has room for; what is more is said. */
const MOST_ITEMS = 11;
/** Characters of an item that one line has room for. */
const LONGEST = 46;

/** `/meetings/…/brief`: one page before the meeting, to be printed and put on the table. */
export function BriefPage(): ReactElement {
  const { meetingId } = useParams({ from: '/inside/meetings/$meetingId/brief' });
  const words = useMessages().meetings;
  const result = useMeeting(meetingId);
  const meeting = result.data;
  const title =
    meeting === undefined ? words.brief.title : words.brief.heading(meeting.number, meeting.title);
  return (
    <PageFrame hideTitle title={title}>
      <Loaded result={result}>{(loaded) => <Paper meeting={loaded} title={title} />}</Loaded>
    </PageFrame>
  );
}

function Paper({ meeting, title }: { meeting: Meeting; title: string }): ReactElement {
  const named = useNamed(meeting.planId, meeting.year, meeting.momentId);
  return (
    <Sheet dense actions={<Above meetingId={meeting.id} />} title={title}>
      <Facts meeting={meeting} />
      <Agenda meeting={meeting} named={named} />
      <BriefFigures named={named} year={meeting.year} />
      <BriefActions meeting={meeting} actions={named.actions} speech={named.speech} />
    </Sheet>
  );
}

function Above({ meetingId }: { meetingId: string }): ReactElement {
  const words = useMessages().meetings;
  return (
    <>
      <Button variant="primary" onClick={() => globalThis.print()}>
        {words.brief.print}
      </Button>
      <Link to="/meetings/$meetingId" params={{ meetingId }}>
        {words.minutes.toMeeting}
      </Link>
    </>
  );
}

function Facts({ meeting }: { meeting: Meeting }): ReactElement {
  const { brief, at } = useMessages().meetings;
  const format = useFormat();
  const { chair, startsAt, heldOn, place, recorder } = meeting;
  const day = format.date(heldOn);
  const facts = [
    [brief.facts.when, startsAt === null ? day : at(day, startsAt)],
    [brief.facts.place, place],
    [brief.facts.chair, [chair.office, chair.name].filter((part) => part !== '').join(' ')],
    [brief.facts.recorder, recorder],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang="zh-CN">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Agenda({ meeting, named }: { meeting: Meeting; named: Named }): ReactElement {
  const { brief, agenda } = useMessages().meetings;
  const shown = meeting.agenda.slice(0, MOST_ITEMS);
  const left = meeting.agenda.length - shown.length;
  return (
    <section className={styles['part']}>
      <h3>{brief.agenda}</h3>
      {shown.length === 0 ? <p>{agenda.empty}</p> : null}
      <ol className={styles['agenda']}>
        {shown.map((item) => (
          <li key={item.id}>
            <ItemText item={item} named={named} longest={LONGEST} />
          </li>
        ))}
      </ol>
      {left > 0 ? <p>{brief.more(left)}</p> : null}
    </section>
  );
}
