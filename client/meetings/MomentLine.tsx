import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { type Meeting, takeInFigures } from '../../shared/meetings.ts';
import { getMoment } from '../../shared/moments.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { call, query } from '../call.ts';
import { useLiveBoard } from '../live/api.ts';
import { Button } from '../ui/Button.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './Desk.module.css';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** Of which moment the figures of a meeting are, and whether newer ones wait to be taken in. */
export function MomentLine(props: {
  meeting: Meeting;
  board: Dashboard | null;
}): ReactElement | null {
  const { meeting, board } = props;
  const messages = useMessages();
  const words = messages.meetings.desk;
  const format = useFormat();
  const toast = useToast();
  const { momentId } = meeting;
  const moment = useQuery({
    ...query(getMoment, { params: { momentId: momentId ?? '' } }),
    enabled: momentId !== null,
    staleTime: Infinity,
  }).data;
  const { newer } = useLiveBoard(meeting.planId, board?.revision, null);
  const { keep, refused } = useKeptMeeting();
  const takeIn = useMutation({
    mutationFn: () =>
      call(takeInFigures, { params: { meetingId: meeting.id } }, { version: meeting.version }),
    onSuccess: (taken) => {
      keep(taken);
      toast(words.tookIn);
    },
    onError: (error) => {
      refused(error);
      toast(problemSentence(messages, error));
    },
  });
  if (moment === undefined) return null;
  const offered = newer && meeting.parts.includes('stage');
  return (
    <p className={styles['moment']}>
      <span>{words.asOf(format.dateTime(moment.takenAt))}</span>
      <span role="status">{offered ? words.newer : ''}</span>
      {offered ? (
        <Button pending={takeIn.isPending} onClick={() => takeIn.mutate()}>
          {words.takeIn}
        </Button>
      ) : null}
    </p>
  );
}
