import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyLists } from '../../server/lists/verify.ts';
import { verifyReadings } from '../../server/readings/verify.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { ListEntry, NamedList, NamedListSummary } from '../../shared/lists.ts';
import type { Reading, Revision } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { PDF, sendFile } from '../support/uploads.ts';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let head: Signed;
let finance: Signed;
let reviewer: Signed;
let leader: Signed;
let officer: Signed;
/** A plan of its own for every test, so that none depends on the order. */
let plan = '';
let plans = 0;
const at = (name: string): string => indicatorOf(name, plan);

beforeAll(async () => {
  t = await startApp();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '王小明' });
  colleague = await addPerson(t, { roles: ['reporter', 'reviewer'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
  officer = await addPerson(t, { roles: ['securityAdministrator'] });
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
});
afterAll(() => t.close());

type Typed = Partial<ListEntry> & Pick<ListEntry, 'name'>;
const COUNT = () => `indicator/${at('count')}`;
const urlOf = (subject: string, year = 2018) => `/api/plans/${plan}/years/${year}/lists/${subject}`;

const save = (
  by: Signed,
  subject: string,
  version: number,
  entries: readonly Typed[],
  year = 2018,
) => by.send('PUT', urlOf(subject, year), { entries }, ifMatch(version));

async function saved(
  subject: string,
  version: number,
  entries: readonly Typed[],
  year = 2018,
): Promise<NamedList> {
  const answer = await save(reporter, subject, version, entries, year);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<NamedList>();
}

async function readingOf(
  indicator: string,
  year = 2018,
  by = reporter,
): Promise<Reading | undefined> {
  const answer = await by.get(`/api/readings?indicatorId=${at(indicator)}&year=${year}`);
  return answer.json<{ items: Reading[] }>().items[0];
}

const named = (...names: string[]): Typed[] => names.map((name) => ({ name }));

describe('a list behind a count', () => {
  it('is empty and of version 0 until somebody saves it', async () => {
    const answer = await reporter.get(urlOf(COUNT()));
    expect(answer.headers.etag).toBe('"0"');
    expect(answer.json()).toMatchObject({
      planId: plan,
      year: 2018,
      of: 'indicator',
      subjectId: at('count'),
      version: 0,
      changed: null,
      entries: [],
      counted: 0,
      editable: true,
      previous: null,
      evidence: [],
    });
  });

  it('is saved whole, counted by distinct names, and the count becomes the figure', async () => {
    const reading = await enter(reporter, at('count'), 2018, { value: 7 });
    const list = await saved(COUNT(), 0, [
      { name: '甲公司', documentNumber: '泉经信〔2018〕3号', recognisedOn: '2018-03-05' },
      { name: '乙公司' },
      { name: '甲公司 ' },
    ]);
    expect(list).toMatchObject({
      version: 1,
      counted: 2,
      changed: { name: '王小明' },
      entries: [
        {
          name: '甲公司',
          documentNumber: '泉经信〔2018〕3号',
          recognisedOn: '2018-03-05',
          quantity: 1,
          baseline: false,
          evidenceId: null,
        },
        { name: '乙公司', documentNumber: null },
        { name: '甲公司' },
      ],
    });
    expect(await readingOf('count')).toMatchObject({ value: 2, version: reading.version + 1 });
    const { items } = (await reporter.get(`/api/readings/${reading.id}/revisions`)).json<{
      items: Revision[];
    }>();
    expect(items.map(({ action, value }) => [action, value])).toEqual([
      ['enter', 7],
      ['change', 2],
    ]);
    expect(await new Transactions(t.database.kysely).read(verifyReadings)).toEqual({ ok: true });
  });

  it('begins the reading that nobody has begun', async () => {
    await saved(COUNT(), 0, named('甲', '乙', '丙'));
    expect(await readingOf('count')).toMatchObject({ status: 'draft', value: 3, version: 1 });
  });

  it('makes no revision where the count is the same, and its saver a typist all the same', async () => {
    await saved(COUNT(), 0, named('甲'));
    const before = await readingOf('count');
    const other = await save(colleague, COUNT(), 1, named('乙'));
    expect(other.json()).toMatchObject({ version: 2, counted: 1 });
    const after = await readingOf('count');
    expect(after?.version).toBe(before?.version);
    accepted(await change(reporter, after as Reading, { source: '年报' }));
    const submitted = accepted(
      await step(reporter, (await readingOf('count')) as Reading, 'submit'),
    );
    expect(refusal(await step(colleague, submitted, 'approve'))).toBe('403 ownEntry');
  });

  it('that is emptied says nothing: the figure is taken back and is not 0', async () => {
    await saved(COUNT(), 0, named('甲'));
    await saved(COUNT(), 1, []);
    expect(await readingOf('count')).toMatchObject({ value: null });
  });

  it('keeps every version, and no version changes', async () => {
    await saved(COUNT(), 0, named('甲'));
    await saved(COUNT(), 1, named('乙', '丙'));
    const rows = t.database.connection
      .prepare(
        'select e.version, e.name from named_list_entries e join named_lists l on l.id = e.list_id where l.plan_id = ? order by 1, e.position',
      )
      .raw()
      .all(plan);
    expect(rows).toEqual([
      [1, '甲'],
      [2, '乙'],
      [2, '丙'],
    ]);
    expect(() => t.database.connection.exec("update named_list_entries set name = 'x'")).toThrow(
      /never changed/,
    );
    expect(() => t.database.connection.exec('delete from named_list_entries')).toThrow(
      /never deleted/,
    );
  });

  it('is saved on the version that was read', async () => {
    await saved(COUNT(), 0, named('甲'));
    const late = await save(reporter, COUNT(), 0, named('乙'));
    expect(refusal(late)).toBe('412 staleVersion');
    expect(late.headers.etag).toBe('"1"');
    expect(refusal(await reporter.send('PUT', urlOf(COUNT()), { entries: [] }))).toBe(
      '428 versionRequired',
    );
  });

  it('of twenty that are saved at once is one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save(reporter, COUNT(), 0, named(`企业${n}`))),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.sort((a, b) => a - b)).toEqual([200, ...Array(19).fill(412)]);
  });

  it('leaves a row in the audit log that holds the seals of what it wrote', async () => {
    await saved(COUNT(), 0, named('甲'));
    const row = t.database.connection
      .prepare('select action, target_type, after from audit_log order by seq desc limit 1')
      .get() as { action: string; target_type: string; after: string };
    expect(row).toMatchObject({ action: 'saveNamedList', target_type: 'list' });
    const { id } = (await readingOf('count')) as Reading;
    expect(JSON.parse(row.after)).toMatchObject({
      counted: 1,
      entries: 1,
      seals: [{ readingId: id, version: 1 }],
    });
  });

  it('holds five thousand entries, and not one more', async () => {
    const many = Array.from({ length: 5001 }, (_, n) => ({ name: `企业${n}` }));
    expect(refusal(await save(reporter, COUNT(), 0, many))).toBe('422 /entries tooMany');
    const list = await saved(COUNT(), 0, many.slice(1));
    expect(list.counted).toBe(5000);
    expect(list.entries).toHaveLength(5000);
    expect(list.entries[4999]).toMatchObject({ name: '企业5000' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: ' ' }, '422 /entries/0/name tooShort'],
    ['a name with a line break', { name: '甲\n乙' }, '422 /entries/0/name controlCharacters'],
    [
      'a day that is none',
      { name: '甲', recognisedOn: '2018-02-30' },
      '422 /entries/0/recognisedOn impossibleDate',
    ],
    ['less than nothing', { name: '甲', quantity: -1 }, '422 /entries/0/quantity tooSmall'],
    ['half an enterprise', { name: '甲', quantity: 0.5 }, '422 /entries notWhole'],
    [
      'a baseline where nothing is counted as new',
      { name: '甲', baseline: true },
      '422 /entries/0/baseline notThisKind',
    ],
    [
      'a file that is not there',
      { name: '甲', evidenceId: 'nothing' },
      '422 /entries/0/evidenceId unknownReference',
    ],
    ['a field of its own', { name: '甲', rank: 1 }, '422 /entries/0/rank unknownField'],
  ])('with %s is refused', async (_what, entry, said) => {
    expect(refusal(await save(reporter, COUNT(), 0, [entry as Typed]))).toBe(said);
    expect(await readingOf('count')).toBeUndefined();
  });

  it('names files beside its own reading only', async () => {
    const own = await enter(reporter, at('count'), 2018);
    const other = await enter(reporter, at('index'), 2018);
    const attach = async (reading: Reading, name: string) =>
      (
        await sendFile(t, reporter, `/api/readings/${reading.id}/evidence`, name, PDF)
      ).json<Evidence>();
    const mine = await attach(own, '认定文件.pdf');
    const theirs = await attach(other, '别的.pdf');
    const list = await saved(COUNT(), 0, [{ name: '甲', evidenceId: mine.id }]);
    expect(list.evidence).toEqual([{ id: mine.id, name: '认定文件.pdf' }]);
    expect(refusal(await save(reporter, COUNT(), 1, [{ name: '甲', evidenceId: theirs.id }]))).toBe(
      '422 /entries/0/evidenceId unknownReference',
    );
  });

  it('of what is new lists the members of the baseline and does not count them', async () => {
    t.database.connection
      .prepare('update indicators set incremental = 1 where id = ?')
      .run(at('count'));
    const list = await saved(COUNT(), 0, [
      { name: '甲', baseline: true },
      { name: '乙' },
      { name: '甲（升级）' },
      { name: '甲' },
    ]);
    expect(list).toMatchObject({ incremental: true, counted: 2 });
    expect(await readingOf('count')).toMatchObject({ value: 2 });
  });
});

describe('last year’s list', () => {
  it('is offered to start from and never taken by itself', async () => {
    await saved(COUNT(), 0, named('甲', '乙'), 2017);
    const list = (await reporter.get(urlOf(COUNT()))).json<NamedList>();
    expect(list).toMatchObject({
      version: 0,
      entries: [],
      counted: 0,
      previous: { year: 2017, counted: 2 },
    });
    expect(list.previous?.entries.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(await readingOf('count')).toBeUndefined();
  });

  it('keeps its own entries whatever the next year says', async () => {
    await saved(COUNT(), 0, named('甲', '乙'), 2017);
    await saved(COUNT(), 0, named('丙'), 2018);
    expect((await reporter.get(urlOf(COUNT(), 2017))).json()).toMatchObject({ counted: 2 });
  });
});

describe('the roster behind a numerator or denominator', () => {
  it('sets the component once, for every reading that shows it', async () => {
    const own = await enter(reporter, at('share'), 2018, { numerator: 1 });
    const other = await enter(finance, at('otherShare'), 2018, { numerator: 2 });
    const list = await saved('component/enterprises', 0, named('甲', '乙', '丙', '丁'));
    expect(list).toMatchObject({ of: 'component', counted: 4 });
    expect(await readingOf('share')).toMatchObject({
      denominator: 4,
      value: 25,
      version: own.version + 1,
    });
    expect(await readingOf('otherShare', 2018, finance)).toMatchObject({
      denominator: 4,
      value: 50,
      version: other.version + 1,
    });
    expect(await new Transactions(t.database.kysely).read(verifyReadings)).toEqual({ ok: true });
  });

  it('adds up quantities: workers by enterprise', async () => {
    await saved('component/workers', 0, [
      { name: '甲', quantity: 1200 },
      { name: '乙', quantity: 300 },
    ]);
    expect(await readingOf('density')).toMatchObject({ denominator: 1500 });
  });

  it('that makes the figure impossible is refused as a whole', async () => {
    await enter(reporter, at('share'), 2018, { numerator: 3 });
    expect(refusal(await save(reporter, 'component/enterprises', 0, named('甲')))).toBe(
      '422 /entries numeratorAboveDenominator',
    );
    expect((await reporter.get(urlOf('component/enterprises'))).json()).toMatchObject({
      version: 0,
    });
  });

  it('does not move once a figure that was computed with it is approved: old years keep their denominators', async () => {
    await saved('component/enterprises', 0, named('甲', '乙'));
    await publish(finance, reviewer, at('otherShare'), 2018, { numerator: 1 });
    expect((await reporter.get(urlOf('component/enterprises'))).json()).toMatchObject({
      editable: false,
    });
    expect(refusal(await save(reporter, 'component/enterprises', 1, named('甲')))).toBe(
      '409 wrongState',
    );
    // The next year has its own.
    expect((await save(reporter, 'component/enterprises', 0, named('甲'), 2019)).statusCode).toBe(
      200,
    );
    expect(await readingOf('otherShare', 2018, finance)).toMatchObject({ denominator: 2 });
  });

  it('leaves a reading alone that says there is no figure', async () => {
    await enter(reporter, at('count'), 2018, {
      absence: { kind: 'unavailable', reason: '未统计' },
    });
    await saved(COUNT(), 0, named('甲'));
    expect(await readingOf('count')).toMatchObject({
      value: null,
      absence: { kind: 'unavailable' },
    });
  });
});

describe('who may', () => {
  it('save: reporters of the department that leads an indicator which uses it', async () => {
    for (const [who, said] of [
      [finance, '404 notFound'],
      [head, '403 forbidden'],
      [reviewer, '403 forbidden'],
      [leader, '403 forbidden'],
      [officer, '403 forbidden'],
    ] as const) {
      expect(refusal(await save(who, COUNT(), 0, named('甲')))).toBe(said);
    }
    expect((await save(finance, 'component/enterprises', 0, named('甲'))).statusCode).toBe(200);
  });

  it('see: those who see a reading behind it', async () => {
    await saved(COUNT(), 0, named('甲'));
    const sees = async (who: Signed) => (await who.get(urlOf(COUNT()))).statusCode;
    expect([await sees(reporter), await sees(head)]).toEqual([200, 200]);
    expect([await sees(finance), await sees(reviewer), await sees(leader)]).toEqual([
      404, 404, 404,
    ]);
    const draft = (await readingOf('count')) as Reading;
    const changed = accepted(await change(reporter, draft, { source: '年报' }));
    const submitted = accepted(await step(reporter, changed, 'submit'));
    expect([await sees(reviewer), await sees(leader)]).toEqual([200, 404]);
    expect(refusal(await save(reporter, COUNT(), 1, named('乙')))).toBe('409 wrongState');
    accepted(await step(reviewer, submitted, 'approve'));
    expect([await sees(finance), await sees(leader), await sees(officer)]).toEqual([200, 200, 403]);
    expect((await leader.get(urlOf(COUNT()))).json()).toMatchObject({
      editable: false,
      previous: null,
    });
  });

  it('find the lists of a year in one answer', async () => {
    await saved(COUNT(), 0, [{ name: '甲' }, { name: '甲' }]);
    await saved('component/workers', 0, [{ name: '甲', quantity: 5 }]);
    const of = async (who: Signed) =>
      new Set(
        (await who.get(`/api/plans/${plan}/years/2018/lists`))
          .json<{ items: NamedListSummary[] }>()
          .items.map((one) => `${one.subjectId} ${one.version} ${one.counted} ${one.entries}`),
      );
    expect(await of(reporter)).toEqual(new Set([`${at('count')} 1 1 2`, 'workers 1 5 1']));
    expect(await of(leader)).toEqual(new Set());
  });

  it.each([
    ['a ratio, whose parts have lists', () => urlOf(`indicator/${at('share')}`)],
    ['a milestone', () => urlOf(`indicator/${at('milestone')}`)],
    ['what nobody knows', () => urlOf('component/nothing')],
    ['an indicator as a component', () => urlOf(`component/${at('count')}`)],
    ['a year that is not the plan’s', () => urlOf(COUNT(), 2014)],
    ['another plan', () => `/api/plans/nothing/years/2018/lists/${COUNT()}`],
  ])('%s has no list', async (_what, url) => {
    expect(refusal(await reporter.get(url()))).toBe('404 notFound');
    expect(refusal(await reporter.send('PUT', url(), { entries: [] }, ifMatch(0)))).toBe(
      '404 notFound',
    );
  });

  it.each([
    ['planned', { opensOn: '2019-02-01', closedAt: null, sealedAt: null }, '409 roundNotOpen'],
    ['closed', { opensOn: '2018-12-01', closedAt: 'x', sealedAt: null }, '409 roundClosed'],
    ['sealed', { opensOn: '2018-12-01', closedAt: 'x', sealedAt: 'x' }, '409 roundSealed'],
  ])('nobody saves one while the round is %s', async (_state, dates, said) => {
    const at = t.clock.now.toISOString();
    await t.database.kysely
      .insertInto('rounds')
      .values({
        planId: plan,
        year: 2018,
        dueOn: '2019-02-28',
        closedBy: null,
        sealedBy: null,
        version: 1,
        createdBy: reviewer.user.id,
        createdAt: at,
        ...dates,
      })
      .execute();
    expect(refusal(await save(reporter, COUNT(), 0, named('甲')))).toBe(said);
    expect((await reporter.get(urlOf(COUNT()))).json()).toMatchObject({ editable: false });
  });

  it('a year that has not begun cannot be listed', async () => {
    expect(refusal(await save(reporter, COUNT(), 0, named('甲'), 2020))).toBe(
      '422 /year futureYear',
    );
  });
});

describe('what the audit log proves of a list', () => {
  const verdict = () => new Transactions(t.database.kysely).read(verifyLists);
  /** Whoever may write into the file may take the triggers away first. */
  const byHand = async (text: string): Promise<unknown> => {
    const { connection } = t.database;
    connection.exec('savepoint tampering');
    connection.exec('drop trigger named_list_entries_stay; drop trigger named_list_entries_remain');
    connection.exec(text);
    const found = await verifyLists(t.database.kysely);
    connection.exec('rollback to tampering; release tampering');
    return found;
  };

  it('is every entry of every version', async () => {
    await saved(COUNT(), 0, named('甲', '乙'));
    await saved(COUNT(), 1, named('丙'));
    await saved(COUNT(), 2, []);
    await saved(COUNT(), 3, named('丁'));
    expect(await verdict()).toEqual({ ok: true });
    const { id } = t.database.connection
      .prepare('select id from named_lists where plan_id = ?')
      .get(plan) as { id: string };
    const of = `list_id = '${id}'`;
    const cases = [
      [`update named_list_entries set name = '戊' where ${of} and version = 1`, 1],
      [`update named_list_entries set quantity = 2 where ${of} and version = 2`, 2],
      [`update named_list_entries set baseline = 1 where ${of} and version = 4`, 4],
      [`delete from named_list_entries where ${of} and version = 2`, 2],
      [`update named_list_entries set version = 3 where ${of} and version = 4`, 3],
      [`update named_lists set version = 2 where id = '${id}'`, 4],
      [`update named_lists set version = 5 where id = '${id}'`, 5],
    ] as const;
    for (const [text, version] of cases) {
      expect(await byHand(text), text).toEqual({ ok: false, listId: id, version });
    }
    const gone = `delete from named_list_entries where ${of}; delete from named_lists where id = '${id}'`;
    expect(await byHand(gone)).toEqual({ ok: false, listId: id, version: 1 });
    expect(await verdict()).toEqual({ ok: true });
  });
});
