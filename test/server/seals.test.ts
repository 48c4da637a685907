import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyReadings } from '../../server/readings/verify.ts';
import { canonicalJson } from '../../server/db/canonical.ts';
import { packageOf } from '../../server/seals/package.ts';
import { verifySeals } from '../../server/seals/verify.ts';
import type { AuditRow } from '../../shared/audit.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reading, Revision } from '../../shared/readings.ts';
import { PARTS, type SealedPackage, type SealState } from '../../shared/seals.ts';
import { LIGHT_COST, startApp, type TestApp } from '../support/app.ts';
import { addPerson, PASSWORD, signIn, type Signed } from '../support/people.ts';
import { type Asked, watchQueries } from '../support/queries.ts';
import { accepted, change, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { addClosedRound } from '../support/rounds.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const PLAN = 'small';
const ROUND = `/api/plans/${PLAN}/rounds/2017`;
/** What the small plan owes beside what the tests report: each needs its reason. */
const OWED = ['otherShare', 'density', 'percentage', 'emission', 'count', 'milestone', 'rating'];
const excuses = (names: readonly string[] = OWED) =>
  names.map((name) => ({ indicatorId: indicatorOf(name), reason: '牵头单位年内未报送数据' }));

let t: TestApp;
let asked: Asked[];
let reporter: Signed;
let reviewer: Signed;
let index: Reading;

beforeEach(async () => {
  t = await startApp();
  asked = watchQueries(t);
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '审核甲' });
  await publish(reporter, reviewer, indicatorOf('index'), 2016, { value: 80 });
  index = await publish(reporter, reviewer, indicatorOf('index'), 2017, { value: 81.5 });
  const parts = { numerator: 48, denominator: 120, note: '两次核对，口径与上年一致' };
  await publish(reporter, reviewer, indicatorOf('share'), 2017, parts);
});
afterEach(() => t.close());

const close = () => addClosedRound(t, reviewer, PLAN, 2017);
const preview = async (by = reviewer): Promise<SealState> =>
  (await by.get(`${ROUND}/seal`)).json<SealState>();
const seal = (unreported: readonly object[] = excuses(), by = reviewer, version = 3) =>
  by.send('POST', `${ROUND}/seal`, { unreported }, ifMatch(version));
const sealed = async (): Promise<SealState> => {
  const answer = await seal();
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<SealState>();
};
const packageText = async (by = reviewer): Promise<string> =>
  (await by.get(`${ROUND}/package`)).body;
const verify = () => new Transactions(t.database.kysely).read(verifySeals);
const board = async (query: string): Promise<Dashboard> => {
  const answer = await reviewer.get(`/api/plans/${PLAN}/dashboard?${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Dashboard>();
};

describe('before the seal', () => {
  it('the page says what would be sealed, what is undecided and what was not handed in', async () => {
    await enter(reporter, indicatorOf('count'), 2017, { value: 2 });
    const handedIn = await enter(reporter, indicatorOf('percentage'), 2017, {
      value: 50,
      source: '年报',
    });
    accepted(await step(reporter, handedIn, 'submit'));
    await close();
    const state = await preview();
    expect(state).toMatchObject({ state: 'closed', seal: null, approved: 2, version: 3 });
    expect(state.open?.undecided).toEqual([
      {
        readingId: handedIn.id,
        indicatorId: indicatorOf('percentage'),
        departmentId: 'steb',
        status: 'submitted',
      },
    ]);
    expect(state.open?.notHandedIn.map(({ indicatorId, status }) => [indicatorId, status])).toEqual(
      OWED.filter((name) => name !== 'percentage').map((name) => [
        indicatorOf(name),
        name === 'count' ? 'draft' : null,
      ]),
    );
    expect(state.open?.noLead).toEqual([indicatorOf('undecided'), indicatorOf('ownerless')]);
  });

  it.each([
    ['not before the round is closed', 'update rounds set closed_at = null', '409 wrongState'],
    ['not twice', "update rounds set sealed_at = '2018-02-01T00:00:00.000Z'", '409 wrongState'],
    ['not a round that moved on', 'update rounds set version = 4', '412 staleVersion'],
    ['not a year without a round', 'delete from rounds', '404 notFound'],
  ])('%s', async (_why, statement, expected) => {
    await close();
    t.database.connection.exec(statement);
    expect(refusal(await seal())).toBe(expected);
    expect(t.database.connection.prepare('select count(*) from seals').pluck().get()).toBe(0);
  });

  it.each<[string, readonly object[], string]>([
    ['without a word about what was not handed in', [], '409 roundNotReady'],
    ['with one of them left out', excuses(OWED.slice(1)), '409 roundNotReady'],
    [
      'with an excuse for what is approved',
      [...excuses(), ...excuses(['index'])],
      '422 /unreported/7/indicatorId notAllowed',
    ],
    [
      'with an excuse for what nobody owes',
      [...excuses(), ...excuses(['ownerless'])],
      '422 /unreported/7/indicatorId notAllowed',
    ],
    [
      'with two for one thing',
      [...excuses(), ...excuses(['count'])],
      '422 /unreported/7/indicatorId duplicateKey',
    ],
    [
      'with a reason without substance',
      [{ indicatorId: indicatorOf('count'), reason: '情况属实' }],
      '422 /unreported/0/reason reasonTooThin',
    ],
    [
      'with a reason that says nothing',
      [{ indicatorId: indicatorOf('count'), reason: ' ' }],
      '422 /unreported/0/reason tooShort',
    ],
  ])('not %s', async (_why, unreported, expected) => {
    await close();
    expect(refusal(await seal(unreported))).toBe(expected);
    expect(await preview()).toMatchObject({ state: 'closed', seal: null });
  });

  it.each(['submitted', 'signed'])('not while something is %s, whatever is excused', async (to) => {
    const draft = await enter(reporter, indicatorOf('count'), 2017, { value: 2, source: '年报' });
    accepted(await step(reporter, draft, 'submit'));
    t.database.connection.prepare('update readings set status = ? where id = ?').run(to, draft.id);
    await close();
    const rest = OWED.filter((name) => name !== 'count');
    expect(refusal(await seal(excuses(rest)))).toBe('409 roundNotReady');
    expect(refusal(await seal(excuses()))).toMatch(/^422 .*notAllowed$/);
  });

  it('a draft that nobody handed in is a thing with a reason, and its figure is not sealed', async () => {
    await enter(reporter, indicatorOf('count'), 2017, { value: 2 });
    await close();
    await sealed();
    const { parts } = JSON.parse(await packageText()) as SealedPackage;
    expect(parts.seal.unreported.find(({ status }) => status === 'draft')).toEqual({
      indicatorId: indicatorOf('count'),
      cause: 'notHandedIn',
      departmentId: 'steb',
      status: 'draft',
      reason: '牵头单位年内未报送数据',
    });
    expect(parts.readings.map(({ indicatorId }) => indicatorId)).not.toContain(
      indicatorOf('count'),
    );
  });

  it('the list behind a draft stays with its department, the list behind a figure is sealed', async () => {
    const list = async (subject: string, names: readonly string[]) => {
      const url = `/api/plans/${PLAN}/years/2017/lists/${subject}`;
      const entries = names.map((name) => ({ name }));
      expect((await reporter.send('PUT', url, { entries }, ifMatch(0))).statusCode).toBe(200);
    };
    await list('component/workers', ['甲', '乙']);
    await list(`indicator/${indicatorOf('count')}`, ['丙']);
    const density = indicatorOf('density');
    const begun = (await reporter.get(`/api/readings?indicatorId=${density}&year=2017`)).json<{
      items: Reading[];
    }>().items;
    const filled = { numerator: 1, source: '年报' };
    const draft = accepted(await change(reporter, begun[0] as Reading, filled));
    const submitted = accepted(await step(reporter, draft, 'submit'));
    accepted(await step(reviewer, submitted, 'approve'));
    await close();
    expect((await seal(excuses(OWED.filter((name) => name !== 'density')))).statusCode).toBe(200);
    const { parts } = JSON.parse(await packageText()) as SealedPackage;
    expect(parts.lists.map((one) => one.componentId ?? one.indicatorId)).toEqual(['workers']);
  });
});

describe('the seal', () => {
  beforeEach(close);

  it('turns every approved figure of the year into a sealed one, with a revision', async () => {
    const state = await sealed();
    expect(state).toMatchObject({ state: 'sealed', version: 4, approved: 2 });
    expect(state.seal).toMatchObject({ sealedBy: '审核甲', readings: 2, unreported: 9 });
    const after = accepted(await reporter.get(`/api/readings/${index.id}`));
    expect(after).toMatchObject({
      status: 'sealed',
      value: 81.5,
      version: index.version + 1,
      sealed: { name: '审核甲' },
    });
    const { items } = (await reporter.get(`/api/readings/${index.id}/revisions`)).json<{
      items: Revision[];
    }>();
    expect(items.at(-1)).toMatchObject({
      action: 'seal',
      status: 'sealed',
      by: { name: '审核甲' },
    });
    // The year before is another round's.
    expect(pick(await board('year=2017'), 'index').readings.map(({ status }) => status)).toEqual([
      'approved',
      'sealed',
    ]);
  });

  it('leaves one audit row that names the package and every figure, and the check finds all well', async () => {
    const state = await sealed();
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const { items } = (await auditor.get('/api/audit?action=sealRound')).json<{
      items: AuditRow[];
    }>();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      targetType: 'round',
      targetId: 'small/2017',
      outcome: 'ok',
      before: { state: 'closed', version: 3 },
      after: {
        state: 'sealed',
        sha256: state.seal?.sha256,
        seals: [{ readingId: expect.any(String) as string }, { version: index.version + 1 }],
      },
    });
    expect(await new Transactions(t.database.kysely).read(verifyReadings)).toEqual({ ok: true });
    expect(await verify()).toEqual({ ok: true, packages: 1 });
  });

  it('only once, whoever asks at the same time', async () => {
    const other = await addPerson(t, { roles: ['reviewer'] });
    const answers = await Promise.all([seal(), seal(excuses(), other), seal()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 412, 412]);
  });

  it('says to others what was sealed, and not where each figure stood on its way', async () => {
    const leader = await addPerson(t, { roles: ['leader'] });
    expect(await preview(leader)).toMatchObject({ state: 'closed', approved: 2, open: null });
    const { seal: set } = await sealed();
    expect(await preview(leader)).toMatchObject({ state: 'sealed', seal: set, open: null });
  });

  it('is for the reviewer alone', async () => {
    for (const role of ['administrator', 'leader', 'reporter', 'auditor'] as const) {
      const departmentId = role === 'reporter' ? 'steb' : null;
      const person = await addPerson(t, { roles: [role], departmentId });
      expect(refusal(await seal(excuses(), person))).toBe('403 forbidden');
    }
  });
});

describe('the package', () => {
  beforeEach(close);

  it('comes byte for byte as it was hashed, to be saved and never shown', async () => {
    const state = await sealed();
    const answer = await reviewer.get(`${ROUND}/package`);
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(state.seal?.sha256);
    expect(answer.rawPayload.length).toBe(state.seal?.size);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition':
        'attachment; filename="small-2017.json"; filename*=UTF-8\'\'small-2017.json',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  it('is canonical, and its manifest fits every part', async () => {
    await sealed();
    const text = await packageText();
    const whole = JSON.parse(text) as SealedPackage;
    expect(canonicalJson(whole)).toBe(text);
    expect(whole).toMatchObject({ format: 'biaochi-sealed-round', formatVersion: 2 });
    expect(whole.manifest.map(({ part }) => part)).toEqual(PARTS);
    for (const { part, sha256 } of whole.manifest) {
      const bytes = canonicalJson(whole.parts[part]);
      expect(createHash('sha256').update(bytes).digest('hex'), part).toBe(sha256);
    }
  });

  it('holds figures, notes, who did what, versions and names, and what the method made of it', async () => {
    await sealed();
    const { parts } = JSON.parse(await packageText()) as SealedPackage;
    expect(
      parts.readings.map(({ indicatorId, value, note }) => [indicatorId, value, note]),
    ).toEqual([
      [indicatorOf('index'), 81.5, ''],
      [indicatorOf('share'), 40, '两次核对，口径与上年一致'],
    ]);
    expect(parts.readings[0]).toMatchObject({
      approved: { name: '审核甲' },
      departmentId: 'steb',
      version: index.version + 1,
    });
    expect(parts.board.departments.map(({ id }) => id)).toEqual(['finance', 'steb']);
    expect(parts.settings).toHaveLength(11);
    expect(parts.settings[0]).toMatchObject({ target: { version: 1 }, baseline: null });
    const { indicators } = await board('year=2017');
    for (const { id, assessment } of indicators) {
      const told = parts.assessments.find(({ indicatorId }) => indicatorId === id);
      expect(told?.assessment, id).toEqual(assessment);
    }
  });

  it('is the same bytes from the same contents in any order', async () => {
    await sealed();
    const text = await packageText();
    const { parts } = JSON.parse(text) as SealedPackage;
    const backwards = Object.fromEntries(
      Object.entries(parts)
        .toReversed()
        .map(([part, value]) => [part, Array.isArray(value) ? [...value].toReversed() : value]),
    ) as SealedPackage['parts'];
    expect(packageOf(backwards).text).toBe(text);
  });

  it('is for everybody who sees evidence, and nobody else', async () => {
    await sealed();
    const roles = ['administrator', 'auditor', 'leader'] as const;
    for (const role of roles) {
      const person = await addPerson(t, { roles: [role] });
      expect((await person.get(`${ROUND}/package`)).statusCode, role).toBe(200);
    }
    for (const role of ['securityAdministrator', 'display'] as const) {
      const person = await addPerson(t, { roles: [role] });
      expect(refusal(await person.get(`${ROUND}/package`)), role).toBe('403 forbidden');
    }
  });

  it('is not there before the seal, nor for a year without a round', async () => {
    expect(refusal(await reviewer.get(`${ROUND}/package`))).toBe('409 notSealed');
    const other = await reviewer.get(`/api/plans/${PLAN}/rounds/2016/package`);
    expect(refusal(other)).toBe('404 notFound');
  });
});

describe('a sealed year as it was reported then', () => {
  beforeEach(close);

  it('is the board of the moment of the seal, by the same rules', async () => {
    const before = await board('year=2017');
    const state = await sealed();
    const reported = await board('year=2017&known=reported');
    expect(reported).toMatchObject({ known: 'reported', sealedAt: state.seal?.sealedAt });
    expect(before).toMatchObject({ known: 'now', sealedAt: null });
    expect(await board('year=2017')).toMatchObject({
      known: 'now',
      sealedAt: state.seal?.sealedAt,
    });
    expect(reported.indicators.map(({ assessment }) => assessment)).toEqual(
      before.indicators.map(({ assessment }) => assessment),
    );
  });

  it('stays byte for byte whatever is learnt, decided or renamed later, and so does the package', async () => {
    await sealed();
    const url = `/api/plans/${PLAN}/dashboard?year=2017&known=reported`;
    const text = await packageText();
    const first = (await reviewer.get(url)).body;
    const administrator = await addPerson(t, { roles: ['administrator'] });
    const baseline = await administrator.send(
      'POST',
      `/api/indicators/${indicatorOf('index')}/baselines`,
      { year: 2015, value: 79, basis: '补录基期' },
      ifMatch(1),
    );
    expect(baseline.statusCode).toBe(201);
    await publish(reporter, reviewer, indicatorOf('count'), 2016, { value: 5 });
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 83 });
    await correct(await sealedIndex(), { value: 90 });
    t.database.connection.exec(`
      update departments set short_name_zh = '新名';
      update plans set revision = revision + 1, title_zh = '新题';
      insert into installation (id, profile, illustrative, created_at)
        values (1, 'simple', 1, '2019');
    `);
    const restarted = await startAgain();
    const now = await restarted.get(`/api/plans/${PLAN}/dashboard?year=2017`);
    expect(pick(now.json<Dashboard>(), 'index').readings.map(({ value }) => value)).toContain(90);
    expect((await restarted.get(url)).body).toBe(first);
    expect((await restarted.get(`${ROUND}/package`)).body).toBe(text);
    expect((await verify()).ok).toBe(true);
    expect(await new Transactions(t.database.kysely).read(verifyReadings)).toEqual({ ok: true });
  });

  it('is corrected by somebody else than who sealed, beside what was sealed', async () => {
    await sealed();
    const { version } = await sealedIndex();
    const asked = await ask({ id: index.id, version }, { value: 90 });
    const own = `/api/corrections/${asked.id}/approve`;
    expect(refusal(await reviewer.send('POST', own, undefined, ifMatch(1)))).toBe('403 ownSeal');
    const other = await addPerson(t, { roles: ['reviewer'] });
    expect((await other.send('POST', own, undefined, ifMatch(1))).statusCode).toBe(200);
    const [, now] = pick(await board('year=2017'), 'index').readings;
    expect(now).toMatchObject({ value: 90, status: 'sealed', corrections: 1 });
    const [, then] = pick(await board('year=2017&known=reported'), 'index').readings;
    expect(then).toMatchObject({ value: 81.5, status: 'sealed', corrections: 0 });
    expect(await verify()).toEqual({ ok: true, packages: 1 });
    const about = await t.database.kysely
      .selectFrom('auditSubjects as s')
      .innerJoin('auditLog as a', 'a.seq', 's.seq')
      .select('a.action')
      .where('s.indicatorId', '=', indicatorOf('index'))
      .orderBy('a.seq', 'desc')
      .limit(4)
      .execute();
    expect(about.map(({ action }) => action)).toEqual([
      'approveCorrection',
      'approveCorrection',
      'requestCorrection',
      'sealRound',
    ]);
  });

  const sealedIndex = async (): Promise<Reading> =>
    accepted(await reporter.get(`/api/readings/${index.id}`));

  async function ask(reading: Pick<Reading, 'id' | 'version'>, changes: object) {
    const url = `/api/readings/${reading.id}/corrections`;
    const body = { reason: '原报数据漏计一家企业', changes };
    const answer = await reporter.send('POST', url, body, ifMatch(reading.version));
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<{ id: string }>();
  }

  async function correct(reading: Reading, changes: object): Promise<void> {
    const { id } = await ask(reading, changes);
    const other = await addPerson(t, { roles: ['reviewer'] });
    const url = `/api/corrections/${id}/approve`;
    const answer = await other.send('POST', url, undefined, ifMatch(1));
    if (answer.statusCode !== 200) throw new Error(answer.body);
  }

  it.each([
    ['year=2017&known=reported', '409 notSealed'],
    ['year=2014&known=reported', '422 /year yearOutsidePlan'],
    ['known=reported', '422 /year required'],
    ['year=2017&known=then', '422 /known notAllowed'],
  ])('%s is %s while nothing is sealed', async (query, expected) => {
    expect(refusal(await reviewer.get(`/api/plans/${PLAN}/dashboard?${query}`))).toBe(expected);
  });

  it('is made once, and then asks nothing but who asks', async () => {
    await sealed();
    await board('year=2017&known=reported');
    const from = asked.length;
    await board('year=2017&known=reported');
    const tables = asked.slice(from).map(({ sql }) => /from "(\w+)"/.exec(sql)?.[1] ?? '');
    expect(tables.filter((table) => !['sessions', 'users', 'user_roles'].includes(table))).toEqual(
      [],
    );
  });

  it('another plan is 404', async () => {
    const answer = await reviewer.get('/api/plans/none/dashboard?year=2017&known=reported');
    expect(refusal(answer)).toBe('404 notFound');
  });

  /** Another server on the same database, which keeps nothing that the first one made. */
  async function startAgain(): Promise<Signed> {
    const { database, clock } = t;
    const app = await createApp({
      database,
      config: readConfig({}),
      now: () => clock.now,
      hashCost: LIGHT_COST,
    });
    return signIn({ ...t, app }, reviewer.user.username, PASSWORD);
  }
});

describe('the check of the packages', () => {
  beforeEach(async () => {
    await close();
    await sealed();
    for (const table of ['seals', 'reading_revisions']) {
      for (const name of ['stay', 'remain']) {
        t.database.connection.exec(`drop trigger ${table}_${name}`);
      }
    }
    t.database.connection.pragma('foreign_keys = OFF');
  });

  const byHand = (statement: string) => t.database.connection.exec(statement);

  it.each([
    ['a figure of the year', `'"value":81.5'`, `'"value":81.6'`, 'board'],
    ['who entered it', `'"submitted":{"at":"2019'`, `'"submitted":{"at":"2018'`, 'readings'],
    ['a note', `'两次核对'`, `'三次核对'`, 'readings'],
    ['a reason', `'年内未报送'`, `'年内已报送'`, 'seal'],
    ['the name of a department', `'steb局'`, `'stee局'`, 'board'],
    ['what the method said', `'"attainedYear":null'`, `'"attainedYear":2017'`, 'assessments'],
    [
      'the version of a target',
      `'"source":"document","version":1'`,
      `'"source":"document","version":2'`,
      'settings',
    ],
    [
      'a hash of the manifest',
      `'"part":"lists","sha256":"4'`,
      `'"part":"lists","sha256":"5'`,
      'lists',
    ],
    ['the format', `'"formatVersion":2'`, `'"formatVersion":3'`, 'text'],
  ])('names where %s was changed', async (_what, old, fresh, place) => {
    const { changes } = t.database.connection
      .prepare(`update seals set package = replace(package, ${old}, ${fresh})
                where package like '%' || ${old} || '%'`)
      .run();
    expect(changes).toBe(1);
    expect(await verify()).toMatchObject({ ok: false, planId: PLAN, year: 2017, place });
  });

  it('finds any flipped byte, wherever it is', async () => {
    const text = await packageText();
    const change = t.database.connection.prepare('update seals set package = ?');
    for (let at = 0; at < text.length; at += 997) {
      const flipped = text[at] === 'x' ? 'y' : 'x';
      change.run(text.slice(0, at) + flipped + text.slice(at + 1));
      expect((await verify()).ok, `byte ${at}`).toBe(false);
    }
    change.run(text);
    expect((await verify()).ok).toBe(true);
  });

  it.each([
    ['the package was made anew, whole in itself', remade, 'audit'],
    ['the seal is gone', () => byHand('delete from seals'), 'round'],
    [
      'seal and mark are gone',
      () => byHand('delete from seals; update rounds set sealed_at = null, sealed_by = null'),
      'round',
    ],
    ['the mark is gone', () => byHand('update rounds set sealed_at = null'), 'round'],
    ['another sealed it', () => byHand("update seals set sealed_by_name = '乙'"), 'seal'],
    [
      'a sealed revision was changed',
      () => byHand("update reading_revisions set value = 90 where action = 'seal'"),
      'revisions',
    ],
    [
      'a sealed revision is gone',
      () =>
        byHand(
          `delete from reading_revisions where action = 'seal' and reading_id = '${index.id}'`,
        ),
      'revisions',
    ],
  ])('finds it when %s', async (_what, change, place) => {
    change();
    expect(await verify()).toMatchObject({ ok: false, planId: PLAN, year: 2017, place });
  });

  it('shows nobody what is not what was sealed', async () => {
    byHand(`update seals set package = replace(package, '81.5', '91.5')`);
    expect(refusal(await reviewer.get(`${ROUND}/package`))).toBe('503 databaseDamaged');
    const shown = await reviewer.get(`/api/plans/${PLAN}/dashboard?year=2017&known=reported`);
    expect(refusal(shown)).toBe('503 databaseDamaged');
  });

  function remade(): void {
    const row = t.database.connection.prepare('select package from seals').pluck().get() as string;
    const { parts } = JSON.parse(row) as SealedPackage;
    const [first] = parts.readings;
    if (first !== undefined) first.value = 99;
    const { text, sha256 } = packageOf(parts);
    t.database.connection.prepare('update seals set package = ?, sha256 = ?').run(text, sha256);
  }
});

it('the database itself keeps a package as it is', async () => {
  await close();
  await sealed();
  const { connection } = t.database;
  expect(() => connection.exec("update seals set package = '{}'")).toThrow(/never changed/);
  expect(() => connection.exec('delete from seals')).toThrow(/never deleted/);
});

function pick({ indicators }: Dashboard, name: string) {
  const found = indicators.find(({ id }) => id === indicatorOf(name));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}
