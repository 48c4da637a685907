import { STATUSES } from './types.ts';
import type { Status } from './types.ts';

/** From worst to best: a clause with several parts is as good as its worst part. */
export const WORST_FIRST = [
  'missed',
  'farBehind',
  'behind',
  'noData',
  'targetPending',
  'inProgress',
  'onTrack',
  'achieved',
  'exceeded',
] as const satisfies readonly Status[];

/**
 * The status of a clause with several parts: the worst of them. Null for no parts.
 * Example: achieved, behind and targetPending together are `behind`.
 */
export function compositeStatus(parts: readonly Status[]): Status | null {
  return WORST_FIRST.find((status) => parts.includes(status)) ?? null;
}

/**
 * How many parts have each status; every status is there, 0 included. Never an average.
 * Example: `countByStatus(["behind", "behind"]).behind` is 2.
 */
export function countByStatus(parts: readonly Status[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const status of parts) counts[status] += 1;
  return counts;
}
