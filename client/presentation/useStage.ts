import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeckArrangement, SlideKey } from '../../shared/deck.ts';
import {
  getMeeting,
  getRunningStage,
  getStage,
  setStage,
  type Stage,
  takeInFigures,
} from '../../shared/meetings.ts';
import { useMay } from '../app/session.ts';
import { call, query } from '../call.ts';
import { useLive } from '../live/api.ts';

/**
 * What a meeting has on the wall now, followed as it changes: of the meeting that is named or, on a
 * wall screen, of the one that is running.
 * @returns null: there is none; undefined: not known yet
 */
export function useStage(
  meetingId: string | undefined,
  planId: string | null,
  wall: boolean,
): Stage | null | undefined {
  const named = useQuery({
    ...query(getStage, { params: { meetingId: meetingId ?? '' } }),
    enabled: meetingId !== undefined,
    gcTime: Infinity,
  });
  const looks = wall && meetingId === undefined;
  const running = useQuery({
    ...query(getRunningStage, { params: { planId: planId ?? '' } }),
    enabled: looks && planId !== null,
    gcTime: Infinity,
  });
  useLive((event) => {
    if (event.kind !== 'meeting') return;
    if (event.meetingId === meetingId) void named.refetch();
    if (looks && planId !== null) void running.refetch();
  });
  // What cannot be asked for is no meeting's wall; it may become one when the line is back.
  if (meetingId !== undefined) return named.data ?? (named.error === null ? undefined : null);
  return looks ? (running.data?.stage ?? (running.isPending ? undefined : null)) : null;
}

/** The order that was saved with a meeting, in the deck's words. */
export function arrangementOfStage({ slides }: Pick<Stage, 'slides'>): DeckArrangement {
  return {
    order: slides.map(({ slideKey }) => slideKey),
    leftOut: slides.filter(({ shown }) => !shown).map(({ slideKey }) => slideKey),
  };
}

/**
 * Turns the wall where the meeting turns it, and turns the meeting's wall for everybody where whoever
 * runs it presses a key here.
 * @param show shows a slide on this screen
 * @returns to be told what was pressed here
 */
export function useTurning(
  stage: Stage | null | undefined,
  show: (key: SlideKey) => void,
): (key: SlideKey) => void {
  const runs = useRuns(stage);
  const key = stage?.slideKey ?? undefined;
  const [followed, setFollowed] = useState<SlideKey | undefined>(undefined);
  /** What was pressed here and is not the meeting's slide yet: what it says until then is old. */
  const [pressed, setPressed] = useState<SlideKey | undefined>(undefined);
  if (key !== followed) {
    setFollowed(key);
    if (key !== undefined && pressed === undefined) show(key);
  }
  return (slideKey) => {
    if (!runs) return;
    setPressed(slideKey);
    call(setStage, { params: { meetingId: stage.meetingId }, body: { slideKey } })
      .catch(() => undefined)
      .finally(() => setPressed((old) => (old === slideKey ? undefined : old)));
  };
}

/**
 * Takes newer figures in: for the meeting and every screen of it where whoever runs it asks for them,
 * else on this screen alone.
 */
export function useTakeIn(stage: Stage | null | undefined, here: () => void): () => void {
  const runs = useRuns(stage);
  return () => {
    if (!runs) return here();
    const params = { meetingId: stage.meetingId };
    call(getMeeting, { params })
      .then(({ version }) => call(takeInFigures, { params }, { version }))
      // Somebody else has just done it, or the line is down: the mark stays, and so does the key.
      .catch(() => undefined);
  };
}

/** Whether the one at this screen runs the meeting that is on it. */
function useRuns(stage: Stage | null | undefined): stage is Stage {
  return useMay()('meetings.manage') && stage?.state === 'running';
}
