/**
 * Round gridline values from `low` to `high`, at most five lines: steps of 1, 2, 2.5 or 5 × 10ⁿ.
 * `whole` keeps the step at 1 or more, for counts.
 *
 * @example niceTicks(0, 60.8, false) // [0, 20, 40, 60, 80]
 */
export function niceTicks(low: number, high: number, whole: boolean): number[] {
  const span = high > low ? high - low : 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const choices = [1, 2, 2.5, 5, 10, 20, 25].map((factor) => factor * power);
  for (const choice of choices) {
    const step = whole ? Math.max(1, Math.ceil(choice)) : choice;
    const first = Math.floor(low / step + 1e-9);
    const last = Math.ceil(high / step - 1e-9);
    if (last - first <= 4) {
      const end = last > first ? last : first + 1;
      return Array.from({ length: end - first + 1 }, (_, index) =>
        // Multiples of 0.1 are not exact: 3 × 0.1 must print as 0.3.
        Number(((first + index) * step).toPrecision(12)),
      );
    }
  }
  return [low, high];
}

export interface Axis {
  ticks: readonly number[];
  low: number;
  high: number;
  /** The axis does not start at 0, so it needs its break mark. */
  broken: boolean;
}

/**
 * The vertical axis that holds every one of `figures`. `zero` always starts at 0 (or below, for
 * negative figures); `free` starts near the lowest figure.
 *
 * @example valueAxis([79, 83.6, 85], 'free', false) // 77.5 … 87.5, broken
 */
export function valueAxis(
  figures: readonly number[],
  start: 'zero' | 'free',
  whole: boolean,
  fixed?: readonly number[],
): Axis {
  if (fixed !== undefined && fixed.length > 1) {
    const low = Math.min(...fixed, ...figures);
    const high = Math.max(...fixed, ...figures);
    return { ticks: fixed, low, high, broken: false };
  }
  const least = Math.min(...(figures.length > 0 ? figures : [0]));
  const most = Math.max(...(figures.length > 0 ? figures : [0]));
  const margin = Math.max((most - least) * 0.15, Math.abs(most) * 0.005);
  const from = start === 'free' ? least - margin : Math.min(0, least);
  const to = start === 'free' ? most + margin : Math.max(0, most);
  // An index that would start just above 0 may as well start there.
  const low = start === 'free' && least >= 0 && from < most * 0.1 ? 0 : from;
  const ticks = niceTicks(low, to > low ? to : low + 1, whole);
  const first = ticks[0] ?? low;
  const last = ticks[ticks.length - 1] ?? to;
  return { ticks, low: first, high: last, broken: first > 0 };
}
