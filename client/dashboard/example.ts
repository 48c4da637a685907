import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import { isFirstDay, lacksOf } from './lacks.ts';

/**
 * The indicator that explains the method best: one with a whole chain up to the pace ratio, a share
 * before a count, a forecast before none; the document's order decides among equals. null: none yet.
 */
export function exampleOf({ indicators }: Pick<Dashboard, 'indicators'>): BoardIndicator | null {
  const usable = indicators.filter(
    ({ assessment, target }) =>
      assessment.paceRatio !== null &&
      assessment.completion !== null &&
      (target.kind === 'atLeast' || target.kind === 'countRange' || target.kind === 'reduction'),
  );
  const worth = ({ target, assessment }: BoardIndicator): number =>
    (target.kind === 'atLeast' ? 2 : 0) + (assessment.projection === null ? 0 : 1);
  return usable.reduce<BoardIndicator | null>(
    (best, each) => (best === null || worth(each) > worth(best) ? each : best),
    null,
  );
}

/** What is missing before there can be an example. */
export function lackingForExample(board: Pick<Dashboard, 'indicators'>): {
  baselines: number;
  targets: number;
  readings: number;
} {
  const { withoutBaseline, pendingTargets } = lacksOf(board);
  return {
    baselines: withoutBaseline,
    targets: pendingTargets,
    readings: isFirstDay(board)
      ? board.indicators.length
      : board.indicators.filter(({ readings }) => readings.length === 0).length,
  };
}
