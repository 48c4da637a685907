import { describe, expect, it } from 'vitest';
import { heirOn } from '../../shared/department-rules.ts';
import {
  BLANK_REPORT,
  findingsOfReport,
  measureStateOf,
  missingInReport,
  owingDepartments,
  type ReportWords,
} from '../../shared/measure-rules.ts';
import type { MeasureState } from '../../shared/measures.ts';

const DONE = '全年新增示范企业4家，累计11家。';

describe('what a report on a measure lacks before it is handed in', () => {
  const cases: readonly [Partial<ReportWords>, boolean, readonly string[], string][] = [
    [{}, false, ['/state required'], 'how far it is comes first; the rest follows from it'],
    [{ state: 'done', done: DONE }, false, [], 'what is done needs no next step'],
    [{ state: 'done', done: DONE }, true, ['/paidWan required'], 'money was promised: how much?'],
    [{ state: 'done', done: DONE, paidWan: 0 }, true, [], 'none is an answer'],
    [{ state: 'inProgress', done: DONE }, false, ['/nextSteps required'], 'it goes on: how?'],
    [
      { state: 'inProgress', done: '无' },
      false,
      ['/done reasonTooThin', '/nextSteps required'],
      '无',
    ],
    [{ state: 'notStarted' }, false, ['/problems required', '/nextSteps required'], 'why not?'],
    [
      {
        state: 'notStarted',
        problems: '全年没有企业申报首台套认定。',
        nextSteps: '明年组织两次辅导。',
      },
      false,
      [],
      'nothing was done, so nothing need be said of it',
    ],
  ];
  it.each(cases)('%o with money %s: %j (%s)', (said, hasMoney, expected) => {
    const issues = missingInReport({ ...BLANK_REPORT, ...said }, hasMoney);
    expect(issues.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});

describe('how far a measure of several departments is', () => {
  const cases: readonly [readonly MeasureState[], MeasureState | null, string][] = [
    [[], null, 'nobody reported'],
    [['notStarted', 'notStarted'], 'notStarted', 'nobody has begun'],
    [['done', 'notStarted'], 'inProgress', 'one has begun, so it is under way'],
    [['done', 'mostlyDone'], 'mostlyDone', 'the slowest decides'],
    [['done', 'done'], 'done', 'all are through'],
  ];
  it.each(cases)('%j is %s (%s)', (states, expected) => {
    expect(measureStateOf(states)).toBe(expected);
  });
});

describe('what makes a report be looked at by itself', () => {
  it('money before a start, a step back, and paper', () => {
    const words = { ...BLANK_REPORT, state: 'notStarted' as const, paidWan: 5, paper: '年度总结' };
    expect(findingsOfReport(words, { state: 'inProgress' })).toEqual([
      'paidBeforeStart',
      'fellBack',
      'paper',
    ]);
    expect(findingsOfReport({ ...BLANK_REPORT, state: 'done' }, { state: 'done' })).toEqual([]);
  });
});

describe('departments that merge hand their duties on', () => {
  const offices = new Map([
    ['state', { id: 'state', validTo: '2018-06-14', successorId: 'tax' }],
    ['local', { id: 'local', validTo: '2018-06-14', successorId: 'tax' }],
    ['tax', { id: 'tax', validTo: null, successorId: null }],
    ['gone', { id: 'gone', validTo: '2017-12-31', successorId: null }],
  ]);
  it.each([
    ['state', '2018-06-14', 'state', 'its last day is its own'],
    ['state', '2018-06-15', 'tax', 'the day after is the successor’s'],
    ['gone', '2020-12-31', 'gone', 'without a successor it answers by its name'],
    ['unknown', '2020-12-31', 'unknown', 'what is not known is left as it is'],
  ])('%s on %s is %s (%s)', (id, day, expected) => {
    expect(heirOn(id, day, offices)).toBe(expected);
  });

  it('two that merged owe one report, and an older year stays with the old names', () => {
    expect(owingDepartments(['state', 'local', 'steb'], 2018, offices, [])).toEqual([
      'tax',
      'steb',
    ]);
    expect(owingDepartments(['state', 'local'], 2017, offices, [])).toEqual(['state', 'local']);
  });

  it('whoever has written a report of the year keeps the duty', () => {
    expect(owingDepartments(['state', 'local'], 2018, offices, ['state'])).toEqual([
      'state',
      'tax',
    ]);
  });
});
