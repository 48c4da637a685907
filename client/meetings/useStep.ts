import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import {
  callOffMeeting,
  closeMeeting,
  confirmMinutes,
  draftMinutes,
  endMeeting,
  type Meeting,
  presentMinutes,
  takeBackMinutes,
} from '../../shared/meetings.ts';
import { call } from '../call.ts';
import { useKeptMeeting } from './useKeptMeeting.ts';

const STEPS = {
  callOff: callOffMeeting,
  end: endMeeting,
  draft: draftMinutes,
  present: presentMinutes,
  takeBack: takeBackMinutes,
  confirm: confirmMinutes,
  close: closeMeeting,
} as const;
export type PressedStep = keyof typeof STEPS;

/** Takes a step of a meeting on the version that is on the screen. */
export function useStep(
  { id, version }: Pick<Meeting, 'id' | 'version'>,
  onDone: (step: PressedStep) => void,
): UseMutationResult<Meeting, Error, PressedStep> {
  const { keep, refused } = useKeptMeeting();
  return useMutation<Meeting, Error, PressedStep>({
    mutationFn: (step: PressedStep) =>
      call(STEPS[step], { params: { meetingId: id } }, { version }),
    onSuccess: (meeting, step) => {
      keep(meeting);
      onDone(step);
    },
    onError: refused,
  });
}
