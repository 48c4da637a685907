import type { IssueCode } from '../../shared/problems.ts';

/** What can be wrong with a plan file beyond what can be wrong with any field. */
const OWN_SENTENCES = {
  unreadable: 'cannot be read: {value}',
  notJson: 'is not JSON in UTF-8, or is nested too deep',
  duplicate: 'stands here a second time',
  mismatch: 'does not agree with {with}',
  idOfAnotherPlan: '"{value}" belongs to another plan of this installation',
  reportedOn: 'cannot lose "{value}": people have entered data for it',
} as const;

const SHARED_SENTENCES: Partial<Record<IssueCode, string>> = {
  required: 'is missing',
  wrongType: 'has the wrong type',
  unknownField: 'is not a field of the schema',
  notAllowed: 'is not one of the allowed values',
  tooSmall: 'is below the minimum {minimum}',
  tooLarge: 'is above the maximum {maximum}',
  tooShort: 'is too short or empty',
  tooLong: 'is longer than {maximum}',
  tooMany: 'has more than {maximum} entries',
  badFormat: 'is not written as it should be',
  controlCharacters: 'has characters that do not belong into text',
  inexactNumber: 'is a number with more than 15 significant digits',
  notWhole: 'must be a whole number',
  duplicateKey: 'is a key that stands twice',
  yearOutsidePlan: 'must be a year from {minimum} to {maximum}',
  impossibleDate: 'is not a day of the calendar',
  unknownReference: 'refers to "{value}", which does not exist',
  notThisKind: 'does not go with the kind "{kind}"',
  aboveHundred: 'is above 100 %',
  negative: 'is negative',
  datesOutOfOrder: 'comes before what it should follow',
  notVerbatim: 'is not a verbatim part of the document',
};

export type PlanProblemCode = IssueCode | keyof typeof OWN_SENTENCES;

/** One thing that is wrong with a plan file, at a JSON pointer into it. */
export interface PlanProblem {
  readonly pointer: string;
  readonly code: PlanProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Nothing was written; every problem is listed. */
export class PlanRefused extends Error {
  readonly problems: readonly PlanProblem[];
  constructor(problems: readonly PlanProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'PlanRefused';
    this.problems = problems;
  }
}

/**
 * A problem as one line for the terminal.
 * @example describeProblem({ pointer: '/indicators/0/quote', code: 'notVerbatim' })
 *   // '/indicators/0/quote  notVerbatim: is not a verbatim part of the document'
 */
export function describeProblem({ pointer, code, values = {} }: PlanProblem): string {
  const sentences: Readonly<Record<string, string>> = { ...SHARED_SENTENCES, ...OWN_SENTENCES };
  const sentence = (sentences[code] ?? 'is wrong').replaceAll(/\{(\w+)\}/g, (_all, key: string) =>
    String(values[key] ?? ''),
  );
  return `${pointer === '' ? '/' : pointer}  ${code}: ${sentence}`;
}
