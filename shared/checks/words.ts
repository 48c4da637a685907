import type { Say } from '../figures.ts';
import type { CheckCode, SettableGrade } from './codes.ts';
import type { Finding, FindingOf, FindingValues } from './types.ts';

/** What a language has to have to speak of checks; a missing sentence does not compile. */
export interface CheckWords {
  /** What each check is called, in settings and summaries. */
  readonly names: Readonly<Record<CheckCode, string>>;
  /** What each check looks for, in one sentence. */
  readonly about: Readonly<Record<CheckCode, string>>;
  readonly grades: Readonly<Record<SettableGrade, string>>;
  /** What was found and what to do about it, without a stop at the end. */
  readonly found: {
    readonly [Code in CheckCode]: (values: FindingValues[Code], say: Say) => string;
  };
  /** Ends the sentence of a hard finding, and of a soft one. */
  readonly ends: Readonly<Record<Finding['grade'], (said: string) => string>>;
}

/**
 * The sentence of a finding: what is wrong and what to do about it, with the figures as the
 * indicator writes them.
 * @example checkSentence(zhCN.checks, { code: 'listDiffers', grade: 'hard', … }, say)
 *   // '本年值（5）与名单的数目（4）不一致，请核对名单或数值。'
 */
export function checkSentence(words: CheckWords, finding: Finding, say: Say): string {
  // One code, one function: TypeScript cannot see that the two unions are read in step.
  const sentence = words.found[finding.code] as (
    values: FindingOf<CheckCode>['values'],
    say: Say,
  ) => string;
  return words.ends[finding.grade](sentence(finding.values, say));
}
