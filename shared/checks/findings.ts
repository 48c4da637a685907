import type { FieldIssue, Figures, ReadingSubject } from '../reading-rules.ts';
import { settingsOf } from './catalogue.ts';
import type { CheckCode } from './codes.ts';
import * as figure from './figure-checks.ts';
import { type Check, type Look, lookAt } from './look.ts';
import * as paper from './paper-checks.ts';
import * as part from './part-checks.ts';
import { hasSubstance } from './substance.ts';
import type { CheckContext, CheckSetting, Finding } from './types.ts';

/** The functions are called as their codes are. */
const CHECKS: { readonly [Code in CheckCode]: Check<Code> } = {
  ...figure,
  ...part,
  ...paper,
};

/**
 * What is to be looked at before a figure is handed in, hard ones first, then in the order of the
 * catalogue. A figure that says that there is none (无法提供) is not checked; what is not typed yet
 * and what was not reported last year is compared with nothing.
 * @example findings(share, { …, numerator: 160, denominator: 300 }, { …, lastValue: 30 })
 *   // [{ code: 'yearOnYearDifference', grade: 'soft', pointer: '/numerator', values: { … } }]
 */
export function findings(
  subject: ReadingSubject,
  figures: Figures,
  context: CheckContext,
): Finding[] {
  if (figures.absence !== null) return [];
  const look = lookAt(subject, figures, context);
  const found = settingsOf(subject, context.settings).flatMap((setting) => ask(look, setting));
  return [...found.filter(isHard), ...found.filter((finding) => !isHard(finding))];
}

function ask(look: Look, { code, grade, lower, upper }: CheckSetting): Finding[] {
  if (grade === 'off') return [];
  // One code, one function: TypeScript cannot see that the two unions are read in step.
  const check = CHECKS[code] as Check<CheckCode>;
  return check({ ...look, limits: { lower, upper } }).map(
    ({ pointer, values }) => ({ code, grade, pointer, values }) as Finding,
  );
}

/** Whether a finding blocks handing in. */
export function isHard({ grade }: Pick<Finding, 'grade'>): boolean {
  return grade === 'hard';
}

/**
 * Whether soft findings still wait for their reason: the note of the reading, which must say
 * something.
 */
export function lacksReason(found: readonly Pick<Finding, 'grade'>[], note: string): boolean {
  return found.some((finding) => !isHard(finding)) && !hasSubstance(note);
}

/**
 * What the findings hold against handing in, in a year that has a round: hard ones at their fields,
 * and for soft ones without a reason the note.
 */
export function refuseFindings(found: readonly Finding[], note: string): FieldIssue[] {
  const hard = found.filter(isHard).map(({ code, pointer, values }): FieldIssue => ({
    pointer,
    code: 'check',
    values: { check: code, ...values },
  }));
  if (!lacksReason(found, note)) return hard;
  const checks = found.filter((finding) => !isHard(finding)).map(({ code }) => code);
  const values = { checks: [...new Set(checks)].join(',') };
  return [...hard, { pointer: '/note', code: 'reasonTooThin', values }];
}
