import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting, Minutes } from '../../shared/meetings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { confirmed, decide, made, running, stepAction, stepMeeting } from '../support/meetings.ts';
import { officeParts, xml } from '../support/office.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { ifMatch, publish, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let reviewer: Signed;
let leader: Signed;
let reporter: Signed;

beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '王审核' });
  leader = await addPerson(t, { roles: ['leader'], name: '陈主任' });
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
});
afterEach(() => t.close());

const ATTENDEES = [
  { name: '陈某', office: '管委会主任', kind: 'member', presence: 'present', deputy: '' },
  { name: '林某', office: '财政局局长', kind: 'member', presence: 'deputised', deputy: '黄某' },
  { name: '郑某', office: '工商局局长', kind: 'member', presence: 'absent', deputy: '' },
  { name: '吴某', office: '办公室主任', kind: 'observer', presence: 'present', deputy: '' },
] as const;

const step = async (by: Signed, meeting: Meeting, name: string): Promise<Meeting> =>
  made(await stepMeeting(by, meeting, name)).json<Meeting>();
const see = async (by: Signed, { id }: Meeting) => by.get(`/api/meetings/${id}/minutes`);
const textOf = async (meeting: Meeting): Promise<string> =>
  made(await see(reviewer, meeting)).json<Minutes>().text;
const document = (by: Signed, { id }: Meeting) => by.get(`/api/meetings/${id}/minutes/document`);

/** Everything that a Word document says, its headers included. */
async function wordsOf(bytes: Buffer): Promise<string> {
  const parts = await officeParts(bytes);
  return [...parts]
    .filter(([name]) => /^word\/(document|header\d*)\.xml$/.test(name))
    .map(([, part]) => xml(part.toString()).text)
    .join(' ');
}

/** A meeting about one indicator, with notes and a decision, that has ended. */
async function held(more: object = {}): Promise<Meeting> {
  const meeting = await running(reviewer, {
    attendees: ATTENDEES,
    agenda: [
      { title: null, slideKey: `indicator:${indicatorOf('index')}` },
      { title: '下一步安排', slideKey: null },
    ],
    ...more,
  });
  await reviewer.send(
    'PUT',
    `/api/meetings/${meeting.id}/agenda/${meeting.agenda[1]?.id}/notes`,
    { text: '会议指出，要逐项落实。\n\n会议强调，要按期完成。' },
    ifMatch(1),
  );
  await confirmed(reviewer, meeting);
  await decide(reviewer, meeting, { text: '没有确认的草稿' });
  return step(reviewer, meeting, 'end');
}

describe('the first draft', () => {
  it('says what the meeting was, in the words of an office', async () => {
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 80 });
    const drafted = await step(reviewer, await held(), 'minutes/draft');
    expect(drafted).toMatchObject({ state: 'drafted', steps: ['draft', 'present'] });
    expect((await textOf(drafted)).split('\n')).toEqual([
      '2019年1月9日9:30，管委会主任陈主任在管委会三楼会议室主持召开第1次领导小组成员联席会议。' +
        '会议听取了2018年度各项指标进展情况的汇报，分析了存在问题，研究了下一步工作，议定了1项事项。现纪要如下：',
      '一、总体进展情况',
      expect.stringMatching(/^截至2018年底，11项指标中，.*（数据截至2019年1月10日 09:00）。$/),
      '二、研究的问题',
      expect.stringMatching(/^（一）S4 index：/),
      expect.stringMatching(/^截至2018年底为80\.0分/),
      '（二）下一步安排',
      '会议指出，要逐项落实。',
      '会议强调，要按期完成。',
      '三、议定事项',
      '会议议定以下事项：',
      '（一）由科经局牵头，一季度末前补齐机器换工企业台账' +
        '（牵头单位：steb局；配合单位：finance局；完成时限：2019年3月31日）。',
    ]);
  });

  it('takes its figures from the frozen moment, whatever was approved since', async () => {
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 80 });
    const meeting = await held();
    await t.database.kysely.updateTable('readings').set({ value: 99 }).execute();
    const drafted = await step(reviewer, meeting, 'minutes/draft');
    expect(await textOf(drafted)).toContain('为80.0分');
    expect(await textOf(drafted)).not.toContain('99');
  });

  it('begins with what became of earlier decisions, once there are any', async () => {
    const first = await running(reviewer);
    const one = await confirmed(reviewer, first, { dueOn: '2019-01-09' });
    await confirmed(reviewer, first);
    await stepAction(reporter, one.id, 'receive');
    await step(reviewer, first, 'end');
    const drafted = await step(reviewer, await held(), 'minutes/draft');
    expect(await textOf(drafted)).toContain(
      '二、前次会议议定事项办理情况\n前次会议议定事项共2项，已办结0项，在办2项，其中逾期1项。',
    );
  });

  it('comes after the meeting, and again beside what was written since', async () => {
    const meeting = await running(reviewer);
    expect(refusal(await stepMeeting(reviewer, meeting, 'minutes/draft'))).toBe('409 wrongState');
    const ended = await step(reviewer, meeting, 'end');
    expect(refusal(await see(reviewer, ended))).toBe('404 notFound');
    const drafted = await step(reviewer, ended, 'minutes/draft');
    const again = await step(reviewer, drafted, 'minutes/draft');
    expect(made(await see(reviewer, again)).json<Minutes>()).toMatchObject({
      number: 2,
      generated: true,
      saved: { name: '王审核' },
      earlier: [{ number: 1, generated: true }],
    });
  });
});

describe('from the draft to the file', () => {
  const save = ({ id, version }: Meeting, text: string) =>
    reviewer.send('PUT', `/api/meetings/${id}/minutes`, { text }, ifMatch(version));

  it('the recorder edits, the chair confirms, the file is closed; from then on its bytes stay', async () => {
    const drafted = await step(reviewer, await held(), 'minutes/draft');
    const saved = made(await save(drafted, '第一段。\n一、议定事项\n（一）尽快办理。'));
    expect(refusal(await save(drafted, '旧的'))).toBe('412 staleVersion');
    const presented = await step(reviewer, saved.json<Meeting>(), 'minutes/present');
    expect(refusal(await save(presented, '再改'))).toBe('409 wrongState');
    expect((await leader.get('/api/todo')).json()).toMatchObject({
      items: [{ code: 'confirmMinutes', meetingId: presented.id }],
    });
    expect(refusal(await stepMeeting(reviewer, presented, 'minutes/confirm'))).toBe(
      '403 forbidden',
    );
    const signed = await step(leader, presented, 'minutes/confirm');
    expect(signed).toMatchObject({ state: 'confirmed', confirmed: { name: '陈主任' } });
    const bytes = (await document(reporter, signed)).rawPayload;
    const { sha256, text } = made(await see(reporter, signed)).json<Minutes>();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(text).toBe('第一段。\n一、议定事项\n（一）尽快办理。');
    const closed = await step(reviewer, signed, 'close');
    expect(closed).toMatchObject({ state: 'closed', steps: [], parts: [] });
    t.clock.now = new Date('2019-01-10T01:20:00.000Z');
    expect((await document(reporter, closed)).rawPayload.equals(bytes)).toBe(true);
    const { connection } = t.database;
    expect(() => connection.exec("update meetings set title = ''")).toThrow(/never changed/);
    expect(() => connection.exec("update minutes set text = ''")).toThrow(/never changed/);
  });

  it('the document has the masthead, the text, who came, and every figure of the moment', async () => {
    const drafted = await step(reviewer, await held(), 'minutes/draft');
    const answer = await document(reviewer, drafted);
    expect(answer.headers['content-disposition']).toContain('filename*=');
    const text = await wordsOf(answer.rawPayload);
    for (const part of [
      '领导小组成员联席会议纪要',
      '（第1次）',
      '三、议定事项',
      '出席：管委会主任陈某、财政局局长黄某（代林某）',
      '请假：工商局局长郑某',
      '列席：办公室主任吴某',
      '草稿',
      '主要指标完成情况表',
      'S11',
    ]) {
      expect(text, part).toContain(part);
    }
    const again = await document(reviewer, drafted);
    expect(again.rawPayload.equals(answer.rawPayload), 'the same source is the same bytes').toBe(
      true,
    );
  });

  it('comes of any meeting: nobody listed, nothing on the agenda, a thousand characters, a chair who keeps the minutes', async () => {
    const both = await addPerson(t, { roles: ['reviewer', 'leader'] });
    const chair = { name: '', office: '', userId: both.user.id };
    const meeting = await running(both, { startsAt: null, place: '', recorder: '', chair });
    const text = `一是${'核'.repeat(490)}；\n二是${'对'.repeat(502)}。`;
    // Taken down when its day had passed already.
    const late = await confirmed(both, meeting, { text, dueOn: meeting.heldOn });
    expect(late.action).toMatchObject({ dueOn: '2019-01-09', urgency: 'overdue' });
    const drafted = await step(both, await step(both, meeting, 'end'), 'minutes/draft');
    const lines = (await textOf(drafted)).split('\n');
    expect(lines[0]).toMatch(/^2019年1月9日，召开第1次领导小组成员联席会议。/);
    expect(lines.at(-1)).toBe(
      `（一）一是${'核'.repeat(490)}；二是${'对'.repeat(502)}` +
        '（牵头单位：steb局；配合单位：finance局；完成时限：2019年1月9日）。',
    );
    const presented = await step(both, drafted, 'minutes/present');
    const out = await step(both, presented, 'minutes/confirm');
    const words = await wordsOf((await document(reporter, out)).rawPayload);
    expect(words).toContain('对'.repeat(502));
    expect(words).not.toMatch(/出席：|请假：|列席：/);
  });

  it('is taken back from the chair until the chair has confirmed', async () => {
    const drafted = await step(reviewer, await held(), 'minutes/draft');
    const presented = await step(reviewer, drafted, 'minutes/present');
    const back = await step(reviewer, presented, 'minutes/take-back');
    expect(back).toMatchObject({ state: 'drafted', presented: null });
    expect(refusal(await stepMeeting(leader, back, 'minutes/confirm'))).toBe('409 wrongState');
  });

  it('only the chair confirms where the meeting names the account of one', async () => {
    const chair = { name: '陈主任', office: '管委会主任', userId: leader.user.id };
    const drafted = await step(reviewer, await held({ chair }), 'minutes/draft');
    const presented = await step(reviewer, drafted, 'minutes/present');
    const other = await addPerson(t, { roles: ['leader'] });
    expect(refusal(await stepMeeting(other, presented, 'minutes/confirm'))).toBe('403 forbidden');
    expect((await step(leader, presented, 'minutes/confirm')).state).toBe('confirmed');
  });

  it('a draft is for the committee and the leading group; what is taken out is recorded', async () => {
    const drafted = await step(reviewer, await held(), 'minutes/draft');
    expect(refusal(await see(reporter, drafted))).toBe('404 notFound');
    expect(refusal(await document(reporter, drafted))).toBe('404 notFound');
    expect((await see(leader, drafted)).statusCode).toBe(200);
    await document(leader, drafted);
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const rows = made(await auditor.get('/api/audit?action=takeMinutes')).json<{
      items: { outcome: string }[];
    }>();
    expect(rows.items.map(({ outcome }) => outcome)).toEqual(['ok', 'notFound']);
  });
});
