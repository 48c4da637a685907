/** A count against a range (3–5), a floor (≥5) or a single number. Whole things, shown one by one. */
export interface CountModel {
  /** null = missing; 0 draws as zero. */
  value: number | null;
  /** Last year's count, a white dot in that circle; null = none. */
  previous: number | null;
  /** The count due by the end of this year; null = no plan. */
  plan: number | null;
  /** The promise; null = not assigned yet. */
  lower: number | null;
  /** null = open upwards. */
  upper: number | null;
}

export interface CountLayout {
  /** Centres of the circles 1…n in px, and their radius. */
  circles: readonly { count: number; x: number }[];
  radius: number;
  /** The outlined box of the target; `open` when there is no upper bound. */
  box: { from: number; to: number; open: boolean } | null;
  planTo: number | null;
  /** How many are beyond the last circle: `+` stands at the end of the strip. */
  beyond: boolean;
}

/** More circles than this cannot be told apart in a table row. */
export const MOST_CIRCLES = 20;

/**
 * Whether a count is small enough to be drawn one by one; a larger one is a bullet.
 * @example drawsAsCircles({value: 8, previous: 5, plan: 9, lower: 15, upper: null}) // true
 */
export function drawsAsCircles(model: CountModel): boolean {
  return (model.upper ?? model.lower ?? model.value ?? 0) < MOST_CIRCLES;
}

/**
 * Where the circles stand. There is always one circle after the target, so that "more than the
 * target" has a place; a count far beyond ends the strip with a plus.
 *
 * @example countLayout({value: 3, previous: 2, plan: 1, lower: 3, upper: 5}, 170, 16)
 *          // 6 circles, 170/6 = 28.3 px apart; the box holds circles 3 to 5
 */
export function countLayout(model: CountModel, width: number, height: number): CountLayout {
  const { value, lower, upper, plan } = model;
  const end = upper ?? lower ?? value ?? 0;
  const wanted = Math.max(end + 1, Math.ceil(value ?? 0), 4);
  const shown = Math.min(wanted, Math.max(MOST_CIRCLES, end + 1));
  const beyond = wanted > shown;
  const pitch = (width - (beyond ? 10 : 0)) / shown;
  const radius = Math.min(height * 0.28, pitch * 0.36);
  const circles = Array.from({ length: shown }, (_, index) => ({
    count: index + 1,
    x: (index + 0.5) * pitch,
  }));
  return {
    circles,
    radius,
    box:
      lower === null
        ? null
        : {
            from: Math.max(0, lower - 1) * pitch,
            to: upper === null ? shown * pitch : upper * pitch,
            open: upper === null,
          },
    planTo: plan === null || plan <= 0 ? null : Math.min(plan, shown) * pitch,
    beyond,
  };
}
