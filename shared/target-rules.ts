import type { Kind } from './assessment/types.ts';
import type { TargetFigures } from './engine-target.ts';
import type { Assignable, TargetAssignment } from './plans.ts';
import type { FieldIssue } from './reading-rules.ts';

/** What decides which settings an indicator can have. */
export interface SettableIndicator {
  /** Of the document's wording. */
  readonly kind: Kind;
  readonly unitZh: string | null;
  /** Of a ratio; null: not a ratio. */
  readonly multiplier: number | null;
  readonly deadlineYear: number;
  /** The ways that the document's context allows for a pending target. */
  readonly expressions: readonly string[];
  readonly levels: readonly { readonly level: number }[];
}

/** null: none was entered, or it was withdrawn. */
export type StandingBaseline = { readonly year: number; readonly value: number } | null;

export type TargetDecision =
  | { readonly figures: Omit<TargetFigures, 'conditions'> & { readonly tonnesCut: number | null } }
  | { readonly issues: readonly FieldIssue[] };

export const PERCENT = 100;
const EXACT_DIGITS = 15;
const BLANK = {
  value: null,
  lower: null,
  upper: null,
  reductionPct: null,
  tonnesCut: null,
  targetLevel: null,
  path: null,
} as const;

/**
 * The ways in which an administrator may put the target of an indicator.
 * @example assignable({ kind: 'reduction', expressions: ['percentage', 'ceiling'], … })
 *   // ['percentage', 'ceiling']
 * @example assignable({ kind: 'milestone', … }) // []: its conditions are the document's
 */
export function assignable(indicator: SettableIndicator): Assignable[] {
  switch (indicator.kind) {
    case 'reduction': {
      const ways: readonly Assignable[] = ['percentage', 'tonnesCut', 'ceiling'];
      return ways.filter((way) => way === 'percentage' || indicator.expressions.includes(way));
    }
    case 'atLeast':
    case 'atMost':
    case 'countRange':
    case 'rating':
      return ['value'];
    case 'milestone':
    case 'directional':
      return [];
  }
}

/**
 * What an assigned target means, or why it cannot be. A percentage is a reduction on the path of the
 * method; tonnes are subtracted from the baseline and a ceiling stands as it is, both linear.
 * @example decideTarget(cod, { expression: 'tonnesCut', tonnes: 200, … },
 *   { year: 2015, value: 1000 }) // { figures: { kind: 'atMost', value: 800, tonnesCut: 200, … } }
 */
export function decideTarget(
  indicator: SettableIndicator,
  assignment: TargetAssignment,
  baseline: StandingBaseline,
): TargetDecision {
  if (!assignable(indicator).includes(assignment.expression)) {
    return refuse('/expression', 'notThisKind');
  }
  switch (assignment.expression) {
    case 'percentage':
      return {
        figures: { ...BLANK, kind: 'reduction', reductionPct: assignment.reductionPct },
      };
    case 'tonnesCut':
      if (baseline === null) return refuse('/tonnes', 'baselineRequired');
      if (assignment.tonnes > baseline.value) {
        return refuse('/tonnes', 'tooLarge', { maximum: baseline.value });
      }
      return {
        figures: {
          ...BLANK,
          kind: 'atMost',
          path: 'linear',
          value: afterCut(baseline.value, assignment.tonnes),
          tonnesCut: assignment.tonnes,
        },
      };
    case 'ceiling':
      if (assignment.value < 0) return refuse('/value', 'negative');
      return {
        figures: { ...BLANK, kind: 'atMost', path: 'linear', value: assignment.value },
      };
    case 'value':
      return restate(indicator, assignment);
  }
}

/**
 * What is left of a baseline after a cut, without the noise of binary subtraction.
 * @example afterCut(1234.56, 100.1) // 1134.46
 */
export function afterCut(base: number, tonnes: number): number {
  return Number((base - tonnes).toPrecision(EXACT_DIGITS));
}

type Restatement = Extract<TargetAssignment, { expression: 'value' }>;
const RESTATED = ['value', 'lower', 'upper', 'targetLevel'] as const;

function restate(indicator: SettableIndicator, said: Restatement): TargetDecision {
  const { kind } = indicator;
  const own =
    kind === 'countRange' ? ['lower', 'upper'] : kind === 'rating' ? ['targetLevel'] : ['value'];
  const strange = RESTATED.filter((field) => said[field] !== undefined && !own.includes(field));
  const issues: FieldIssue[] = strange.map((field) => ({
    pointer: `/${field}`,
    code: 'notThisKind',
  }));
  const figures = { ...BLANK, kind, ...figuresOf(indicator, said, issues) };
  return issues.length > 0 ? { issues } : { figures };
}

function figuresOf(
  indicator: SettableIndicator,
  said: Restatement,
  issues: FieldIssue[],
): Partial<Omit<TargetFigures, 'conditions'>> {
  const { kind, levels } = indicator;
  if (kind === 'countRange') {
    const { lower, upper = null } = said;
    issues.push(...countIssues('/lower', lower), ...countIssues('/upper', upper ?? 0));
    if (lower === undefined) return {};
    if (upper !== null && upper < lower) {
      issues.push({ pointer: '/upper', code: 'tooSmall', values: { minimum: lower } });
    }
    return { lower, upper };
  }
  if (kind === 'rating') {
    const { targetLevel } = said;
    if (targetLevel === undefined) {
      issues.push({ pointer: '/targetLevel', code: 'required' });
      return {};
    }
    if (!levels.some(({ level }) => level === targetLevel)) {
      issues.push({ pointer: '/targetLevel', code: 'unknownReference' });
    }
    return { targetLevel };
  }
  const { value } = said;
  if (value === undefined) {
    issues.push({ pointer: '/value', code: 'required' });
    return {};
  }
  issues.push(...shareIssues(indicator, '/value', value));
  return { value };
}

/** A number of things: whole and not negative. */
export function countIssues(pointer: string, count: number | undefined): FieldIssue[] {
  if (count === undefined) return [{ pointer, code: 'required' }];
  if (!Number.isInteger(count)) return [{ pointer, code: 'notWhole' }];
  return count < 0 ? [{ pointer, code: 'negative' }] : [];
}

/**
 * A percentage that is reported is at most 100, so nothing above can be asked for; one that is the
 * ratio of two counts is not negative either.
 */
export function shareIssues(
  indicator: SettableIndicator,
  pointer: string,
  value: number,
): FieldIssue[] {
  if (indicator.unitZh !== '%') return [];
  if (indicator.multiplier === PERCENT && value < 0) return [{ pointer, code: 'negative' }];
  return value > PERCENT ? [{ pointer, code: 'aboveHundred' }] : [];
}

function refuse(
  pointer: string,
  code: FieldIssue['code'],
  values?: FieldIssue['values'],
): { readonly issues: readonly FieldIssue[] } {
  return { issues: [{ pointer, code, ...(values === undefined ? {} : { values }) }] };
}
