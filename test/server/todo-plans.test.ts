import { afterEach, beforeEach, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import { hasDuties } from '../../shared/todo.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addEveryRole, addPerson, type Signed } from '../support/people.ts';
import { type Asked, planOf, watchQueries } from '../support/queries.ts';
import { enter } from '../support/readings.ts';
import { lakePlan } from '../support/lake-plan.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let asked: Asked[];

beforeEach(async () => {
  t = await startApp();
  asked = watchQueries(t);
  await addSmallPlan(t);
});
afterEach(() => t.close());

async function askedFor(by: Signed): Promise<Asked[]> {
  const from = asked.length;
  expect((await by.get('/api/todo')).statusCode).toBe(200);
  return asked.slice(from);
}

it('what one has to do costs the same, whatever rounds plans of others have open', async () => {
  const { file, text } = lakePlan();
  await new Transactions(t.database.kysely).write((db) => loadPlan(db, file, text, t.clock.now));
  const ours = await addPerson(t, { roles: ['reporter'], departmentId: 'lakeWater' });
  const theirs = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  const reviewer = await addPerson(t, { roles: ['reviewer'] });
  const open = async (year: number): Promise<void> => {
    const round = { year, opensOn: '2019-01-01', dueOn: '2019-01-31' };
    const answer = await reviewer.send('POST', '/api/plans/small/rounds', round);
    expect(answer.statusCode).toBe(201);
  };
  await open(2017);
  const before = (await askedFor(ours)).length;
  const theirsBefore = (await askedFor(theirs)).length;
  await open(2018);
  await enter(theirs, indicatorOf('count'), 2018, { value: 1 });
  expect((await askedFor(ours)).length).toBe(before);
  expect((await askedFor(theirs)).length).toBeGreaterThan(theirsBefore);
});

/** Tables that may be read from end to end: years of use leave a handful of rows in them. */
const SMALL = [
  ['departments', 'some dozens'],
  ['users', 'some dozens'],
  ['user_roles', 'some dozens'],
  ['sign_in_failures', 'swept up'],
  ['plans', 'one row each'],
  ['rounds', 'one row a plan and year'],
  ['l', 'the latest sealed round of each plan'],
  ['round_notices', 'some a round'],
  ['meetings', 'some a year'],
  ['a', 'decisions of meetings that are not closed'],
  ['c', 'corrections'],
  ['score_sheets', 'some a plan'],
  ['acceptances', 'one a plan'],
];

it('nobody looks through all that was ever reported for what they have to do', async () => {
  const scanned = new Set<string>();
  for (const by of (await addEveryRole(t, 'steb')).values()) {
    if (!hasDuties(by.user.roles)) continue;
    for (const one of await askedFor(by)) {
      for (const line of planOf(t, one)) {
        const table = /^SCAN (\w+)/.exec(line)?.[1];
        if (table !== undefined) scanned.add(table);
      }
    }
  }
  const small = new Set(SMALL.map(([table]) => table));
  expect([...scanned].filter((table) => !small.has(table))).toEqual([]);
});
