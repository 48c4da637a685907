import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyLists } from '../../server/lists/verify.ts';
import { verifyReadings } from '../../server/readings/verify.ts';
import { verifySeals } from '../../server/seals/verify.ts';
import type { ReadingCorrection } from '../../shared/corrections.ts';
import type { ListEntry, NamedList } from '../../shared/lists.ts';
import type { Reading, ReadingChanges } from '../../shared/readings.ts';
import type { SealState } from '../../shared/seals.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, ifMatch, refusal, step } from '../support/readings.ts';
import { addRound, addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { PDF, sendFile } from '../support/uploads.ts';

let t: TestApp;
let reporter: Signed;
let head: Signed;
let finance: Signed;
let reviewer: Signed;
let second: Signed;
let keeper: Signed;
/** A plan of its own for every test, so that none depends on the order. */
let plan = '';
let plans = 0;
const at = (name: string): string => indicatorOf(name, plan);

beforeAll(async () => {
  t = await startApp();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '王小明' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  second = await addPerson(t, { roles: ['reviewer'] });
  keeper = await addPerson(t, { roles: ['securityAdministrator'] });
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
});
afterAll(() => t.close());

type Typed = Partial<ListEntry> & Pick<ListEntry, 'name'>;
const named = (...names: string[]): Typed[] => names.map((name) => ({ name }));
const urlOf = (subject: string, year = 2018) => `/api/plans/${plan}/years/${year}/lists/${subject}`;
const listOf = async (subject: string, year = 2018) =>
  (await reporter.get(urlOf(subject, year))).json<NamedList>();
const COUNT = () => `indicator/${at('count')}`;

async function saved(subject: string, entries: readonly Typed[], year = 2018): Promise<void> {
  const { version } = await listOf(subject, year);
  const url = urlOf(subject, year);
  const answer = await reporter.send('PUT', url, { entries }, ifMatch(version));
  expect(answer.statusCode, answer.body).toBe(200);
}

async function readingOf(indicator: string, by = reporter, year = 2018): Promise<Reading> {
  const answer = await by.get(`/api/readings?indicatorId=${at(indicator)}&year=${year}`);
  return answer.json<{ items: Reading[] }>().items[0] as Reading;
}

/** Whatever its list made of it, said where from, handed in and approved. */
async function approved(indicator: string, by = reporter, changes: ReadingChanges = {}) {
  const draft = await readingOf(indicator, by);
  const told = accepted(await change(by, draft, { source: '认定文件', ...changes }));
  return accepted(await step(reviewer, accepted(await step(by, told, 'submit')), 'approve'));
}

/** The count of 2018 is 甲, 乙 and approved. */
async function twoListed(): Promise<Reading> {
  await saved(COUNT(), named('甲公司', '乙公司'));
  return approved('count');
}

interface AskedList {
  readonly field: 'value' | 'numerator' | 'denominator';
  readonly version: number;
  readonly entries: readonly Typed[];
}
function ask(
  reading: Reading,
  changes: ReadingChanges,
  lists?: readonly AskedList[],
  by = reporter,
) {
  const url = `/api/readings/${reading.id}/corrections`;
  const body = { reason: '漏计一家', changes, ...(lists === undefined ? {} : { lists }) };
  return by.send('POST', url, body, ifMatch(reading.version));
}
async function asked(reading: Reading, changes: ReadingChanges, lists?: readonly AskedList[]) {
  const answer = await ask(reading, changes, lists);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ReadingCorrection>();
}
const decide = (correction: ReadingCorrection, what = 'approve', by = second) =>
  by.send(
    'POST',
    `/api/corrections/${correction.id}/${what}`,
    undefined,
    ifMatch(correction.version),
  );
const value = (...entries: Typed[]): AskedList[] => [{ field: 'value', version: 1, entries }];
const verdicts = async () => {
  const transactions = new Transactions(t.database.kysely);
  return [
    await transactions.read(verifyReadings),
    await transactions.read(verifySeals),
    await transactions.read(verifyLists),
  ];
};

describe('a corrected count brings its list', () => {
  it('the figure follows the list, the reviewer sees who comes and goes, both change at once', async () => {
    await saved(COUNT(), named('甲公司'), 2017);
    const reading = await twoListed();
    const correction = await asked(
      reading,
      {},
      value({ name: '甲公司', documentNumber: '泉经信〔2018〕3号' }, ...named('丙公司', '丁公司')),
    );
    expect(correction).toMatchObject({ before: { value: 2 }, after: { value: 3 } });
    const [seen] = (await second.get(`/api/corrections?readingId=${reading.id}`)).json<{
      items: ReadingCorrection[];
    }>().items;
    expect(seen?.lists).toMatchObject([
      {
        field: 'value',
        of: 'indicator',
        subjectId: at('count'),
        version: 1,
        counted: { before: 2, after: 3 },
        added: [{ name: '丙公司' }, { name: '丁公司' }],
        removed: [{ name: '乙公司' }],
        changed: [{ after: { name: '甲公司', documentNumber: '泉经信〔2018〕3号' } }],
      },
    ]);
    // Nothing but the request is there yet, and the list itself stays shut.
    expect(await listOf(COUNT())).toMatchObject({ version: 1, counted: 2, editable: false });

    expect((await decide(correction)).json()).toMatchObject({ status: 'approved' });
    expect(await readingOf('count')).toMatchObject({ value: 3, corrections: 1 });
    expect(await listOf(COUNT())).toMatchObject({
      version: 2,
      counted: 3,
      changed: { name: '王小明' },
      entries: [{ name: '甲公司' }, { name: '丙公司' }, { name: '丁公司' }],
    });
    // The roster of an older year is its own.
    expect(await listOf(COUNT(), 2017)).toMatchObject({ version: 1, counted: 1 });
    const [done] = (await second.get(`/api/corrections?readingId=${reading.id}`)).json<{
      items: ReadingCorrection[];
    }>().items;
    expect(done?.lists).toEqual(seen?.lists);
    const row = t.database.connection
      .prepare("select after from audit_log where action = 'approveCorrection' order by seq desc")
      .get() as { after: string };
    expect(JSON.parse(row.after)).toMatchObject({
      lists: [{ field: 'value', of: 'indicator', from: 1, counted: 3, entries: 3 }],
    });
  });

  it('a member is exchanged for another: the figure is the same, and it is a correction all the same', async () => {
    const reading = await twoListed();
    const correction = await asked(reading, {}, value(...named('甲公司', '丙公司')));
    expect((await decide(correction)).statusCode).toBe(200);
    expect(await readingOf('count')).toMatchObject({ value: 2, corrections: 1 });
    expect((await listOf(COUNT())).entries.map(({ name }) => name)).toEqual(['甲公司', '丙公司']);
  });

  it('refused or withdrawn, the list stays as it was', async () => {
    const reading = await twoListed();
    const one = await asked(reading, {}, value(...named('丙公司')));
    expect((await decide(one, 'withdraw', reporter)).statusCode).toBe(200);
    expect(await listOf(COUNT())).toMatchObject({ version: 1, counted: 2 });
    expect(await readingOf('count')).toMatchObject({ value: 2, version: reading.version });
  });

  it('of a sealed year: the package stays as it was, and everything verifies', async () => {
    const reading = await twoListed();
    await addRound(t, plan, 2018, 'closed');
    const round = `/api/plans/${plan}/rounds/2018`;
    const { open } = (await reviewer.get(`${round}/seal`)).json<SealState>();
    const unreported = (open?.notHandedIn ?? []).map(({ indicatorId }) => ({
      indicatorId,
      reason: '牵头单位年内未报送数据',
    }));
    const sealing = await reviewer.send('POST', `${round}/seal`, { unreported }, ifMatch(1));
    expect(sealing.statusCode, sealing.body).toBe(200);
    const sealed = (await reviewer.get(`${round}/package`)).body;
    const correction = await asked(await readingOf('count'), {}, value(...named('甲公司')));
    expect((await decide(correction)).statusCode).toBe(200);
    expect(await listOf(COUNT())).toMatchObject({ version: 2, counted: 1 });
    expect((await reviewer.get(`${round}/package`)).body).toBe(sealed);
    expect(await verdicts()).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(reading.value).toBe(2);
  });

  it('a shared denominator: its roster and every reading that shows it follow', async () => {
    await saved('component/enterprises', named('甲', '乙', '丙', '丁'));
    await approved('share', reporter, { numerator: 2 });
    const other = accepted(
      await finance.send('POST', '/api/readings', {
        indicatorId: at('otherShare'),
        year: 2018,
        source: '年报',
        numerator: 1,
      }),
      201,
    );
    accepted(await step(reviewer, accepted(await step(finance, other, 'submit')), 'approve'));
    const share = await readingOf('share');
    const lists = [
      { field: 'denominator' as const, version: 1, entries: named('甲', '乙', '丙', '丁', '戊') },
    ];
    const correction = await asked(share, {}, lists);
    expect(correction.after).toMatchObject({ numerator: 2, denominator: 5, value: 40 });
    expect((await decide(correction)).statusCode).toBe(200);
    expect(await readingOf('otherShare', finance)).toMatchObject({ value: 20, corrections: 1 });
    expect(await listOf('component/enterprises')).toMatchObject({ version: 2, counted: 5 });
    expect((await verdicts())[0]).toEqual({ ok: true });
  });

  it('the first list of a figure that had none', async () => {
    await saved(COUNT(), named('甲'), 2017);
    const draft = accepted(
      await reporter.send('POST', '/api/readings', {
        indicatorId: at('count'),
        year: 2018,
        value: 3,
        source: '年报',
      }),
      201,
    );
    const reading = accepted(
      await step(reviewer, accepted(await step(reporter, draft, 'submit')), 'approve'),
    );
    const lists = [{ field: 'value' as const, version: 0, entries: named('甲', '乙') }];
    const correction = await asked(reading, {}, lists);
    expect(correction.lists).toMatchObject([{ version: 0, counted: { before: null, after: 2 } }]);
    expect((await decide(correction)).statusCode).toBe(200);
    expect(await listOf(COUNT())).toMatchObject({ version: 1, counted: 2 });
  });

  it('an entry may name a file beside the reading', async () => {
    await saved(COUNT(), named('甲公司'));
    const draft = await readingOf('count');
    const url = `/api/readings/${draft.id}/evidence`;
    const { id } = (await sendFile(t, reporter, url, '认定.pdf', PDF)).json<{ id: string }>();
    const reading = await approved('count');
    await asked(reading, {}, value({ name: '甲公司', evidenceId: id }, ...named('乙公司')));
  });

  it('whoever keeps accounts sees no list', async () => {
    const reading = await twoListed();
    await decide(await asked(reading, {}, value(...named('丙公司'))));
    const answer = await keeper.get(`/api/corrections?readingId=${reading.id}`);
    expect(answer.json<{ items: ReadingCorrection[] }>().items).toMatchObject([{ lists: [] }]);
    expect(answer.body).not.toContain('丙公司');
  });
});

describe('a list and its figure are refused', () => {
  interface Case {
    readonly changes: ReadingChanges;
    readonly lists?: readonly AskedList[];
    readonly said: string;
    readonly why: string;
  }
  const cases: readonly Case[] = [
    {
      changes: { value: 3 },
      said: '422 /changes/value listNeeded',
      why: 'two names cannot count three',
    },
    {
      changes: { value: 4 },
      lists: value(...named('甲', '乙', '丙')),
      said: '422 /changes/value listDiffers',
      why: 'what is said is not what the list counts',
    },
    {
      changes: { value: 3 },
      lists: value(...named('甲公司', '乙公司', ' 乙 公司')),
      said: '422 /changes/value listDiffers',
      why: 'one name twice is one',
    },
    {
      changes: {},
      lists: value(...named('甲公司', '乙公司')),
      said: '422 /changes unchanged',
      why: 'the list is the one that stands',
    },
    {
      changes: {},
      lists: value(),
      said: '422 /changes/value listDiffers',
      why: 'an empty list is not 0 until somebody says so',
    },
    {
      changes: {},
      lists: value({ name: '甲', baseline: true }),
      said: '422 /lists/0/entries/0/baseline notThisKind',
      why: 'the count is not of what is new',
    },
    {
      changes: {},
      lists: value({ name: '甲', evidenceId: '8d7e6c1f-9a0b-4c55-8d66-111111111111' }),
      said: '422 /lists/0/entries/0/evidenceId unknownReference',
      why: 'the file is not beside the reading',
    },
    {
      changes: {},
      lists: [{ field: 'numerator', version: 0, entries: named('甲') }],
      said: '422 /lists/0/field notThisKind',
      why: 'a count has no numerator',
    },
    {
      changes: {},
      lists: [...value(...named('甲')), ...value(...named('乙'))],
      said: '422 /lists/1/field duplicateKey',
      why: 'one figure, one list',
    },
    {
      changes: {},
      lists: [{ field: 'value', version: 0, entries: named('甲') }],
      said: '409 correctionOutdated',
      why: 'it was not made from the list that stands',
    },
    {
      changes: { absence: { kind: 'unavailable', reason: '统计口径取消' } },
      lists: value(...named('甲')),
      said: '422 /changes/value notAllowed',
      why: 'where there is no figure, nothing is counted',
    },
  ];
  it('when they do not agree', async () => {
    const reading = await twoListed();
    for (const { changes, lists, said, why } of cases) {
      const answer = refusal(await ask(reading, changes, lists));
      expect(`${answer}: ${why}`).toContain(said);
    }
    // 0 is said beside a list that is empty.
    await asked(reading, { value: 0 }, value());
  });

  it('while another figure that the roster stands behind is being judged', async () => {
    await saved('component/enterprises', named('甲', '乙'));
    await approved('share', reporter, { numerator: 1 });
    const body = { indicatorId: at('otherShare'), year: 2018, source: '年报', numerator: 1 };
    const other = accepted(await finance.send('POST', '/api/readings', body), 201);
    accepted(await step(finance, other, 'submit'));
    const share = await readingOf('share');
    const lists = (...names: string[]) => [
      { field: 'denominator' as const, version: 1, entries: named(...names) },
    ];
    const locked = '422 /changes/denominator componentLocked';
    for (const names of [
      ['甲', '丙'],
      ['甲', '乙', '丙'],
    ]) {
      expect(refusal(await ask(share, {}, lists(...names)))).toBe(locked);
    }
  });

  it('approving, when the list moved since: exchanged members leave the figure as it was', async () => {
    await saved('component/enterprises', named('甲', '乙'));
    await approved('share', reporter, { numerator: 1 });
    const other = accepted(
      await finance.send('POST', '/api/readings', {
        indicatorId: at('otherShare'),
        year: 2018,
        source: '年报',
        numerator: 1,
      }),
      201,
    );
    accepted(await step(reviewer, accepted(await step(finance, other, 'submit')), 'approve'));
    const lists = (...names: string[]) => [
      { field: 'denominator' as const, version: 1, entries: named(...names) },
    ];
    const mine = await asked(await readingOf('share'), {}, lists('甲', '丙'));
    const theirs = await ask(
      await readingOf('otherShare', finance),
      {},
      lists('甲', '丁'),
      finance,
    );
    expect((await decide(theirs.json<ReadingCorrection>())).statusCode).toBe(200);
    expect(refusal(await decide(mine))).toBe('409 correctionOutdated');
    const waiting = await second.get(`/api/corrections?planId=${plan}&status=requested`);
    expect(waiting.json<{ items: ReadingCorrection[] }>().items).toMatchObject([
      { id: mine.id, outdated: true },
    ]);
  });

  it('the department head, who did not ask, sees the request as it was asked', async () => {
    const reading = await twoListed();
    const correction = await asked(reading, {}, value(...named('丙公司')));
    const answer = await head.get(`/api/corrections?readingId=${reading.id}`);
    expect(answer.json<{ items: ReadingCorrection[] }>().items).toMatchObject([
      { id: correction.id, lists: [{ removed: [{ name: '甲公司' }, { name: '乙公司' }] }] },
    ]);
    expect(() =>
      t.database.connection.exec("update correction_list_entries set name = 'x'"),
    ).toThrow(/never changed/);
  });
});
