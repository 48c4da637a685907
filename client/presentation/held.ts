import type { Dashboard } from '../../shared/dashboard.ts';

/** What is on a screen: a board, and the instant that it was taken in. */
export interface Kept {
  /** What it is the answer to. */
  readonly asked: string;
  readonly board: Dashboard;
  readonly at: string;
}

const KEY = 'biaochi.wall';

/**
 * What a moment is called in an address.
 * @example heldName('2026-11-26T09:37:05.123Z') // '20261126T093705123Z'
 */
export const heldName = (at: string): string => at.replace(/[-:.]/g, '');

/**
 * Keeps what is on the screen for as long as its tab is open, so that the page loaded anew shows the
 * same moment. One at a time.
 * @returns its name for the address; undefined: the browser had no room, and nothing is kept
 */
export function hold(kept: Kept): string | undefined {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
    return heldName(kept.at);
  } catch {
    return undefined;
  }
}

/** What was kept under a name; null: nothing, or something else since. */
export function heldUnder(name: string | undefined): Kept | null {
  if (name === undefined) return null;
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept !== null && heldName(kept.at) === name ? kept : null;
  } catch {
    return null;
  }
}
