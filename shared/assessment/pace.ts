import { EPSILON } from './number.ts';
import type { PaceStatus } from './types.ts';

/** The lowest pace ratio that is still on track, and the lowest that is only behind. */
export const PACE_CUTS = { onTrack: 0.95, behind: 0.6 } as const;

/**
 * The class of a pace ratio, both cuts included.
 * Example: `paceClass(0.95)` is `onTrack`, `paceClass(0.6)` is `behind`.
 */
export function paceClass(ratio: number): PaceStatus {
  if (ratio >= PACE_CUTS.onTrack - EPSILON) return 'onTrack';
  return ratio >= PACE_CUTS.behind - EPSILON ? 'behind' : 'farBehind';
}
