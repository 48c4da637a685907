import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionDetails, ActionItem } from '../../shared/action-items.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { Meeting } from '../../shared/meetings.ts';
import type { TodoItem } from '../../shared/todo.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  call as callMeeting,
  confirmed,
  made,
  running,
  seeAction,
  stepAction,
  stepMeeting,
} from '../support/meetings.ts';
import { addPerson, PASSWORD, type Signed, signIn } from '../support/people.ts';
import { ifMatch, refusal } from '../support/readings.ts';
import { loadRealPlan } from '../support/real-plan.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { PDF, sendFile as upload } from '../support/uploads.ts';

let t: TestApp;
let reviewer: Signed;
let leader: Signed;
let reporter: Signed;
let head: Signed;
let finance: Signed;
let stranger: Signed;
let meeting: Meeting;
/** The action item that most of this is about. */
let id: string;

beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '王审核' });
  leader = await addPerson(t, { roles: ['leader'] });
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '张填报' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  stranger = await addPerson(t, { roles: ['reporter'], departmentId: 'quality' });
  meeting = await running(reviewer);
  ({ id } = await confirmed(reviewer, meeting, { indicatorIds: [indicatorOf('density')] }));
});
afterEach(() => t.close());

const step = (by: Signed, name: string, body?: object) => stepAction(by, id, name, body);
const stateOf = async () => (await seeAction(reviewer, id)).state;
const listed = async (by: Signed, query = '') =>
  made(await by.get(`/api/plans/small/actions${query}`)).json<{ items: ActionItem[] }>().items;

async function later(moment: string): Promise<void> {
  t.clock.now = new Date(moment);
  const again = ({ user }: Signed) => signIn(t, user.username, PASSWORD);
  [reviewer, reporter, finance] = [
    await again(reviewer),
    await again(reporter),
    await again(finance),
  ];
}

describe('the life of an action item', () => {
  it('received, worked on, reported, sent back, reported again, verified, closed: each step a row', async () => {
    await step(reporter, 'receive');
    await step(finance, 'receive');
    await step(finance, 'notes', { text: '资金已安排' });
    await step(reporter, 'notes', { text: '台账已建立' });
    await step(head, 'report', { text: '已完成' });
    expect(await stateOf()).toBe('reported');
    await step(reviewer, 'send-back', { text: '缺名单' });
    expect(await stateOf()).toBe('sentBack');
    await step(head, 'report', { text: '名单已补' });
    await step(reviewer, 'verify');
    const closed = made(await step(reviewer, 'close')).json<ActionDetails>();
    expect(closed).toMatchObject({
      state: 'closed',
      urgency: 'inTime',
      reportedOn: '2019-01-10',
      progress: '名单已补',
      steps: [],
    });
    expect(
      closed.records.map(({ number, step: name, departmentId }) => [number, name, departmentId]),
    ).toEqual([
      [1, 'issue', null],
      [2, 'receive', 'steb'],
      [3, 'receive', 'finance'],
      [4, 'note', 'finance'],
      [5, 'note', 'steb'],
      [6, 'report', 'steb'],
      [7, 'sendBack', null],
      [8, 'report', 'steb'],
      [9, 'verify', null],
      [10, 'close', null],
    ]);
    expect(closed.records[4]).toMatchObject({ by: '张填报', text: '台账已建立' });
    expect(
      closed.departments.map(({ id: one, duty, receivedAt }) => [one, duty, receivedAt !== null]),
    ).toEqual([
      ['steb', 'lead', true],
      ['finance', 'supporting', true],
    ]);
  });

  it('a step is on the version that was read, and a stranger to it is refused before that', async () => {
    const first = await reporter.send('POST', `/api/actions/${id}/receive`, undefined, ifMatch(1));
    expect(first.statusCode).toBe(200);
    const again = await finance.send('POST', `/api/actions/${id}/receive`, undefined, ifMatch(1));
    expect(refusal(again)).toBe('412 staleVersion');
    const other = await stranger.send('POST', `/api/actions/${id}/receive`, undefined, ifMatch(9));
    expect(refusal(other)).toBe('403 forbidden');
    expect(refusal(await step(leader, 'verify'))).toBe('403 forbidden');
    expect(refusal(await step(reporter, 'receive'))).toBe('409 wrongState');
  });

  it('a step is never changed or taken away, not even by the program', async () => {
    const { connection } = t.database;
    expect(() => connection.exec("update action_records set text = ''")).toThrow(/never changed/);
    expect(() => connection.exec('delete from action_records')).toThrow(/never deleted/);
    expect(() => connection.exec('delete from action_items')).toThrow(/never deleted/);
  });

  it('what the committee takes back stays on record and is owed by nobody', async () => {
    await step(reporter, 'receive');
    const back = made(
      await step(reviewer, 'withdraw', { text: '改由市里办理' }),
    ).json<ActionDetails>();
    expect(back).toMatchObject({ state: 'withdrawn', urgency: 'void', steps: [] });
    expect(back.records.at(-1)).toMatchObject({ step: 'withdraw', text: '改由市里办理' });
  });
});

describe('more time', () => {
  it('is asked for with a reason and a later day, and granted by somebody else', async () => {
    await step(reporter, 'receive');
    const early = await step(reporter, 'extension', { dueOn: '2019-03-31', reason: '来不及' });
    expect(early.json()).toMatchObject({
      errors: [{ pointer: '/dueOn', code: 'datesOutOfOrder' }],
    });
    const asked = made(
      await step(reporter, 'extension', { dueOn: '2019-04-30', reason: '企业名单未到' }),
    ).json<ActionDetails>();
    expect(asked.extension).toMatchObject({
      dueOn: '2019-04-30',
      reason: '企业名单未到',
      by: '张填报',
    });
    expect(asked.dueOn).toBe('2019-03-31');
    expect(refusal(await step(head, 'extension', { dueOn: '2019-05-01', reason: '再延' }))).toBe(
      '409 wrongState',
    );
    const granted = made(await step(reviewer, 'extension/grant')).json<ActionDetails>();
    expect(granted).toMatchObject({
      dueOn: '2019-04-30',
      firstDueOn: '2019-03-31',
      extension: null,
    });
    expect(granted.records.at(-1)).toMatchObject({ step: 'grantExtension', dueOn: '2019-04-30' });
    expect(refusal(await step(reviewer, 'extension/grant'))).toBe('409 wrongState');
  });

  it('is refused with a reason, and the day stays', async () => {
    await step(reporter, 'receive');
    await step(reporter, 'extension', { dueOn: '2019-04-30', reason: '企业名单未到' });
    const refused = made(
      await step(reviewer, 'extension/refuse', { text: '按期完成' }),
    ).json<ActionDetails>();
    expect(refused).toMatchObject({ dueOn: '2019-03-31', extension: null });
    expect(refused.records.at(-1)).toMatchObject({ step: 'refuseExtension', text: '按期完成' });
  });

  it('is no longer waited for once it is done', async () => {
    await step(reporter, 'receive');
    await step(reporter, 'extension', { dueOn: '2019-04-30', reason: '企业名单未到' });
    const done = made(await step(reporter, 'report', { text: '已完成' })).json<ActionDetails>();
    expect(done).toMatchObject({ state: 'reported', extension: null });
  });
});

describe('临期 and 逾期', () => {
  it('follow the day that stands, on the day on which one asks', async () => {
    const urgency = async () => (await seeAction(reviewer, id)).urgency;
    expect(await urgency()).toBe('running');
    await later('2019-03-24T02:00:00.000Z');
    expect(await urgency()).toBe('near');
    // The first moment of 1 April in China.
    await later('2019-03-31T16:00:00.000Z');
    expect(await urgency()).toBe('overdue');
    expect((await seeAction(reviewer, id)).daysLeft).toBe(-1);
    await step(reporter, 'receive');
    await step(reporter, 'report', { text: '迟了一天' });
    expect(await urgency()).toBe('late');
    await step(reviewer, 'send-back', { text: '仍不完整' });
    expect(await urgency()).toBe('overdue');
  });
});

describe('a department that is taken over while it carries a decision out', () => {
  const end = async (department: string, successorId: string): Promise<void> => {
    const administrator = await addPerson(t, { roles: ['administrator'] });
    const { items } = (await administrator.get('/api/departments')).json<{
      items: { id: string; version: number }[];
    }>();
    const version = items.find((one) => one.id === department)?.version ?? 0;
    const url = `/api/departments/${department}`;
    const body = { validTo: '2019-01-05', successorId };
    expect((await administrator.send('PATCH', url, body, ifMatch(version))).statusCode).toBe(200);
  };

  it('hands its duty to its successor, which signs for it and goes on; what was done stays', async () => {
    await step(reporter, 'receive');
    await step(reporter, 'notes', { text: '台账已建立' });
    await end('steb', 'quality');
    expect((await seeAction(leader, id)).departments).toMatchObject([
      { id: 'quality', duty: 'lead', receivedAt: null, formerly: [{ id: 'steb' }] },
      { id: 'finance', duty: 'supporting', formerly: [] },
    ]);
    expect((await listed(leader, '?departmentId=quality')).map((item) => item.id)).toEqual([id]);
    expect((await listed(leader, '?departmentId=steb')).map((item) => item.id)).toEqual([id]);
    expect(refusal(await step(reporter, 'notes', { text: '续报' }))).toBe('403 forbidden');
    expect(refusal(await step(stranger, 'report', { text: '已完成' }))).toBe('409 wrongState');
    await step(stranger, 'receive');
    await step(stranger, 'report', { text: '已完成' });
    await step(reviewer, 'verify');
    await step(reviewer, 'close');
    const closed = await seeAction(leader, id);
    expect(closed.records.map(({ step: name, departmentId }) => [name, departmentId])).toEqual([
      ['issue', null],
      ['receive', 'steb'],
      ['note', 'steb'],
      ['receive', 'quality'],
      ['report', 'quality'],
      ['verify', null],
      ['close', null],
    ]);
  });

  it('by one that supported it: that leads alone, and signs for it as the lead', async () => {
    await step(finance, 'receive');
    await end('steb', 'finance');
    expect((await seeAction(leader, id)).departments).toMatchObject([
      { id: 'finance', duty: 'lead' },
    ]);
    await step(finance, 'receive');
    expect(await stateOf()).toBe('received');
    expect(refusal(await step(finance, 'receive'))).toBe('409 wrongState');
  });

  it('after it was crossed off: the names of those that did it stay', async () => {
    await step(reporter, 'receive');
    await step(reporter, 'report', { text: '已完成' });
    await step(reviewer, 'verify');
    await step(reviewer, 'close');
    await end('steb', 'quality');
    expect((await seeAction(leader, id)).leadDepartmentId).toBe('steb');
  });
});

describe('evidence of an action item', () => {
  it('is added, taken away and put back by who signed for it, while it is worked on, and leaves rows', async () => {
    const path = `/api/actions/${id}/evidence`;
    expect(refusal(await upload(t, reporter, path, '台账.pdf', PDF))).toBe('409 wrongState');
    await step(reporter, 'receive');
    expect(refusal(await upload(t, finance, path, '台账.pdf', PDF))).toBe('409 wrongState');
    const added = await upload(t, reporter, path, '台账.pdf', PDF);
    expect(added.statusCode, added.body).toBe(201);
    const file = added.json<Evidence>();
    expect(refusal(await upload(t, reporter, path, '同一份.pdf', PDF))).toBe('409 conflict');
    const bytes = await leader.get(`${path}/${file.id}`);
    expect(bytes.rawPayload.equals(PDF)).toBe(true);
    expect(bytes.headers['content-disposition']).toMatch(/^attachment/);
    expect((await seeAction(reporter, id)).files).toHaveLength(1);
    const gone = await reporter.send('DELETE', `${path}/${file.id}`);
    expect(gone.statusCode).toBe(204);
    expect(refusal(await leader.get(`${path}/${file.id}`))).toBe('404 notFound');
    const { records, files } = await seeAction(reporter, id);
    expect(files).toEqual([]);
    expect(records.slice(-2).map(({ step: name, text }) => [name, text])).toEqual([
      ['attach', '台账.pdf'],
      ['detach', '台账.pdf'],
    ]);
    // What was taken away by mistake is put back, unless the same bytes are there again.
    expect((await reporter.send('PUT', `${path}/${file.id}`)).json<Evidence>()).toEqual(file);
    expect(refusal(await reporter.send('PUT', `${path}/${file.id}`))).toBe('404 notFound');
    expect((await seeAction(reporter, id)).files).toEqual([file]);
    expect((await seeAction(reporter, id)).records.at(-1)).toMatchObject({ step: 'reattach' });
    await reporter.send('DELETE', `${path}/${file.id}`);
    await upload(t, reporter, path, '台账（新）.pdf', PDF);
    expect(refusal(await reporter.send('PUT', `${path}/${file.id}`))).toBe('409 conflict');
    await step(reporter, 'report', { text: '已完成' });
    const [last] = (await seeAction(reporter, id)).files ?? [];
    expect(refusal(await reporter.send('DELETE', `${path}/${last?.id}`))).toBe('409 wrongState');
  });

  it('is opened by the departments named, the committee, the leading group and the auditor', async () => {
    await step(reporter, 'receive');
    const path = `/api/actions/${id}/evidence`;
    const { id: fileId } = made(await upload(t, reporter, path, '台账.pdf', PDF)).json<Evidence>();
    expect((await finance.get(`${path}/${fileId}`)).statusCode).toBe(200);
    expect(refusal(await stranger.get(`${path}/${fileId}`))).toBe('404 notFound');
    expect((await seeAction(stranger, id)).files).toBeNull();
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    expect(refusal(await officer.get(`${path}/${fileId}`))).toBe('403 forbidden');
    // A file of one item is not reached through another.
    const other = await confirmed(reviewer, meeting);
    expect(refusal(await leader.get(`/api/actions/${other.id}/evidence/${fileId}`))).toBe(
      '404 notFound',
    );
  });
});

describe('the list', () => {
  it('has the soonest due first and what was withdrawn last, by department, indicator and meeting', async () => {
    const soon = await confirmed(reviewer, meeting, {
      leadDepartmentId: 'finance',
      supportingDepartmentIds: [],
      dueOn: '2019-02-01',
    });
    const first = await confirmed(reviewer, meeting, { dueOn: '2019-01-20' });
    await stepAction(reviewer, first.id, 'withdraw', { text: '重复' });
    const numbers = (items: readonly ActionItem[]) => items.map(({ number }) => number);
    expect(numbers(await listed(leader))).toEqual([2, 1, 3]);
    expect(numbers(await listed(leader, '?departmentId=finance'))).toEqual([2, 1, 3]);
    expect(numbers(await listed(leader, '?departmentId=steb'))).toEqual([1, 3]);
    expect(numbers(await listed(leader, `?indicatorId=${indicatorOf('density')}`))).toEqual([1]);
    expect(numbers(await listed(leader, `?meetingId=${meeting.id}`))).toEqual([2, 1, 3]);
    expect(await listed(leader, '?meetingId=none')).toEqual([]);
    expect(soon.action?.number).toBe(2);
  });

  it('of a measure is what serves it', async () => {
    await loadRealPlan(t);
    const called = await callMeeting(reviewer, {}, 'qetdz-2016');
    const begun = made(await stepMeeting(reviewer, called, 'start')).json<Meeting>();
    const serving = await confirmed(reviewer, begun, { measureIds: ['m01'] });
    const ids = async (measureId: string) => {
      const url = `/api/plans/qetdz-2016/actions?measureId=${measureId}`;
      return made(await leader.get(url))
        .json<{ items: ActionItem[] }>()
        .items.map((item) => item.id);
    };
    expect(await ids('m01')).toEqual([serving.id]);
    expect(await ids('m02')).toEqual([]);
  });

  it('tells a wall what was decided, not what departments wrote about it', async () => {
    await step(reporter, 'receive');
    await step(reporter, 'notes', { text: '内部情况' });
    const display = await addPerson(t, { roles: ['display'] });
    expect((await listed(leader)).map(({ progress }) => progress)).toEqual(['内部情况']);
    expect(
      (await listed(display)).map(({ text, progress }) => [text.length > 0, progress]),
    ).toEqual([[true, '']]);
    expect(refusal(await display.get(`/api/actions/${id}`))).toBe('403 forbidden');
  });

  it('is part of what an indicator’s own audit trail says', async () => {
    const auditor = await addPerson(t, { roles: ['auditor'] });
    await step(reporter, 'receive');
    const rows = made(await auditor.get(`/api/audit?indicatorId=${indicatorOf('density')}`)).json<{
      items: { action: string }[];
    }>();
    expect(rows.items.map(({ action }) => action)).toEqual([
      'receiveAction',
      'confirmDecision',
      'addDecision',
    ]);
  });
});

describe('what there is to do', () => {
  const codesOf = async (by: Signed): Promise<string[]> =>
    made(await by.get('/api/todo'))
      .json<{ items: TodoItem[] }>()
      .items.map(({ code }) => code);

  it('goes with the item from desk to desk', async () => {
    expect(await codesOf(reporter)).toEqual(['receiveAction']);
    expect(await codesOf(finance)).toEqual(['receiveAction']);
    expect(await codesOf(stranger)).toEqual([]);
    await step(reporter, 'receive');
    expect(await codesOf(head), 'nothing presses yet').toEqual([]);
    await step(reporter, 'extension', { dueOn: '2019-04-30', reason: '企业名单未到' });
    expect(await codesOf(reviewer)).toEqual(['decideExtension']);
    await step(head, 'report', { text: '已完成' });
    expect(await codesOf(reviewer)).toEqual(['verifyAction']);
    await step(reviewer, 'send-back', { text: '缺名单' });
    expect(await codesOf(head)).toEqual(['mendAction']);
    await step(head, 'report', { text: '已补' });
    await step(reviewer, 'verify');
    expect(await codesOf(reviewer)).toEqual(['closeAction']);
    await step(reviewer, 'close');
    expect(await codesOf(reviewer)).toEqual([]);
    expect(await codesOf(finance), 'it can no longer be signed for').toEqual([]);
  });

  it('presses the lead from a week before the due day', async () => {
    await step(reporter, 'receive');
    await step(finance, 'receive');
    await later('2019-03-24T02:00:00.000Z');
    expect(await codesOf(reporter)).toEqual(['carryOut']);
    expect(await codesOf(finance), 'the lead answers for the date').toEqual([]);
  });
});
