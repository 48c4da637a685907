import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { readListFile } from '../../shared/exchange.ts';
import type { Output } from '../../shared/endpoint.ts';
import { parseList } from '../../shared/list-input.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { saved } from '../support/filled-sheet.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { refusal } from '../support/readings.ts';
import { addSmallPlan } from '../support/small-plan.ts';
import { sendFile } from '../support/uploads.ts';
import { bookOf, zipOf } from '../support/workbooks.ts';

// The first workbook of a process waits for its thread and the library.
vi.setConfig({ testTimeout: 30_000 });

let t: TestApp;
let reporter: Signed;
beforeAll(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
});
afterAll(() => t.close());

const URL_OF_PLAN = '/api/plans/small/lists/read';
const send = (bytes: Buffer, by = reporter, url = URL_OF_PLAN) =>
  sendFile(t, by, url, '示范企业.xlsx', bytes);

async function read(bytes: Buffer): Promise<Output<typeof readListFile>> {
  const answer = await send(bytes);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Output<typeof readListFile>>();
}

describe('a list in a workbook', () => {
  it('is read row by row as it would be pasted, and judged by the same rules', async () => {
    const workbook = new Workbook();
    const cover = workbook.addWorksheet('封面');
    cover.addRow(['填报单位', '科技经济发展局']);
    cover.addRow(['联系人', '王小明']);
    const sheet = workbook.addWorksheet('名单');
    sheet.addRow(['2018年示范企业名单']);
    sheet.addRow(['序号', '企业名称', '认定文号', '认定日期', '人数']);
    sheet.addRow([1, '甲公司', '泉经信〔2018〕3号', new Date('2018-03-05T00:00:00Z'), 120]);
    sheet.addRow([]);
    sheet.addRow([{ formula: 'ROW()-3', result: 2 }, '乙"联合"公司', '', '去年', '约80']);
    sheet.addRow([
      3,
      { formula: 'A1', result: '丙' },
      '',
      '2018年4月',
      { formula: '1+1', result: 2 },
    ]);
    workbook.addWorksheet('说明').addRow(['填表说明']);
    workbook.addWorksheet('空表');
    const table = await read(await saved(workbook));
    expect(table).toMatchObject({ sheet: '名单', otherSheets: ['封面', '说明'] });
    expect(table.rows).toEqual([
      ['2018年示范企业名单'],
      ['序号', '企业名称', '认定文号', '认定日期', '人数'],
      ['1', '甲公司', '泉经信〔2018〕3号', '2018-03-05', '120'],
      [],
      ['=…', '乙"联合"公司', '', '去年', '约80'],
      ['3', '=…', '', '2018年4月', '=…'],
    ]);
    const text = table.rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
    const { rows, headings } = parseList(text, '人');
    expect(headings).toBe(true);
    expect(rows.map(({ entry: { name, quantity } }) => [name, quantity])).toEqual([
      ['甲公司', 120],
      ['乙"联合"公司', null],
      ['', null],
    ]);
    const said = rows.flatMap((row) =>
      row.problems.map(({ column, code }) => `${row.line} ${column} ${code}`),
    );
    expect(said).toEqual([
      '5 recognisedOn notADay',
      '5 quantity notANumber',
      '6 name formula',
      '6 name nameMissing',
      '6 recognisedOn dayMissing',
      '6 quantity formula',
    ]);
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const log = await auditor.get('/api/audit?action=readListFile');
    expect(log.json<{ items: object[] }>().items).toMatchObject([
      { targetId: 'small', after: { fileName: '示范企业.xlsx', rows: 6 }, outcome: 'ok' },
    ]);
  });

  const row = (number: number) =>
    `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>甲</t></is></c></row>`;
  it.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), '422 fileEmpty'],
    ['a workbook without a cell', () => bookOf(''), '422 fileEmpty'],
    [
      'an old .xls',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
      '415 sheetOldFormat',
    ],
    ['a text', () => Buffer.from('名称\n甲'), '415 sheetNotXlsx'],
    ['a plain zip', () => zipOf([{ name: 'readme.txt', content: 'x' }]), '415 sheetNotXlsx'],
    [
      'macros',
      () => bookOf(row(1), [{ name: 'xl/vbaProject.bin', content: 'x' }]),
      '422 fileUnsafe',
    ],
    [
      'links to other files',
      () => bookOf(row(1), [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }]),
      '422 fileUnsafe',
    ],
    [
      '300 MiB of spaces',
      () =>
        bookOf(row(1), [
          { name: 'xl/worksheets/sheet7.xml', content: Buffer.alloc(300 << 20, ' ') },
        ]),
      '422 fileTooComplex',
    ],
    [
      'the same, said to be small',
      () =>
        bookOf(row(1), [
          {
            name: 'xl/worksheets/sheet7.xml',
            content: Buffer.alloc(30 << 20, ' '),
            claimedSize: 9,
          },
        ]),
      '422 fileUnreadable',
    ],
    ['a cell a million rows below', () => bookOf(row(1_048_576)), '422 sheetTooLarge'],
  ])('%s is refused at once', async (_what, make, said) => {
    const bytes = make();
    const spent = cpuTime();
    expect(refusal(await send(bytes))).toBe(said);
    expect(spent()).toBeLessThan(1000);
  });

  it('is read for those who enter, of a plan that there is', async () => {
    const leader = await addPerson(t, { roles: ['leader'] });
    expect(refusal(await send(bookOf(row(1)), leader))).toBe('403 forbidden');
    const elsewhere = '/api/plans/none/lists/read';
    expect(refusal(await send(bookOf(row(1)), reporter, elsewhere))).toBe('404 notFound');
  });
});

const quoted = (cell: string): string =>
  cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
