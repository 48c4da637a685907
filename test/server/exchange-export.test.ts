import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { Reading } from '../../shared/readings.ts';
import type { Role } from '../../shared/permissions.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { opened } from '../support/filled-sheet.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { enter, publish, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

// The first workbook of a process waits for its thread and the library.
vi.setConfig({ testTimeout: 30_000 });

let t: TestApp;
let reporter: Signed;
let reviewer: Signed;
let leader: Signed;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
});
afterEach(() => t.close());

const URL = '/api/plans/small/export';

async function jsonOf(
  by: Signed,
  query: string,
): Promise<{ items: Reading[]; [key: string]: unknown }> {
  const answer = await by.get(`${URL}?format=json&${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

/** The rows of a CSV without line breaks in its cells, its mark and headings apart. */
async function csvOf(by: Signed, query: string): Promise<{ headings: string[]; rows: string[] }> {
  const { body } = await by.get(`${URL}?format=csv&${query}`);
  expect(body.startsWith('\uFEFF')).toBe(true);
  const [headings = '', ...rows] = body.slice(1).trimEnd().split('\r\n');
  return { headings: headings.split(','), rows };
}

/** Twenty figures, half of them with more digits than any page shows. */
async function publishTwenty(): Promise<void> {
  for (const year of [2016, 2017, 2018]) {
    await publish(reporter, reviewer, indicatorOf('share'), year, {
      numerator: 100 + year,
      denominator: 7000 + year,
    });
    await publish(reporter, reviewer, indicatorOf('density'), year, {
      numerator: 12.3,
      denominator: 456.7 + year,
    });
    for (const [at, name] of ['index', 'percentage', 'emission'].entries()) {
      const value = (year - 2000) * 3.123456789 + at;
      await publish(reporter, reviewer, indicatorOf(name), year, {
        value: Number(value.toPrecision(12)),
      });
    }
    await publish(reporter, reviewer, indicatorOf('count'), year, { value: year - 2014 });
  }
  for (const [year, level] of [
    [2017, 1],
    [2018, 2],
  ] as const) {
    await publish(reporter, reviewer, indicatorOf('rating'), year, { level, ground: '验收' });
  }
}

describe('an export', () => {
  it('has the figures of the API and of the board, unrounded, in every format', async () => {
    await publishTwenty();
    const { items } = await jsonOf(leader, 'what=readings');
    expect(items).toHaveLength(20);
    const api = (await leader.get('/api/readings?planId=small')).json<{ items: Reading[] }>().items;
    const figure = ({ indicatorId, year, value, level }: Reading) => [
      indicatorId,
      year,
      value ?? level,
    ];
    expect(items.map(figure)).toEqual(api.map(figure));

    const workbook = await opened(
      (await leader.get(`${URL}?format=xlsx&what=readings`)).rawPayload,
    );
    const [sheet] = workbook.worksheets;
    const headings = (sheet?.getRow(1).values ?? []) as string[];
    const { rows, headings: csvHeadings } = await csvOf(leader, 'what=readings');
    for (const [at, { value, year }] of items.entries()) {
      const row = sheet?.getRow(at + 2);
      expect(row?.getCell(headings.indexOf('年度')).value).toBe(year);
      expect(row?.getCell(headings.indexOf('本年值')).value ?? null).toBe(value);
      const cell = rows[at]?.split(',')[csvHeadings.indexOf('本年值')];
      expect(cell).toBe(value === null ? '' : String(value));
    }

    const board = (await leader.get('/api/plans/small/dashboard?year=2018')).json<Dashboard>();
    const shown = board.indicators.flatMap(({ id, readings }) =>
      readings.map(({ year, value }) => `${id} ${year} ${value}`),
    );
    expect(
      items.map((one) => `${one.indicatorId} ${one.year} ${one.value ?? one.level}`).sort(),
    ).toEqual(shown.sort());
  });

  it('of one year has that year only', async () => {
    await publishTwenty();
    const { items, year } = await jsonOf(leader, 'what=readings&year=2017');
    expect(items.map((one) => one.year)).toEqual(Array(7).fill(2017));
    expect(year).toBe(2017);
  });

  it('writes what people typed as text, never as a formula', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(1)', '＝1+1', '=HYPERLINK("http://127.0.0.1")'];
    const names = ['share', 'density', 'index', 'percentage', 'emission', 'count'];
    for (const [at, name] of names.entries()) {
      await enter(reporter, indicatorOf(name), 2018, {
        source: evil[at] ?? '',
        note: `\t${evil[at]}`,
      });
    }
    const { rows } = await csvOf(reporter, 'what=readings');
    const cells = rows.flatMap((row) => row.split(','));
    expect(cells.filter((cell) => /^"?[=+@＝-]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^"?'[=+@＝-]/.test(cell)).length).toBeGreaterThanOrEqual(12);
    const bytes = (await reporter.get(`${URL}?format=xlsx&what=readings`)).rawPayload;
    const workbook = await opened(bytes);
    const values: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void values.push(cell.value)));
    for (const text of evil) expect(values).toContain(text);
    expect(values.filter((value) => typeof value === 'object')).toEqual([]);
  });

  it('holds every version of a reading, oldest first', async () => {
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 80 });
    const { rows, headings } = await csvOf(reporter, 'what=history');
    const column = headings.indexOf('操作');
    expect(rows.map((row) => row.split(',')[column])).toEqual(['开始填报', '提交', '审核通过']);
  });

  it('says in the demo, on every row, that it is made up', async () => {
    await t.database.kysely
      .insertInto('installation')
      .values({
        id: 1,
        profile: null,
        illustrative: 1,
        demandsSecondFactor: 0,
        createdAt: t.clock.now.toISOString(),
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ illustrative: 1 }))
      .execute();
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 80 });
    const { rows } = await csvOf(leader, 'what=readings');
    expect(rows.every((row) => row.startsWith('示例数据,'))).toBe(true);
    expect(await jsonOf(leader, 'what=readings')).toMatchObject({ illustrative: true });
    const english = await csvOf(leader, 'what=history&language=en');
    expect(english.rows.every((row) => row.startsWith('Illustrative data,'))).toBe(true);
  });

  it('is an attachment that no browser shows', async () => {
    const { headers } = await leader.get(`${URL}?format=csv&what=readings&year=2018`);
    expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''.*2018\.csv$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
  });
});

describe('who exports what', () => {
  it('drafts are the own department’s; what was handed in is the reviewer’s, too', async () => {
    await enter(reporter, indicatorOf('index'), 2018, { value: 80 });
    await publish(reporter, reviewer, indicatorOf('count'), 2018, { value: 3 });
    const other = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    const seen = async (by: Signed) =>
      (await jsonOf(by, 'what=readings')).items.map(({ indicatorId }) => indicatorId).sort();
    expect(await seen(reporter)).toEqual([indicatorOf('count'), indicatorOf('index')]);
    for (const by of [other, reviewer, leader])
      expect(await seen(by)).toEqual([indicatorOf('count')]);
    expect((await jsonOf(other, 'what=history')).items).toHaveLength(1);
  });

  it.each<[Role, number]>([
    ['leader', 200],
    ['auditor', 200],
    ['securityAdministrator', 403],
  ])('lists of names: the %s is answered %i', async (role, status) => {
    const by = await addPerson(t, { roles: [role] });
    expect((await by.get(`${URL}?format=json&what=lists`)).statusCode).toBe(status);
  });

  it('a list is seen by whoever sees the reading behind it', async () => {
    const db = t.database.kysely;
    const at = t.clock.now.toISOString();
    const list = {
      planId: 'small',
      year: 2018,
      version: 1,
      changedBy: reporter.user.id,
      changedAt: at,
    };
    await db
      .insertInto('namedLists')
      .values({ id: 'l1', indicatorId: indicatorOf('count'), componentId: null, ...list })
      .execute();
    await db
      .insertInto('namedListEntries')
      .values({
        listId: 'l1',
        version: 1,
        position: 0,
        name: '=甲公司',
        nameKey: '甲公司',
        documentNumber: null,
        recognisedOn: '2018-05-01',
        quantity: 1,
        baseline: 0,
        evidenceId: null,
      })
      .execute();
    const names = async (by: Signed) => (await csvOf(by, 'what=lists')).rows;
    expect(await names(reporter)).toEqual(["2018,count,'=甲公司,,2018-05-01,1,"]);
    expect(await names(leader)).toEqual([]);
    await publish(reporter, reviewer, indicatorOf('count'), 2018, { value: 1 });
    expect(await names(leader)).toHaveLength(1);
  });

  it('a display exports nothing, a stranger learns nothing', async () => {
    const display = await addPerson(t, { roles: ['display'] });
    expect(refusal(await display.get(`${URL}?format=json&what=readings`))).toBe('403 forbidden');
    const stranger = await t.app.inject({ method: 'GET', url: `${URL}?format=json&what=readings` });
    expect(refusal(stranger)).toBe('401 notSignedIn');
  });

  it('every export is recorded, and so is a refused one', async () => {
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const guard = await addPerson(t, { roles: ['securityAdministrator'] });
    await leader.get(`${URL}?format=csv&what=readings&year=2018`);
    await guard.get(`${URL}?format=json&what=lists`);
    const { items } = (await auditor.get('/api/audit?action=exportPlan')).json<{
      items: { username: string; outcome: string; after: unknown }[];
    }>();
    expect(items.map(({ outcome }) => outcome)).toEqual(['forbidden', 'ok']);
    expect(items[1]).toMatchObject({
      username: leader.user.username,
      after: { what: 'readings', format: 'csv', year: 2018, items: 0 },
    });
  });
});
