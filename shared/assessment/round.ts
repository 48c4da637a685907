import { EPSILON, reaches } from './number.ts';
import type { Sign } from './types.ts';

/** From here on a double is whole, and adding a half would push it to its neighbour. */
const NOTHING_LEFT_TO_ROUND = 2 ** 52;
const CLOSE_TO_IT = 2 ** 44;

/**
 * Rounds half away from zero (四舍五入) to `decimals` places, with a tolerance so that binary noise
 * never decides a tie.
 * Example: `roundHalfAway(1.005, 2)` is 1.01 and `roundHalfAway(-2.5, 0)` is −3.
 */
export function roundHalfAway(value: number, decimals: number): number {
  const power = 10 ** decimals;
  const scaled = Math.abs(value) * power;
  if (!(scaled < NOTHING_LEFT_TO_ROUND)) return value;
  // So near that bound the product is off by a half itself; what has no more places stays as it is.
  if (scaled > CLOSE_TO_IT && decimals >= 0 && Number(value.toFixed(decimals)) === value) {
    return value;
  }
  // A negative exponent is not exact in binary, so the way back divides by the whole power.
  const units = Math.floor(scaled + 0.5 + EPSILON);
  const magnitude = decimals < 0 ? units * 10 ** -decimals : units / power;
  return Math.sign(value) * magnitude + 0;
}

/** Doubles carry no more decimal places than this. */
const MOST_DECIMALS = 15;

/**
 * How many decimals a figure needs so that rounding does not make an unmet value look met: the
 * wanted number, or as many more as it takes. Works for any pair that is read against each other,
 * a pace ratio in percent against its cut of 95 included.
 * Example: `displayDecimals(79.96, 80, 1, 1)` is 2, because 80.0 would look met.
 */
export function displayDecimals(
  value: number,
  target: number,
  sign: Sign,
  decimals: number,
): number {
  if (reaches(value, target, sign)) return decimals;
  for (let places = decimals; places < MOST_DECIMALS; places += 1) {
    const shown = roundHalfAway(value, places);
    const looksMet =
      reaches(shown, target, sign) || reaches(shown, roundHalfAway(target, places), sign);
    if (!looksMet) return places;
  }
  return Math.max(decimals, MOST_DECIMALS);
}

/**
 * A pace ratio as it is drawn and printed: held within −100% and 200%.
 * Example: `displayPaceRatio(7.5)` is 2.
 */
export function displayPaceRatio(ratio: number): number {
  return Math.min(2, Math.max(-1, ratio));
}
