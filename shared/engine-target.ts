import type { Kind, Shape } from './assessment/types.ts';
import type { EngineTarget } from './dashboard.ts';

/** What an indicator itself says about how it is judged. */
export interface JudgedIndicator {
  /** null: not given, the engine's default stands. */
  readonly decimals: number | null;
  readonly direction: 'up' | 'down';
  readonly deadlineYear: number;
  /** The year that a baseline would be of, while none is entered. */
  readonly baselineYearSuggested: number;
}

/** The figures of one target version; those of other kinds are null, and all are while it is pending. */
export interface TargetFigures {
  readonly kind: Kind;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reductionPct: number | null;
  readonly targetLevel: number | null;
  /** null: the shape that the method gives to the kind. */
  readonly path: Shape | null;
  readonly conditions: readonly { readonly id: string; readonly plannedYear: number | null }[];
}

export interface BaselineFigures {
  readonly year: number;
  /** null: withdrawn. */
  readonly value: number | null;
  readonly restated: boolean;
}

/** One of `value` and `reductionPct` is a number. */
export interface CheckpointFigures {
  readonly year: number;
  readonly value: number | null;
  readonly reductionPct: number | null;
}

/** What approved reports say about the conditions of a milestone. */
export interface MilestoneFacts {
  readonly conditions: readonly {
    readonly id: string;
    readonly metYear: number | null;
    readonly lostYear: number | null;
  }[];
  /** The latest year, not after the assessed one, with an approved report; null: none. */
  readonly reportedThrough: number | null;
}

const NOTHING_REPORTED: MilestoneFacts = { conditions: [], reportedThrough: null };

/**
 * A stored target in the words of the engine: `{ kind, …figures, baseline, deadline, decimals,
 * direction }`. A missing baseline becomes the suggested year without a value; decimals, path and
 * checkpoints that nobody gave are left out, so that the method's own rules apply.
 * @param facts for milestones: what is met so far; other kinds ignore it
 * @example toEngineTarget({ decimals: 1, direction: 'up', deadlineYear: 2020,
 *   baselineYearSuggested: 2015 }, { kind: 'atLeast', value: 60, … }, null, [])
 *   // { kind: 'atLeast', value: 60, baseline: { year: 2015, value: null }, deadline: 2020,
 *   //   decimals: 1, direction: 'up' }
 */
export function toEngineTarget(
  indicator: JudgedIndicator,
  target: TargetFigures,
  baseline: BaselineFigures | null,
  checkpoints: readonly CheckpointFigures[],
  facts: MilestoneFacts = NOTHING_REPORTED,
): EngineTarget {
  const common = {
    baseline: toEngineBaseline(indicator, baseline),
    deadline: indicator.deadlineYear,
    ...(indicator.decimals === null ? {} : { decimals: indicator.decimals }),
    direction: indicator.direction,
  };
  const numeric = {
    ...common,
    ...(target.path === null ? {} : { path: target.path }),
    ...(checkpoints.length === 0 ? {} : { checkpoints: checkpoints.map(toEngineCheckpoint) }),
  };
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
      return { kind: target.kind, value: target.value, ...numeric };
    case 'countRange':
      return { kind: target.kind, lower: target.lower, upper: target.upper, ...numeric };
    case 'reduction':
      return { kind: target.kind, reductionPct: target.reductionPct, ...numeric };
    case 'milestone':
      return {
        kind: target.kind,
        conditions: target.conditions.map(({ id, plannedYear }) => {
          const fact = facts.conditions.find((known) => known.id === id);
          return {
            id,
            metYear: fact?.metYear ?? null,
            lostYear: fact?.lostYear ?? null,
            plannedYear,
          };
        }),
        reportedThrough: facts.reportedThrough,
        ...common,
      };
    case 'rating':
      return { kind: target.kind, targetLevel: target.targetLevel, ...common };
    case 'directional':
      return { kind: target.kind, ...common };
  }
}

function toEngineBaseline(indicator: JudgedIndicator, baseline: BaselineFigures | null) {
  if (baseline === null) return { year: indicator.baselineYearSuggested, value: null };
  const { year, value, restated } = baseline;
  return { year, value, ...(restated ? { restated } : {}) };
}

function toEngineCheckpoint({ year, value, reductionPct }: CheckpointFigures) {
  return {
    year,
    ...(value === null ? {} : { value }),
    ...(reductionPct === null ? {} : { reductionPct }),
  };
}

/**
 * Whether the figure of a target is still to come (待下达). Directional targets have no figure.
 * @example isPending({ kind: 'reduction', reductionPct: null, … }) // true; 0 would be a target
 */
export function isPending(target: TargetFigures): boolean {
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
      return target.value === null;
    case 'countRange':
      return target.lower === null;
    case 'reduction':
      return target.reductionPct === null;
    case 'milestone':
      return target.conditions.length === 0;
    case 'rating':
      return target.targetLevel === null;
    case 'directional':
      return false;
  }
}
