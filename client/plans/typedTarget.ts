import type { NumberField } from '../../shared/number-input.ts';
import type { Assignable, Indicator, TargetAssignment } from '../../shared/plans.ts';
import type { Issue } from '../../shared/problems.ts';
import {
  decideTarget,
  type SettableIndicator,
  type StandingBaseline,
  type TargetDecision,
} from '../../shared/target-rules.ts';
import { firstEach, type NumberBox, numberIn, unreadable } from './numberBoxes.ts';

/** What stands in the form of a new target, to the letter. */
export interface TypedTarget {
  readonly expression: Assignable;
  readonly reductionPct: string;
  readonly tonnes: string;
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  /** '' while none is chosen. */
  readonly targetLevel: string;
  readonly effectiveDate: string;
  readonly basis: string;
  readonly documentNumber: string;
}
export type TargetNumber = 'reductionPct' | 'tonnes' | 'value' | 'lower' | 'upper';

export function blankTarget(expression: Assignable): TypedTarget {
  return {
    expression,
    reductionPct: '',
    tonnes: '',
    value: '',
    lower: '',
    upper: '',
    targetLevel: '',
    effectiveDate: '',
    basis: '',
    documentNumber: '',
  };
}

/** An indicator as the rules of the settings know it. */
export function settable(indicator: Indicator): SettableIndicator {
  const { kind, unitZh, ratio, deadlineYear, expressions, levels } = indicator;
  return { kind, unitZh, multiplier: ratio?.multiplier ?? null, deadlineYear, expressions, levels };
}

/** The baseline that stands; null: none was entered, or it was taken back. */
export function standingBaseline({ baselines }: Indicator): StandingBaseline {
  const latest = baselines[0];
  return latest === undefined || latest.value === null
    ? null
    : { year: latest.year, value: latest.value };
}

/** The boxes that a way of putting the target has, in their order. */
export function targetNumbers(indicator: Indicator, expression: Assignable): TargetNumber[] {
  switch (expression) {
    case 'percentage':
      return ['reductionPct'];
    case 'tonnesCut':
      return ['tonnes'];
    case 'ceiling':
      return ['value'];
    case 'value':
      if (indicator.kind === 'countRange') return ['lower', 'upper'];
      return indicator.kind === 'rating' ? [] : ['value'];
  }
}

/** How the text of a box is read. */
export function targetField(indicator: Indicator, key: TargetNumber): NumberField {
  if (key === 'reductionPct') return { unit: '%', percent: true };
  return { unit: [indicator.unitZh, indicator.unitEn] };
}

/**
 * The form as a request says it. What was not typed, or is no number, is left out: schema and rules
 * tell of it.
 * @example targetBody(cod, { ...blankTarget('tonnesCut'), tonnes: '１８ 吨' })
 *   // { expression: 'tonnesCut', tonnes: 18, effectiveDate: '', basis: '', documentNumber: null }
 */
export function targetBody(indicator: Indicator, typed: TypedTarget): TargetAssignment {
  const figures = targetNumbers(indicator, typed.expression).flatMap((key) => {
    const value = numberIn(typed[key], targetField(indicator, key));
    return value === undefined ? [] : [[key, value] as const];
  });
  const level = indicator.kind === 'rating' && typed.targetLevel !== '';
  const documentNumber = typed.documentNumber.trim();
  // Incomplete until the schema has looked at it.
  return {
    expression: typed.expression,
    ...Object.fromEntries(figures),
    ...(level ? { targetLevel: Number(typed.targetLevel) } : {}),
    effectiveDate: typed.effectiveDate,
    basis: typed.basis,
    documentNumber: documentNumber === '' ? null : documentNumber,
  } as TargetAssignment;
}

export function targetBoxes(indicator: Indicator, typed: TypedTarget): NumberBox[] {
  return targetNumbers(indicator, typed.expression).map((key) => ({
    pointer: `/${key}`,
    text: typed[key],
    field: targetField(indicator, key),
  }));
}

/** What the rules and the boxes hold against it, beyond the schema. */
export function targetIssues(indicator: Indicator, typed: TypedTarget): Issue[] {
  const boxes = targetNumbers(indicator, typed.expression).map((key): NumberBox => ({
    pointer: `/${key}`,
    text: typed[key],
    field: targetField(indicator, key),
  }));
  const day: Issue[] =
    typed.effectiveDate === '' ? [{ pointer: '/effectiveDate', in: 'body', code: 'required' }] : [];
  const decision = decide(indicator, typed);
  const rules = 'issues' in decision ? decision.issues : [];
  return firstEach([
    ...unreadable(boxes),
    ...rules.map((issue): Issue => ({ ...issue, in: 'body' })),
    ...day,
  ]);
}

/** What it would mean; null while a figure is missing or cannot be. */
export function targetPreview(
  indicator: Indicator,
  typed: TypedTarget,
): Extract<TargetDecision, { figures: unknown }>['figures'] | null {
  if (targetIssues(indicator, typed).some(({ pointer }) => pointer !== '/effectiveDate')) {
    return null;
  }
  const decision = decide(indicator, typed);
  return 'figures' in decision ? decision.figures : null;
}

const FIGURE: Readonly<Partial<Record<Assignable, TargetNumber>>> = {
  percentage: 'reductionPct',
  tonnesCut: 'tonnes',
  ceiling: 'value',
};

function decide(indicator: Indicator, typed: TypedTarget): TargetDecision {
  const figure = FIGURE[typed.expression];
  // The rules take a figure for granted that the schema demands.
  if (
    figure !== undefined &&
    numberIn(typed[figure], targetField(indicator, figure)) === undefined
  ) {
    return { issues: [{ pointer: `/${figure}`, code: 'required' }] };
  }
  return decideTarget(
    settable(indicator),
    targetBody(indicator, typed),
    standingBaseline(indicator),
  );
}
