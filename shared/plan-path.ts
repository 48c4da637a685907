import { frameOf } from './assessment/frame.ts';
import { type Path, plannedValue, unroundedPlan } from './assessment/path.ts';
import type { Assessment, NumericTarget } from './assessment/types.ts';
import type { BoardIndicator, EngineTarget } from './dashboard.ts';

export function isNumeric(target: EngineTarget): target is EngineTarget & NumericTarget {
  return (
    target.kind === 'atLeast' ||
    target.kind === 'atMost' ||
    target.kind === 'countRange' ||
    target.kind === 'reduction'
  );
}

/** What the plan asks for over the years: a way to go, a level to keep, or nothing that is known. */
export type Planned =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'keep'; readonly value: number }
  | { readonly kind: 'none' };

/** The planned path of an indicator (序时), by the engine's own rules; `none` without a baseline. */
export function plannedOf({ target, assessment }: BoardIndicator): Planned {
  const goal = assessment.targetValue;
  if (!isNumeric(target) || goal === null || isBroken(assessment)) return { kind: 'none' };
  const { baseline, deadline } = target;
  const frame = frameOf(
    target,
    {
      asOf: deadline,
      deadline,
      dueYear: deadline,
      baseYear: baseline.year,
      baseValue: baseline.value,
      points: [],
      broken: false,
      lateBreakYear: null,
    },
    goal,
    assessment.assessedYear === null || assessment.value === null
      ? null
      : { year: assessment.assessedYear, value: assessment.value, provisional: false },
  );
  if (frame.path === null) return { kind: 'none' };
  return frame.maintain === null
    ? { kind: 'path', path: frame.path }
    : { kind: 'keep', value: goal };
}

/** After a change of scope the baseline cannot be compared, so no path leads from it. */
function isBroken({ flags, completion, assessedYear }: Assessment): boolean {
  return flags.includes('seriesBreak') && completion === null && assessedYear !== null;
}

/** The line that is drawn: the path before whole units are counted. */
export function planLine(planned: Planned): { year: number; value: number }[] {
  if (planned.kind !== 'path') return [];
  const { path } = planned;
  const line = [];
  for (let { year } = path.from; year <= path.to.year; year += 1) {
    const value = unroundedPlan(path, year);
    if (value !== null) line.push({ year, value });
  }
  return line;
}

/** What the plan asks for at the end of a year; null: nothing is planned for it. */
export function plannedIn(planned: Planned, year: number): number | null {
  if (planned.kind === 'keep') return planned.value;
  if (planned.kind === 'none') return null;
  const { from, to } = planned.path;
  return year <= from.year || year > to.year ? null : plannedValue(planned.path, year);
}
