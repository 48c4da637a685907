import type { Kind } from './assessment/types.ts';
import type { CheckpointFigures } from './engine-target.ts';
import type { FieldIssue } from './reading-rules.ts';
import {
  countIssues,
  PERCENT,
  type SettableIndicator,
  shareIssues,
  type StandingBaseline,
} from './target-rules.ts';

/** What stands beside the setting that changes. */
export interface StandingSettings {
  /** Of the target version that stands. */
  readonly targetKind: Kind;
  /** Tonnes of a tonnesCut target that stands; else null. */
  readonly tonnesCut: number | null;
  readonly baseline: StandingBaseline;
  readonly baselineYearSuggested: number;
  readonly checkpoints: readonly CheckpointFigures[];
}

/**
 * Why a baseline cannot be entered; [] is none. It lies before the deadline, not in the future and
 * before every checkpoint; a tonnes cut that stands on it cannot lose it.
 * @param thisYear the running year, which no baseline can be later than
 */
export function refuseBaseline(
  indicator: SettableIndicator,
  baseline: { readonly year: number; readonly value: number | null },
  standing: StandingSettings,
  thisYear: number,
): FieldIssue[] {
  const { kind } = indicator;
  const { year, value } = baseline;
  if (kind === 'milestone') return [{ pointer: '/value', code: 'notThisKind' }];
  const issues: FieldIssue[] = [];
  const maximum = indicator.deadlineYear - 1;
  if (year > maximum)
    issues.push({ pointer: '/year', code: 'yearOutsidePlan', values: { maximum } });
  if (year > thisYear) {
    issues.push({ pointer: '/year', code: 'futureYear', values: { maximum: thisYear } });
  }
  if (standing.checkpoints.some((checkpoint) => checkpoint.year <= year)) {
    issues.push({ pointer: '/year', code: 'datesOutOfOrder' });
  }
  if (value === null) {
    if (standing.tonnesCut !== null) issues.push({ pointer: '/value', code: 'baselineRequired' });
    return issues;
  }
  if (kind === 'countRange') issues.push(...countIssues('/value', value));
  if (kind === 'reduction' && value < 0) issues.push({ pointer: '/value', code: 'negative' });
  if (kind === 'rating' && !indicator.levels.some(({ level }) => level === value)) {
    issues.push({ pointer: '/value', code: 'unknownReference' });
  }
  issues.push(...shareIssues(indicator, '/value', value));
  if (standing.tonnesCut !== null && value < standing.tonnesCut) {
    issues.push({ pointer: '/value', code: 'tooSmall', values: { minimum: standing.tonnesCut } });
  }
  return issues;
}

const STEPPED: readonly Kind[] = ['atLeast', 'atMost', 'countRange', 'reduction'];

interface TypedCheckpoint {
  readonly year: number;
  readonly value?: number | null | undefined;
  readonly reductionPct?: number | null | undefined;
}

/**
 * Why checkpoints cannot be set; [] is none. They lie strictly between baseline and deadline, one a
 * year, each with a value or, where the target is a reduction, with a percentage.
 */
export function refuseCheckpoints(
  indicator: SettableIndicator,
  checkpoints: readonly TypedCheckpoint[],
  standing: StandingSettings,
): FieldIssue[] {
  if (checkpoints.length > 0 && !STEPPED.includes(standing.targetKind)) {
    return [{ pointer: '/checkpoints', code: 'notThisKind' }];
  }
  const first = (standing.baseline?.year ?? standing.baselineYearSuggested) + 1;
  const last = indicator.deadlineYear - 1;
  return checkpoints.flatMap(({ year, value, reductionPct }, at) => {
    const pointer = `/checkpoints/${at}`;
    const issues: FieldIssue[] = [];
    if (year < first || year > last) {
      issues.push({
        pointer: `${pointer}/year`,
        code: 'yearOutsidePlan',
        values: { minimum: first, maximum: last },
      });
    }
    if (checkpoints.findIndex((other) => other.year === year) < at) {
      issues.push({ pointer: `${pointer}/year`, code: 'taken' });
    }
    const share = reductionPct ?? null;
    const figure = value ?? null;
    if (share === null && figure === null) {
      return [...issues, { pointer: `${pointer}/value`, code: 'required' as const }];
    }
    if (share !== null) {
      issues.push(...shareOfReduction(`${pointer}/reductionPct`, share, figure, standing));
    }
    if (figure !== null) {
      const here = `${pointer}/value`;
      if (standing.targetKind === 'countRange') issues.push(...countIssues(here, figure));
      if (indicator.kind === 'reduction' && figure < 0) {
        issues.push({ pointer: here, code: 'negative' });
      }
      issues.push(...shareIssues(indicator, here, figure));
    }
    return issues;
  });
}

function shareOfReduction(
  pointer: string,
  share: number,
  figure: number | null,
  standing: StandingSettings,
): FieldIssue[] {
  if (standing.targetKind !== 'reduction') return [{ pointer, code: 'notThisKind' }];
  // Two figures for one year could contradict each other.
  if (figure !== null) return [{ pointer, code: 'notAllowed' }];
  // A year may be allowed to lie above the baseline, but not below nothing.
  return share > PERCENT ? [{ pointer, code: 'aboveHundred' }] : [];
}

/**
 * Whether checkpoints still mean something under a target of another kind: percentages do so under
 * reductions only. Those that do not are cleared when the target is put anew.
 */
export function survive(checkpoints: readonly CheckpointFigures[], kind: Kind): boolean {
  return kind === 'reduction' || checkpoints.every(({ reductionPct }) => reductionPct === null);
}

interface TypedDepartments {
  readonly leadDepartmentIds: readonly string[];
  readonly supportingDepartmentIds: readonly string[];
}

/**
 * Why departments cannot be assigned; [] is none. A department has one duty. One that has been ended
 * may be named: the plan's own years may lie before its end.
 * @param exists whether a department id is known
 */
export function refuseDepartments(
  typed: TypedDepartments,
  exists: (id: string) => boolean,
): FieldIssue[] {
  const seen = new Set<string>();
  return (['leadDepartmentIds', 'supportingDepartmentIds'] as const).flatMap((list) =>
    typed[list].flatMap((id, at): FieldIssue[] => {
      const pointer = `/${list}/${at}`;
      if (!exists(id)) return [{ pointer, code: 'unknownReference', values: { value: id } }];
      if (seen.has(id)) return [{ pointer, code: 'taken', values: { value: id } }];
      seen.add(id);
      return [];
    }),
  );
}
