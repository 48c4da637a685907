import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { loadBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { assess } from '../../shared/assessment/assess.ts';
import type { BoardIndicator, Dashboard } from '../../shared/dashboard.ts';
import type { Output } from '../../shared/endpoint.ts';
import type { getCoverage, Indicator } from '../../shared/plans.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { ifMatch, publish, refusal } from '../support/readings.ts';

const COD = 'qb-cod-reduction';
const ENERGY = 'qb-energy-intensity';
const WORKSHOPS = 'im-smart-workshops';
const CNC = 'im-cnc-rate';
const MAKERS = 'im-maker-space';
const BRANDS = 'so-online-brands';
const grounds = { basis: '省下达任务', documentNumber: '闽政〔2017〕29号' };
const assigned = { effectiveDate: '2017-07-01', ...grounds };

let t: TestApp;
let admin: Signed;
beforeEach(async () => {
  t = await startApp();
  await new Transactions(t.database.kysely).write((db) => loadBuiltInPlan(db, t.clock.now));
  admin = await addPerson(t, { roles: ['administrator'], name: '王主任' });
});
afterEach(() => t.close());

async function read(id: string): Promise<Indicator> {
  return (await admin.get(`/api/indicators/${id}`)).json<Indicator>();
}

type Setting = 'targets' | 'baselines' | 'checkpoints' | 'departments';

/** Sends a change with the version that stands. */
async function send(id: string, what: Setting, body: object): Promise<LightMyRequestResponse> {
  const { version } = await read(id);
  const method = what === 'departments' ? 'PUT' : 'POST';
  return admin.send(method, `/api/indicators/${id}/${what}`, body, ifMatch(version));
}

async function set(id: string, what: Setting, body: object): Promise<Indicator> {
  const response = await send(id, what, body);
  expect(response.statusCode, response.body).toBe(what === 'departments' ? 200 : 201);
  return response.json<Indicator>();
}

async function board(id: string, year: number): Promise<BoardIndicator & { revision: number }> {
  const response = await admin.get(`/api/plans/qetdz-2016/dashboard?year=${year}`);
  const { indicators, revision } = response.json<Dashboard>();
  const found = indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(id);
  return { ...found, revision };
}

/** Approved emissions of a department that leads, one a year. */
async function report(id: string, figures: Readonly<Record<number, object>>): Promise<void> {
  await set(id, 'departments', { leadDepartmentIds: ['steb'], supportingDepartmentIds: [] });
  const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  const reviewer = await addPerson(t, { roles: ['reviewer'] });
  for (const [year, typed] of Object.entries(figures)) {
    await publish(reporter, reviewer, id, Number(year), { dataStatus: 'final', ...typed });
  }
}

describe('a target that is assigned later', () => {
  it('is pending before, whatever was reported', async () => {
    await report(COD, { 2016: { value: 950 } });
    const { target, assessment } = await board(COD, 2016);
    expect(target).toEqual({
      kind: 'reduction',
      reductionPct: null,
      baseline: { year: 2015, value: null },
      deadline: 2020,
      decimals: 2,
      direction: 'down',
    });
    expect(assessment.status).toBe('targetPending');
  });

  it('as a percentage is a reduction, on the path of the method', async () => {
    await report(COD, { 2016: { value: 980 } });
    await set(COD, 'baselines', { year: 2015, value: 1000, ...grounds });
    const after = await set(COD, 'targets', {
      expression: 'percentage',
      reductionPct: 10,
      ...assigned,
    });
    expect(after.targets[0]).toMatchObject({
      version: 2,
      kind: 'reduction',
      expression: 'percentage',
      reductionPct: 10,
      pending: false,
      path: null,
      basis: '省下达任务',
      documentNumber: '闽政〔2017〕29号',
      effectiveDate: '2017-07-01',
      enteredBy: '王主任',
    });
    const { target, assessment, readings } = await board(COD, 2016);
    expect(target).toEqual({
      kind: 'reduction',
      reductionPct: 10,
      baseline: { year: 2015, value: 1000 },
      deadline: 2020,
      decimals: 2,
      direction: 'down',
    });
    expect(assessment).toMatchObject({ status: 'onTrack', targetValue: 900 });
    expect(assess(target, readings, 2016)).toEqual(assessment);
  });

  it('as 0 percent is a target, not a gap: not above the base year', async () => {
    await report(COD, { 2016: { value: 1000 }, 2017: { value: 1100 } });
    await set(COD, 'baselines', { year: 2015, value: 1000, ...grounds });
    await set(COD, 'targets', { expression: 'percentage', reductionPct: 0, ...assigned });
    expect((await board(COD, 2016)).assessment).toMatchObject({
      status: 'achieved',
      targetValue: 1000,
    });
    expect((await board(COD, 2017)).assessment.status).toBe('behind');
  });

  it('as tonnes is a ceiling below the baseline, linear', async () => {
    await report(COD, { 2016: { value: 974.44 } });
    await set(COD, 'baselines', { year: 2015, value: 1234.56, ...grounds });
    const after = await set(COD, 'targets', {
      expression: 'tonnesCut',
      tonnes: 100.1,
      ...assigned,
    });
    expect(after.targets[0]).toMatchObject({
      kind: 'atMost',
      tonnesCut: 100.1,
      value: 1134.46,
      path: 'linear',
    });
    const { target, assessment, documentKind } = await board(COD, 2016);
    expect(target).toEqual({
      kind: 'atMost',
      value: 1134.46,
      path: 'linear',
      baseline: { year: 2015, value: 1234.56 },
      deadline: 2020,
      decimals: 2,
      direction: 'down',
    });
    expect(documentKind).toBe('reduction');
    expect(assessment).toMatchObject({ targetValue: 1134.46, attainedYear: 2016 });
  });

  it('as tonnes follows a baseline that is entered anew', async () => {
    await set(COD, 'baselines', { year: 2015, value: 1000, ...grounds });
    await set(COD, 'targets', { expression: 'tonnesCut', tonnes: 200, ...assigned });
    const after = await set(COD, 'baselines', {
      year: 2015,
      value: 1100,
      restated: true,
      basis: '普查修订',
    });
    expect(
      after.targets.map(({ version, value, tonnesCut, basis }) => [
        version,
        value,
        tonnesCut,
        basis,
      ]),
    ).toEqual([
      [3, 900, 200, '省下达任务'],
      [2, 800, 200, '省下达任务'],
      [1, null, null, null],
    ]);
    expect((await board(COD, 2016)).target).toMatchObject({
      value: 900,
      baseline: { year: 2015, value: 1100, restated: true },
    });
  });

  it('as a ceiling needs no baseline', async () => {
    await report(ENERGY, { 2018: { numerator: 41, denominator: 1000 } });
    await set(ENERGY, 'targets', { expression: 'ceiling', value: 0.05, ...assigned });
    const { target, assessment } = await board(ENERGY, 2018);
    expect(target).toMatchObject({ kind: 'atMost', value: 0.05, path: 'linear' });
    expect(assessment).toMatchObject({ status: 'exceeded', value: 0.041, targetValue: 0.05 });
  });
});

describe('a target of the document that is put anew', () => {
  it('keeps its kind, and the older version stays', async () => {
    const after = await set(WORKSHOPS, 'targets', {
      expression: 'value',
      lower: 4,
      upper: 6,
      ...assigned,
    });
    expect(
      after.targets.map(({ version, lower, upper, expression, enteredBy }) => [
        version,
        lower,
        upper,
        expression,
        enteredBy,
      ]),
    ).toEqual([
      [2, 4, 6, 'value', '王主任'],
      [1, 3, 5, 'document', null],
    ]);
    expect((await board(WORKSHOPS, 2016)).target).toMatchObject({ lower: 4, upper: 6 });
  });

  it('cannot be changed behind the product’s back', async () => {
    const { connection } = t.database;
    expect(() => connection.exec('update targets set value = 1')).toThrow(/never changed/);
    expect(() => connection.exec('delete from targets')).toThrow(/never deleted/);
    expect(() => connection.exec('update baselines set value = 1')).toThrow(/never changed/);
    expect(() => connection.exec('delete from baselines')).toThrow(/never deleted/);
  });
});

describe('a baseline', () => {
  it('of null takes the one before back, and both stay', async () => {
    await set(CNC, 'baselines', { year: 2015, value: 40, ...grounds });
    const after = await set(CNC, 'baselines', { year: 2015, value: null, ...grounds });
    expect(after.baselines.map(({ version, value }) => [version, value])).toEqual([
      [2, null],
      [1, 40],
    ]);
    expect((await board(CNC, 2016)).target.baseline).toEqual({ year: 2015, value: null });
  });

  it('of zero is a figure', async () => {
    await set(CNC, 'baselines', { year: 2015, value: 0, ...grounds });
    expect((await board(CNC, 2016)).target.baseline).toEqual({ year: 2015, value: 0 });
  });
});

describe('checkpoints', () => {
  it('bend the path, and an empty list straightens it again', async () => {
    await report(CNC, { 2018: { numerator: 50, denominator: 100 } });
    await set(CNC, 'baselines', { year: 2015, value: 40, ...grounds });
    expect((await board(CNC, 2018)).assessment).toMatchObject({ plannedValue: 64 });
    await set(CNC, 'checkpoints', { checkpoints: [{ year: 2018, value: 50 }], ...grounds });
    const bent = await board(CNC, 2018);
    expect(bent.assessment).toMatchObject({ plannedValue: 50, status: 'onTrack' });
    expect(bent.target).toMatchObject({ checkpoints: [{ year: 2018, value: 50 }] });
    const after = await set(CNC, 'checkpoints', { checkpoints: [], basis: '撤销' });
    expect(after.checkpointSets.map(({ checkpoints }) => checkpoints.length)).toEqual([0, 1]);
    expect((await board(CNC, 2018)).assessment).toMatchObject({ plannedValue: 64 });
  });

  it('in percent go when the target is no longer a reduction', async () => {
    await set(COD, 'checkpoints', { checkpoints: [{ year: 2018, reductionPct: 6 }], ...grounds });
    const after = await set(COD, 'targets', { expression: 'ceiling', value: 900, ...assigned });
    expect(after.checkpointSets.map(({ checkpoints }) => checkpoints.length)).toEqual([0, 1]);
    expect((await board(COD, 2018)).target).not.toHaveProperty('checkpoints');
  });
});

describe('departments of an indicator', () => {
  it('have one lead, or none that is decided', async () => {
    const one = await set(COD, 'departments', {
      leadDepartmentIds: ['steb'],
      supportingDepartmentIds: ['finance', 'quality'],
      note: '管委会分工',
    });
    expect(one).toMatchObject({
      leadDepartmentIds: ['steb'],
      supportingDepartmentIds: ['finance', 'quality'],
    });
    expect((await board(COD, 2016)).lead).toEqual({ state: 'named', departmentIds: ['steb'] });
    await set(COD, 'departments', {
      leadDepartmentIds: ['steb', 'finance'],
      supportingDepartmentIds: [],
    });
    expect((await board(COD, 2016)).lead.state).toBe('undecided');
    await set(COD, 'departments', { leadDepartmentIds: [], supportingDepartmentIds: [] });
    expect((await board(COD, 2016)).lead.state).toBe('none');
  });

  it('are told with who assigned them, when and on what ground, earlier ones too', async () => {
    expect((await read(COD)).departmentVersions).toEqual([]);
    const lead = (departmentId: string, note?: string) =>
      set(COD, 'departments', {
        leadDepartmentIds: [departmentId],
        supportingDepartmentIds: departmentId === 'steb' ? ['finance'] : [],
        ...(note === undefined ? {} : { note }),
      });
    await lead('steb', '管委会〔2017〕3号');
    const first = t.clock.now.toISOString();
    t.clock.now = new Date(t.clock.now.getTime() + 600_000);
    const { departmentVersions } = await lead('quality');
    expect(departmentVersions).toEqual([
      {
        leadDepartmentIds: ['quality'],
        supportingDepartmentIds: [],
        note: null,
        enteredBy: '王主任',
        enteredAt: t.clock.now.toISOString(),
      },
      {
        leadDepartmentIds: ['steb'],
        supportingDepartmentIds: ['finance'],
        note: '管委会〔2017〕3号',
        enteredBy: '王主任',
        enteredAt: first,
      },
    ]);
    const refused = await send(COD, 'departments', {
      leadDepartmentIds: ['nobody'],
      supportingDepartmentIds: [],
    });
    expect(refused.statusCode).toBe(422);
    expect((await read(COD)).departmentVersions).toHaveLength(2);
  });

  it('are a lead: with supporting ones only, the coverage lists it as having none', async () => {
    await set(COD, 'departments', { leadDepartmentIds: [], supportingDepartmentIds: ['finance'] });
    const coverage = (await admin.get('/api/plans/qetdz-2016/coverage')).json<
      Output<typeof getCoverage>
    >();
    expect(coverage.indicatorsWithoutDepartment.map(({ id }) => id)).toContain(COD);
    expect((await board(COD, 2016)).lead.state).toBe('none');
  });

  it('may be one that has ended: the plan’s years lie before its end', async () => {
    const ended = await admin.send(
      'PATCH',
      '/api/departments/stateTax',
      { validTo: '2018-06-15' },
      ifMatch(1),
    );
    expect(ended.statusCode).toBe(200);
    await set(COD, 'departments', {
      leadDepartmentIds: ['stateTax'],
      supportingDepartmentIds: [],
    });
  });
});

const REFUSED: readonly {
  readonly why: string;
  readonly id: string;
  readonly what: Setting;
  readonly body: object;
  readonly refusal: string;
}[] = [
  {
    why: 'tonnes cannot be cut from an unknown amount',
    id: COD,
    what: 'targets',
    body: { expression: 'tonnesCut', tonnes: 5, ...assigned },
    refusal: '422 /tonnes baselineRequired',
  },
  {
    why: 'the document’s context does not allow tonnes for an intensity',
    id: ENERGY,
    what: 'targets',
    body: { expression: 'tonnesCut', tonnes: 5, ...assigned },
    refusal: '422 /expression notThisKind',
  },
  {
    why: 'a reduction has no plain value',
    id: COD,
    what: 'targets',
    body: { expression: 'value', value: 5, ...assigned },
    refusal: '422 /expression notThisKind',
  },
  {
    why: 'a figure of the document is not turned into a percentage',
    id: CNC,
    what: 'targets',
    body: { expression: 'percentage', reductionPct: 5, ...assigned },
    refusal: '422 /expression notThisKind',
  },
  {
    why: 'the conditions of a milestone are the document’s',
    id: MAKERS,
    what: 'targets',
    body: { expression: 'value', value: 1, ...assigned },
    refusal: '422 /expression notThisKind',
  },
  {
    why: 'an unknown way to put a target',
    id: COD,
    what: 'targets',
    body: { expression: 'wish', ...assigned },
    refusal: '422 /expression notAllowed',
  },
  {
    why: 'more than everything cannot be cut',
    id: COD,
    what: 'targets',
    body: { expression: 'percentage', reductionPct: 100.5, ...assigned },
    refusal: '422 /reductionPct tooLarge',
  },
  {
    why: 'a growth is not a reduction',
    id: COD,
    what: 'targets',
    body: { expression: 'percentage', reductionPct: -1, ...assigned },
    refusal: '422 /reductionPct tooSmall',
  },
  {
    why: 'nobody emits less than nothing',
    id: COD,
    what: 'targets',
    body: { expression: 'ceiling', value: -1, ...assigned },
    refusal: '422 /value negative',
  },
  {
    why: 'a target without a basis is hearsay',
    id: COD,
    what: 'targets',
    body: { expression: 'ceiling', value: 1, effectiveDate: '2017-01-01' },
    refusal: '422 /basis required',
  },
  {
    why: 'a range is put as a range',
    id: WORKSHOPS,
    what: 'targets',
    body: { expression: 'value', value: 5, ...assigned },
    refusal: '422 /value notThisKind, /lower required',
  },
  {
    why: 'a range does not end before it begins',
    id: WORKSHOPS,
    what: 'targets',
    body: { expression: 'value', lower: 5, upper: 4, ...assigned },
    refusal: '422 /upper tooSmall',
  },
  {
    why: 'half a workshop cannot be promised',
    id: WORKSHOPS,
    what: 'targets',
    body: { expression: 'value', lower: 2.5, ...assigned },
    refusal: '422 /lower notWhole',
  },
  {
    why: 'a share is at most all of it',
    id: CNC,
    what: 'targets',
    body: { expression: 'value', value: 101, ...assigned },
    refusal: '422 /value aboveHundred',
  },
  {
    why: 'a level that the rating does not have',
    id: BRANDS,
    what: 'targets',
    body: { expression: 'value', targetLevel: 4, ...assigned },
    refusal: '422 /targetLevel unknownReference',
  },
  {
    why: 'half a workshop is no baseline',
    id: WORKSHOPS,
    what: 'baselines',
    body: { year: 2015, value: 1.5, ...grounds },
    refusal: '422 /value notWhole',
  },
  {
    why: 'nor is a negative one',
    id: WORKSHOPS,
    what: 'baselines',
    body: { year: 2015, value: -1, ...grounds },
    refusal: '422 /value negative',
  },
  {
    why: 'the year of the deadline is judged by its reading, not by a baseline',
    id: CNC,
    what: 'baselines',
    body: { year: 2020, value: 1, ...grounds },
    refusal: '422 /year yearOutsidePlan, /year futureYear',
  },
  {
    why: 'a milestone starts from nothing',
    id: MAKERS,
    what: 'baselines',
    body: { year: 2015, value: 0, ...grounds },
    refusal: '422 /value notThisKind',
  },
  {
    why: 'a checkpoint lies between baseline and deadline',
    id: CNC,
    what: 'checkpoints',
    body: {
      checkpoints: [
        { year: 2015, value: 1 },
        { year: 2020, value: 2 },
      ],
      ...grounds,
    },
    refusal: '422 /checkpoints/0/year yearOutsidePlan, /checkpoints/1/year yearOutsidePlan',
  },
  {
    why: 'a year has one checkpoint, and a checkpoint has a figure',
    id: CNC,
    what: 'checkpoints',
    body: { checkpoints: [{ year: 2018, value: 1 }, { year: 2018 }], ...grounds },
    refusal: '422 /checkpoints/1/year taken, /checkpoints/1/value required',
  },
  {
    why: 'a percentage of reduction belongs to a reduction',
    id: CNC,
    what: 'checkpoints',
    body: { checkpoints: [{ year: 2018, reductionPct: 1 }], ...grounds },
    refusal: '422 /checkpoints/0/reductionPct notThisKind',
  },
  {
    why: 'two figures for one year could contradict each other',
    id: COD,
    what: 'checkpoints',
    body: { checkpoints: [{ year: 2018, reductionPct: 1, value: 9 }], ...grounds },
    refusal: '422 /checkpoints/0/reductionPct notAllowed',
  },
  {
    why: 'a milestone has the planned years of its conditions',
    id: MAKERS,
    what: 'checkpoints',
    body: { checkpoints: [{ year: 2015, value: 1 }], ...grounds },
    refusal: '422 /checkpoints notThisKind',
  },
  {
    why: 'an office that nobody knows',
    id: COD,
    what: 'departments',
    body: { leadDepartmentIds: ['environment'], supportingDepartmentIds: [] },
    refusal: '422 /leadDepartmentIds/0 unknownReference',
  },
  {
    why: 'nobody supports themselves',
    id: COD,
    what: 'departments',
    body: { leadDepartmentIds: ['steb'], supportingDepartmentIds: ['finance', 'steb'] },
    refusal: '422 /supportingDepartmentIds/1 taken',
  },
];

describe('what cannot be set', () => {
  it.each(REFUSED)('$why', async ({ id, what, body, refusal: said }) => {
    const before = await read(id);
    expect(refusal(await send(id, what, body))).toBe(said);
    expect(await read(id)).toEqual(before);
  });

  it('takes the ground from a tonnes cut: its baseline stays, above the cut', async () => {
    await set(COD, 'baselines', { year: 2015, value: 1000, ...grounds });
    expect(
      refusal(await send(COD, 'targets', { expression: 'tonnesCut', tonnes: 1001, ...assigned })),
    ).toBe('422 /tonnes tooLarge');
    await set(COD, 'targets', { expression: 'tonnesCut', tonnes: 200, ...assigned });
    const baseline = (value: number | null) =>
      send(COD, 'baselines', { year: 2015, value, ...grounds });
    expect(refusal(await baseline(null))).toBe('422 /value baselineRequired');
    expect(refusal(await baseline(199))).toBe('422 /value tooSmall');
  });

  it('moves a baseline behind a checkpoint', async () => {
    await set(CNC, 'checkpoints', { checkpoints: [{ year: 2016, value: 50 }], ...grounds });
    expect(refusal(await send(CNC, 'baselines', { year: 2016, value: 45, ...grounds }))).toBe(
      '422 /year datesOutOfOrder',
    );
  });
});

describe('two administrators at once', () => {
  const body = { expression: 'ceiling', value: 900, ...assigned };
  const path = `/api/indicators/${COD}/targets`;

  it('the second is told which version stands', async () => {
    const first = await admin.send('POST', path, body, ifMatch(1));
    expect(first.headers['etag']).toBe('"2"');
    const second = await admin.send('POST', path, body, ifMatch(1));
    expect(refusal(second)).toBe('412 staleVersion');
    expect(second.json()).toMatchObject({ currentVersion: 2 });
    expect((await read(COD)).targets).toHaveLength(2);
  });

  it('nobody changes without saying what they read', async () => {
    expect(refusal(await admin.send('POST', path, body))).toBe('428 versionRequired');
  });

  it('an indicator that does not exist is not found', async () => {
    const missing = await admin.send('POST', '/api/indicators/none/targets', body, ifMatch(1));
    expect(refusal(missing)).toBe('404 notFound');
  });
});

describe('every setting', () => {
  it('raises the revision of the plan and is written down with before and after', async () => {
    const { revision } = await board(COD, 2016);
    await set(COD, 'baselines', { year: 2015, value: 1000, ...grounds });
    await set(COD, 'targets', { expression: 'tonnesCut', tonnes: 200, ...assigned });
    await set(COD, 'checkpoints', { checkpoints: [{ year: 2018, value: 900 }], ...grounds });
    await set(COD, 'departments', { leadDepartmentIds: ['steb'], supportingDepartmentIds: [] });
    expect((await board(COD, 2016)).revision).toBe(revision + 4);
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const { items } = (await auditor.get(`/api/audit?targetId=${COD}`)).json<{
      items: { action: string; before: unknown; after: unknown }[];
    }>();
    expect(items.map(({ action }) => action).sort()).toEqual([
      'assignTarget',
      'enterBaseline',
      'setCheckpoints',
      'setDepartments',
    ]);
    const target = items.find(({ action }) => action === 'assignTarget');
    expect(JSON.stringify(target?.before)).toContain('pendingAssignment');
    expect(JSON.stringify(target?.after)).toContain('tonnesCut');
  });

  it('is an administrator’s alone', async () => {
    const reviewer = await addPerson(t, { roles: ['reviewer'] });
    const body = { leadDepartmentIds: ['steb'], supportingDepartmentIds: [] };
    const path = `/api/indicators/${COD}/departments`;
    expect(refusal(await reviewer.send('PUT', path, body, ifMatch(1)))).toBe('403 forbidden');
  });
});
