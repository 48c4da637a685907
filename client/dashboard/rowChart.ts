import type { Assessment } from '../../shared/assessment/types.ts';
import type { BoardIndicator, BoardReading, Dashboard } from '../../shared/dashboard.ts';
import type { BulletModel } from '../charts/bulletLayout.ts';
import type { CountModel } from '../charts/countLayout.ts';
import type { MilestoneModel } from '../charts/milestoneLayout.ts';
import { milestoneModel } from './milestoneModel.ts';
import type { Speech } from './speak.ts';

export interface RatingModel {
  readonly steps: number;
  readonly level: number | null;
  readonly previous: number | null;
  readonly planned: number | null;
  readonly target: number | null;
}

/** The small picture of a row; `none` where the kind has nothing to draw (directional). */
export type RowChart =
  | { readonly kind: 'bullet'; readonly model: BulletModel }
  | { readonly kind: 'count'; readonly model: CountModel }
  | { readonly kind: 'rating'; readonly model: RatingModel }
  | { readonly kind: 'milestone'; readonly model: MilestoneModel; readonly late: boolean }
  | { readonly kind: 'none' };

/**
 * What a row draws of a figure. A reduction is drawn as the cut itself, in percent: 0 is "no
 * reduction", the tick is the cut required.
 */
export function rowChart(
  indicator: BoardIndicator,
  assessment: Assessment,
  board: Pick<Dashboard, 'plan' | 'year'>,
  speech: Speech,
  submitted: BoardReading | null = null,
): RowChart {
  const { target } = indicator;
  const { value, plannedValue: plan, assessedYear, flags, status } = assessment;
  const previous = previousFigure(indicator, assessedYear);
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
      return {
        kind: 'bullet',
        model: { kind: target.kind, value, previous, plan, target: target.value },
      };
    case 'countRange':
      return {
        kind: 'count',
        model: { value, previous, plan, lower: target.lower, upper: target.upper },
      };
    case 'reduction': {
      const base = target.baseline.value;
      const cut = (figure: number | null): number | null =>
        figure === null || base === null || base <= 0 ? null : (1 - figure / base) * 100;
      return {
        kind: 'bullet',
        model: {
          kind: 'reduction',
          value: cut(value),
          previous: cut(previous),
          plan: cut(plan),
          target: target.reductionPct,
        },
      };
    }
    case 'rating':
      return {
        kind: 'rating',
        model: {
          steps: Math.max(1, ...indicator.levels.map(({ level }) => level)),
          level: value,
          previous,
          planned: plan,
          target: target.targetLevel,
        },
      };
    case 'milestone': {
      const late = flags.includes('achievedLate');
      const drawn = late ? 'achieved' : status;
      return {
        kind: 'milestone',
        model: milestoneModel(indicator, board.plan, board.year, drawn, speech, submitted),
        late,
      };
    }
    case 'directional':
      return { kind: 'none' };
  }
}

/** The figure of the year before the one that is judged; null: none was approved. */
function previousFigure({ readings, target }: BoardIndicator, year: number | null): number | null {
  if (year === null) return null;
  const { baseline } = target;
  if (baseline.year === year - 1 && baseline.value !== null) return baseline.value;
  return readings.find((each) => each.year === year - 1)?.value ?? null;
}
