import { describe, test } from 'vitest';
import type { Condition, MilestoneTarget } from '../../../shared/assessment/types.ts';
import { check } from './agree.ts';
import type { Row } from './agree.ts';

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
