import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeptBoards } from '../../server/dashboard/kept-boards.ts';
import { Prepared } from '../../server/http/serve.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addDepartment, addPerson, type Signed } from '../support/people.ts';
import { type Asked, planOf, watchQueries } from '../support/queries.ts';
import { accepted, change, enter, publish, step } from '../support/readings.ts';
import { leadEverything, loadRealPlan, REAL_PLAN } from '../support/real-plan.ts';
import { addSmallPlan } from '../support/small-plan.ts';

const URL = `/api/plans/${REAL_PLAN.document.id}/dashboard`;
const COUNT = 'im-smart-workshops';

let t: TestApp;
let asked: Asked[];
let reporter: Signed;
let reviewer: Signed;
let leader: Signed;

beforeAll(async () => {
  t = await startApp();
  asked = watchQueries(t);
  await loadRealPlan(t);
  await addSmallPlan(t);
  await leadEverything(t, 'steb');
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
  await publish(reporter, reviewer, COUNT, 2016, { value: 1 });
  await publish(reporter, reviewer, 'im-maker-space', 2016, { conditions: [{ id: 'built' }] });
});
afterAll(() => t.close());

async function queriesOf(by: Signed, url: string): Promise<Asked[]> {
  const from = asked.length;
  const response = await by.get(url);
  expect(response.statusCode).toBe(200);
  return asked.slice(from).filter(({ sql }) => sql.startsWith('select'));
}

describe('a board is made once', () => {
  it('and then asks nothing for as long as nothing changes', async () => {
    const first = await queriesOf(leader, `${URL}?year=2017`);
    const second = await queriesOf(leader, `${URL}?year=2017`);
    expect(first.length).toBeGreaterThan(8);
    expect(second).toEqual([]);
  });

  it('and costs the session and the revision when something else changed', async () => {
    await queriesOf(leader, `${URL}?year=2017`);
    await addDepartment(t, 'newcomers');
    const after = await queriesOf(leader, `${URL}?year=2017`);
    const tables = after.map(({ sql }) => /from "(\w+)"/.exec(sql)?.[1]);
    expect(tables).toEqual(['sessions', 'users', 'user_roles', 'plans']);
  });

  it('for everybody who sees the same', async () => {
    const other = await addPerson(t, { roles: ['administrator'] });
    const made = await leader.get(`${URL}?year=2016`);
    const again = await queriesOf(other, `${URL}?year=2016`);
    expect(again.some(({ sql }) => sql.includes('"readings"'))).toBe(false);
    expect((await other.get(`${URL}?year=2016`)).body).toBe(made.body);
  });

  it('until something changes that it could show', async () => {
    const shown = async () =>
      (await leader.get(URL)).json<Dashboard>().indicators.find(({ id }) => id === COUNT)?.readings;
    const before = await shown();
    const draft = await enter(reporter, COUNT, 2017, { value: 2, source: '年报' });
    const changed = accepted(await change(reporter, draft, { value: 3 }));
    expect(await shown()).toEqual(before);
    const submitted = accepted(await step(reporter, changed, 'submit'));
    expect(await shown()).toEqual(before);
    accepted(await step(reviewer, submitted, 'approve'));
    expect((await shown())?.map(({ year, value }) => [year, value])).toEqual([
      [2016, 1],
      [2017, 3],
    ]);
  });

  it('and known by its tag, which says when nothing changed', async () => {
    const fresh = await leader.get(URL);
    const tag = String(fresh.headers.etag);
    const known = await t.app.inject({
      url: URL,
      headers: { cookie: leader.cookie, 'if-none-match': `"old", W/${tag}` },
    });
    expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', tag]);
    const other = await leader.get(`${URL}?year=2016`);
    expect(other.headers.etag).not.toBe(tag);
  });

  it('and only the 64 last used ones are kept', () => {
    const boards = new KeptBoards();
    for (let n = 0; n < 64; n += 1) boards.set(`b${n}`, new Prepared('{}'));
    expect(boards.get('b0')).toBeDefined();
    boards.set('b64', new Prepared('{}'));
    expect(boards.get('b1')).toBeUndefined();
    expect(boards.get('b0')).toBeDefined();
    expect(boards.get('b64')).toBeDefined();
  });
});

describe('the cost of one plan does not grow with the number of plans', () => {
  /** One row, or one row a department of the zone: they do not grow with plans. */
  const SMALL = /^SCAN (installation|departments)$/;

  it('no query of a board reads a table from end to end', async () => {
    const queries = await queriesOf(reviewer, `${URL}?year=2018&unapproved=include`);
    expect(queries.length).toBeGreaterThan(8);
    const scans = queries.flatMap((query) =>
      planOf(t, query)
        .filter((line) => line.startsWith('SCAN') && !SMALL.test(line))
        .map((line) => `${line} in ${query.sql}`),
    );
    expect(scans).toEqual([]);
  });

  it('the number of queries is fixed, whatever was reported', async () => {
    const few = await queriesOf(leader, '/api/plans/small/dashboard?year=2016');
    const many = await queriesOf(leader, `${URL}?year=2015`);
    expect(many.length).toBe(few.length);
  });

  it('neither does a reading, nor what it shares', async () => {
    const draft = await enter(reporter, 'im-cnc-rate', 2016, { numerator: 1, denominator: 2 });
    const from = asked.length;
    accepted(await change(reporter, draft, { numerator: 2 }));
    await reporter.get(`/api/readings/${draft.id}`);
    await reporter.get(`/api/readings?indicatorId=im-cnc-rate`);
    await reporter.get(`/api/readings?planId=${REAL_PLAN.document.id}`);
    const selects = asked.slice(from).filter(({ sql }) => sql.startsWith('select'));
    const scans = selects.flatMap((query) =>
      planOf(t, query)
        .filter((line) => line.startsWith('SCAN'))
        .map((line) => `${line} in ${query.sql}`),
    );
    // The last row of the audit log is read from its end.
    expect(scans.filter((line) => !line.startsWith('SCAN audit_log in'))).toEqual([]);
  });
});
