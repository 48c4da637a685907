import type { Dashboard } from '../../shared/dashboard.ts';
import { isPending } from './targetText.ts';

/** What a plan still lacks before anything can be judged. */
export interface Lacks {
  readonly withoutDepartment: number;
  readonly leadUndecided: number;
  readonly withoutBaseline: number;
  readonly pendingTargets: number;
  /** Indicators with a named lead: these can be entered. */
  readonly ready: number;
  /** Handed in and not approved. */
  readonly waiting: number;
}

const NEEDS_BASELINE: readonly string[] = [
  'atLeast',
  'atMost',
  'countRange',
  'reduction',
  'directional',
];

/** Whether this indicator's pace cannot be judged until somebody enters a baseline. */
export function lacksBaseline({ target }: Dashboard['indicators'][number]): boolean {
  return NEEDS_BASELINE.includes(target.kind) && target.baseline.value === null;
}

/** Counted from the answer itself; nothing is guessed. */
export function lacksOf(board: Pick<Dashboard, 'indicators'>): Lacks {
  const count = (test: (indicator: Dashboard['indicators'][number]) => boolean): number =>
    board.indicators.filter(test).length;
  return {
    withoutDepartment: count(({ lead }) => lead.state === 'none'),
    leadUndecided: count(({ lead }) => lead.state === 'undecided'),
    withoutBaseline: count(lacksBaseline),
    pendingTargets: count(isPending),
    ready: count(({ lead }) => lead.state === 'named'),
    waiting: count(({ unapproved }) => unapproved.length > 0),
  };
}

/** The day before the first figure: there is nothing to judge, so the board says what to do. */
export function isFirstDay(board: Pick<Dashboard, 'indicators'>): boolean {
  return board.indicators.every(({ readings }) => readings.length === 0);
}
