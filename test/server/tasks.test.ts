import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook, writeWorkbook } from '../../server/files/workshop.ts';
import { missingInTask, readTaskCode } from '../../shared/task-rules.ts';
import type { Breakdown, Task, TaskChange, TaskRevision, TaskRow } from '../../shared/tasks.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { loadRealPlan } from '../support/real-plan.ts';
import { sendFile } from '../support/uploads.ts';

const url = '/api/plans/qetdz-2016/years/2018/tasks';
let t: TestApp;
let reporter: Signed;
let reviewer: Signed;
beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
});
afterEach(() => t.close());

const WORDS = {
  principalLeader: '王主任',
  leaderInCharge: '李副主任',
  handler: '张三',
  task: '认定示范企业4家。',
  target: 4,
  unit: '家',
  dueOn: '2018-12-20',
  requirement: '按季度报送进度。',
};

const breakdown = async (by: Signed) => (await by.get(url)).json<Breakdown>();
const find = ({ items }: Breakdown, subjectId: string): Task => {
  const found = items.find((one) => one.subjectId === subjectId);
  if (found === undefined) throw new Error(`no ${subjectId}`);
  return found;
};
const rowOf = (task: Task, changes: Partial<TaskRow> = {}): TaskRow => ({
  subject: task.subject,
  subjectId: task.subjectId,
  version: task.version,
  leadDepartmentId: task.leadDepartmentId,
  supportingDepartmentIds: task.supportingDepartmentIds,
  principalLeader: task.principalLeader,
  leaderInCharge: task.leaderInCharge,
  handler: task.handler,
  task: task.task,
  target: task.target,
  unit: task.unit,
  dueOn: task.dueOn,
  requirement: task.requirement,
  ...changes,
});
const save = (by: Signed, ...rows: TaskRow[]) => by.send('PUT', url, { rows });

describe('the breakdown of tasks', () => {
  it('has a row for every indicator and measure, led as the plan says, and lists what is missing', async () => {
    const { items } = await breakdown(reviewer);
    expect(items).toHaveLength(56);
    const m07 = items.find(({ subjectId }) => subjectId === 'm07');
    expect(m07).toMatchObject({
      code: '7',
      leadDepartmentId: 'steb',
      supportingDepartmentIds: ['quality', 'finance'],
      version: 0,
    });
    expect(m07?.missing).toEqual([
      'principalLeader',
      'leaderInCharge',
      'handler',
      'task',
      'dueOn',
      'requirement',
    ]);
    const robots = items.find(({ subjectId }) => subjectId === 'im-robot-density');
    expect(robots?.missing).toContain('target');
    expect(robots?.missing).toContain('leadDepartmentId');
  });

  it('is filled by whoever leads the row; the reviewer fills all and names the lead', async () => {
    const m01 = find(await breakdown(reporter), 'm01');
    expect(m01).toMatchObject({ editable: true, leadEditable: false });
    const saved = (await save(reporter, rowOf(m01, WORDS))).json<Breakdown>();
    expect(find(saved, 'm01')).toMatchObject({ ...WORDS, version: 1, missing: [] });
    const again = find(saved, 'm01');
    const otherLead = await save(reporter, rowOf(again, { leadDepartmentId: 'finance' }));
    expect(otherLead.json()).toMatchObject({ status: 403 });
    const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    expect((await save(finance, rowOf(again, { task: '别的' }))).statusCode).toBe(403);
    const moved = rowOf(again, { leadDepartmentId: 'finance', supportingDepartmentIds: ['steb'] });
    expect((await save(reviewer, moved)).statusCode).toBe(200);
    // Saying the same again makes no version.
    expect(find((await save(reviewer, { ...moved, version: 2 })).json(), 'm01').version).toBe(2);
  });

  it('saves all rows or none, and not over what somebody changed meanwhile', async () => {
    const all = await breakdown(reviewer);
    const good = rowOf(find(all, 'm01'), WORDS);
    const bad = rowOf(find(all, 'm02'), {
      dueOn: '2021-01-01',
      supportingDepartmentIds: ['steb', 'nobody'],
    });
    const answer = await save(reviewer, good, bad);
    expect(answer.statusCode).toBe(422);
    const { errors } = answer.json<{ errors: { pointer: string; code: string }[] }>();
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rows/1/supportingDepartmentIds/0 duplicateKey',
      '/rows/1/supportingDepartmentIds/1 unknownReference',
      '/rows/1/dueOn datesOutOfOrder',
    ]);
    expect(find(await breakdown(reviewer), 'm01').version).toBe(0);
    expect((await save(reviewer, good)).statusCode).toBe(200);
    expect((await save(reviewer, good)).json()).toMatchObject({ status: 412, currentVersion: 1 });
  });

  it('hands the duties of departments that merged to the successor, and keeps what was', async () => {
    const before = find(await breakdown(reviewer), 'm06');
    expect(before.leadDepartmentId).toBe('stateTax');
    await save(reviewer, rowOf(before, WORDS));
    await t.database.kysely
      .insertInto('departments')
      .values({
        id: 'tax',
        shortNameZh: '税务局',
        fullNameZh: '税务局',
        nameEn: 'Tax Bureau',
        kind: 'other',
        nameSource: 'entered',
        validFrom: null,
        validTo: null,
        successorId: null,
        version: 1,
      })
      .execute();
    await t.database.kysely
      .updateTable('departments')
      .set({ validTo: '2018-06-14', successorId: 'tax' })
      .where('id', 'in', ['stateTax', 'localTax'])
      .execute();
    const heir = await addPerson(t, { roles: ['reporter'], departmentId: 'tax' });
    const kept = find(await breakdown(heir), 'm06');
    expect(kept).toMatchObject({
      leadDepartmentId: 'stateTax',
      answeringDepartmentId: 'tax',
      task: WORDS.task,
      editable: true,
    });
    // Who changed which duty when stays, under the department of then.
    const changed = await save(heir, rowOf(kept, { handler: '税务局张三' }));
    expect(changed.statusCode, changed.body).toBe(200);
    const history = await heir.get(`${url}/measure/m06/revisions`);
    expect(history.json<{ items: TaskRevision[] }>().items).toMatchObject([
      {
        version: 1,
        by: { userId: reviewer.user.id, departmentId: null },
        leadDepartmentId: 'stateTax',
        supportingDepartmentIds: before.supportingDepartmentIds,
        handler: WORDS.handler,
      },
      {
        version: 2,
        by: { userId: heir.user.id, departmentId: 'tax' },
        leadDepartmentId: 'stateTax',
        handler: '税务局张三',
      },
    ]);
    const untouched = await heir.get(`${url}/measure/m07/revisions`);
    expect(untouched.json()).toEqual({ items: [] });
    const rewrite = "update task_revisions set handler = '别人'";
    expect(() => t.database.connection.exec(rewrite)).toThrow(/never changed/);
    // The year after, which nobody has filled, is the successor's from the start; two became one.
    const next = (await heir.get(url.replace('2018', '2019'))).json<Breakdown>();
    expect(find(next, 'm06')).toMatchObject({
      leadDepartmentId: 'tax',
      supportingDepartmentIds: ['finance', 'steb'],
    });
  });
});

describe('the table as a workbook', () => {
  const file = `${url}/file`;
  const bring = async (by: Signed, bytes: Buffer) =>
    sendFile(t, by, `${url}/import`, 't.xlsx', bytes);
  interface Read {
    readonly changes: TaskChange[];
    readonly problems: { readonly cell: string; readonly code: string }[];
    readonly rows: TaskRow[];
  }

  it('comes back unchanged as it went out, in both languages', async () => {
    for (const language of ['zh-CN', 'en']) {
      const out = await reviewer.get(`${file}?language=${language}`);
      const read = (await bring(reviewer, out.rawPayload)).json<Read>();
      expect(read).toEqual({ changes: [], problems: [], rows: [] });
    }
  });

  it('shows every change before anything is, and what is accepted is saved', async () => {
    const bytes = await table([
      ['编号', '牵头单位', '年度任务', '目标值', '完成时限'],
      ['措施1', '财政局', '认定4家', 4, '2018年12月20日'],
      ['A2', '科技经济发展局', '', '', ''],
    ]);
    const read = (await bring(reviewer, bytes)).json<Read>();
    expect(read.problems).toEqual([]);
    expect(read.changes.map(({ code, field, after }) => `${code} ${field} ${after}`)).toEqual([
      '1 leadDepartmentId 财政局',
      '1 task 认定4家',
      '1 target 4',
      '1 dueOn 2018-12-20',
      'A2 leadDepartmentId 科技经济发展局',
    ]);
    expect(find(await breakdown(reviewer), 'm01').version).toBe(0);
    const saved = (await save(reviewer, ...read.rows)).json<Breakdown>();
    expect(find(saved, 'm01')).toMatchObject({ task: '认定4家', dueOn: '2018-12-20', version: 1 });
  });

  it('takes nothing over by half: every cell that cannot be read is named', async () => {
    const bytes = await table([
      ['编号', '牵头单位', '目标值', '完成时限'],
      ['措施1', '财政局', 4, '2018-12-20'],
      ['措施2', '没有这个局', '很多', '2018-02-30'],
      ['Z9', '', '', ''],
      ['措施1', '财政局', 4, '2018-12-20'],
    ]);
    const { problems, rows } = (await bring(reviewer, bytes)).json<Read>();
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'B3 unknownDepartment',
      'C3 notANumber',
      'D3 notADay',
      'A4 unknownCode',
      'A5 repeatedCode',
    ]);
    expect(rows).toEqual([]);
    const own = await table([
      ['编号', '年度任务'],
      ['措施22', '不归我'],
    ]);
    const refused = (await bring(reporter, own)).json<Read>();
    expect(refused.problems).toMatchObject([{ cell: 'B2', code: 'notYours' }]);
  });

  it('refuses the table of another year, and one without codes', async () => {
    const other = await reviewer.get(`${url.replace('2018', '2019')}/file`);
    expect((await bring(reviewer, other.rawPayload)).json()).toMatchObject({
      code: 'sheetOfAnother',
    });
    const bare = await table([['没有编号']]);
    expect((await bring(reviewer, bare)).json()).toMatchObject({ code: 'sheetNotTemplate' });
    // What goes out is a workbook that this program reads itself.
    const { sheets } = await readWorkbook(other.rawPayload);
    expect(sheets[0]?.cells.length).toBeGreaterThan(56);
  });

  function table(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
    return writeWorkbook({
      sheets: [
        {
          name: '任务',
          rows: rows.map((row) =>
            row.map((value) => ({ value: value === '' ? null : value, style: 'fixed' as const })),
          ),
          widths: rows[0]?.map(() => 12) ?? [],
          headRows: 1,
          fixedColumns: 0,
        },
      ],
    });
  }
});

describe('the rules of a row', () => {
  it.each([
    ['A1', 'indicator A1'],
    ['a1', 'indicator A1'],
    ['12', 'measure 12'],
    ['措施 12', 'measure 12'],
    ['Measure 3', 'measure 3'],
    ['Ｍ07', 'measure 7'],
  ])('%s means %s', (text, expected) => {
    const { subject, code } = readTaskCode(text);
    expect(`${subject} ${code}`).toBe(expected);
  });

  it('a measure needs no number', () => {
    const words = { ...WORDS, leadDepartmentId: 'steb', supportingDepartmentIds: [], target: null };
    expect(missingInTask(words, false)).toEqual([]);
    expect(missingInTask(words, true)).toEqual(['target']);
  });
});
