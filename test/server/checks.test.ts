import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import type { Output } from '../../shared/endpoint.ts';
import type { getCheckContext, getChecks, listFindings } from '../../shared/checks.ts';
import type { Issue } from '../../shared/problems.ts';
import type { Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { watchQueries } from '../support/queries.ts';
import { accepted, change, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { leadEverything, loadRealPlan, REAL_PLAN, REAL_TEXT } from '../support/real-plan.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const REASON = '两条自动化产线12月投产';

let t: TestApp;
let reporter: Signed;
let reviewer: Signed;
beforeEach(async () => {
  t = await startApp();
});
afterEach(() => t.close());

async function people(): Promise<void> {
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
}

/** A round of 2018 that is open on the day of the tests. */
async function openRound(planId = 'small'): Promise<void> {
  const at = t.clock.now.toISOString();
  await t.database.kysely
    .insertInto('rounds')
    .values({
      planId,
      year: 2018,
      opensOn: '2018-12-01',
      dueOn: '2019-01-31',
      closedAt: null,
      closedBy: null,
      sealedAt: null,
      sealedBy: null,
      version: 1,
      createdBy: reviewer.user.id,
      createdAt: at,
    })
    .execute();
}

async function findingsOf(by: Signed, { id }: Pick<Reading, 'id'>) {
  const response = await by.get(`/api/readings/${id}/findings`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Output<typeof listFindings>>();
}

async function told(reading: Pick<Reading, 'id'>): Promise<string[]> {
  const { items } = await findingsOf(reporter, reading);
  return items.map(({ grade, code, pointer }) => `${grade} ${code} ${pointer}`);
}

async function contextOf(by: Signed, indicatorId: string, year = 2018) {
  const response = await by.get(`/api/indicators/${indicatorId}/check-context?year=${year}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Output<typeof getCheckContext>>().context;
}

function issues(response: LightMyRequestResponse): readonly Issue[] {
  return response.json<{ errors?: readonly Issue[] }>().errors ?? [];
}

describe('handing in', () => {
  beforeEach(async () => {
    await addSmallPlan(t);
    await people();
    await publish(reporter, reviewer, indicatorOf('index'), 2017, { value: 80 });
  });

  it('without a round is never held up by a check', async () => {
    const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 8, source: '年报' });
    expect(await told(draft)).toEqual(['soft unitSlip /value', 'soft yearOnYearChange /value']);
    expect(await findingsOf(reporter, draft)).toMatchObject({ binding: false, reasonNeeded: true });
    accepted(await step(reporter, draft, 'submit'));
  });

  it('in a round needs a written reason of substance for a soft finding', async () => {
    await openRound();
    const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 130, source: '年报' });
    expect(refusal(await step(reporter, draft, 'submit'))).toBe('422 /note reasonTooThin');
    const empty = accepted(await change(reporter, draft, { note: '核实无误，情况属实。' }));
    const refused = await step(reporter, empty, 'submit');
    expect(refusal(refused)).toBe('422 /note reasonTooThin');
    expect(issues(refused)[0]?.values).toEqual({ checks: 'yearOnYearChange' });
    const said = accepted(await change(reporter, empty, { note: REASON }));
    expect(await findingsOf(reporter, said)).toMatchObject({ binding: true, reasonNeeded: false });
    expect(accepted(await step(reporter, said, 'submit')).status).toBe('submitted');
  });

  it('in a round is blocked by a hard finding, at its field and with the code of the check', async () => {
    await openRound();
    const draft = await enter(reporter, indicatorOf('rating'), 2018, {
      level: 2,
      ground: '情况属实',
      note: REASON,
      source: '年报',
    });
    const refused = await step(reporter, draft, 'submit');
    expect(refusal(refused)).toBe('422 /ground check');
    expect(issues(refused)[0]?.values).toEqual({ check: 'levelGround' });
    const ground = '全区二十家企业接入政务云平台';
    const mended = accepted(await change(reporter, draft, { ground }));
    accepted(await step(reporter, mended, 'submit'));
  });

  it('says everything at once: what is missing, what blocks and what needs a reason', async () => {
    await openRound();
    const draft = await enter(reporter, indicatorOf('rating'), 2018, { level: 2, ground: '正常' });
    expect(refusal(await step(reporter, draft, 'submit'))).toBe(
      '422 /source required, /ground check, /note reasonTooThin',
    );
  });

  it('in a round holds nothing against a figure like last year’s', async () => {
    await openRound();
    const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 82, source: '年报' });
    expect(await told(draft)).toEqual([]);
    accepted(await step(reporter, draft, 'submit'));
  });

  it('in a round asks nothing of a figure that cannot be given', async () => {
    await openRound();
    const draft = await enter(reporter, indicatorOf('index'), 2018, {
      absence: { kind: 'unavailable', reason: '省上未发布' },
      source: '年报',
    });
    accepted(await step(reporter, draft, 'submit'));
  });
});

describe('the findings of a reading', () => {
  beforeEach(async () => {
    await addSmallPlan(t);
    await people();
  });

  it('are seen by who sees the reading and reports, signs or reviews', async () => {
    const draft = await enter(reporter, indicatorOf('count'), 2018, { value: 2 });
    const other = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    const guard = await addPerson(t, { roles: ['securityAdministrator'] });
    const leader = await addPerson(t, { roles: ['leader'] });
    const url = `/api/readings/${draft.id}/findings`;
    expect((await reporter.get(url)).statusCode).toBe(200);
    expect(refusal(await other.get(url))).toBe('404 notFound');
    expect(refusal(await reviewer.get(url))).toBe('404 notFound');
    expect(refusal(await guard.get(url))).toBe('403 forbidden');
    expect(refusal(await leader.get(url))).toBe('403 forbidden');
  });

  it('know whether a count is named, and by how many', async () => {
    const draft = await enter(reporter, indicatorOf('count'), 2018, { value: 2 });
    expect(await told(draft)).toEqual(['soft listMissing /value']);
    await addList({ indicatorId: indicatorOf('count') }, ['甲', '乙', '丙']);
    expect(await told(draft)).toEqual(['hard listDiffers /value']);
  });

  it('name who stands above the line and not below it', async () => {
    const draft = await enter(reporter, indicatorOf('share'), 2018, {
      numerator: 2,
      denominator: 2,
    });
    await addList({ componentId: 'automated' }, ['甲', '丁']);
    await addList({ componentId: 'enterprises' }, ['甲', '乙']);
    const { items } = await findingsOf(reporter, draft);
    expect(items).toContainEqual({
      code: 'listOutsideRoster',
      grade: 'soft',
      pointer: '/numerator',
      values: { count: 1, name: '丁' },
    });
  });

  it('know the evidence of the reading, and where else the same bytes lie', async () => {
    const draft = await enter(reporter, indicatorOf('rating'), 2018, {
      level: 2,
      ground: '全区二十家企业接入政务云平台',
    });
    expect(await told(draft)).toEqual(['soft evidenceMissing /evidence']);
    await addFile(draft, 'a'.repeat(64), '认定.pdf');
    expect(await told(draft)).toEqual([]);
    const other = await enter(reporter, indicatorOf('count'), 2017, { value: 1 });
    await addFile(other, 'a'.repeat(64), '旧名.pdf');
    const { items } = await findingsOf(reporter, draft);
    expect(items.map(({ code, values }) => [code, values])).toEqual([
      ['evidenceUsedTwice', { name: '认定.pdf', code: 'S7', year: 2017, more: 0 }],
    ]);
  });

  it('compare with the component of another indicator that is called the same', async () => {
    const { kysely } = t.database;
    await kysely
      .updateTable('components')
      .set({ nameZh: '企业总数' })
      .where('id', 'in', ['enterprises', 'workers'])
      .execute();
    await enter(reporter, indicatorOf('density'), 2018, { numerator: 60, denominator: 310 });
    const draft = await enter(reporter, indicatorOf('share'), 2018, { denominator: 300 });
    const { items } = await findingsOf(reporter, draft);
    expect(items).toContainEqual({
      code: 'componentDiffers',
      grade: 'soft',
      pointer: '/denominator',
      values: { value: 300, other: 310, code: 'S3' },
    });
  });
});

describe('what a figure is checked against', () => {
  beforeEach(async () => {
    await addSmallPlan(t);
    await people();
  });

  it('is last year as it was approved; what is not approved is no last year', async () => {
    const share = indicatorOf('share');
    await enter(reporter, share, 2017, { numerator: 100, denominator: 300 });
    expect(await contextOf(reporter, share)).toMatchObject({ last: null, lastValue: null });
    const [draft] = (await reporter.get(`/api/readings?indicatorId=${share}`)).json<{
      items: [Reading];
    }>().items;
    const whole = accepted(await change(reporter, draft, { source: '年报' }));
    const handedIn = accepted(await step(reporter, whole, 'submit'));
    accepted(await step(reviewer, handedIn, 'approve'));
    const context = await contextOf(reporter, share);
    expect(context.last).toMatchObject({ numerator: 100, denominator: 300 });
    expect(context.lastValue).toBeCloseTo(33.333, 3);
    expect(await contextOf(reporter, share, 2019)).toMatchObject({ last: null, lastValue: null });
  });

  it('is the baseline for the year after it', async () => {
    const index = indicatorOf('index');
    await t.database.kysely
      .insertInto('baselines')
      .values({
        indicatorId: index,
        version: 1,
        year: 2015,
        value: 80,
        basis: 'document',
        basisZh: null,
        basisEn: null,
        documentNumber: null,
        restated: 0,
        enteredBy: null,
        enteredAt: t.clock.now.toISOString(),
      })
      .execute();
    expect(await contextOf(reporter, index, 2016)).toMatchObject({
      last: null,
      lastValue: 80,
      baseline: 80,
      planned: 81,
    });
    expect(await contextOf(reporter, index, 2018)).toMatchObject({ lastValue: null, planned: 83 });
  });

  it('is told to the lead department and the reviewer only, and for a year of the plan', async () => {
    const url = `/api/indicators/${indicatorOf('share')}/check-context`;
    const other = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    expect(refusal(await other.get(`${url}?year=2018`))).toBe('403 forbidden');
    expect((await reviewer.get(`${url}?year=2018`)).statusCode).toBe(200);
    expect(refusal(await reporter.get(`${url}?year=2031`))).toBe('422 /year yearOutsidePlan');
    expect(refusal(await reporter.get(url))).toBe('422 /year required');
    expect(refusal(await reporter.get('/api/indicators/nobody/check-context?year=2018'))).toBe(
      '404 notFound',
    );
  });
});

describe('a full year', () => {
  it('is checked in as many queries as a nearly empty one', async () => {
    const asked = watchQueries(t);
    await addSmallPlan(t);
    await people();
    const count = async (): Promise<number> => {
      const before = asked.length;
      await contextOf(reporter, indicatorOf('share'));
      return asked.length - before;
    };
    const share = { numerator: 1, denominator: 2 };
    const first = await enter(reporter, indicatorOf('share'), 2018, share);
    await addFile(first, 'b'.repeat(64), '表.xlsx');
    const few = await count();
    for (const name of ['index', 'count', 'emission', 'percentage'] as const) {
      const reading = await enter(reporter, indicatorOf(name), 2018, { value: 3 });
      await addFile(reading, 'b'.repeat(64), '表.xlsx');
    }
    expect(await count()).toBe(few);
  });
});

describe('the checks of an indicator', () => {
  const A1 = 'im-automated-enterprise-share';
  const C1 = 'qb-quality-competitiveness-index';
  let admin: Signed;
  beforeEach(async () => {
    await loadRealPlan(t);
    await leadEverything(t, 'steb');
    await people();
    admin = await addPerson(t, { roles: ['administrator'], name: '王主任' });
  });

  async function read(id: string) {
    const response = await admin.get(`/api/indicators/${id}/checks`);
    expect(response.statusCode, response.body).toBe(200);
    return response.json<Output<typeof getChecks>>();
  }
  async function one(id: string, code: string) {
    return (await read(id)).items.find((item) => item.code === code);
  }
  async function put(id: string, checks: readonly object[]): Promise<LightMyRequestResponse> {
    const { version } = await read(id);
    return admin.send('PUT', `/api/indicators/${id}/checks`, { checks }, ifMatch(version));
  }

  it('are the plan file’s where it says something, else the usual ones', async () => {
    expect(await one(A1, 'denominatorChange')).toMatchObject({
      grade: 'soft',
      upper: 15,
      source: 'plan',
      enteredBy: null,
    });
    expect(await one(A1, 'unitSlip')).toMatchObject({
      grade: 'soft',
      upper: 2,
      source: 'standard',
      enteredAt: null,
    });
    expect(await one(C1, 'outsideRange')).toMatchObject({ grade: 'hard', lower: 60, upper: 100 });
  });

  it('hold what an administrator sets, with who and when, until it is taken back', async () => {
    const answer = await put(A1, [{ code: 'denominatorChange', grade: 'hard', upper: 40 }]);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(await one(A1, 'denominatorChange')).toEqual({
      code: 'denominatorChange',
      grade: 'hard',
      lower: null,
      upper: 40,
      source: 'entered',
      enteredBy: '王主任',
      enteredAt: t.clock.now.toISOString(),
      reset: { grade: 'soft', lower: null, upper: 15 },
    });
    expect((await put(A1, [])).statusCode).toBe(200);
    expect(await one(A1, 'denominatorChange')).toMatchObject({ source: 'plan', upper: 15 });
  });

  it('decide from then on about what is handed in', async () => {
    await openRound('qetdz-2016');
    const draft = await enter(reporter, C1, 2018, { value: 59, source: '省局发布' });
    expect(refusal(await step(reporter, draft, 'submit'))).toBe('422 /value check');
    await put(C1, [{ code: 'outsideRange', grade: 'soft', lower: 60, upper: 100 }]);
    expect(refusal(await step(reporter, draft, 'submit'))).toBe('422 /note reasonTooThin');
  });

  it('leave everybody else’s name on what they set', async () => {
    await put(A1, [{ code: 'valueFalls', grade: 'off' }]);
    t.clock.now = new Date('2019-01-10T01:05:00.000Z');
    const other = await addPerson(t, { roles: ['administrator'], name: '李主任' });
    const { version } = await read(A1);
    const checks = [
      { code: 'valueFalls', grade: 'off' },
      { code: 'unitSlip', grade: 'off' },
    ];
    await other.send('PUT', `/api/indicators/${A1}/checks`, { checks }, ifMatch(version));
    expect(await one(A1, 'valueFalls')).toMatchObject({ enteredBy: '王主任' });
    expect(await one(A1, 'unitSlip')).toMatchObject({ enteredBy: '李主任' });
  });

  it.each([
    [
      'a check of another kind of indicator',
      { code: 'levelGround', grade: 'hard' },
      '/checks/0/code notThisKind',
    ],
    [
      'a limit that the check does not take',
      { code: 'valueFalls', grade: 'soft', upper: 3 },
      '/checks/0/upper notAllowed',
    ],
    [
      'a check without the limit that it needs',
      { code: 'denominatorChange', grade: 'soft', upper: null },
      '/checks/0/upper required',
    ],
    [
      'a range that is open on both sides',
      { code: 'outsideRange', grade: 'soft' },
      '/checks/0/lower required',
    ],
    [
      'a range upside down',
      { code: 'outsideRange', grade: 'soft', lower: 9, upper: 3 },
      '/checks/0/upper tooSmall',
    ],
    [
      'a change of less than nothing',
      { code: 'yearOnYearChange', grade: 'soft', upper: -1 },
      '/checks/0/upper negative',
    ],
    [
      'half a year',
      { code: 'figureOfOtherYear', grade: 'soft', upper: 0.5 },
      '/checks/0/upper notWhole',
    ],
    [
      'a check that nobody knows',
      { code: 'astrology', grade: 'soft' },
      '/checks/0/code notAllowed',
    ],
  ])('refuse %s', async (_why, check, said) => {
    expect(refusal(await put(A1, [check]))).toBe(`422 ${said}`);
  });

  it('refuse one that is named twice, and a version that is old', async () => {
    const twice = { code: 'valueFalls', grade: 'off' };
    expect(refusal(await put(A1, [twice, twice]))).toBe('422 /checks/1/code duplicateKey');
    const stale = await admin.send(
      'PUT',
      `/api/indicators/${A1}/checks`,
      { checks: [] },
      ifMatch(99),
    );
    expect(refusal(stale)).toBe('412 staleVersion');
  });

  it('leave an audit row with what was set before and after', async () => {
    await put(A1, [{ code: 'valueFalls', grade: 'off' }]);
    await put(A1, [{ code: 'unitSlip', grade: 'off', upper: 3 }]);
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['targetId', 'before', 'after', 'outcome'])
      .where('action', '=', 'setChecks')
      .orderBy('seq', 'desc')
      .execute();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ targetId: A1, outcome: 'ok' });
    expect(JSON.parse(rows[0]?.before ?? '')).toEqual({
      checks: [{ code: 'valueFalls', grade: 'off', lower: null, upper: null }],
    });
    expect(JSON.parse(rows[0]?.after ?? '')).toEqual({
      checks: [{ code: 'unitSlip', grade: 'off', lower: null, upper: 3 }],
    });
  });

  it('follow a changed plan file, but for those that an administrator set', async () => {
    await put(A1, [{ code: 'valueFalls', grade: 'off' }]);
    const file = structuredClone(REAL_PLAN);
    const indicator = file.indicators.find(({ id }) => id === A1);
    if (indicator === undefined) throw new Error(A1);
    indicator.checks = [
      { code: 'valueFalls', grade: 'hard' },
      { code: 'denominatorChange', grade: 'soft', upper: 25 },
    ];
    await new Transactions(t.database.kysely).write((db) =>
      loadPlan(db, file, REAL_TEXT, t.clock.now),
    );
    expect(await one(A1, 'denominatorChange')).toMatchObject({ source: 'plan', upper: 25 });
    expect(await one(A1, 'outsideRange')).toMatchObject({ source: 'standard', grade: 'off' });
    expect(await one(A1, 'valueFalls')).toMatchObject({
      source: 'entered',
      grade: 'off',
      reset: { grade: 'hard' },
    });
  });
});

async function addList(
  of: { readonly indicatorId: string } | { readonly componentId: string },
  names: readonly string[],
): Promise<void> {
  const { kysely } = t.database;
  const at = t.clock.now.toISOString();
  const id = JSON.stringify(of);
  await kysely
    .insertInto('namedLists')
    .values({
      id,
      planId: 'small',
      year: 2018,
      indicatorId: null,
      componentId: null,
      ...of,
      version: 1,
      changedBy: reporter.user.id,
      changedAt: at,
    })
    .execute();
  await kysely
    .insertInto('namedListEntries')
    .values(
      names.map((name, position) => ({
        listId: id,
        version: 1,
        position,
        name,
        nameKey: name,
        documentNumber: null,
        recognisedOn: null,
        quantity: 1,
        baseline: 0 as const,
        evidenceId: null,
      })),
    )
    .execute();
}

async function addFile(reading: Reading, sha256: string, name: string): Promise<void> {
  const { kysely } = t.database;
  const at = t.clock.now.toISOString();
  const evidenceId = `${reading.id}-${name}`;
  await kysely
    .insertInto('files')
    .values({ sha256, size: 1, mediaType: 'application/pdf', storedAt: at, damagedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await kysely
    .insertInto('evidence')
    .values({
      id: evidenceId,
      sha256,
      name,
      addedBy: reporter.user.id,
      addedAt: at,
      removedBy: null,
      removedAt: null,
    })
    .execute();
  await kysely
    .insertInto('readingEvidence')
    .values({ readingId: reading.id, evidenceId })
    .execute();
}
