import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  getMeeting,
  getMinutes,
  listChairs,
  listMeetings,
  type Meeting,
  type MeetingSummary,
  type Minutes,
} from '../../shared/meetings.ts';
import { query } from '../call.ts';

/** The meetings of a plan, latest first. */
export function useMeetings(planId: string): UseQueryResult<{ items: MeetingSummary[] }> {
  return useQuery(query(listMeetings, { params: { planId } }));
}

/**
 * One meeting; idle without an id.
 * @param every milliseconds after which it is read again: notes and drafts that somebody else writes
 * are not told to the walls
 */
export function useMeeting(meetingId: string | null, every?: number): UseQueryResult<Meeting> {
  return useQuery({
    ...query(getMeeting, { params: { meetingId: meetingId ?? '' } }),
    enabled: meetingId !== null,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** The accounts that may confirm minutes; only for whoever calls meetings. */
export function useChairs(): UseQueryResult<{ items: { userId: string; name: string }[] }> {
  return useQuery(query(listChairs, {}));
}

/** The text of the minutes; idle where there is none to read. */
export function useMinutes(meetingId: string, readable: boolean): UseQueryResult<Minutes> {
  return useQuery({ ...query(getMinutes, { params: { meetingId } }), enabled: readable });
}
