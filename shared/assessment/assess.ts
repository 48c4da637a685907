import { assessDirectional } from './directional.ts';
import { assessMilestone } from './milestone.ts';
import { assessNumeric } from './numeric.ts';
import { assessRating } from './rating.ts';
import type { Assessment, Reading, Target } from './types.ts';

/**
 * Judges one target as of the end of one year, by docs/method.md.
 *
 * `readings` may be in any order; readings after `asOf` are not looked at. The answer has every
 * field; null means "not computed". Pure, and never throws on finite numbers.
 *
 * Example: at least 100 by 2020 from 20 in 2015, with 70 in 2018, as of 2018 → completion
 * 50 ÷ 80 = 0.625, planned 0.6, pace 1.0417, so `onTrack`.
 */
export function assess(target: Target, readings: readonly Reading[], asOf: number): Assessment {
  switch (target.kind) {
    case 'milestone':
      return assessMilestone(target, asOf);
    case 'rating':
      return assessRating(target, readings, asOf);
    case 'directional':
      return assessDirectional(target, readings, asOf);
    case 'atLeast':
    case 'atMost':
    case 'countRange':
    case 'reduction':
      return assessNumeric(target, readings, asOf);
  }
}
