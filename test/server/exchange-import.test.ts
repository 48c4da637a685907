import type { CellValue } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportDiff } from '../../shared/exchange.ts';
import type { Issue } from '../../shared/problems.ts';
import type { Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  cellAt,
  download,
  fill,
  opened,
  saved,
  sheetUrl,
  upload,
} from '../support/filled-sheet.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, publish, refusal, step } from '../support/readings.ts';
import { addClosedRound } from '../support/rounds.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { sendFile } from '../support/uploads.ts';

// The first workbook of a process waits for its thread and the library.
vi.setConfig({ testTimeout: 30_000 });

let t: TestApp;
let reporter: Signed;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
});
afterEach(() => t.close());

type Typing = readonly [code: string, heading: string, value: CellValue];

const template = (query = '') => download(reporter, 'small', 2018, query);

async function diffOf(bytes: Buffer): Promise<ImportDiff> {
  const answer = await upload(t, reporter, 'small', 2018, bytes);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<ImportDiff>();
}

/** Downloads, types, uploads. */
const diffAfter = async (typing: readonly Typing[], query = '') =>
  diffOf(await fill(await template(query), typing));

/** What would change, in one line each: `S4 value null→87.5`. */
function changesOf({ rows }: ImportDiff): string[] {
  return rows.flatMap(({ indicator: { code }, fields }) =>
    fields.map(({ field, before, after, conflict, issues }) => {
      const [from, to] = [before[field], after[field]].map((value) => JSON.stringify(value));
      const marks = [...(conflict ? ['conflict'] : []), ...issues.map((issue) => issue.code)];
      return [`${code} ${field} ${from}→${to}`, ...marks].join(' ');
    }),
  );
}

const badOf = ({ badCells }: ImportDiff): string[] =>
  badCells.map(({ code, cell, typed, why }) => `${code} ${cell} ${typed}: ${why.code}`);

/** Accepts every change of a comparison, as the page does with all of them chosen. */
function acceptAll(diff: ImportDiff, by = reporter) {
  return by.send('POST', `${sheetUrl('small', 2018)}/import/accept`, {
    rows: diff.rows.map(({ indicator, version, fields }) => ({
      indicatorId: indicator.id,
      version,
      changes: Object.assign({}, ...fields.map(({ after }) => after)) as object,
    })),
  });
}

async function readingOf(name: string): Promise<Reading | undefined> {
  const answer = await reporter.get(`/api/readings?planId=small&year=2018`);
  const { items } = answer.json<{ items: Reading[] }>();
  return items.find(({ indicatorId }) => indicatorId === indicatorOf(name));
}

describe('a filled sheet', () => {
  it('just downloaded, changes nothing', async () => {
    await enter(reporter, indicatorOf('share'), 2018, {
      numerator: 57,
      denominator: 100,
      source: '年报',
      note: '=1+1',
    });
    await enter(reporter, indicatorOf('milestone'), 2018, {
      conditions: [{ id: 'built', metOn: '2016-05-01', documentNumber: '泉经信〔2016〕1号' }],
    });
    await enter(reporter, indicatorOf('index'), 2018, {
      absence: { kind: 'unavailable', reason: '上级尚未公布' },
    });
    const diff = await diffOf(await template());
    expect(diff).toMatchObject({ rows: [], badCells: [], unknownCodes: [], ignoredColumns: [] });
  });

  it('becomes drafts when it is accepted, and then changes nothing any more', async () => {
    const filled = await fill(await template(), [
      ['S1', '分子', 57],
      ['S1', '分母', 100],
      ['S1', '来源', '统计年报'],
      ['S1', '数据状态', '年报'],
      ['S4', '本年值', ' ８７．５ 分'],
      ['S7', '本年值', 4],
      ['S5', '无法提供', '无法提供'],
      ['S5', '无法提供的原因', '上级尚未公布'],
      ['S8 built', '达成日期', new Date('2016-05-01T00:00:00Z')],
      ['S9', '评定等级', '第2级'],
      ['S9', '评定依据', '通过验收'],
    ]);
    const diff = await diffOf(filled);
    expect(badOf(diff)).toEqual([]);
    expect(await readingOf('share'), 'nothing is written before it is accepted').toBeUndefined();
    const answer = await acceptAll(diff);
    expect(answer.json()).toEqual({ saved: 6 });
    expect(await readingOf('share')).toMatchObject({
      status: 'draft',
      value: 57,
      numerator: 57,
      denominator: 100,
      source: '统计年报',
      dataStatus: 'final',
    });
    expect(await readingOf('index')).toMatchObject({ value: 87.5 });
    expect(await readingOf('milestone')).toMatchObject({
      conditions: [{ id: 'built', metOn: '2016-05-01' }],
    });
    expect(await readingOf('rating')).toMatchObject({ level: 2, ground: '通过验收' });
    expect(await readingOf('percentage')).toMatchObject({
      absence: { kind: 'unavailable', reason: '上级尚未公布' },
    });
    expect((await diffOf(filled)).rows).toEqual([]);
    expect((await acceptAll(diff)).statusCode, 'the same comparison again').toBe(412);
  });

  it('is understood in either language, whatever order its rows and columns have', async () => {
    const workbook = await opened(await template('?language=en'));
    cellAt(workbook, 'S4', 'Value').value = 80;
    cellAt(workbook, 'S4', 'Data status').value = '快报';
    const [sheet] = workbook.worksheets;
    sheet?.insertRow(1, ['our own remarks']);
    expect(changesOf(await diffOf(await saved(workbook)))).toEqual([
      'S4 value null→80',
      'S4 dataStatus "estimate"→"preliminary"',
    ]);
  });

  it('may have columns and rows of its own, which are named and not read', async () => {
    const workbook = await opened(await template());
    const [sheet] = workbook.worksheets;
    if (sheet === undefined) throw new Error('no sheet');
    sheet.getCell('Q4').value = '经办人';
    sheet.getCell('Q5').value = '张三';
    sheet.getCell('A40').value = 'S99';
    sheet.getCell('H40').value = 5;
    expect(await diffOf(await saved(workbook))).toMatchObject({
      rows: [],
      badCells: [],
      unknownCodes: ['S99'],
      ignoredColumns: ['经办人'],
    });
  });

  it('asks for a shared part once and gives it to every indicator that shows it', async () => {
    const db = t.database.kysely;
    await db
      .updateTable('indicatorDepartments')
      .set({ departmentId: 'steb' })
      .where('indicatorId', '=', indicatorOf('otherShare'))
      .execute();
    const bytes = await template();
    const workbook = await opened(bytes);
    expect(cellAt(workbook, 'S2', '分母').value).toMatchObject({
      formula: expect.stringMatching(/G5/),
    });
    const diff = await diffAfter([
      ['S1', '分子', 57],
      ['S1', '分母', 100],
      ['S2', '分子', 80],
    ]);
    expect(changesOf(diff)).toEqual([
      'S1 numerator null→57',
      'S1 denominator null→100',
      'S2 numerator null→80',
    ]);
    expect((await acceptAll(diff)).json()).toEqual({ saved: 2 });
    expect(await readingOf('otherShare')).toMatchObject({ value: 80, denominator: 100 });
  });

  it('reads a percentage typed as one: 49% is 49, not 0.49', async () => {
    const workbook = await opened(await template());
    const cell = cellAt(workbook, 'S5', '本年值');
    cell.value = 0.07;
    cell.numFmt = '0.00%';
    expect(changesOf(await diffOf(await saved(workbook)))).toEqual(['S5 value null→7']);
  });

  it('never trusts what a program worked out for a rate', async () => {
    const diff = await diffAfter([
      ['S1', '分子', 57],
      ['S1', '分母', 100],
      ['S1', '本年值', { formula: 'F5*100/G5', result: 99 }],
    ]);
    await acceptAll(diff);
    expect(await readingOf('share')).toMatchObject({ value: 57 });
  });

  it('cleared, takes a figure back', async () => {
    await enter(reporter, indicatorOf('index'), 2018, { value: 80, note: '初稿' });
    const diff = await diffAfter([
      ['S4', '本年值', null],
      ['S4', '情况说明', null],
    ]);
    expect(changesOf(diff)).toEqual(['S4 value 80→null', 'S4 note "初稿"→""']);
  });
});

const CELLS: readonly (readonly [
  why: string,
  typing: readonly Typing[],
  said: readonly string[],
])[] = [
  ['a word of magnitude', [['S4', '本年值', '1.5万']], ['S4 H7 1.5万: magnitudeWord']],
  [
    'a formula, which is not evaluated',
    [['S4', '本年值', { formula: '40+2' }]],
    ['S4 H7 =…: formula'],
  ],
  [
    'an error of the sheet',
    [['S4', '本年值', { error: '#DIV/0!' }]],
    ['S4 H7 #DIV/0!: spreadsheetError'],
  ],
  ['a mark for nothing', [['S4', '本年值', '—']], ['S4 H7 —: absentMark']],
  [
    'more digits than are kept',
    [['S4', '本年值', 49.333333333333336]],
    ['S4 H7 49.333333333333336: inexact'],
  ],
  ['a word that is none of the list', [['S4', '数据状态', '差不多']], ['S4 I7 差不多: otherWord']],
  ['no figure without a reason', [['S4', '无法提供', '不适用']], ['S4 L7 不适用: reasonMissing']],
  ['a year that is none', [['S4', '数据所属年份', '前年']], ['S4 O7 前年: notAYear']],
  [
    'a day that there is not',
    [['S8 built', '达成日期', '2016-02-30']],
    ['S8 E5 2016-02-30: notADay'],
  ],
  ['a level that there is not', [['S9', '评定等级', '优秀']], ['S9 H7 优秀: otherWord']],
];

describe('a cell that cannot be read', () => {
  it.each(CELLS)('%s is named with its place', async (_why, typing, said) => {
    const diff = await diffAfter(typing);
    expect(badOf(diff)).toEqual(said);
    expect(diff.rows).toEqual([]);
  });
});

const RULES: readonly (readonly [
  why: string,
  typing: readonly Typing[],
  said: readonly string[],
])[] = [
  ['half a thing', [['S7', '本年值', 2.5]], ['S7 value null→2.5 notWhole']],
  ['a share above all of it', [['S5', '本年值', 101]], ['S5 value null→101 aboveHundred']],
  [
    'more than there are',
    [
      ['S1', '分子', 320],
      ['S1', '分母', 300],
    ],
    ['S1 numerator null→320 numeratorAboveDenominator', 'S1 denominator null→300'],
  ],
  [
    'a figure beside 无法提供',
    [
      ['S4', '本年值', 80],
      ['S4', '无法提供', '无法提供'],
      ['S4', '无法提供的原因', '没有'],
    ],
    ['S4 value null→80 notAllowed', 'S4 absence null→{"kind":"unavailable","reason":"没有"}'],
  ],
  [
    'a note with hidden characters',
    [['S4', '来源', 'a\u202eb']],
    ['S4 source ""→"a\u202eb" controlCharacters'],
  ],
  [
    'a source without end',
    [['S4', '来源', '长'.repeat(201)]],
    [`S4 source ""→"${'长'.repeat(201)}" tooLong`],
  ],
];

describe('a cell that a rule refuses', () => {
  it.each(RULES)('%s is shown with the rule', async (_why, typing, said) => {
    expect(changesOf(await diffAfter(typing))).toEqual(said);
  });

  it('is checked as it would stand, and accepted all the same: checks decide about handing in', async () => {
    await publish(
      reporter,
      await addPerson(t, { roles: ['reviewer'] }),
      indicatorOf('count'),
      2017,
      {
        value: 4,
      },
    );
    const diff = await diffAfter([['S7', '本年值', 0]]);
    expect(diff.rows[0]?.findings.map(({ code }) => code)).toContain('cumulativeFalls');
    expect((await acceptAll(diff)).json()).toEqual({ saved: 1 });
  });

  it('is not half taken over: accepting it refuses the whole', async () => {
    const diff = await diffAfter([
      ['S4', '本年值', 80],
      ['S7', '本年值', 2.5],
    ]);
    expect(refusal(await acceptAll(diff))).toBe('422 /rows/1/changes/value notWhole');
    expect(await readingOf('index')).toBeUndefined();
  });
});

describe('what changed on the server since the download', () => {
  it('is a conflict where both changed it, and nobody else’s change is taken back', async () => {
    const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 80, source: '快报' });
    const bytes = await template();
    accepted(await change(reporter, draft, { value: 82, source: '年报' }));
    const diff = await diffOf(await fill(bytes, [['S4', '本年值', 85]]));
    expect(changesOf(diff)).toEqual(['S4 value 82→85 conflict']);
    await acceptAll(diff);
    expect(await readingOf('index')).toMatchObject({ value: 85, source: '年报' });
  });

  it('after the comparison refuses the whole', async () => {
    const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 80 });
    const diff = await diffAfter([
      ['S4', '本年值', 85],
      ['S7', '本年值', 3],
    ]);
    accepted(await change(reporter, draft, { note: '改过' }));
    expect(refusal(await acceptAll(diff))).toBe('412 staleVersion');
    expect(await readingOf('count')).toBeUndefined();
  });

  it('a round that was closed meanwhile takes nothing over', async () => {
    const bytes = await fill(await template(), [['S4', '本年值', 85]]);
    const diff = await diffOf(bytes);
    await addClosedRound(t, await addPerson(t, { roles: ['reviewer'] }), 'small', 2018);
    expect(refusal(await acceptAll(diff))).toBe('409 roundClosed');
    expect(badOf(await diffOf(bytes))).toEqual(['S4 H7 85: locked']);
    expect(await readingOf('index')).toBeUndefined();
  });

  it('what is handed in is locked', async () => {
    const draft = await enter(reporter, indicatorOf('index'), 2018, { value: 80, source: '年报' });
    const bytes = await template();
    accepted(await step(reporter, draft, 'submit'));
    const diff = await diffOf(await fill(bytes, [['S4', '本年值', 85]]));
    expect(diff.rows).toEqual([]);
    expect(badOf(diff)).toEqual(['S4 H7 85: locked']);
  });
});

describe('a workbook that is not this sheet', () => {
  it.each([
    ['another year', () => download(reporter, 'small', 2017), '/year 2017≠2018'],
    [
      'another department',
      async () => {
        const other = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
        return download(other, 'small', 2018);
      },
      '/department finance≠steb',
    ],
    [
      'another plan',
      async () => {
        await addSmallPlan(t, 'large');
        return download(reporter, 'large', 2018);
      },
      '/plan large≠small',
    ],
  ])('that of %s is refused', async (_what, make, said) => {
    const answer = await upload(t, reporter, 'small', 2018, await make());
    const { code, errors } = answer.json<{ code: string; errors: Issue[] }>();
    expect(code).toBe('sheetOfAnother');
    expect(
      errors.map(({ pointer, values }) => `${pointer} ${values?.['found']}≠${values?.['wanted']}`),
    ).toEqual([said]);
  });

  it.each([
    ['the mark is gone', (names: string[]) => names.filter((name) => name !== '_meta')],
    ['everything else is gone', () => ['2018年']],
  ])('is refused when %s', async (_what, keep) => {
    const workbook = await opened(await template());
    const kept = keep(workbook.worksheets.map(({ name }) => name));
    for (const sheet of workbook.worksheets) {
      if (!kept.includes(sheet.name)) workbook.removeWorksheet(sheet.id);
    }
    const answer = await upload(t, reporter, 'small', 2018, await saved(workbook));
    expect(refusal(answer)).toBe('422 sheetNotTemplate');
  });

  it('is refused when its mark was changed', async () => {
    const workbook = await opened(await template());
    const meta = workbook.getWorksheet('_meta');
    if (meta === undefined) throw new Error('no mark');
    meta.getCell('B3').value = '2017';
    expect(refusal(await upload(t, reporter, 'small', 2018, await saved(workbook)))).toBe(
      '422 sheetNotTemplate',
    );
  });

  it('is refused by the guard before anything is read', async () => {
    expect(refusal(await upload(t, reporter, 'small', 2018, Buffer.from('编号,指标')))).toBe(
      '415 sheetNotXlsx',
    );
    const large = Buffer.alloc(2 * 1024 * 1024 + 1, 'PK');
    expect(refusal(await upload(t, reporter, 'small', 2018, large))).toBe('413 tooLarge');
  });
});

describe('who may', () => {
  it('only the department that leads takes over changes', async () => {
    const diff = await diffAfter([['S4', '本年值', 85]]);
    const other = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    expect(refusal(await acceptAll(diff, other))).toBe('403 forbidden');
    const reviewer = await addPerson(t, { roles: ['reviewer'] });
    const bytes = await template();
    expect(refusal(await upload(t, reviewer, 'small', 2018, bytes))).toBe('403 forbidden');
    expect((await download(reviewer, 'small', 2018, '?departmentId=steb')).length).toBeGreaterThan(
      1000,
    );
  });

  it('what was taken over is recorded with every revision that it wrote', async () => {
    const auditor = await addPerson(t, { roles: ['auditor'] });
    await acceptAll(await diffAfter([['S4', '本年值', 85]]));
    const { items } = (await auditor.get('/api/audit?targetType=plan')).json<{
      items: { action: string; after: { saved?: number; seals?: object[]; changes?: number } }[];
    }>();
    expect(items.map(({ action }) => action)).toEqual(['acceptImport', 'importSheet']);
    expect(items[0]?.after).toMatchObject({ saved: 1, seals: [{ version: 1 }] });
    expect(items[1]?.after).toMatchObject({ changes: 1 });
  });
});

describe('the refused workbook comes back', () => {
  const annotate = (bytes: Buffer, query = '') =>
    sendFile(t, reporter, `${sheetUrl('small', 2018)}/import/annotated${query}`, 'x.xlsx', bytes);

  it('with each bad cell coloured, explained in a comment and in a column', async () => {
    const filled = await fill(await template(), [
      ['S4', '本年值', '1.5万'],
      ['S7', '本年值', 2.5],
    ]);
    const workbook = await opened((await annotate(filled)).rawPayload);
    const cell = cellAt(workbook, 'S4', '本年值');
    expect(cell.value).toBe('1.5万');
    expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFC9A8' } });
    expect(JSON.stringify(cell.note)).toContain('请不要用“万”“亿”');
    expect(cellAt(workbook, 'S4', '问题').value).toContain('H7 标尺：请不要用“万”“亿”');
    expect(cellAt(workbook, 'S7', '问题').value).toContain('应为整数');
  });

  it('and is read again when it is mended, as if it had never been marked', async () => {
    const bad = await fill(await template(), [['S4', '本年值', '1.5万']]);
    const marked = (await annotate(bad, '?language=en')).rawPayload;
    const mended = await fill(marked, [['S4', '本年值', 85]]);
    const diff = await diffOf(mended);
    expect(changesOf(diff)).toEqual(['S4 value null→85']);
    expect(diff).toMatchObject({ badCells: [], ignoredColumns: [] });
    const clean = await opened((await annotate(mended)).rawPayload);
    expect(cellAt(clean, 'S4', '本年值').protection).toMatchObject({ locked: false });
  });
});
