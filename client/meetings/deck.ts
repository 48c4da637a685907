import { deckOf, type Slide } from '../../shared/deck.ts';
import type { Meeting } from '../../shared/meetings.ts';
import type { Shown } from '../presentation/api.ts';

/** The slides of a meeting in their order: all of them, and those that the wall goes through. */
export interface MeetingDeck {
  readonly all: readonly Slide[];
  readonly shown: readonly Slide[];
}

/** @param arranged as the meeting keeps it; empty: as the deck makes itself */
export function meetingDeck({ board, extras }: Shown, arranged: Meeting['slides']): MeetingDeck {
  const order = arranged.map(({ slideKey }) => slideKey);
  const out = new Set(arranged.filter(({ shown }) => !shown).map(({ slideKey }) => slideKey));
  const all = deckOf(board, extras, { order, leftOut: [] });
  return { all, shown: all.filter(({ key }) => !out.has(key)) };
}
