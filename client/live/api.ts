import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { LiveEvent } from '../../shared/live.ts';
import { LiveLine, type LiveState } from './LiveLine.ts';

export type { LiveState } from './LiveLine.ts';
export { Away, Coming } from './Away.tsx';
export { useNewProgram } from './useNewProgram.ts';
export { useRotation } from './useRotation.ts';

const line = new LiveLine();

/**
 * Hears what changes on the server for as long as the component is there, over the one line of the
 * page. What was shown before is not lost to it: the first messages say how everything stands.
 * @returns how the line is
 * @example useLive((event) => { if (event.kind === 'meeting') void meeting.refetch(); })
 */
export function useLive(onEvent: (event: LiveEvent) => void): LiveState {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => line.listen((event) => latest.current(event)), []);
  return useSyncExternalStore(line.watch, () => line.state);
}

const AGAIN_MS = 2000;

interface LiveBoard {
  readonly state: LiveState;
  /** There are newer figures than those shown. */
  readonly newer: boolean;
}

/**
 * Follows the figures of a plan: says when newer ones exist than those shown and, where the page
 * follows, reads them at once, again and again until they are there.
 * @param shown `revision` of the board on the screen; undefined: none is there yet
 * @param follow reads the board again; null: the page shows one moment, and only wants to know
 */
export function useLiveBoard(
  planId: string | null,
  shown: number | undefined,
  follow: (() => Promise<unknown>) | null,
): LiveBoard {
  const [newest, setNewest] = useState(0);
  const state = useLive((event) => {
    if (event.kind === 'board' && event.planId === planId) setNewest(event.revision);
  });
  const newer = shown !== undefined && newest > shown;
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  const follows = follow !== null;
  const wanted = newer ? newest : 0;
  useEffect(() => {
    if (wanted === 0 || !follows) return;
    void latest.current?.().catch(() => undefined);
    const timer = setTimeout(() => setAttempt(attempt + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [wanted, follows, attempt]);
  return { state, newer };
}
