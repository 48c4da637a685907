import { describe, expect, test } from 'vitest';
import {
  draftIssues,
  remindersOf,
  roundIssues,
  submitIssues,
} from '../../../client/readings/check.ts';
import type { EntrySubject } from '../../../client/readings/subject.ts';
import { blankTyped, type Typed } from '../../../client/readings/typed.ts';
import type { Finding } from '../../../shared/checks/types.ts';
import { COUNT, LEVEL, PARK, SHARE } from './subjects.ts';

interface Case {
  readonly what: string;
  readonly subject: EntrySubject;
  readonly typed: Partial<Typed>;
  /** `pointer code`, or `pointer number-problem` for a text that is no number. */
  readonly draft: readonly string[];
  readonly submit: readonly string[];
}

const done = { source: '统计年报' };
const met = { id: 'built', metOn: '2019-01-02', lostOn: '', documentNumber: '' };
const open = { id: 'operating', metOn: '', lostOn: '', documentNumber: '' };

const CASES: readonly Case[] = [
  {
    what: 'an empty form waits as a draft and is not handed in',
    subject: SHARE,
    typed: {},
    draft: [],
    submit: ['/numerator required', '/denominator required', '/source required'],
  },
  {
    what: 'full width, separators and the unit are understood',
    subject: SHARE,
    typed: { ...done, numerator: '１，４７０ 家', denominator: '3 000家' },
    draft: [],
    submit: [],
  },
  {
    what: 'a numerator above its denominator is impossible in a draft too',
    subject: SHARE,
    typed: { ...done, numerator: '320', denominator: '300' },
    draft: ['/numerator numeratorAboveDenominator'],
    submit: ['/numerator numeratorAboveDenominator'],
  },
  {
    what: 'a percent sign on a count is another unit',
    subject: COUNT,
    typed: { ...done, value: '12%' },
    draft: ['/value otherUnit'],
    submit: ['/value otherUnit'],
  },
  {
    what: 'half a workshop is none',
    subject: COUNT,
    typed: { ...done, value: '2.5' },
    draft: ['/value notWhole'],
    submit: ['/value notWhole'],
  },
  {
    what: 'a dash asks for the reason of an absence',
    subject: COUNT,
    typed: { ...done, value: '—' },
    draft: ['/value absentMark'],
    submit: ['/value absentMark'],
  },
  {
    what: 'an absence needs its reason and nothing else of the figures',
    subject: COUNT,
    typed: { ...done, value: '不是数', absence: 'notApplicable' },
    draft: ['/absence/reason tooShort'],
    submit: ['/absence/reason tooShort'],
  },
  {
    what: 'a condition is not met after the year that reports it',
    subject: PARK,
    typed: { ...done, conditions: [met, open] },
    draft: ['/conditions/0/metOn datesOutOfOrder'],
    submit: ['/conditions/0/metOn datesOutOfOrder'],
  },
  {
    what: 'a level needs its ground, a changed scope its reason',
    subject: LEVEL,
    typed: { ...done, level: 2, scopeChanged: true },
    draft: [],
    submit: ['/ground required', '/scopeChange required'],
  },
  {
    what: 'spaces are no source',
    subject: COUNT,
    typed: { value: '3', source: '　 ' },
    draft: [],
    submit: ['/source required'],
  },
];

describe('what keeps a form back', () => {
  test.each(CASES)('$what', ({ subject, typed, draft, submit }) => {
    const form = { ...blankTyped(subject), ...typed };
    const said = (issues: ReturnType<typeof draftIssues>) =>
      issues.map(({ pointer, code, number }) => `${pointer} ${number ?? code}`);
    expect(said(draftIssues(subject, 2018, form))).toEqual(draft);
    expect(said(submitIssues(subject, 2018, form)).sort()).toEqual([...submit].sort());
  });

  test('the sentence about a numerator above its denominator can name both', () => {
    const form = { ...blankTyped(SHARE), numerator: '320', denominator: '300' };
    const [issue] = draftIssues(SHARE, 2018, form);
    expect(issue?.values).toEqual({ numerator: 320, denominator: 300 });
  });
});

describe('in a year with a round', () => {
  const hard: Finding = {
    code: 'listDiffers',
    grade: 'hard',
    pointer: '/value',
    values: { part: 'value', value: 2, listed: 3 },
  };
  const soft: Finding = {
    code: 'evidenceUsedTwice',
    grade: 'soft',
    pointer: '/evidence',
    values: { name: '认定.pdf', code: 'A6', year: 2017, more: 0 },
  };
  const typed = { ...blankTyped(COUNT), ...done, value: '2' };
  const said = (found: readonly Finding[], changes: Partial<Typed> = {}): string[] =>
    roundIssues(COUNT, 2018, { ...typed, ...changes }, found).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  test('a hard finding stands in the way, a soft one until the note says why', () => {
    expect(said([hard, soft])).toEqual(['/value check', '/note reasonTooThin']);
    expect(said([soft], { note: '核实无误' })).toEqual(['/note reasonTooThin']);
    expect(said([soft], { note: '同一份文件认定两个车间' })).toEqual([]);
    expect(said([])).toEqual([]);
  });

  test('what is wrong with a field is told before what a check finds in it', () => {
    expect(said([hard], { value: 'zwei' })).toEqual(['/value badFormat']);
  });

  test('reminders are of the fields that were left, and of what has no field', () => {
    const left = (pointer: string) => pointer === '/value';
    expect(remindersOf([hard, soft], [], left)).toEqual([hard, soft]);
    expect(remindersOf([hard, soft], [], () => false)).toEqual([soft]);
    const wrong = { pointer: '/value', in: 'body', code: 'badFormat' } as const;
    expect(remindersOf([hard, soft], [wrong], left)).toEqual([soft]);
  });
});
