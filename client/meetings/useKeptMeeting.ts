import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getMeeting, type Meeting } from '../../shared/meetings.ts';
import { rereadScreen } from '../app/queries.ts';
import { ApiProblem, query } from '../call.ts';

/** What a change of a meeting leaves behind for the page. */
export interface KeptMeeting {
  /** The answer of a change is the meeting from now on: the next press names its version. */
  readonly keep: (meeting: Meeting) => void;
  /** Somebody else was faster: what is on the screen is read again. */
  readonly refused: (error: unknown) => void;
}

export function useKeptMeeting(): KeptMeeting {
  const client = useQueryClient();
  return useMemo(
    () => ({
      keep: (meeting) => {
        const { queryKey } = query(getMeeting, { params: { meetingId: meeting.id } });
        client.setQueryData(queryKey, meeting);
      },
      refused: (error) => {
        if (error instanceof ApiProblem && error.code === 'staleVersion') void rereadScreen(client);
      },
    }),
    [client],
  );
}
