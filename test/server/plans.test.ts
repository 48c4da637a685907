import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import { loadBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import type { Output } from '../../shared/endpoint.ts';
import type {
  getCoverage,
  getDocument,
  Indicator,
  listMeasures,
  listPlans,
} from '../../shared/plans.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { lakePlan } from '../support/lake-plan.ts';
import { addPerson, asStranger, type Signed } from '../support/people.ts';
import { ifMatch, publish, refusal } from '../support/readings.ts';

const PLAN = '/api/plans/qetdz-2016';

let t: TestApp;
let leader: Signed;
beforeAll(async () => {
  t = await startApp();
  await new Transactions(t.database.kysely).write((db) => loadBuiltInPlan(db, t.clock.now));
  leader = await addPerson(t, { roles: ['leader'] });
});
afterAll(() => t.close());

async function read<T>(url: string): Promise<T> {
  const response = await leader.get(url);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<T>();
}

describe('the document', () => {
  it('comes verbatim, and every clause stands where its span says', async () => {
    const { text, clauses, sha256 } = await read<Output<typeof getDocument>>(`${PLAN}/document`);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(text).toContain('《关于关于进一步推动发展');
    expect(text).toContain('\u00a0');
    const counts = Object.groupBy(clauses, ({ subject }) => subject);
    expect(
      Object.fromEntries(Object.entries(counts).map(([subject, list]) => [subject, list.length])),
    ).toEqual({
      indicator: 26,
      measure: 30,
      incentive: 27,
      safeguard: 5,
      obligation: 6,
      body: 4,
    });
    const said = (id: string) => {
      const clause = clauses.find((one) => one.id === id);
      return clause === undefined ? null : text.slice(clause.start, clause.end);
    };
    expect(said('im-robot-density')).toBe(
      '重点规上离散制造业中每万名产业工人中拥有机器人的数量达到100台',
    );
    expect(said('m03')).toMatch(/^3、鼓励企业管理创新.*财政局）$/);
    expect(said('m10-i2')).toBe('对特别重大的平台引进，可采取“一事一议”予以支持');
    expect(said('sg2-annual-report')).toMatch(/^各有关部门于每年年底/);
    expect(clauses.map(({ start }) => start)).toEqual(
      clauses.map(({ start }) => start).toSorted((one, other) => one - other),
    );
  });

  it('names its clauses as they are shown', async () => {
    const { clauses } = await read<Output<typeof getDocument>>(`${PLAN}/document`);
    expect(clauses.find(({ id }) => id === 'im-robot-density')?.code).toBe('A2');
    expect(clauses.find(({ id }) => id === 'm03')?.code).toBe('3');
    expect(clauses.find(({ id }) => id === 'm10-i2')?.code).toBeNull();
  });

  it('of a measure’s indicator is the place inside that measure', async () => {
    const { clauses } = await read<Output<typeof getDocument>>(`${PLAN}/document`);
    const at = (id: string) => clauses.find((clause) => clause.id === id) ?? { start: 0, end: 0 };
    for (const [inner, outer] of [
      ['ms-demo-enterprises', 'm01'],
      ['m11-i1', 'm11'],
      ['sg1-leading-group', '1'],
    ] as const) {
      expect(at(inner).start, inner).toBeGreaterThanOrEqual(at(outer).start);
      expect(at(inner).end, inner).toBeLessThanOrEqual(at(outer).end);
    }
  });
});

describe('the coverage', () => {
  it('says what the plan lacks on its first day', async () => {
    const coverage = await read<Output<typeof getCoverage>>(`${PLAN}/coverage`);
    const codes = (list: keyof typeof coverage) =>
      coverage[list].map((item) => ('code' in item ? item.code : String(item.number))).join(' ');
    expect(coverage.indicatorsWithoutDepartment).toHaveLength(19);
    expect(codes('indicatorsWithUndecidedLead')).toBe('A11 A12 A13 A14');
    expect(codes('indicatorsWithoutMeasure')).toBe('C3 C4 C5');
    expect(codes('indicatorsWithoutBaseline')).toBe('A1 A2 A5 A8 A9 A13 A14 C1 C2 C3 C4 C5');
    expect(codes('indicatorsWithPendingTarget')).toBe('C3 C4 C5');
    expect(codes('measuresWithoutIndicator')).toBe('3');
  });
});

describe('the measures', () => {
  it('come with their departments in the document’s order, indicators and money rules', async () => {
    const { items } = await read<Output<typeof listMeasures>>(`${PLAN}/measures`);
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(items[5]).toMatchObject({
      id: 'm06',
      departmentIds: ['stateTax', 'localTax', 'finance', 'steb'],
      indicatorIds: ['im-digital-products'],
      incentiveCount: 2,
    });
    expect(items.reduce((sum, { incentiveCount }) => sum + incentiveCount, 0)).toBe(27);
  });
});

describe('an indicator', () => {
  it('says all that the document says about it', async () => {
    const indicator = await read<Indicator>('/api/indicators/qb-cod-reduction');
    expect(indicator).toMatchObject({
      code: 'C4',
      kind: 'reduction',
      decimals: 2,
      expressions: ['percentage', 'tonnesCut', 'ceiling'],
      measures: [],
      baselines: [],
      checkpointSets: [],
      leadDepartmentIds: [],
      version: 1,
    });
    expect(indicator.targets).toEqual([
      expect.objectContaining({ version: 1, pending: true, reductionPct: null, enteredBy: null }),
    ]);
  });

  it('says in which ways its target may be put', async () => {
    const ways = async (id: string) =>
      (await read<Indicator>(`/api/indicators/${id}`)).expressions.join(' ');
    expect(await ways('qb-energy-intensity')).toBe('percentage ceiling');
    expect(await ways('im-smart-workshops')).toBe('value');
    expect(await ways('so-online-brands')).toBe('value');
    expect(await ways('im-maker-space')).toBe('');
  });

  it('of a ratio names its parts', async () => {
    const { ratio } = await read<Indicator>('/api/indicators/im-robot-density');
    expect(ratio).toMatchObject({
      numerator: { id: 'robotCount', unitZh: '台' },
      denominator: { id: 'industrialWorkerCount', unitZh: '人' },
      multiplier: 10_000,
    });
  });

  it('names the measures that serve it, with the place of each', async () => {
    const { measures } = await read<Indicator>('/api/indicators/im-robot-density');
    const { text } = await read<Output<typeof getDocument>>(`${PLAN}/document`);
    expect(measures.map(({ number }) => number)).toEqual([4, 5, 11]);
    expect(measures.map(({ start }) => text.slice(start, start + 2))).toEqual(['4、', '5、', '11']);
  });
});

describe('the list of plans', () => {
  it('opens on the latest year that counts, else on the first of the plan', async () => {
    const own = await startApp();
    await new Transactions(own.database.kysely).write(async (db) => {
      await loadBuiltInPlan(db, own.clock.now);
      const { file, text } = lakePlan();
      await loadPlan(db, file, text, own.clock.now);
    });
    const admin = await addPerson(own, { roles: ['administrator'] });
    const years = async () => {
      const { items } = (await admin.get('/api/plans')).json<Output<typeof listPlans>>();
      return items.map(({ id, defaultYear, indicatorCount }) => [id, defaultYear, indicatorCount]);
    };
    expect(await years()).toEqual([
      ['lake-2021', 2021, 2],
      ['qetdz-2016', 2016, 26],
    ]);
    await admin.send(
      'PUT',
      '/api/indicators/im-smart-workshops/departments',
      { leadDepartmentIds: ['steb'], supportingDepartmentIds: [] },
      ifMatch(1),
    );
    const reporter = await addPerson(own, { roles: ['reporter'], departmentId: 'steb' });
    const reviewer = await addPerson(own, { roles: ['reviewer'] });
    const typed = { value: 1, dataStatus: 'final' } as const;
    await publish(reporter, reviewer, 'im-smart-workshops', 2017, typed);
    const draft = { indicatorId: 'im-smart-workshops', year: 2018, ...typed };
    await reporter.send('POST', '/api/readings', draft);
    expect(await years()).toEqual([
      ['lake-2021', 2021, 2],
      ['qetdz-2016', 2017, 26],
    ]);
    await own.close();
  });
});

describe('what is not there', () => {
  it.each([
    '/api/plans/none/document',
    '/api/plans/none/coverage',
    '/api/plans/none/measures',
    '/api/indicators/none',
  ])('%s is not found', async (url) => {
    expect(refusal(await leader.get(url))).toBe('404 notFound');
  });

  it('a stranger is told nothing', async () => {
    expect(refusal(await asStranger(t, 'GET', `${PLAN}/document`))).toBe('401 notSignedIn');
  });
});
