import { describe, expect, test } from 'vitest';
import { draftIssues, submitIssues } from '../../../client/readings/check.ts';
import type { EntrySubject } from '../../../client/readings/subject.ts';
import { blankTyped, type Typed } from '../../../client/readings/typed.ts';
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
