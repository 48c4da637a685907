import { openMeetingSteps } from '../../shared/meeting-rules.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { unfinishedMeetings } from '../meetings/store.ts';
import type { Asking } from './desk.ts';

/** What somebody must do about the minutes of meetings that were held. */
export async function meetingItems({ db, user }: Asking): Promise<TodoItem[]> {
  const meetings = await unfinishedMeetings(db);
  return meetings.flatMap((meeting): TodoItem[] => {
    const steps = openMeetingSteps(meeting, user);
    const { id: meetingId, planId, number, title, heldOn } = meeting;
    const named = { planId, meetingId, meeting: { number, title, heldOn } };
    if (steps.includes('confirm')) return [{ code: 'confirmMinutes', ...named }];
    if (steps.includes('draft')) return [{ code: 'writeMinutes', ...named }];
    return steps.includes('close') ? [{ code: 'closeMeeting', ...named }] : [];
  });
}
