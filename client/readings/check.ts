import { refuseFindings } from '../../shared/checks/findings.ts';
import type { Finding } from '../../shared/checks/types.ts';
import { issuesOf } from '../../shared/issues.ts';
import { type NumberProblem, parseNumber } from '../../shared/number-input.ts';
import type { Issue } from '../../shared/problems.ts';
import { impossible, missing } from '../../shared/reading-rules.ts';
import { readingChanges } from '../../shared/readings.ts';
import type { EntrySubject, NumberKey } from './subject.ts';
import { bodyOf, figuresIn, type Typed } from './typed.ts';

/** An issue of the form. `number`: why the text in a box is no number, told in its own sentence. */
export interface EntryIssue extends Issue {
  readonly number?: NumberProblem;
}

const NUMBERS: Readonly<Record<EntrySubject['entry'], readonly NumberKey[]>> = {
  value: ['value'],
  count: ['value'],
  ratio: ['numerator', 'denominator'],
  level: [],
  conditions: [],
};

/**
 * What keeps the form from being saved even as a draft: numbers that are none, what is too long,
 * what can never be true. By the rules that the server uses.
 */
export function draftIssues(subject: EntrySubject, year: number, typed: Typed): EntryIssue[] {
  const numbers = typed.absence === null ? numberIssues(subject, typed) : [];
  const rules = impossible(subject, year, figuresIn(subject, typed));
  return firstEach([
    ...numbers,
    ...issuesOf(readingChanges, bodyOf(subject, typed)),
    ...rules.map((issue) => withFigures(subject, typed, { ...issue, in: 'body' })),
  ]);
}

/** All that keeps it from being handed in. */
export function submitIssues(subject: EntrySubject, year: number, typed: Typed): EntryIssue[] {
  const scope: EntryIssue[] =
    typed.scopeChanged && typed.scopeChange.trim() === ''
      ? [{ pointer: '/scopeChange', in: 'body', code: 'required' }]
      : [];
  const lacking = missing(subject, figuresIn(subject, trimmed(typed)));
  return firstEach([
    ...draftIssues(subject, year, typed),
    ...lacking.map((issue): EntryIssue => ({ ...issue, in: 'body' })),
    ...scope,
  ]);
}

/** The same in a year that has a round, where the checks of the figures decide, too. */
export function roundIssues(
  subject: EntrySubject,
  year: number,
  typed: Typed,
  found: readonly Finding[],
): EntryIssue[] {
  const held = refuseFindings(found, typed.note);
  return firstEach([
    ...submitIssues(subject, year, typed),
    ...held.map((issue): EntryIssue => ({ ...issue, in: 'body' })),
  ]);
}

/**
 * The findings to be reminded of: of the fields that were left, and of what has no field. What is
 * wrong with a field is told first.
 */
export function remindersOf(
  found: readonly Finding[],
  issues: readonly EntryIssue[],
  wasLeft: (pointer: string) => boolean,
): Finding[] {
  return found.filter(
    ({ pointer }) =>
      (wasLeft(pointer) || pointer === '/evidence') &&
      issues.every((issue) => issue.pointer !== pointer),
  );
}

function numberIssues(subject: EntrySubject, typed: Typed): EntryIssue[] {
  return NUMBERS[subject.entry].flatMap((key): EntryIssue[] => {
    const parsed = parseNumber(typed[key], subject.fields[key]);
    if (parsed.ok) return [];
    return [{ pointer: `/${key}`, in: 'body', code: 'badFormat', number: parsed.problem }];
  });
}

/** The sentence about a numerator above its denominator names both. */
function withFigures(subject: EntrySubject, typed: Typed, issue: EntryIssue): EntryIssue {
  if (issue.code !== 'numeratorAboveDenominator') return issue;
  const { numerator, denominator } = figuresIn(subject, typed);
  if (numerator === null || denominator === null) return issue;
  return { ...issue, values: { numerator, denominator } };
}

/** Spaces are no source; the server trims before it judges. */
function trimmed(typed: Typed): Typed {
  return { ...typed, source: typed.source.trim() };
}

/** One issue a field: the first is the one to mend. */
function firstEach(issues: readonly EntryIssue[]): EntryIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ pointer }) => {
    if (seen.has(pointer)) return false;
    seen.add(pointer);
    return true;
  });
}
