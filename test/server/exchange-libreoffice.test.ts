import { Workbook } from '@cj-tech-master/excelts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportDiff } from '../../shared/exchange.ts';
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
import { leadEverything, loadRealPlan, REAL_PLAN } from '../support/real-plan.ts';
import { enter } from '../support/readings.ts';
import { sendFile } from '../support/uploads.ts';

const PLAN = REAL_PLAN.document.id;
const FILTER = 'xlsx:Calc MS Excel 2007 XML';

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let t: TestApp;
let reporter: Signed;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-office-'));
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  await leadEverything(t, 'steb');
  await enter(reporter, 'im-automated-enterprise-share', 2018, {
    numerator: 147,
    denominator: 300,
    source: '年报',
  });
  await enter(reporter, 'im-maker-space', 2018, {
    conditions: [{ id: 'built', metOn: '2016-05-01', documentNumber: '泉经信〔2016〕1号' }],
  });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a workbook in LibreOffice and saves it again. */
function throughLibreOffice(bytes: Buffer): Buffer {
  const [from, to] = [join(folder, 'in'), join(folder, 'out')];
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  rmSync(to, { recursive: true, force: true });
  writeFileSync(`${from}.xlsx`, bytes);
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', FILTER, '--outdir', to, `${from}.xlsx`],
    { stdio: 'ignore', timeout: 90_000 },
  );
  return readFileSync(join(to, 'in.xlsx'));
}

const diffOf = async (bytes: Buffer) =>
  (await upload(t, reporter, PLAN, 2018, bytes)).json<ImportDiff>();

describe.runIf(hasLibreOffice())('a sheet that LibreOffice saved', { timeout: 120_000 }, () => {
  it.each(['zh-CN', 'en'])('says what it said (%s)', async (language) => {
    const bytes = throughLibreOffice(await download(reporter, PLAN, 2018, `?language=${language}`));
    expect(await diffOf(bytes)).toMatchObject({
      rows: [],
      badCells: [],
      unknownCodes: [],
      ignoredColumns: [],
    });
  });

  it('brings what was typed, and works out its rates by itself', async () => {
    const filled = await fill(await download(reporter, PLAN, 2018), [
      ['A1', '分子', 150],
      ['A3', '本年值', 2],
      ['A7 operating', '达成日期', new Date('2016-11-30T00:00:00Z')],
      ['A4', '评定等级', '推进中'],
    ]);
    const bytes = throughLibreOffice(filled);
    const { rows, badCells } = await diffOf(bytes);
    expect(badCells).toEqual([]);
    expect(
      rows.flatMap(({ indicator: { code }, fields }) =>
        fields.map(({ field, after }) => [code, field, after[field]]),
      ),
    ).toEqual([
      ['A1', 'numerator', 150],
      ['A3', 'value', 2],
      ['A4', 'level', 1],
      [
        'A7',
        'conditions',
        [
          { id: 'built', metOn: '2016-05-01', lostOn: null, documentNumber: '泉经信〔2016〕1号' },
          { id: 'operating', metOn: '2016-11-30', lostOn: null, documentNumber: null },
        ],
      ],
    ]);
    const rate = cellAt(await opened(bytes), 'A1', '本年值').value;
    expect(rate).toMatchObject({ formula: expect.any(String) as string, result: 50 });
  });

  it('comes back marked with the cells open that were open', async () => {
    const bad = await fill(await download(reporter, PLAN, 2018), [['A3', '本年值', '1.5万']]);
    const url = `${sheetUrl(PLAN, 2018)}/import/annotated`;
    const answer = await sendFile(t, reporter, url, 'x.xlsx', throughLibreOffice(bad));
    const workbook = await opened(answer.rawPayload);
    expect(cellAt(workbook, 'A3', '问题').value).toContain('请不要用“万”“亿”');
    expect(cellAt(workbook, 'A3', '本年值').protection).toMatchObject({ locked: false });
    expect(cellAt(workbook, 'A3', '指标').protection?.locked).not.toBe(false);
    expect(cellAt(workbook, 'A3', '数据状态').dataValidation).toMatchObject({ type: 'list' });
  });
});

describe.runIf(hasLibreOffice())('a list that LibreOffice saved', { timeout: 120_000 }, () => {
  it('is read as it was typed, days and numbers included', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('名单');
    sheet.addRow(['企业名称', '认定文号', '认定日期', '数量']);
    sheet.addRow(['甲公司', '泉经信〔2018〕3号', new Date('2018-03-05T00:00:00Z'), 120]);
    sheet.addRow(['乙公司', '', '2018年4月1日', 1.5]);
    const bytes = throughLibreOffice(await saved(workbook));
    const url = `/api/plans/${PLAN}/lists/read`;
    const answer = await sendFile(t, reporter, url, '名单.xlsx', bytes);
    expect(answer.json()).toMatchObject({
      sheet: '名单',
      rows: [
        ['企业名称', '认定文号', '认定日期', '数量'],
        ['甲公司', '泉经信〔2018〕3号', '2018-03-05', '120'],
        ['乙公司', '', '2018年4月1日', '1.5'],
      ],
    });
  });
});
