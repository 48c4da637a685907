import { afterAll, beforeAll, expect, test } from 'vitest';
import { plannedFor, previewOf } from '../../shared/preview.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { NewReading, Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { leadEverything, loadRealPlan } from '../support/real-plan.ts';
import { enter, publish, step } from '../support/readings.ts';

interface Case {
  readonly indicatorId: string;
  readonly typed: Partial<NewReading>;
  readonly why: string;
}

const met = (id: string, metOn: string | null, lostOn: string | null = null) => ({
  id,
  metOn,
  lostOn,
});

const CASES: readonly Case[] = [
  {
    indicatorId: 'im-automated-enterprise-share',
    typed: { numerator: 147, denominator: 300 },
    why: 'a ratio is judged unrounded',
  },
  { indicatorId: 'im-smart-workshops', typed: { value: 6 }, why: 'a count may be exceeded' },
  { indicatorId: 'im-digital-products', typed: { value: 0 }, why: '0 is a figure' },
  {
    indicatorId: 'im-network-informatization',
    typed: { level: 2, ground: '多数企业已应用' },
    why: 'a level is the value',
  },
  {
    indicatorId: 'im-maker-space',
    typed: { conditions: [met('built', '2016-05-01'), met('operating', '2018-03-01')] },
    why: 'a report that names two conditions says nothing of the third',
  },
  {
    indicatorId: 'so-park-2-5',
    typed: {
      conditions: [met('built', '2017-05-01', '2018-02-01'), met('operating', '2017-08-01')],
    },
    why: 'what was lost again does not hold',
  },
  {
    indicatorId: 'qb-quality-competitiveness-index',
    typed: { absence: { kind: 'unavailable', reason: '尚未公布' } },
    why: 'an absence is no figure',
  },
  {
    indicatorId: 'im-cnc-rate',
    typed: { numerator: 900, denominator: 1000, scopeChange: '名录库调整' },
    why: 'a change of scope cuts the series',
  },
  { indicatorId: 'qb-cod-reduction', typed: { value: 20 }, why: 'a pending target stays pending' },
];

let t: TestApp;
let reporter: Signed;
let reviewer: Signed;
let before: Dashboard;
let after: Dashboard;
const waiting = new Map<string, Reading>();

const board = async (): Promise<Dashboard> => {
  const plans = (await reviewer.get('/api/plans')).json<{ items: { id: string }[] }>();
  const [plan] = plans.items;
  return (await reviewer.get(`/api/plans/${plan?.id}/dashboard?year=2018`)).json<Dashboard>();
};

beforeAll(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  await leadEverything(t, 'steb');
  await publish(reporter, reviewer, 'im-smart-workshops', 2017, { value: 1 });
  await publish(reporter, reviewer, 'so-park-2-5', 2017, {
    conditions: [met('built', '2017-05-01'), met('operating', null)],
  });
  for (const { indicatorId, typed } of CASES) {
    const draft = await enter(reporter, indicatorId, 2018, { source: '年报', ...typed });
    const handedIn = (await step(reporter, draft, 'submit')).json<Reading>();
    waiting.set(indicatorId, handedIn);
  }
  before = await board();
  for (const reading of waiting.values()) await step(reviewer, reading, 'approve');
  after = await board();
});
afterAll(() => t.close());

const find = (where: Dashboard, id: string) => {
  const found = where.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test.each(CASES)('$indicatorId is previewed as the board then judges it: $why', (one) => {
  const reading = waiting.get(one.indicatorId);
  if (reading === undefined) throw new Error('not handed in');
  const preview = previewOf(find(before, one.indicatorId), 2018, reading);
  expect(preview).toEqual(find(after, one.indicatorId).assessment);
});

test('the plan of a year is the same before and after its figure', () => {
  let compared = 0;
  for (const { indicatorId } of CASES) {
    const approved = find(after, indicatorId).assessment;
    if (approved.assessedYear !== 2018 || approved.plannedValue === null) continue;
    expect([indicatorId, plannedFor(find(before, indicatorId), 2018)]).toEqual([
      indicatorId,
      approved.plannedValue,
    ]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(0);
});
