import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Issue } from '../../shared/problems.ts';
import type { Reading, Revision } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let reporter: Signed;
let finance: Signed;
let reviewer: Signed;
/** A plan of its own for every test, so that none depends on the order. */
let plan = '';
let plans = 0;
const at = (name: string): string => indicatorOf(name, plan);

beforeAll(async () => {
  t = await startApp();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '王小明' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance', name: '李四' });
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '审核员' });
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
});
afterAll(() => t.close());

const revisionsOf = async (by: Signed, id: string): Promise<Revision[]> =>
  (await by.get(`/api/readings/${id}/revisions`)).json<{ items: Revision[] }>().items;

describe('entering', () => {
  it('makes a draft of version 1 and says so in the ETag', async () => {
    const response = await reporter.send('POST', '/api/readings', {
      indicatorId: at('count'),
      year: 2017,
      value: 2,
    });
    expect(response.statusCode).toBe(201);
    expect(response.headers.etag).toBe('"1"');
    expect(response.json()).toMatchObject({
      status: 'draft',
      version: 1,
      value: 2,
      entered: { name: '王小明', at: t.clock.now.toISOString() },
      submitted: null,
      steps: ['submit'],
      editable: true,
    });
  });

  it('computes a ratio from its parts, unrounded', async () => {
    const reading = await enter(reporter, at('share'), 2017, { numerator: 57, denominator: 100 });
    expect(reading).toMatchObject({ value: 57, numerator: 57, denominator: 100 });
    const odd = await enter(reporter, at('density'), 2017, { numerator: 7, denominator: 30_003 });
    expect(odd.value).toBe(70_000 / 30_003);
  });

  it('takes an empty draft and completes it field by field', async () => {
    const empty = await enter(reporter, at('share'), 2017);
    expect(empty).toMatchObject({ value: null, numerator: null, denominator: null, source: '' });
    const half = accepted(await change(reporter, empty, { numerator: 48 }));
    expect(half).toMatchObject({ value: null, numerator: 48, version: 2 });
    const full = accepted(await change(reporter, half, { denominator: 120 }));
    expect(full).toMatchObject({ value: 40, version: 3 });
  });

  it('keeps free text as it was sent, but for NFC and the ends', async () => {
    const note = '第一行\n“引号”, 𠮷 e\u0301 %_\'"; drop table readings';
    const { id } = await enter(reporter, at('count'), 2017, { note: `  ${note} ` });
    const { note: back } = accepted(await reporter.get(`/api/readings/${id}`));
    expect(back).toBe(note.normalize('NFC'));
  });

  it('is for the one named lead department only, and every attempt is recorded', async () => {
    for (const name of ['share', 'undecided', 'ownerless']) {
      const response = await finance.send('POST', '/api/readings', {
        indicatorId: at(name),
        year: 2017,
      });
      expect(refusal(response), name).toBe('403 forbidden');
    }
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['action', 'targetType', 'targetId', 'outcome'])
      .where('userId', '=', finance.user.id)
      .where('targetId', 'like', `${plan}-%`)
      .execute();
    expect(rows).toEqual(
      ['share', 'undecided', 'ownerless'].map((name) => ({
        action: 'createReading',
        targetType: 'indicator',
        targetId: at(name),
        outcome: 'forbidden',
      })),
    );
  });
});

describe('zero, absent, not applicable and pending stay four different things', () => {
  it('through the API, the list, the revisions and the board', async () => {
    const zero = await publish(reporter, reviewer, at('count'), 2016, { value: 0 });
    const absent = await publish(reporter, reviewer, at('count'), 2017, {
      absence: { kind: 'unavailable', reason: '认定工作尚未开展' },
    });
    const excluded = await publish(reporter, reviewer, at('count'), 2018, {
      absence: { kind: 'notApplicable', reason: '本年度不评定' },
    });
    const pending = await enter(reporter, at('count'), 2019);

    const told = (await reporter.get(`/api/readings?indicatorId=${at('count')}`)).json<{
      items: Reading[];
    }>().items;
    expect(told.map(({ year, status, value, absence }) => [year, status, value, absence])).toEqual([
      [2016, 'approved', 0, null],
      [2017, 'approved', null, { kind: 'unavailable', reason: '认定工作尚未开展' }],
      [2018, 'approved', null, { kind: 'notApplicable', reason: '本年度不评定' }],
      [2019, 'draft', null, null],
    ]);
    for (const { id } of [zero, absent, excluded, pending]) {
      const [first] = await revisionsOf(reporter, id);
      const one = told.find((reading) => reading.id === id);
      expect([first?.value, first?.absence]).toEqual([one?.value, one?.absence]);
    }
    const board = (await reporter.get(`/api/plans/${plan}/dashboard?year=2018`)).json<{
      indicators: { id: string; readings: { year: number; value: unknown; absence: unknown }[] }[];
    }>();
    const shown = board.indicators.find(({ id }) => id === at('count'))?.readings;
    expect(shown?.map(({ year, value, absence }) => [year, value, absence])).toEqual([
      [2016, 0, null],
      [2017, null, 'unavailable'],
      [2018, null, 'notApplicable'],
    ]);
  });

  it('an absence takes the figure back, and none is taken beside it', async () => {
    const draft = await enter(reporter, at('index'), 2017, { value: 84.2 });
    const absent = accepted(
      await change(reporter, draft, { absence: { reason: '尚未发布' } as never }),
    );
    expect(absent).toMatchObject({
      value: null,
      absence: { kind: 'unavailable', reason: '尚未发布' },
    });
    expect(refusal(await change(reporter, absent, { value: 0 }))).toBe('422 /value notAllowed');
    const back = accepted(await change(reporter, absent, { absence: null, value: 0 }));
    expect(back).toMatchObject({ value: 0, absence: null });
    const kept = await revisionsOf(reporter, draft.id);
    expect(kept.map(({ value }) => value)).toEqual([84.2, null, 0]);
  });
});

const day = (metOn: string): object => ({ conditions: [{ id: 'built', metOn }] });

describe('bad input', () => {
  const HUGE = 'x'.repeat(10_000_000);
  test.each<[string, string | object, string, string]>([
    ['malformed JSON', '{"year":', '400 malformedJson', 'what does not parse'],
    ['NaN', '{"year":2017,"value":NaN}', '400 malformedJson', 'JSON has no NaN'],
    ['an empty body', '', '422  wrongType', 'nothing was sent'],
    ['1e309', '{"value":1e309}', '422 /value inexactNumber', 'it would become infinite'],
    ['2^53 + 1', '{"value":9007199254740993}', '422 /value inexactNumber', 'it would be rounded'],
    ['17 digits', '{"value":0.12345678901234567}', '422 /value inexactNumber', 'the same, small'],
    ['full width', { value: '１２３' }, '422 /value wrongType', 'the API takes numbers'],
    ['grouped', { value: '1,000' }, '422 /value wrongType', 'the API takes numbers'],
    ['a flag', { value: true }, '422 /value wrongType', 'true is not 1'],
    ['too large', { value: 1e16 }, '422 /value tooLarge', 'beyond 10^15'],
    ['an unknown field', { colour: 'red' }, '422 /colour unknownField', 'a slip of the pen'],
    [
      'fields that are not the sender’s',
      { departmentId: 'x', status: 'approved', createdBy: 'x', version: 9 },
      '422 /departmentId unknownField, /status unknownField, /createdBy unknownField, /version unknownField',
      'mass assignment',
    ],
    ['a key twice', '{"value":1,"value":2}', '422 /value duplicateKey', 'which of the two?'],
    ['__proto__', '{"__proto__":{"value":1}}', '400 malformedJson', 'no key of ours'],
    ['deep nesting', `{"note":${'['.repeat(20_000)}`, '400 malformedJson', 'no end to it'],
    ['a control character', { note: 'a\u0000b' }, '422 /note controlCharacters', 'NUL'],
    ['direction overrides', { source: 'a\u202eb' }, '422 /source controlCharacters', 'RTL'],
    ['a lone surrogate', { note: '\ud800' }, '422 /note controlCharacters', 'no character'],
    ['a long note', { note: 'x'.repeat(4001) }, '422 /note tooLong', 'longer than a note'],
    ['10 MB', `{"note":"${HUGE}"}`, '413 tooLarge', 'larger than any reading'],
    ['an impossible day', day('2023-02-30'), '422 /conditions/0/metOn impossibleDate', 'February'],
    ['an impossible month', day('2019-13-01'), '422 /conditions/0/metOn impossibleDate', 'month'],
  ])('%s is refused (%s → %s: %s)', async (_name, typed, expected) => {
    const draft = await enter(reporter, at('count'), 2017, { value: 2, note: '原文' });
    const before = accepted(await reporter.get(`/api/readings/${draft.id}`));
    const response = await t.app.inject({
      method: 'PATCH',
      url: `/api/readings/${draft.id}`,
      headers: {
        cookie: reporter.cookie,
        'content-type': 'application/json',
        ...ifMatch(draft.version),
      },
      payload: typeof typed === 'string' ? typed : JSON.stringify(typed),
    });
    expect(refusal(response)).toBe(expected);
    expect(accepted(await reporter.get(`/api/readings/${draft.id}`))).toEqual(before);
    expect(await revisionsOf(reporter, draft.id)).toHaveLength(1);
  });

  test.each<[string, number, object, string]>([
    ['share', 2014, {}, '422 /year yearOutsidePlan'],
    ['share', 2026, {}, '422 /year yearOutsidePlan'],
    ['share', 2020, {}, '422 /year futureYear'],
    ['share', 1.5, {}, '422 /year notWhole'],
    ['nothing', 2017, {}, '422 /indicatorId unknownReference'],
    [
      'share',
      2017,
      { numerator: 121, denominator: 120 },
      '422 /numerator numeratorAboveDenominator',
    ],
    ['share', 2017, { numerator: 1, denominator: 0 }, '422 /denominator zeroDenominator'],
    ['share', 2017, { value: 50 }, '422 /value computedValue'],
    ['percentage', 2017, { value: 100.5 }, '422 /value aboveHundred'],
    ['count', 2017, { value: 1.5 }, '422 /value notWhole'],
    ['count', 2017, { value: -1 }, '422 /value negative'],
    ['emission', 2017, { value: -0.5 }, '422 /value negative'],
    ['rating', 2017, { level: 9 }, '422 /level notAllowed'],
    ['index', 2017, { level: 1 }, '422 /level notThisKind'],
    [
      'milestone',
      2017,
      { conditions: [{ id: 'sold', metOn: '2017-01-01' }] },
      '422 /conditions/0/id unknownReference',
    ],
    [
      'milestone',
      2017,
      { conditions: [{ id: 'built', metOn: '2018-01-01' }] },
      '422 /conditions/0/metOn datesOutOfOrder',
    ],
    ['index', 2017, { absence: { reason: ' ' } }, '422 /absence/reason tooShort'],
  ])('%s in %d with %o → %s, and nothing is written', async (name, year, typed, expected) => {
    const response = await reporter.send('POST', '/api/readings', {
      indicatorId: at(name),
      year,
      ...typed,
    });
    expect(refusal(response)).toBe(expected);
    const list = await reporter.get(`/api/readings?planId=${plan}`);
    expect(list.json()).toEqual({ items: [] });
    const parts = t.database.kysely.selectFrom('componentReadings').where('planId', '=', plan);
    expect(await parts.selectAll().execute()).toEqual([]);
  });

  it('names every wrong field at once', async () => {
    const response = await reporter.send('POST', '/api/readings', {
      indicatorId: at('share'),
      year: 2020,
      numerator: -1,
      denominator: 0,
      level: 2,
    });
    expect(refusal(response)).toBe(
      '422 /year futureYear, /level notThisKind, /numerator negative, /denominator zeroDenominator',
    );
  });

  it('numbers stand in the refusal where a sentence needs them', async () => {
    const response = await reporter.send('POST', '/api/readings', {
      indicatorId: at('share'),
      year: 2030,
    });
    const { errors } = response.json<{ errors: Issue[] }>();
    expect(errors[0]?.values).toEqual({ minimum: 2015, maximum: 2025 });
  });

  it('handing in names everything that is missing, and the draft stays', async () => {
    const draft = await enter(reporter, at('share'), 2017);
    const response = await step(reporter, draft, 'submit');
    expect(refusal(response)).toBe(
      '422 /numerator required, /denominator required, /source required',
    );
    const still = accepted(await reporter.get(`/api/readings/${draft.id}`));
    expect(still).toMatchObject({ status: 'draft', version: 1 });
  });

  it('a session that ran out while typing is 401, and the draft is untouched', async () => {
    const draft = await enter(reporter, at('count'), 2017, { value: 1 });
    const late = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    await late.send('DELETE', '/api/session');
    expect(refusal(await change(late, draft, { value: 2 }))).toBe('401 notSignedIn');
    expect(accepted(await reporter.get(`/api/readings/${draft.id}`)).value).toBe(1);
  });
});

describe('a component that two indicators share', () => {
  it('is asked once and shown in both', async () => {
    await enter(reporter, at('share'), 2017, { numerator: 48, denominator: 120 });
    const other = await enter(finance, at('otherShare'), 2017, { numerator: 60 });
    expect(other).toMatchObject({ numerator: 60, denominator: 120, value: 50 });
    const rows = t.database.kysely.selectFrom('componentReadings').where('planId', '=', plan);
    expect(await rows.selectAll().execute()).toHaveLength(3);
  });

  it('changes under an open reading, which gets a revision and a version of its own', async () => {
    const mine = await enter(reporter, at('share'), 2017, { numerator: 48, denominator: 120 });
    const theirs = await enter(finance, at('otherShare'), 2017, { numerator: 60 });
    accepted(await change(reporter, mine, { denominator: 80 }));
    const after = accepted(await finance.get(`/api/readings/${theirs.id}`));
    expect(after).toMatchObject({ denominator: 80, value: 75, version: 2 });
    const [, second] = await revisionsOf(finance, theirs.id);
    expect(second).toMatchObject({ action: 'change', denominator: 80, by: { name: '王小明' } });
    expect(refusal(await change(finance, theirs, { numerator: 61 }))).toBe('412 staleVersion');
  });

  it('is typed into every reading that shows it: who gave it approves none of them', async () => {
    const both = await addPerson(t, {
      roles: ['reporter', 'reviewer'],
      departmentId: 'steb',
      name: '兼任',
    });
    await enter(both, at('share'), 2017, { numerator: 48, denominator: 120 });
    const theirs = await enter(finance, at('otherShare'), 2017, { numerator: 60, source: '年报' });
    const submitted = accepted(await step(finance, theirs, 'submit'));
    expect(refusal(await step(both, submitted, 'approve'))).toBe('403 ownEntry');
    accepted(await step(reviewer, submitted, 'approve'));
  });

  it('is refused where it would make another open reading impossible', async () => {
    const mine = await enter(reporter, at('share'), 2017, { numerator: 48, denominator: 120 });
    await enter(finance, at('otherShare'), 2017, { numerator: 100 });
    expect(refusal(await change(reporter, mine, { denominator: 90 }))).toBe(
      '422 /denominator numeratorAboveDenominator',
    );
  });

  it('is locked under a closed reading; another year and the same figure are not', async () => {
    const theirs = await enter(finance, at('otherShare'), 2017, {
      numerator: 60,
      denominator: 120,
      source: '年报',
    });
    const mine = await enter(reporter, at('share'), 2017, { numerator: 48 });
    const submitted = accepted(await step(finance, theirs, 'submit'));
    for (const denominator of [121, null]) {
      expect(refusal(await change(reporter, mine, { denominator }))).toBe(
        '422 /denominator componentLocked',
      );
    }
    accepted(await step(reviewer, submitted, 'approve'));
    expect(refusal(await change(reporter, mine, { denominator: 121 }))).toBe(
      '422 /denominator componentLocked',
    );
    const same = accepted(await change(reporter, mine, { numerator: 49, denominator: 120 }));
    expect(same.value).toBe((49 * 100) / 120);
    await enter(reporter, at('share'), 2018, { denominator: 130 });
  });

  it('is not locked by a reading that says there is no figure', async () => {
    await publish(finance, reviewer, at('otherShare'), 2017, {
      absence: { kind: 'unavailable', reason: '未统计' },
    });
    const mine = await enter(reporter, at('share'), 2017, { numerator: 1, denominator: 2 });
    expect(mine.value).toBe(50);
    const list = await finance.get(`/api/readings?indicatorId=${at('otherShare')}`);
    const [absent] = list.json<{ items: Reading[] }>().items;
    expect(absent).toMatchObject({ numerator: null, denominator: null, value: null });
  });
});

describe('nothing is overwritten', () => {
  it('every step is a revision with the one who took it and what stood then', async () => {
    const draft = await enter(reporter, at('milestone'), 2016, {
      conditions: [{ id: 'built', metOn: '2016-05-01', documentNumber: '泉科〔2016〕5号' }],
    });
    const changed = accepted(
      await change(reporter, draft, {
        source: '现场核查',
        conditions: [
          { id: 'operating', metOn: '2016-12-01' },
          { id: 'built', metOn: '2016-05-02' },
        ],
      }),
    );
    const submitted = accepted(await step(reporter, changed, 'submit'));
    const returned = accepted(await step(reviewer, submitted, 'return', '缺少认定文件'));
    expect(returned).toMatchObject({
      status: 'returned',
      submitted: null,
      returned: { name: '审核员', reason: '缺少认定文件' },
    });
    const again = accepted(await step(reporter, returned, 'submit'));
    expect(again.returned).toBeNull();
    accepted(await step(reviewer, again, 'approve'));

    const told = await revisionsOf(reporter, draft.id);
    expect(
      told.map(({ version, action, status, by, reason }) => [
        version,
        action,
        status,
        by.name,
        by.departmentId,
        reason,
      ]),
    ).toEqual([
      [1, 'enter', 'draft', '王小明', 'steb', null],
      [2, 'change', 'draft', '王小明', 'steb', null],
      [3, 'submit', 'submitted', '王小明', 'steb', null],
      [4, 'return', 'returned', '审核员', null, '缺少认定文件'],
      [5, 'submit', 'submitted', '王小明', 'steb', null],
      [6, 'approve', 'approved', '审核员', null, null],
    ]);
    expect(told[0]?.conditions).toEqual([
      { id: 'built', metOn: '2016-05-01', lostOn: null, documentNumber: '泉科〔2016〕5号' },
    ]);
    expect(told[1]?.conditions.map(({ id, metOn }) => [id, metOn])).toEqual([
      ['operating', '2016-12-01'],
      ['built', '2016-05-02'],
    ]);
  });

  it('names stay as they were when a person is renamed', async () => {
    const person = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '旧名' });
    const draft = await enter(person, at('count'), 2017, { value: 1 });
    await t.database.kysely
      .updateTable('users')
      .set({ name: '新名' })
      .where('id', '=', person.user.id)
      .execute();
    const [first] = await revisionsOf(reporter, draft.id);
    expect(first?.by.name).toBe('旧名');
    expect(accepted(await reporter.get(`/api/readings/${draft.id}`)).entered?.name).toBe('新名');
  });

  it('not even by SQL', async () => {
    const draft = await enter(reporter, at('milestone'), 2016, { conditions: [{ id: 'built' }] });
    for (const sql of [
      'update reading_revisions set value = 1',
      'delete from reading_revisions',
      "update reading_revision_conditions set met_on = '2016-01-01'",
      'delete from reading_revision_conditions',
    ]) {
      const act = () => t.database.connection.prepare(`${sql} where reading_id = ?`).run(draft.id);
      expect(act, sql).toThrow(/never/);
    }
  });
});
