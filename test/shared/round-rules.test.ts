import { describe, expect, it } from 'vitest';
import {
  countsOf,
  daysBetween,
  dutyStateOf,
  isMissing,
  type Knowledge,
  proposedYear,
  punctualityOf,
  refuseRound,
} from '../../shared/round-rules.ts';
import {
  dayInChina,
  type Duty,
  type DutyState,
  type Punctuality,
  type RoundState,
  roundStateOf,
} from '../../shared/rounds.ts';
import type { ReadingStatus } from '../../shared/workflow.ts';

describe('the day in China', () => {
  it.each([
    ['2018-12-31T15:59:58.000Z', '2018-12-31', '23:59:58 on the last day of the year'],
    ['2018-12-31T15:59:59.999Z', '2018-12-31', 'its last millisecond'],
    ['2018-12-31T16:00:00.000Z', '2019-01-01', 'midnight is the next day'],
    ['2020-02-28T16:00:00.000Z', '2020-02-29', 'a leap year has one day more'],
    ['2019-02-28T16:00:00.000Z', '2019-03-01', 'and others have not'],
    ['2019-04-30T15:59:59.000Z', '2019-04-30', 'the last second of a month'],
    ['2019-04-30T16:00:00.000Z', '2019-05-01', 'the first of the next'],
  ])('%s is %s: %s', (moment, day) => {
    expect(dayInChina(new Date(moment))).toBe(day);
  });
});

describe('a round', () => {
  const dates = { opensOn: '2018-12-01', closedAt: null, sealedAt: null };
  const at = '2019-02-01T00:00:00.000Z';
  it.each<[Parameters<typeof roundStateOf>[0], string, RoundState, string]>([
    [null, '2018-12-20', 'none', 'there is no round'],
    [dates, '2018-11-30', 'planned', 'the day before it opens'],
    [dates, '2018-12-01', 'open', 'the day that it opens'],
    [dates, '2030-01-01', 'open', 'a due day that has passed does not close it'],
    [{ ...dates, closedAt: at }, '2019-02-02', 'closed', 'somebody closed it'],
    [{ ...dates, closedAt: at, sealedAt: at }, '2019-02-02', 'sealed', 'the seal is the end'],
  ])('%j on %s is %s: %s', (round, today, state) => {
    expect(roundStateOf(round, today)).toBe(state);
  });
});

describe('whether an indicator came in time', () => {
  it.each<[string | null, string, string, boolean, Punctuality, string]>([
    ['2018-12-31', '2018-12-31', '2019-03-01', false, 'onTime', 'the due day itself counts'],
    ['2019-01-01', '2018-12-31', '2019-03-01', false, 'late', 'the day after does not'],
    ['2018-11-02', '2018-12-31', '2018-11-02', false, 'onTime', 'early is in time'],
    ['2020-02-29', '2020-02-29', '2020-02-29', false, 'onTime', 'on 29 February'],
    ['2020-03-01', '2020-02-29', '2020-03-01', false, 'late', 'the day after 29 February'],
    [null, '2019-04-30', '2019-04-30', false, 'due', 'nothing is overdue on the due day'],
    [null, '2019-04-30', '2019-05-01', false, 'overdue', 'but on the day after'],
    ['2018-12-20', '2018-12-31', '2019-09-01', false, 'onTime', 'sent back later, it stays'],
    [null, '2019-04-30', '2019-03-01', true, 'overdue', 'closed early, nobody can hand it in'],
    [null, '2019-04-30', '2019-05-01', true, 'overdue', 'closed late it was overdue before'],
    ['2019-03-01', '2019-04-30', '2019-03-01', true, 'onTime', 'what came before the close came'],
    ['2019-05-01', '2019-04-30', '2019-06-01', true, 'late', 'the close excuses nobody'],
  ])(
    'handed in on %s, due on %s, seen on %s, closed: %s is %s: %s',
    (first, dueOn, today, closed, expected) => {
      expect(punctualityOf(first, { dueOn, today, closed })).toBe(expected);
    },
  );
});

describe('the year whose round is offered', () => {
  const years = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at);
  it.each<[number, number[], number | null, string]>([
    [2018, [], 2018, 'the year that ends, before anything was opened'],
    [2018, [2016, 2017], 2018, 'the next one'],
    [2018, [2016, 2018], 2017, 'the one that was left out'],
    [2018, [2016, 2017, 2018], null, 'the base year is taken over from paper'],
    [2015, [], null, 'only the base year has begun'],
    [2026, [], 2020, 'the plan has ended: its last year'],
    [2026, years(2016, 2020), null, 'all years of the plan have their round'],
    [2026, [2020, 2021], 2019, 'a year after the end is never proposed'],
  ])('in %i with rounds of %j: %s, %s', (latestYear, taken, expected) => {
    expect(proposedYear({ baselineYear: 2015, endYear: 2020, latestYear }, taken)).toBe(expected);
  });
});

describe('how far an indicator is', () => {
  const OWN: Knowledge = { own: true, reviewer: false };
  const REVIEWER: Knowledge = { own: false, reviewer: true };
  const OTHER: Knowledge = { own: false, reviewer: false };
  it.each<[ReadingStatus | null, DutyState, DutyState, DutyState, string]>([
    [null, 'notHandedIn', 'notHandedIn', 'notHandedIn', 'nobody began'],
    ['draft', 'draft', 'notHandedIn', 'notHandedIn', 'a draft is its department’s own business'],
    ['submitted', 'submitted', 'submitted', 'handedIn', 'between the desks'],
    ['signed', 'signed', 'signed', 'handedIn', 'between the desks'],
    ['returned', 'returned', 'returned', 'handedIn', 'sent back is not for everybody’s ears'],
    ['approved', 'approved', 'approved', 'approved', 'approved is public'],
    ['sealed', 'sealed', 'sealed', 'sealed', 'and so is sealed'],
  ])('%s is %s to its department, %s to the reviewer, %s to others: %s', (status, ...seen) => {
    expect(dutyStateOf(status, OWN)).toBe(seen[0]);
    expect(dutyStateOf(status, REVIEWER)).toBe(seen[1]);
    expect(dutyStateOf(status, OTHER)).toBe(seen[2]);
  });
});

const duty = (state: DutyState, punctuality: Punctuality, departmentId: string | null = 'steb') =>
  ({
    indicatorId: 'x',
    code: 'X1',
    nameZh: '某',
    nameEn: 'X',
    departmentId,
    lead: departmentId === null ? 'none' : 'named',
    state,
    firstHandedInAt: null,
    punctuality,
  }) satisfies Duty;

describe('the counts of a round', () => {
  const duties = [
    duty('approved', 'onTime'),
    duty('returned', 'onTime'),
    duty('signed', 'late'),
    duty('submitted', 'onTime'),
    duty('sealed', 'onTime'),
    duty('draft', 'overdue'),
    duty('notHandedIn', 'overdue'),
    duty('notHandedIn', 'overdue', null),
  ];

  it('are of what a department owes; an indicator without a lead is owed by nobody', () => {
    expect(countsOf(duties, true)).toEqual({
      owed: 7,
      handedIn: 5,
      submitted: 1,
      signed: 1,
      returned: 1,
      approved: 2,
      onTime: 4,
      late: 1,
      overdue: 2,
      completeness: { done: 5, of: 7 },
      punctuality: { done: 4, of: 7 },
    });
    expect(duties.filter(isMissing)).toHaveLength(2);
  });

  it('leave out what is between the desks for those who may not know', () => {
    const { submitted, signed, returned, ...rest } = countsOf(duties, false);
    expect([submitted, signed, returned]).toEqual([null, null, null]);
    expect(rest.handedIn).toBe(5);
  });

  it('have no rate where nothing is owed, and no punctuality before anything is decided', () => {
    expect(countsOf([duty('notHandedIn', 'due', null)], true)).toMatchObject({
      owed: 0,
      completeness: null,
      punctuality: null,
    });
    expect(countsOf([duty('notHandedIn', 'due')], true)).toMatchObject({
      completeness: { done: 0, of: 1 },
      punctuality: null,
    });
  });
});

describe('the days of a round', () => {
  const plan = { baselineYear: 2015, endYear: 2020 };
  const now = new Date('2019-01-10T01:00:00.000Z');
  it.each<[number, string, string, string[], string]>([
    [2018, '2018-12-01', '2019-01-31', [], 'the usual round'],
    [2018, '2018-01-01', '2018-01-01', [], 'one day, the first of its own year'],
    [2016, '2019-01-05', '2019-02-05', [], 'an old year may be called in later'],
    [2018, '2017-12-31', '2018-12-31', ['/opensOn datesOutOfOrder'], 'opens before its year'],
    [2018, '2018-12-31', '2018-12-30', ['/dueOn datesOutOfOrder'], 'due before it opens'],
    [2014, '2018-12-01', '2018-12-31', ['/year yearOutsidePlan'], 'before the plan'],
    [2020, '2020-12-01', '2020-12-31', ['/year futureYear'], 'a year that has not begun'],
  ])('%i from %s to %s: %j, %s', (year, opensOn, dueOn, issues) => {
    const found = refuseRound(plan, { year, opensOn, dueOn }, now);
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(issues);
  });

  it.each([
    ['2018-12-31', '2019-01-03', 3],
    ['2020-02-28', '2020-03-01', 2],
    ['2019-02-28', '2019-03-01', 1],
    ['2019-05-01', '2019-04-30', -1],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
