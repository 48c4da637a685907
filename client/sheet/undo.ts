/** What one act changed, in one field or in many. */
export interface UndoStep<C> {
  readonly changes: readonly C[];
  /** Typing on in one visit to a cell is one step; null: an act by itself, such as a paste. */
  readonly visit: number | null;
}

/** What can be taken back, oldest first, and what was taken back, the latest last. */
export interface UndoStack<C> {
  readonly past: readonly UndoStep<C>[];
  readonly future: readonly UndoStep<C>[];
}

export const NOTHING_DONE: UndoStack<never> = { past: [], future: [] };

/** Nobody goes back further, and a page that is open all day must not grow for ever. */
const MOST_STEPS = 500;

/**
 * Something was done. Within one visit to a cell the step grows: `join` puts the newer change to the
 * older one. What was taken back before cannot be done again after it.
 */
export function done<C>(
  { past }: UndoStack<C>,
  step: UndoStep<C>,
  join: (older: readonly C[], newer: readonly C[]) => readonly C[],
): UndoStack<C> {
  const last = past[past.length - 1];
  if (step.visit !== null && last?.visit === step.visit) {
    const grown = { changes: join(last.changes, step.changes), visit: step.visit };
    return { past: [...past.slice(0, -1), grown], future: [] };
  }
  return { past: [...past, step].slice(-MOST_STEPS), future: [] };
}

/** Takes the latest step back. null: there is none. */
export function undone<C>({
  past,
  future,
}: UndoStack<C>): { readonly stack: UndoStack<C>; readonly step: UndoStep<C> } | null {
  const step = past[past.length - 1];
  if (step === undefined) return null;
  // A visit that was taken back is over: what is typed after it is a step of its own.
  const closed = { ...step, visit: null };
  return { stack: { past: past.slice(0, -1), future: [...future, closed] }, step };
}

/** Does again what was taken back last. null: there is none. */
export function redone<C>({
  past,
  future,
}: UndoStack<C>): { readonly stack: UndoStack<C>; readonly step: UndoStep<C> } | null {
  const step = future[future.length - 1];
  if (step === undefined) return null;
  return { stack: { past: [...past, step], future: future.slice(0, -1) }, step };
}
