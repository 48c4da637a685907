import type { FieldIssue, ReadingSubject } from '../reading-rules.ts';
import { checksOf, limitsOf, type LimitUnit, mayBeOpen, standardOf } from './catalogue.ts';
import type { CheckCode, SettableGrade } from './codes.ts';
import type { CheckSetting } from './types.ts';

/** How a check is put by a plan file or an administrator. */
export interface TypedCheck {
  readonly code: CheckCode;
  readonly grade: SettableGrade;
  /** Left out: as in the default. null: open on that side. */
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
}

/**
 * A setting with every limit said.
 * @example completed(share, { code: 'denominatorChange', grade: 'hard' })
 *   // { code: 'denominatorChange', grade: 'hard', lower: null, upper: 20 }
 */
export function completed(subject: ReadingSubject, typed: TypedCheck): CheckSetting {
  const { lower, upper } = standardOf(subject, typed.code);
  return {
    code: typed.code,
    grade: typed.grade,
    lower: typed.lower === undefined ? lower : typed.lower,
    upper: typed.upper === undefined ? upper : typed.upper,
  };
}

const SIDES = ['lower', 'upper'] as const;

/** What is wrong with the checks that are set for an indicator, all at once; pointers into the list. */
export function refuseChecks(subject: ReadingSubject, checks: readonly TypedCheck[]): FieldIssue[] {
  const askable = checksOf(subject);
  const seen = new Set<CheckCode>();
  return checks.flatMap((typed, index): FieldIssue[] => {
    const at = `/${index}`;
    const { code } = typed;
    if (!askable.includes(code)) return [{ pointer: `${at}/code`, code: 'notThisKind' }];
    if (seen.has(code)) return [{ pointer: `${at}/code`, code: 'duplicateKey' }];
    seen.add(code);
    return refuseLimits(subject, completed(subject, typed), at);
  });
}

function refuseLimits(subject: ReadingSubject, setting: CheckSetting, at: string): FieldIssue[] {
  const { code, grade, lower, upper } = setting;
  const takes = limitsOf(code);
  const issues = SIDES.flatMap((side): FieldIssue[] => {
    const limit = setting[side];
    const unit = takes[side];
    const pointer = `${at}/${side}`;
    if (unit === null) return limit === null ? [] : [{ pointer, code: 'notAllowed' }];
    if (limit !== null) return refuseLimit(subject, code, limit, unit, pointer);
    return grade === 'off' || mayBeOpen(code) ? [] : [{ pointer, code: 'required' }];
  });
  if (issues.length > 0) return issues;
  if (grade !== 'off' && mayBeOpen(code) && lower === null && upper === null) {
    return [{ pointer: `${at}/lower`, code: 'required' }];
  }
  return lower !== null && upper !== null && lower > upper
    ? [{ pointer: `${at}/upper`, code: 'tooSmall', values: { minimum: lower } }]
    : [];
}

function refuseLimit(
  subject: ReadingSubject,
  code: CheckCode,
  limit: number,
  unit: LimitUnit,
  pointer: string,
): FieldIssue[] {
  // The bounds of a figure may lie below zero; how far something may move does not.
  if (limit < 0 && !mayBeOpen(code)) return [{ pointer, code: 'negative' }];
  const whole = unit === 'years' || unit === 'condition';
  if (whole && !Number.isInteger(limit)) return [{ pointer, code: 'notWhole' }];
  if (unit !== 'condition') return [];
  const last = subject.conditionIds.length;
  if (limit < 1) return [{ pointer, code: 'tooSmall', values: { minimum: 1 } }];
  return limit > last ? [{ pointer, code: 'tooLarge', values: { maximum: last } }] : [];
}
