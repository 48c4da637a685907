import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { listActions, type ActionItem } from '../../shared/action-items.ts';
import { UNSETTLED } from '../../shared/action-rules.ts';
import { type Dashboard, getDashboard } from '../../shared/dashboard.ts';
import type { DeckDecision, DeckExtras } from '../../shared/deck.ts';
import { getMoment, getMomentBoard } from '../../shared/moments.ts';
import { query } from '../call.ts';
import { type LiveState, useLive, useLiveBoard } from '../live/api.ts';
import { heldUnder, hold, type Kept } from './held.ts';
import { showsOther } from './newer.ts';

/** How often the wall asks whether there is something new, should the line that tells it be down. */
const ASK_MS = 60_000;

/** The board as it was taken in, and whether a newer one waits. */
export interface Moment {
  readonly board: Dashboard;
  /** When it was taken in, as an instant. */
  readonly at: string;
  readonly newer: boolean;
  /** Takes the newest figures in, all at once. */
  readonly takeIn: () => void;
}

interface Asked {
  readonly planId: string | null;
  readonly year: number | undefined;
  readonly known: 'reported' | undefined;
  /** A moment that the server keeps; absent: the board as it is when the wall is opened. */
  readonly momentId: string | undefined;
  /** Newer figures are taken in as they come: nobody sits in front of it. */
  readonly follows: boolean;
  /** What this tab held when it was last loaded, by its name. */
  readonly held: string | undefined;
  /** Told the name of what this tab holds now; undefined: it holds nothing. */
  readonly onHeld: (name: string | undefined) => void;
}

/** What was once on the wall stays there, however long the line is lost. */
const LASTING = { gcTime: Infinity, refetchIntervalInBackground: true } as const;

/**
 * The board of a meeting: frozen when it is first there, whatever is approved meanwhile, and still the
 * same after the page was loaded anew. The newest one is kept ready beside it, so that taking it in
 * asks nobody. What is shown stays until another has come whole. null while there is none yet.
 */
export function useMoment({ planId, year, known, momentId, follows, held, onHeld }: Asked): {
  moment: Moment | null;
  line: LiveState;
  error: Error | null;
  retry: () => void;
} {
  const of = useQuery({
    ...query(getMoment, { params: { momentId: momentId ?? '' } }),
    enabled: momentId !== undefined,
    ...LASTING,
  });
  const then = useQuery({
    ...query(getMomentBoard, { params: { momentId: momentId ?? '' } }),
    enabled: momentId !== undefined,
    ...LASTING,
  });
  const atMoment = of.data === undefined || then.data === undefined ? null : of.data;
  const liveYear = momentId === undefined ? year : atMoment?.year;
  const livePlan = momentId === undefined ? planId : (atMoment?.planId ?? null);
  const latest = useQuery({
    ...query(getDashboard, {
      params: { planId: livePlan ?? '' },
      query: {
        ...(liveYear === undefined ? {} : { year: String(liveYear) }),
        ...(known === undefined ? {} : { known }),
      },
    }),
    enabled: livePlan !== null,
    refetchInterval: ASK_MS,
    ...LASTING,
  });
  const asked = [planId, year, known, momentId].join(' ');
  const holds = momentId === undefined && !follows;
  const [kept, setKept] = useState<Kept | null>(() => (holds ? heldUnder(held) : null));
  const { data, dataUpdatedAt } = latest;
  const newest: Kept | null =
    data === undefined ? null : { asked, board: data, at: new Date(dataUpdatedAt).toISOString() };
  const first: Kept | null =
    momentId === undefined
      ? newest
      : of.data === undefined || then.data === undefined
        ? null
        : { asked, board: then.data, at: of.data.takenAt };
  const other = kept?.asked !== asked;
  const behind = newest !== null && newest.board.revision !== kept?.board.revision;
  if (first !== null && other) setKept(first);
  else if (follows && !other && behind) setKept(newest);
  const shown = other ? (first ?? kept) : kept;
  const holding = holds && !other ? kept : null;
  const keepHeld = useEffectEvent((what: Kept): void => onHeld(hold(what)));
  useEffect(() => {
    if (holding !== null) keepHeld(holding);
  }, [holding]);
  const shownBoard = shown?.board;
  const newer = useMemo(
    () => data !== undefined && shownBoard !== undefined && showsOther(data, shownBoard),
    [data, shownBoard],
  );
  const { state: line } = useLiveBoard(livePlan, data?.revision, latest.refetch);
  const failed = momentId === undefined ? latest : of.error === null ? then : of;
  return {
    moment:
      shown === null
        ? null
        : {
            board: shown.board,
            at: shown.at,
            newer,
            takeIn: () => {
              if (newest !== null) setKept(newest);
            },
          },
    line,
    error: failed.error,
    retry: () => void failed.refetch(),
  };
}

/**
 * What was decided, as it stands now: a decision appears on the wall when it is confirmed, however
 * long the figures are frozen. Empty until it is known.
 */
export function useExtras(planId: string | null): DeckExtras {
  const { data, refetch } = useQuery({
    ...query(listActions, { params: { planId: planId ?? '' }, query: {} }),
    enabled: planId !== null,
    refetchInterval: ASK_MS,
    ...LASTING,
    // The same answer, or none at all, leaves the slides as they are.
    select: extrasOf,
  });
  useLive(({ kind }) => {
    if (kind === 'meeting' && planId !== null) void refetch();
  });
  return data ?? EMPTY;
}
const EMPTY: DeckExtras = { decisions: [] };

/** Action items as the deck shows them; those that were withdrawn are left out. */
export function extrasOf({ items }: { readonly items: readonly ActionItem[] }): DeckExtras {
  return {
    decisions: items
      .filter(({ state }) => state !== 'withdrawn')
      .map((item): DeckDecision => ({
        id: item.id,
        meeting: item.meeting.number,
        text: item.text,
        leadDepartmentId: item.leadDepartmentId,
        supportingDepartmentIds: item.supportingDepartmentIds,
        dueOn: item.dueOn,
        standing: UNSETTLED.includes(item.state)
          ? 'open'
          : item.state === 'closed'
            ? 'closed'
            : 'done',
        overdue: item.urgency === 'overdue',
        issued: { year: item.year, number: item.number },
        indicatorIds: item.indicatorIds,
      })),
  };
}
