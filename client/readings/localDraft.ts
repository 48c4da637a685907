import type { Typed } from './typed.ts';

/** What was typed and not sent, kept on this machine until it is. */
export interface LocalDraft {
  readonly typed: Typed;
  /** What the form said before it was typed over: what others changed since is told from it. */
  readonly base: Typed;
  /** When it was typed. */
  readonly at: string;
}

export interface DraftPlace {
  readonly userId: string;
  readonly year: number;
  readonly indicatorId: string;
}

function keyOf({ userId, year, indicatorId }: DraftPlace): string {
  return `biaochi.entry.${userId}.${year}.${indicatorId}`;
}

/** Keeps it. A browser may refuse storage; then only the open page has it. */
export function keepDraft(place: DraftPlace, draft: LocalDraft): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // Full or refused: the page still holds everything.
  }
}

export function forgetDraft(place: DraftPlace): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // Nothing is there to forget.
  }
}

/** What this person left on this machine; null: nothing, or nothing that can be read. */
export function recallDraft(place: DraftPlace): LocalDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isDraft(kept) ? { ...kept, typed: whole(kept.typed), base: whole(kept.base) } : null;
  } catch {
    return null;
  }
}

/** With the fields that a draft of an older build does not have. */
function whole(typed: Typed): Typed {
  return { ...typed, figureYear: typed.figureYear ?? '', paper: typed.paper ?? '' };
}

/** Only so far as the form would break without it: an older build may have written it. */
function isDraft(kept: unknown): kept is LocalDraft {
  if (kept === null || typeof kept !== 'object') return false;
  const { typed, base, at } = kept as Partial<Record<keyof LocalDraft, unknown>>;
  return typeof at === 'string' && isTyped(typed) && isTyped(base);
}

function isTyped(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const typed = value as Readonly<Record<string, unknown>>;
  return (
    ['dataStatus', 'source', 'note', 'value', 'numerator', 'denominator', 'ground', 'scopeChange']
      .concat('absenceReason')
      .every((key) => typeof typed[key] === 'string') && Array.isArray(typed['conditions'])
  );
}
