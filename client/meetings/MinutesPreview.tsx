import { type ReactElement, useMemo } from 'react';
import { minutesAreOut } from '../../shared/meeting-rules.ts';
import type { Meeting, Minutes } from '../../shared/meetings.ts';
import { minutesPaper } from '../../shared/minutes-paper.ts';
import { useMessages } from '../app/language.tsx';
import { PaperView } from '../ui/PaperView.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import styles from './Minutes.module.css';
import { useNamed } from './useNamed.ts';

/** The minutes as the paper that they become, of the same rules as the document. */
export function MinutesPreview(props: {
  meeting: Meeting;
  minutes: Minutes;
  /** As it is typed; what is saved may be behind it. */
  text: string;
}): ReactElement {
  const { meeting, minutes, text } = props;
  const words = useMessages().meetings.minutes;
  const { board } = useNamed(meeting.planId, meeting.year, meeting.momentId);
  const pages = useMemo(
    () =>
      board === null
        ? null
        : minutesPaper({
            number: meeting.number,
            title: meeting.title,
            text,
            attendees: meeting.attendees,
            board,
            takenAt: minutes.figuresAsOf,
            issuer: minutes.issuer,
            issuedOn: minutes.issuedOn,
            draft: !minutesAreOut(meeting.state),
          }),
    [meeting, minutes, text, board],
  );
  if (pages === null) return <SkeletonTable rows={12} columns={1} />;
  return (
    <div className={styles['preview']}>
      <PaperView pages={pages} label={words.preview} />
    </div>
  );
}
