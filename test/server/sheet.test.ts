import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sheet, SheetRow } from '../../shared/sheet.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addEveryRole, addPerson, type Signed } from '../support/people.ts';
import { watchQueries } from '../support/queries.ts';
import { accepted, enter, publish, refusal, step } from '../support/readings.ts';
import { leadEverything, loadRealPlan, REAL_PLAN } from '../support/real-plan.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let people: ReadonlyMap<string, Signed>;
const who = (role: string): Signed => people.get(role) as Signed;

beforeAll(async () => {
  t = await startApp();
  t.clock.now = new Date('2019-01-08T02:00:00.000Z');
  await addSmallPlan(t);
  people = await addEveryRole(t, 'steb');
});
afterAll(() => t.close());

async function sheet(by: Signed, year = 2018, query = '', planId = 'small'): Promise<Sheet> {
  const response = await by.get(`/api/plans/${planId}/sheets/${year}${query}`);
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Sheet>();
}
function rowOf({ rows }: Sheet, name: Parameters<typeof indicatorOf>[0]): SheetRow {
  const found = rows.find(({ indicator }) => indicator.id === indicatorOf(name));
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}

describe('the sheet of a department', () => {
  it('has the indicators that it leads alone, in the order of the document', async () => {
    const own = await sheet(who('reporter'));
    expect(own).toMatchObject({ year: 2018, department: { id: 'steb' }, mayBegin: true });
    expect(own.rows.map(({ indicator }) => indicator.id.replace('small-', ''))).toEqual([
      'share',
      'density',
      'index',
      'percentage',
      'emission',
      'count',
      'milestone',
      'rating',
    ]);
    expect(rowOf(own, 'share')).toMatchObject({
      ratio: {
        numerator: { id: 'automated' },
        denominator: { id: 'enterprises' },
        multiplier: 100,
      },
      quote: 'share',
      reading: null,
      standing: { numerator: null, denominator: null },
      returns: [],
      checks: {
        year: 2018,
        last: null,
        lists: { value: null, numerator: null, denominator: null },
        evidence: { count: 0 },
      },
    });
    expect(rowOf(own, 'density').ratio?.multiplier).toBe(10_000);
    expect(rowOf(own, 'index').ratio).toBeNull();
  });

  it('tells in every row what its figures are checked against, as the entry page is told', async () => {
    const { rows } = await sheet(who('reporter'));
    for (const { indicator, checks } of rows) {
      const url = `/api/indicators/${indicator.id}/check-context?year=2018`;
      const alone = (await who('reporter').get(url)).json<{ context: SheetRow['checks'] }>();
      expect(checks, indicator.id).toEqual(alone.context);
    }
  });

  it('is open to its own people and to the reviewer, who chooses whose', async () => {
    const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    const names = async (by: Signed, query = '') => {
      const { department, departments, rows, mayBegin } = await sheet(by, 2018, query);
      return [department?.id, departments.map(({ id }) => id), rows.length, mayBegin];
    };
    expect(await names(finance)).toEqual(['finance', ['finance'], 1, true]);
    expect(await names(who('departmentHead'))).toEqual(['steb', ['steb'], 8, false]);
    const reviewer = who('reviewer');
    expect(await names(reviewer)).toEqual(['finance', ['finance', 'steb'], 1, false]);
    expect(await names(reviewer, '?departmentId=steb')).toEqual([
      'steb',
      ['finance', 'steb'],
      8,
      false,
    ]);
    const url = '/api/plans/small/sheets/2018';
    expect(refusal(await finance.get(`${url}?departmentId=steb`))).toBe('403 forbidden');
    expect(refusal(await who('leader').get(url))).toBe('403 forbidden');
  });

  it.each([
    { url: '/api/plans/none/sheets/2018', says: '404 notFound', why: 'there is no such plan' },
    {
      url: '/api/plans/small/sheets/2012',
      says: '422 /year yearOutsidePlan',
      why: 'the plan has no 2012',
    },
    { url: '/api/plans/small/sheets/next', says: '422 /year badFormat', why: 'a year has digits' },
  ])('says $says when $why', async ({ url, says }) => {
    expect(refusal(await who('reporter').get(url))).toBe(says);
  });

  it('is empty for a reporter of a department that leads nothing', async () => {
    const newcomer = await addPerson(t, { roles: ['reporter'], departmentId: 'newcomers' });
    expect(await sheet(newcomer)).toMatchObject({
      department: null,
      departments: [],
      rows: [],
      mayBegin: false,
    });
  });

  it('begins nothing in a year that has not begun', async () => {
    expect((await sheet(who('reporter'), 2019)).mayBegin).toBe(true);
    expect((await sheet(who('reporter'), 2020)).mayBegin).toBe(false);
  });

  it('carries what was approved before, what stands now and why it came back', async () => {
    const [reporter, reviewer] = [who('reporter'), who('reviewer')];
    await publish(reporter, reviewer, indicatorOf('count'), 2017, { value: 2 });
    const draft = await enter(reporter, indicatorOf('count'), 2018, { value: 3, source: '台账' });
    const handedIn = accepted(await step(reporter, draft, 'submit'));
    const back = accepted(await step(reviewer, handedIn, 'return', '缺少认定文号'));
    const row = rowOf(await sheet(reporter), 'count');
    expect(row.indicator.readings.map(({ year, value }) => [year, value])).toEqual([[2017, 2]]);
    expect(row.reading).toMatchObject({
      id: back.id,
      status: 'returned',
      value: 3,
      editable: true,
      steps: ['submit'],
    });
    expect(row.returns).toMatchObject([{ reason: '缺少认定文号' }]);
    // What was sent back is the department's own again.
    const seen = await sheet(reviewer, 2018, '?departmentId=steb');
    expect(rowOf(seen, 'count')).toMatchObject({ reading: null, returns: [] });
  });

  it('tells a part that another indicator gave already', async () => {
    const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    await enter(finance, indicatorOf('otherShare'), 2018, { numerator: 8, denominator: 300 });
    expect(rowOf(await sheet(who('reporter')), 'share')).toMatchObject({
      reading: null,
      standing: { numerator: null, denominator: 300 },
    });
  });
});

describe('a round', () => {
  const CASES = [
    { state: 'none', round: null, mayBegin: true, why: 'from paper' },
    {
      state: 'planned',
      round: { opensOn: '2019-02-01', closedAt: null, sealedAt: null },
      mayBegin: false,
      why: 'not open yet',
    },
    {
      state: 'open',
      round: { opensOn: '2019-01-08', closedAt: null, sealedAt: null },
      mayBegin: true,
      why: 'it opens on this day in China',
    },
    {
      state: 'closed',
      round: { opensOn: '2018-12-01', closedAt: '2019-01-01T00:00:00.000Z', sealedAt: null },
      mayBegin: false,
      why: 'nothing new after the close',
    },
  ] as const;
  it.each(CASES)('that is $state: $why', async ({ state, round, mayBegin }) => {
    const db = t.database.kysely;
    await db.deleteFrom('rounds').execute();
    if (round !== null) {
      const { userId } = { userId: who('reviewer').user.id };
      await db
        .insertInto('rounds')
        .values({
          planId: 'small',
          year: 2016,
          dueOn: '2019-02-28',
          closedBy: null,
          sealedBy: null,
          version: 1,
          createdBy: userId,
          createdAt: t.clock.now.toISOString(),
          ...round,
        })
        .execute();
    }
    expect(await sheet(who('reporter'), 2016)).toMatchObject({
      mayBegin,
      round: { state, dueOn: round === null ? null : '2019-02-28' },
    });
  });
});

describe('however many rows', () => {
  it('it is one request and as many queries', async () => {
    const fresh = await startApp();
    fresh.clock.now = new Date('2019-01-08T02:00:00.000Z');
    const asked = watchQueries(fresh);
    await loadRealPlan(fresh);
    await addSmallPlan(fresh);
    await leadEverything(fresh, 'finance');
    const reporter = await addPerson(fresh, { roles: ['reporter'], departmentId: 'finance' });
    const reviewer = await addPerson(fresh, { roles: ['reviewer'] });
    const planId = REAL_PLAN.document.id;
    const queries = async (): Promise<number> => {
      const from = asked.length;
      await sheet(reporter, 2018, '', planId);
      return asked.slice(from).filter(({ sql }) => sql.startsWith('select')).length;
    };
    const milestone = 'im-maker-space';
    await publish(reporter, reviewer, milestone, 2018, { conditions: [{ id: 'built' }] });
    const first = await queries();
    for (const { id, kind } of REAL_PLAN.indicators.filter((one) => one.kind === 'countRange')) {
      const draft = await enter(reporter, id, 2018, { value: 3, source: kind });
      accepted(await step(reporter, draft, 'submit'));
    }
    expect(await queries()).toBe(first);
    expect(first).toBeLessThanOrEqual(36);
    await fresh.close();
  });
});
