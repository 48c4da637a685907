import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionItem } from '../../shared/action-items.ts';
import type { Decision, Meeting, MeetingSummary, Stage } from '../../shared/meetings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  call,
  confirmed,
  decide,
  DECISION,
  made,
  MEETING,
  running,
  stepMeeting,
} from '../support/meetings.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { ifMatch, publish, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let reviewer: Signed;
let leader: Signed;
let reporter: Signed;
let display: Signed;

beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  reviewer = await addPerson(t, { roles: ['reviewer'], name: '王审核' });
  leader = await addPerson(t, { roles: ['leader'], name: '陈主任' });
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  display = await addPerson(t, { roles: ['display'] });
});
afterEach(() => t.close());

const change = ({ id, version }: Meeting, changes: object) =>
  reviewer.send('PATCH', `/api/meetings/${id}`, changes, ifMatch(version));
const see = async (by: Signed, { id }: Pick<Meeting, 'id'>): Promise<Meeting> =>
  made(await by.get(`/api/meetings/${id}`)).json<Meeting>();
const issues = (answer: { readonly body: string }) =>
  (JSON.parse(answer.body) as { errors: { pointer: string; code: string }[] }).errors.map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('a meeting is called', () => {
  it('by the committee, with a number of its plan, and everybody in the office sees it', async () => {
    const first = await call(reviewer);
    expect(first).toMatchObject({
      ...MEETING,
      number: 1,
      state: 'planned',
      daysLeft: -1,
      momentId: null,
      created: { name: '王审核' },
      steps: ['start', 'callOff'],
      version: 1,
    });
    await call(reviewer, { heldOn: '2019-02-20' });
    const listed = made(await reporter.get('/api/plans/small/meetings')).json<{
      items: MeetingSummary[];
    }>();
    expect(listed.items.map(({ number, heldOn, daysLeft }) => [number, heldOn, daysLeft])).toEqual([
      [2, '2019-02-20', 41],
      [1, '2019-01-09', -1],
    ]);
    expect((await see(leader, first)).steps).toEqual([]);
  });

  it('by nobody else, of a plan that there is, on a year that has figures, under a chair that there is', async () => {
    for (const person of [leader, reporter, display]) {
      const answer = await person.send('POST', '/api/plans/small/meetings', MEETING);
      expect(refusal(answer)).toBe('403 forbidden');
    }
    expect(refusal(await reviewer.send('POST', '/api/plans/none/meetings', MEETING))).toBe(
      '404 notFound',
    );
    const chair = { ...MEETING.chair, userId: reporter.user.id };
    const wrong = await reviewer.send('POST', '/api/plans/small/meetings', {
      ...MEETING,
      year: 2021,
      chair,
      agenda: [{ title: null, slideKey: null }],
      attendees: [
        { name: '张局长', office: '', kind: 'member', presence: 'deputised', deputy: '' },
      ],
    });
    expect(issues(wrong)).toEqual([
      '/year futureYear',
      '/chair/userId unknownReference',
      '/attendees/0/deputy required',
      '/agenda/0/title required',
    ]);
    const known = made(await reviewer.get('/api/meetings/chairs')).json<{
      items: { userId: string; name: string }[];
    }>();
    expect(known.items).toEqual([{ userId: leader.user.id, name: '陈主任' }]);
  });

  it('and called off before it begins, but not after', async () => {
    const planned = await call(reviewer);
    const off = made(await stepMeeting(reviewer, planned, 'call-off')).json<Meeting>();
    expect(off).toMatchObject({ state: 'calledOff', steps: [], parts: [] });
    const meeting = await running(reviewer);
    expect(refusal(await stepMeeting(reviewer, meeting, 'call-off'))).toBe('409 wrongState');
  });
});

describe('a meeting is arranged by hand', () => {
  it('attendees, agenda and slides come back as they were sent, in their order', async () => {
    const meeting = await call(reviewer);
    const attendees = [
      { name: '张局长', office: '科经局局长', kind: 'member', presence: 'present', deputy: '' },
      {
        name: '林局长',
        office: '财政局局长',
        kind: 'member',
        presence: 'deputised',
        deputy: '黄副局长',
      },
      { name: '吴主任', office: '', kind: 'observer', presence: 'absent', deputy: '' },
    ];
    const slides = [
      { slideKey: 'overall', shown: true },
      { slideKey: `indicator:${indicatorOf('density')}`, shown: false },
    ];
    const arranged = made(
      await change(meeting, {
        attendees,
        slides,
        agenda: [
          { title: null, slideKey: 'overall' },
          { title: '研究下一步工作', slideKey: null },
        ],
      }),
    ).json<Meeting>();
    expect(arranged).toMatchObject({ attendees, slides, version: 2 });
    const [first, second] = arranged.agenda;
    const turned = made(
      await change(arranged, {
        agenda: [
          { id: second?.id, title: '研究下一步工作', slideKey: null },
          { title: '其他', slideKey: null },
          { id: first?.id, title: null, slideKey: 'overall' },
        ],
      }),
    ).json<Meeting>();
    expect(turned.agenda.map(({ title, slideKey }) => title ?? slideKey)).toEqual([
      '研究下一步工作',
      '其他',
      'overall',
    ]);
    expect(turned.agenda[2]?.id).toBe(first?.id);
    // What was written down about an item is not struck with it.
    const notes = `/api/meetings/${meeting.id}/agenda/${first?.id}/notes`;
    await reviewer.send('PUT', notes, { text: '已通报' }, ifMatch(1));
    const struck = await change(turned, { agenda: [] });
    expect(struck.json<{ errors: object[] }>().errors).toMatchObject([
      { pointer: '/agenda', code: 'notesWritten' },
    ]);
    await reviewer.send('PUT', notes, { text: '' }, ifMatch(2));
    expect((await change(turned, { agenda: [] })).statusCode).toBe(200);
    expect(turned.attendees).toEqual(attendees);
  });

  it('on the version that was read, and of this meeting only', async () => {
    const meeting = await call(reviewer, { agenda: [{ title: '一', slideKey: null }] });
    const other = await call(reviewer, { agenda: [{ title: '二', slideKey: null }] });
    await change(meeting, { place: '二楼' });
    expect(refusal(await change(meeting, { place: '三楼' }))).toBe('412 staleVersion');
    const stolen = await change(other, {
      agenda: [{ id: meeting.agenda[0]?.id, title: '一', slideKey: null }],
    });
    expect(issues(stolen)).toEqual(['/agenda/0/id unknownReference']);
    const twice = await change(other, {
      slides: [
        { slideKey: 'overall', shown: true },
        { slideKey: 'overall', shown: false },
      ],
    });
    expect(issues(twice)).toEqual(['/slides/1/slideKey taken']);
  });

  it('the agenda until it ends, who came until the minutes are with the chair', async () => {
    const meeting = await running(reviewer);
    const ended = made(await stepMeeting(reviewer, meeting, 'end')).json<Meeting>();
    expect(ended.parts).toEqual(['details', 'attendees', 'notes', 'decisions']);
    expect(refusal(await change(ended, { agenda: [] }))).toBe('409 wrongState');
    expect((await change(ended, { attendees: [] })).statusCode).toBe(200);
  });
});

describe('a meeting runs', () => {
  it('one at a time for each plan, and a wall finds it', async () => {
    const nothing = await display.get('/api/plans/small/stage');
    expect(nothing.json()).toEqual({ stage: null });
    const meeting = await running(reviewer);
    expect(meeting).toMatchObject({ state: 'running', started: { name: '王审核' } });
    const second = await call(reviewer);
    expect(refusal(await stepMeeting(reviewer, second, 'start'))).toBe('409 conflict');
    const { stage } = made(await display.get('/api/plans/small/stage')).json<{ stage: Stage }>();
    expect(stage).toMatchObject({ meetingId: meeting.id, state: 'running', slideKey: null });
  });

  it('on one moment of the figures, until newer ones are taken in, all at once', async () => {
    const wallNow = () => display.get('/api/plans/small/dashboard?year=2018');
    const shown = async ({ momentId }: Meeting) =>
      (await display.get(`/api/moments/${momentId ?? ''}/board`)).body;
    const then = (await wallNow()).body;
    const meeting = await running(reviewer);
    expect(await shown(meeting)).toBe(then);
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 71 });
    const now = (await wallNow()).body;
    expect(now).not.toBe(then);
    expect(await shown(await see(leader, meeting))).toBe(then);
    const moment = `/api/meetings/${meeting.id}/moment`;
    const stale = await reviewer.send('POST', moment, undefined, ifMatch(meeting.version + 1));
    expect(refusal(stale)).toBe('412 staleVersion');
    const taken = made(
      await reviewer.send('POST', moment, undefined, ifMatch(meeting.version)),
    ).json<Meeting>();
    expect(taken.version).toBe(meeting.version + 1);
    expect(await shown(taken)).toBe(now);
    expect(await shown(meeting)).toBe(then);
    const ended = made(await stepMeeting(reviewer, taken, 'end')).json<Meeting>();
    const late = await reviewer.send('POST', moment, undefined, ifMatch(ended.version));
    expect(refusal(late)).toBe('409 wrongState');
    expect(ended.momentId).toBe(taken.momentId);
  });

  it('the wall is moved while others write, and the last press counts', async () => {
    const meeting = await running(reviewer, { agenda: [{ title: '一', slideKey: null }] });
    const stage = `/api/meetings/${meeting.id}/stage`;
    for (const slideKey of ['overall', 'heat']) {
      expect((await reviewer.send('PUT', stage, { slideKey })).statusCode).toBe(200);
    }
    expect(made(await display.get(stage)).json<Stage>().slideKey).toBe('heat');
    // Nobody's version went stale by it.
    expect((await change(meeting, { place: '二楼' })).statusCode).toBe(200);
    expect(refusal(await display.send('PUT', stage, { slideKey: 'overall' }))).toBe(
      '403 forbidden',
    );
    const planned = await call(reviewer);
    const early = await reviewer.send('PUT', `/api/meetings/${planned.id}/stage`, {
      slideKey: 'overall',
    });
    expect(refusal(early)).toBe('409 wrongState');
  });

  it('notes are saved each on its own version, and are the committee’s alone', async () => {
    const meeting = await running(reviewer, {
      agenda: [
        { title: '一', slideKey: null },
        { title: '二', slideKey: null },
      ],
    });
    const [first, second] = meeting.agenda;
    const save = (itemId: string | undefined, text: string, version: number) =>
      reviewer.send(
        'PUT',
        `/api/meetings/${meeting.id}/agenda/${itemId}/notes`,
        { text },
        ifMatch(version),
      );
    expect(made(await save(first?.id, '科经局汇报', 1)).json()).toEqual({ version: 2 });
    expect(made(await save(second?.id, '财政局汇报', 1)).json()).toEqual({ version: 2 });
    expect(refusal(await save(first?.id, '别的', 1))).toBe('412 staleVersion');
    expect((await see(reviewer, meeting)).agenda.map(({ notes }) => notes)).toEqual([
      '科经局汇报',
      '财政局汇报',
    ]);
    expect((await see(leader, meeting)).agenda.map(({ notes }) => notes)).toEqual([null, null]);
    await save(first?.id, '', 2);
    const struck = made(
      await change(meeting, { agenda: [{ id: second?.id, title: '二', slideKey: null }] }),
    ).json<Meeting>();
    expect(struck.agenda.map(({ notes }) => notes)).toEqual(['财政局汇报']);
    expect(refusal(await save(first?.id, '', 3))).toBe('404 notFound');
  });
});

describe('a decision', () => {
  it('is a draft of the committee until it is confirmed; then the wall and its departments have it', async () => {
    const meeting = await running(reviewer);
    const draft = await decide(reviewer, meeting, {
      indicatorIds: [indicatorOf('density')],
    });
    expect(draft).toMatchObject({ confirmed: null, action: null, editable: true, version: 1 });
    expect((await see(reporter, meeting)).decisions).toEqual([]);
    const answer = await reviewer.send(
      'POST',
      `/api/decisions/${draft.id}/confirm`,
      undefined,
      ifMatch(1),
    );
    expect(made(answer).json<Decision>()).toMatchObject({
      confirmed: { name: '王审核' },
      action: { year: 2019, number: 1, state: 'issued', dueOn: '2019-03-31', urgency: 'running' },
    });
    expect((await see(reporter, meeting)).decisions.map(({ id }) => id)).toEqual([draft.id]);
    expect(
      made(await display.get(`/api/meetings/${meeting.id}/stage`)).json<Stage>().slideKey,
    ).toBe(`decision:${draft.id}`);
    const onWall = made(await display.get('/api/plans/small/actions')).json<{
      items: ActionItem[];
    }>();
    expect(onWall.items.map(({ id, text }) => [id, text])).toEqual([[draft.id, DECISION.text]]);
  });

  it('is confirmed once, when it says who and by when', async () => {
    const meeting = await running(reviewer);
    const vague = await decide(reviewer, meeting, { leadDepartmentId: null, dueOn: null });
    const confirm = (version: number) =>
      reviewer.send('POST', `/api/decisions/${vague.id}/confirm`, undefined, ifMatch(version));
    expect(issues(await confirm(1))).toEqual(['/leadDepartmentId required', '/dueOn required']);
    const mended = made(
      await reviewer.send(
        'PATCH',
        `/api/decisions/${vague.id}`,
        { leadDepartmentId: 'steb', supportingDepartmentIds: [], dueOn: '2019-02-01' },
        ifMatch(1),
      ),
    ).json<Decision>();
    expect(mended.version).toBe(2);
    expect((await confirm(2)).statusCode).toBe(200);
    expect(refusal(await confirm(3))).toBe('409 wrongState');
  });

  it('names what there is, nobody twice, and no day before the meeting', async () => {
    const meeting = await running(reviewer);
    const answer = await reviewer.send('POST', `/api/meetings/${meeting.id}/decisions`, {
      ...DECISION,
      agendaItemId: 'none',
      supportingDepartmentIds: ['steb', 'nobody', 'finance', 'finance'],
      dueOn: '2019-01-08',
      indicatorIds: ['none'],
      measureIds: ['none'],
    });
    expect(issues(answer)).toEqual([
      '/agendaItemId unknownReference',
      '/supportingDepartmentIds/1 unknownReference',
      '/supportingDepartmentIds/3 taken',
      '/supportingDepartmentIds/0 taken',
      '/indicatorIds/0 unknownReference',
      '/measureIds/0 unknownReference',
      '/dueOn datesOutOfOrder',
    ]);
  });

  it('a draft is dropped, a confirmed one is not; its wording is mended until somebody signed for it', async () => {
    const meeting = await running(reviewer);
    const draft = await decide(reviewer, meeting);
    const drop = ({ id, version }: Decision) =>
      reviewer.send('DELETE', `/api/decisions/${id}`, undefined, ifMatch(version));
    expect((await drop(draft)).statusCode).toBe(204);
    const decision = await confirmed(reviewer, meeting);
    expect(refusal(await drop(decision))).toBe('409 wrongState');
    const mend = (version: number, text: string) =>
      reviewer.send('PATCH', `/api/decisions/${decision.id}`, { text }, ifMatch(version));
    expect(made(await mend(2, '改正后的议定事项')).json<Decision>().text).toBe('改正后的议定事项');
    const bare = await reviewer.send(
      'PATCH',
      `/api/decisions/${decision.id}`,
      { dueOn: null },
      ifMatch(3),
    );
    expect(issues(bare)).toEqual(['/dueOn required']);
    await reporter.send('POST', `/api/actions/${decision.id}/receive`, undefined, ifMatch(2));
    expect(refusal(await mend(3, '再改'))).toBe('409 wrongState');
    expect((await see(reviewer, meeting)).decisions[0]?.editable).toBe(false);
  });

  it('is taken only in a meeting that has begun', async () => {
    const planned = await call(reviewer);
    const path = `/api/meetings/${planned.id}/decisions`;
    expect(refusal(await reviewer.send('POST', path, DECISION))).toBe('409 wrongState');
    expect(refusal(await leader.send('POST', path, DECISION))).toBe('403 forbidden');
  });
});

describe('what changed is told', () => {
  it('of the slide and of confirmed decisions, not of drafts', async () => {
    const meeting = await running(reviewer);
    const told = () =>
      t.database.connection
        .prepare("select max(sequence) from live_changes where kind = 'meeting' and subject = ?")
        .pluck()
        .get(meeting.id) as number;
    const atStart = told();
    const draft = await decide(reviewer, meeting);
    expect(told()).toBe(atStart);
    await reviewer.send('POST', `/api/decisions/${draft.id}/confirm`, undefined, ifMatch(1));
    const atDecision = told();
    expect(atDecision).toBeGreaterThan(atStart);
    await reviewer.send('PUT', `/api/meetings/${meeting.id}/stage`, { slideKey: 'overall' });
    expect(told()).toBeGreaterThan(atDecision);
  });
});
