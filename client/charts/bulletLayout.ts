/** What a bullet chart shows, all in the unit of the indicator (for a reduction: the cut in %). */
export interface BulletModel {
  /** `reduction` is drawn like `atLeast`: 0 is "no reduction", the target is the cut required. */
  kind: 'atLeast' | 'atMost' | 'reduction';
  /** This year's figure; null = missing, which draws three dots and no bar. 0 draws as zero. */
  value: number | null;
  /** Last year's figure, a white dot; null = none. */
  previous: number | null;
  /** Where the plan wants the figure by the end of this year (序时进度); null = no plan. */
  plan: number | null;
  /** null = not assigned yet (目标待下达): a dashed tick on an empty track. */
  target: number | null;
}

export interface BulletLayout {
  /** px of zero: 0, or further right when a figure is negative. */
  zero: number;
  /** Left and right px of the bar; null = no bar. */
  bar: { from: number; to: number } | null;
  previous: number | null;
  plan: number | null;
  target: number | null;
  /** The band that is the plan's side of the track: left of the plan, or right of it for a ceiling. */
  planBand: { from: number; to: number } | null;
}

/** The room past the larger of target and figure, so that a tick is never the end of the track. */
const HEADROOM = 1.18;

/**
 * Where the parts of a bullet stand, in px from the left. The axis starts at 0 (or at the lowest
 * negative figure) and ends at 1.18 × the larger of target and figure; it is never inverted.
 *
 * @example bulletLayout({kind:'atLeast', value:49, previous:42, plan:48, target:60}, 170)
 *          // 60 stands at 170/1.18 = 144.1 px, the bar ends at 49/70.8 × 170 = 117.7 px
 */
export function bulletLayout(model: BulletModel, width: number): BulletLayout {
  const { kind, value, previous, plan, target } = model;
  if (target === null) {
    return { zero: 0, bar: null, previous: null, plan: null, target: null, planBand: null };
  }
  const figures = [value, plan, target].filter((figure) => figure !== null);
  const low = Math.min(0, previous ?? 0, ...figures);
  // Last year's dot needs no headroom of its own, only a place on the axis.
  const high = Math.max(0, HEADROOM * Math.max(...figures), 1.03 * (previous ?? 0));
  const max = high > 0 ? high : low < 0 ? 0.18 * -low : 1;
  const at = (figure: number): number =>
    Math.max(0, Math.min(width, ((figure - low) / (max - low)) * width));
  const planAt = plan === null ? null : at(plan);
  return {
    zero: at(0),
    bar:
      value === null ? null : { from: Math.min(at(0), at(value)), to: Math.max(at(0), at(value)) },
    previous: previous === null ? null : at(previous),
    plan: planAt,
    target: at(target),
    planBand:
      planAt === null
        ? null
        : kind === 'atMost'
          ? { from: planAt, to: width }
          : { from: at(0), to: planAt },
  };
}

/** The place of the dashed tick of a target that is not assigned: where a target mostly stands. */
export function pendingTick(width: number): number {
  return width / HEADROOM;
}
