import { describe, test } from 'vitest';
import type {
  Condition,
  DirectionalTarget,
  MilestoneTarget,
  RatingTarget,
} from '../../../shared/assessment/types.ts';
import { check, series } from './agree.ts';
import type { Row } from './agree.ts';

const at = (year: number, value: number) => [{ year, value }];

const due = (conditions: Condition[], rest: Partial<MilestoneTarget> = {}): MilestoneTarget => ({
  kind: 'milestone',
  deadline: 2020,
  conditions,
  ...rest,
});

describe('milestone', () => {
  const rows: Row[] = [
    {
      why: 'without conditions the target is pending',
      target: due([]),
      asOf: 2020,
      expected: { status: 'targetPending', flags: ['deadlinePassed'], completion: null },
    },
    {
      why: 'all hold before the deadline: early, attained with the last one',
      target: due([
        { id: 'built', metYear: 2017 },
        { id: 'operating', metYear: 2018 },
      ]),
      asOf: 2019,
      expected: {
        status: 'achieved',
        flags: ['early'],
        attainedYear: 2018,
        completion: 1,
        assessedYear: 2019,
        lag: 0,
        timeProgress: null,
        value: null,
      },
    },
    {
      why: 'a condition lost in the deadline year does not hold in it',
      target: due([{ id: 'operating', metYear: 2017, lostYear: 2020 }]),
      asOf: 2020,
      expected: { status: 'missed', flags: ['regressed'], completion: 0 },
    },
    {
      why: 'lost after the deadline: achieved, and not sustained',
      target: due([{ id: 'operating', metYear: 2017, lostYear: 2021 }]),
      asOf: 2022,
      expected: { status: 'achieved', flags: ['notSustained'], attainedYear: 2017 },
    },
    {
      why: 'a loss after the deadline is not a regression of the missed verdict',
      target: due([
        { id: 'built', metYear: 2017, lostYear: 2021 },
        { id: 'operating', metYear: 2021 },
      ]),
      asOf: 2022,
      expected: { status: 'missed', flags: [], completion: 0.5 },
    },
    {
      why: 'together for one year after the deadline is late attainment',
      target: due([
        { id: 'built', metYear: 2017, lostYear: 2022 },
        { id: 'operating', metYear: 2021 },
      ]),
      asOf: 2022,
      expected: { status: 'missed', flags: ['achievedLate'], attainedYear: null },
    },
    {
      why: 'nothing reported through the deadline is no verdict',
      target: due([{ id: 'built' }], { reportedThrough: 2019 }),
      asOf: 2021,
      expected: {
        status: 'noData',
        reason: 'deadlineReadingMissing',
        assessedYear: 2019,
        lag: 1,
        completion: 0,
      },
    },
    {
      why: 'the latest report two years ago is too old',
      target: due([{ id: 'built', plannedYear: 2016 }], { reportedThrough: 2016 }),
      asOf: 2018,
      expected: { status: 'noData', reason: 'stale', flags: [], lag: 2 },
    },
    {
      why: 'one year ago it is judged by its own year: due in 2018, not yet in 2017',
      target: due([{ id: 'built', plannedYear: 2018 }], { reportedThrough: 2017 }),
      asOf: 2018,
      expected: { status: 'inProgress', reason: 'nothingDueYet', flags: ['stale'] },
    },
    {
      why: 'in the deadline year without its report: stale, not awaiting',
      target: due([{ id: 'built', plannedYear: 2019 }], { reportedThrough: 2019 }),
      asOf: 2020,
      expected: { status: 'behind', flags: ['stale'], assessedYear: 2019 },
    },
    {
      why: 'overdue for a second year-end is far behind',
      target: due([
        { id: 'built', plannedYear: 2017 },
        { id: 'operating', plannedYear: 2018 },
      ]),
      asOf: 2018,
      expected: { status: 'farBehind' },
    },
    {
      why: 'what was due is met: on track',
      target: due([{ id: 'built', plannedYear: 2017, metYear: 2017 }, { id: 'operating' }]),
      asOf: 2018,
      expected: { status: 'onTrack', completion: 0.5 },
    },
    {
      why: 'something met ahead of its plan is on track',
      target: due([{ id: 'built', plannedYear: 2019, metYear: 2017 }, { id: 'operating' }]),
      asOf: 2018,
      expected: { status: 'onTrack', reason: null },
    },
    {
      why: 'something met without any plan is not judged',
      target: due([{ id: 'built', metYear: 2017 }, { id: 'operating' }]),
      asOf: 2018,
      expected: { status: 'inProgress', reason: 'noNodePlan' },
    },
    {
      why: 'lost before the deadline is a regression, and due again by its plan',
      target: due([{ id: 'built', plannedYear: 2017, metYear: 2017, lostYear: 2018 }]),
      asOf: 2018,
      expected: { status: 'farBehind', flags: ['regressed'] },
    },
    {
      why: 'a condition that will be met later does not count yet',
      target: due([{ id: 'built', metYear: 2019 }]),
      asOf: 2018,
      expected: { status: 'inProgress', completion: 0 },
    },
    {
      why: 'never reported is noData before anything else',
      target: due([{ id: 'built', metYear: 2017 }], { reportedThrough: null }),
      asOf: 2018,
      expected: { status: 'noData', reason: 'noReadings', completion: null, assessedYear: null },
    },
  ];
  test.each(rows)('$why', check);
});

describe('rating', () => {
  const target: RatingTarget = {
    kind: 'rating',
    targetLevel: 4,
    baseline: { year: 2015, value: 1 },
    deadline: 2020,
  };
  const rows: Row[] = [
    {
      why: 'pending without a level',
      target: { ...target, targetLevel: null },
      readings: at(2018, 2),
      asOf: 2018,
      expected: { status: 'targetPending', value: 2, completion: null },
    },
    {
      why: 'one level short is behind: 3 due by plan',
      target: {
        ...target,
        plan: [
          { year: 2016, level: 2 },
          { year: 2018, level: 3 },
        ],
      },
      readings: at(2018, 2),
      asOf: 2018,
      expected: { status: 'behind', plannedValue: 3, plannedCompletion: null, paceRatio: null },
    },
    {
      why: 'two levels short is far behind',
      target: { ...target, plan: [{ year: 2018, level: 3 }] },
      readings: at(2018, 1),
      asOf: 2018,
      expected: { status: 'farBehind', flags: [] },
    },
    {
      why: 'a plan that falls back keeps its highest level',
      target: {
        ...target,
        plan: [
          { year: 2016, level: 3 },
          { year: 2017, level: 2 },
        ],
      },
      readings: at(2018, 3),
      asOf: 2018,
      expected: { status: 'onTrack', plannedValue: 3 },
    },
    {
      why: 'nothing due and nothing done: 1 + ⌊3 × 0.2⌋ = 1',
      target,
      readings: at(2016, 1),
      asOf: 2016,
      expected: { status: 'inProgress', reason: 'nothingDueYet', plannedValue: 1, completion: 0 },
    },
    {
      why: 'something done while nothing is due',
      target,
      readings: at(2016, 2),
      asOf: 2016,
      expected: { status: 'onTrack', reason: null },
    },
    {
      why: 'below the baseline',
      target,
      readings: at(2016, 0),
      asOf: 2016,
      expected: { status: 'farBehind', flags: ['movingAway'] },
    },
    {
      why: 'the base year is not judged',
      target,
      asOf: 2015,
      expected: { status: 'inProgress', reason: 'baselineYear', value: 1 },
    },
    {
      why: 'above the target, from below it',
      target,
      readings: at(2020, 5),
      asOf: 2020,
      expected: { status: 'exceeded', attainedYear: 2020, targetValue: 4, overshootPct: null },
    },
    {
      why: 'above the target, from the target: kept, not exceeded, and no maintain flags',
      target: { ...target, baseline: { year: 2015, value: 4 } },
      readings: at(2020, 5),
      asOf: 2020,
      expected: { status: 'achieved', flags: [], completion: null, attainedYear: 2015 },
    },
    {
      why: 'fallen from the target: a regression and movement away',
      target: { ...target, baseline: { year: 2015, value: 4 } },
      readings: at(2018, 3),
      asOf: 2018,
      expected: { status: 'farBehind', flags: ['movingAway', 'regressed'] },
    },
    {
      why: 'the assumed lowest level is not a reading: 2016 without a figure is noData',
      target: { ...target, baseline: null },
      asOf: 2015,
      expected: { status: 'noData', reason: 'noReadings' },
    },
    {
      why: 'after a break the path starts at the lowest level: ⌊4 × 0.6⌋ = 2',
      target,
      readings: [{ year: 2018, value: 1, break: true }],
      asOf: 2018,
      expected: { status: 'behind', flags: ['seriesBreak'], plannedValue: 2, completion: 0.25 },
    },
    {
      why: 'age is looked at as for numbers',
      target,
      readings: at(2016, 3),
      asOf: 2018,
      expected: { status: 'noData', reason: 'stale' },
    },
    {
      why: 'missed, and reached late',
      target,
      readings: series(2020, 3, 4),
      asOf: 2021,
      expected: { status: 'missed', flags: ['achievedLate'] },
    },
  ];
  test.each(rows)('$why', check);
});

describe('directional', () => {
  const target: DirectionalTarget = {
    kind: 'directional',
    baseline: { year: 2015, value: 100 },
    deadline: 2020,
  };
  const rows: Row[] = [
    {
      why: 'up is the default direction; 104 from 100 in four years is 0.99% a year',
      target,
      readings: at(2019, 104),
      asOf: 2019,
      expected: {
        status: 'onTrack',
        flags: [],
        trendClass: 'moderateProgress',
        targetValue: null,
        completion: null,
        paceRatio: null,
        attainment: null,
        plannedValue: null,
        projection: null,
      },
    },
    {
      why: 'exactly 1% a year is significant',
      target,
      readings: at(2017, 102.01),
      asOf: 2017,
      expected: { trendClass: 'significantProgress' },
    },
    {
      why: 'the same at reporting precision is behind, though the trend is up',
      target,
      readings: at(2018, 100.04),
      asOf: 2018,
      expected: { status: 'behind', trendClass: 'moderateProgress' },
    },
    {
      why: 'with two decimals it is better',
      target: { ...target, decimals: 2 },
      readings: at(2018, 100.04),
      asOf: 2018,
      expected: { status: 'onTrack' },
    },
    {
      why: 'worse than the baseline moves away',
      target,
      readings: at(2018, 99),
      asOf: 2018,
      expected: { status: 'farBehind', flags: ['movingAway'], trendClass: 'moderateMovementAway' },
    },
    {
      why: 'down: less is better',
      target: { ...target, direction: 'down' },
      readings: at(2018, 90),
      asOf: 2018,
      expected: { status: 'onTrack', trendClass: 'significantProgress' },
    },
    {
      why: 'a verdict only at the deadline, never exceeded',
      target,
      readings: at(2020, 200),
      asOf: 2020,
      expected: { status: 'achieved', flags: [] },
    },
    {
      why: 'the same at the deadline is missed',
      target,
      readings: series(2019, 101, 100),
      asOf: 2020,
      expected: { status: 'missed', flags: ['regressed'] },
    },
    {
      why: 'better afterwards is late',
      target,
      readings: series(2020, 99, 101),
      asOf: 2021,
      expected: { status: 'missed', flags: ['achievedLate'] },
    },
    {
      why: 'worse afterwards is not sustained',
      target,
      readings: series(2020, 101, 99),
      asOf: 2021,
      expected: { status: 'achieved', flags: ['notSustained'] },
    },
    {
      why: 'better before the deadline is not yet achieved, and late figures age',
      target,
      readings: at(2019, 110),
      asOf: 2020,
      expected: { status: 'onTrack', flags: ['awaitingFinal', 'stale'] },
    },
    {
      why: 'two years late is noData, better or not',
      target,
      readings: at(2016, 110),
      asOf: 2018,
      expected: { status: 'noData', reason: 'stale', flags: [] },
    },
    {
      why: 'no baseline is asked for before readings are',
      target: { ...target, baseline: null },
      asOf: 2018,
      expected: { status: 'noData', reason: 'noBaseline', flags: [] },
    },
    {
      why: 'after a break there is no baseline',
      target,
      readings: [{ year: 2018, value: 110, break: true }],
      asOf: 2018,
      expected: { status: 'noData', reason: 'noBaseline', flags: ['seriesBreak'], value: 110 },
    },
    {
      why: 'the base year is not judged, and has no trend',
      target,
      asOf: 2015,
      expected: { status: 'inProgress', reason: 'baselineYear', trendClass: null },
    },
    {
      why: 'from zero there is no rate, but there is a direction',
      target: { ...target, baseline: { year: 2015, value: 0 } },
      readings: at(2018, 1),
      asOf: 2018,
      expected: { status: 'onTrack', trendClass: null },
    },
    {
      why: 'without the deadline figure there is no verdict',
      target,
      readings: at(2019, 110),
      asOf: 2021,
      expected: { status: 'noData', reason: 'deadlineReadingMissing' },
    },
  ];
  test.each(rows)('$why', check);
});
