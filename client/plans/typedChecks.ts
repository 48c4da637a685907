import { limitsOf } from '../../shared/checks/catalogue.ts';
import type { CheckCode, SettableGrade } from '../../shared/checks/codes.ts';
import { refuseChecks } from '../../shared/checks/setting-rules.ts';
import type { IndicatorCheck, setChecks } from '../../shared/checks.ts';
import type { Input } from '../../shared/endpoint.ts';
import type { NumberField } from '../../shared/number-input.ts';
import type { Indicator } from '../../shared/plans.ts';
import type { Issue } from '../../shared/problems.ts';
import type { ReadingSubject } from '../../shared/reading-rules.ts';
import { firstEach, type NumberBox, numberIn, unreadable } from './numberBoxes.ts';

/** What stands in one row of the form, to the letter. */
export interface TypedCheck {
  readonly grade: SettableGrade;
  readonly lower: string;
  readonly upper: string;
}
/** By code; what is not in it stands as it is. */
export type TypedChecks = Readonly<Partial<Record<CheckCode, TypedCheck>>>;

type Side = 'lower' | 'upper';
const SIDES: readonly Side[] = ['lower', 'upper'];

const textOf = (limit: number | null): string => (limit === null ? '' : String(limit));
const rowOf = ({ grade, lower, upper }: IndicatorCheck['reset']): TypedCheck => ({
  grade,
  lower: textOf(lower),
  upper: textOf(upper),
});

/** A row as it is drawn: typed, else as it stands. */
export function shownCheck(item: IndicatorCheck, typed: TypedChecks | null): TypedCheck {
  return typed?.[item.code] ?? rowOf(item);
}

/** A row as a reset leaves it. */
export function resetCheck(item: IndicatorCheck): TypedCheck {
  return rowOf(item.reset);
}

/** Whether a row is what a reset would make of it: then it is nobody's setting. */
export function isReset(item: IndicatorCheck, typed: TypedChecks | null): boolean {
  const { grade, lower, upper } = shownCheck(item, typed);
  const reset = resetCheck(item);
  return grade === reset.grade && lower === reset.lower && upper === reset.upper;
}

/** What may stand behind the number of a limit. */
export function limitField(indicator: Indicator, code: CheckCode, side: Side): NumberField {
  const unit = limitsOf(code)[side];
  if (unit === 'percent') return { unit: '%' };
  return unit === 'unit' ? { unit: [indicator.unitZh, indicator.unitEn] } : {};
}

/** The rows that are sent: those that differ from what a reset would leave. */
export function sentChecks(
  items: readonly IndicatorCheck[],
  typed: TypedChecks | null,
): readonly IndicatorCheck[] {
  return items.filter((item) => !isReset(item, typed));
}

/** Where a field goes in the body; undefined: its row is not sent. */
export function checkPointer(
  items: readonly IndicatorCheck[],
  typed: TypedChecks | null,
  code: CheckCode,
): string | undefined {
  const at = sentChecks(items, typed).findIndex((item) => item.code === code);
  return at === -1 ? undefined : `/checks/${at}`;
}

export function checksBody(
  indicator: Indicator,
  items: readonly IndicatorCheck[],
  typed: TypedChecks | null,
): Input<typeof setChecks>['body'] {
  return {
    checks: sentChecks(items, typed).map((item) => {
      const { code } = item;
      const row = shownCheck(item, typed);
      const limit = (side: Side) => numberIn(row[side], limitField(indicator, code, side)) ?? null;
      return { code, grade: row.grade, lower: limit('lower'), upper: limit('upper') };
    }),
  };
}

/** The number boxes of the rows that are sent. */
export function checkBoxes(
  indicator: Indicator,
  items: readonly IndicatorCheck[],
  typed: TypedChecks | null,
): NumberBox[] {
  return sentChecks(items, typed).flatMap((item, at) =>
    SIDES.filter((side) => limitsOf(item.code)[side] !== null).map((side) => ({
      pointer: `/checks/${at}/${side}`,
      text: shownCheck(item, typed)[side],
      field: limitField(indicator, item.code, side),
    })),
  );
}

/** What the boxes and the rules of the server hold against it. */
export function checksIssues(
  indicator: Indicator,
  items: readonly IndicatorCheck[],
  typed: TypedChecks | null,
): Issue[] {
  const { checks } = checksBody(indicator, items, typed);
  return firstEach([
    ...unreadable(checkBoxes(indicator, items, typed)),
    ...refuseChecks(checkSubject(indicator), checks).map((issue): Issue => ({
      ...issue,
      in: 'body',
      pointer: `/checks${issue.pointer}`,
    })),
  ]);
}

/** An indicator of the settings as the rules of its readings know it. */
function checkSubject(indicator: Indicator): ReadingSubject {
  const conditions = indicator.targets.find((target) => target.conditions.length > 0)?.conditions;
  return {
    kind: indicator.kind,
    unitZh: indicator.unitZh,
    multiplier: indicator.ratio?.multiplier ?? null,
    levels: indicator.levels.map(({ level }) => level),
    conditionIds: (conditions ?? []).map(({ id }) => id),
  };
}
