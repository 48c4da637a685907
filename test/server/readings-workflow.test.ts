import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Reading, Revision } from '../../shared/readings.ts';
import type { ReadingStatus, Step } from '../../shared/workflow.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addEveryRole, addPerson, asStranger, type Signed } from '../support/people.ts';
import { accepted, change, enter, ifMatch, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
const people = new Map<string, Signed>();
let plan = '';
let plans = 0;

const who = (name: string): Signed => {
  const person = people.get(name);
  if (person === undefined) throw new Error(`nobody called ${name}`);
  return person;
};

beforeAll(async () => {
  t = await startApp();
  await addSmallPlan(t, 'first');
  for (const [role, person] of await addEveryRole(t, 'steb')) people.set(role, person);
  for (const role of ['reporter', 'departmentHead'] as const) {
    people.set(`other ${role}`, await addPerson(t, { roles: [role], departmentId: 'finance' }));
  }
  const several = ['reporter', 'departmentHead', 'reviewer'] as const;
  people.set('everything', await addPerson(t, { roles: several, departmentId: 'steb' }));
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
});
afterAll(() => t.close());

/** A count of 2017, brought to a state by those who may. */
async function readingIn(status: ReadingStatus, by = 'reporter'): Promise<Reading> {
  const typed = { value: 2, source: '年报' };
  let reading = await enter(who(by), indicatorOf('count', plan), 2017, typed);
  const way: Record<ReadingStatus, readonly (readonly [string, Step])[]> = {
    draft: [],
    submitted: [['reporter', 'submit']],
    signed: [
      ['reporter', 'submit'],
      ['departmentHead', 'sign'],
    ],
    approved: [
      ['reporter', 'submit'],
      ['reviewer', 'approve'],
    ],
    returned: [
      ['reporter', 'submit'],
      ['reviewer', 'return'],
    ],
    sealed: [
      ['reporter', 'submit'],
      ['reviewer', 'approve'],
    ],
  };
  for (const [name, next] of way[status]) {
    reading = accepted(await step(who(name), reading, next));
  }
  if (status !== 'sealed') return reading;
  // Sealing is a round's step, which comes with the year-end desk.
  const { id } = reading;
  await t.database.kysely.updateTable('readings').set({ status }).where('id', '=', id).execute();
  return { ...reading, status };
}

async function revision(): Promise<number> {
  const row = await t.database.kysely
    .selectFrom('plans')
    .select('revision')
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  return row.revision;
}

const stored = (id: string) =>
  t.database.kysely.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirst();

describe('the way of a reading', () => {
  it('goes straight from submitted to approved, until there is a desk', async () => {
    const approved = await readingIn('approved');
    expect(approved).toMatchObject({ status: 'approved', steps: [], editable: false });
    expect(approved.approved?.userId).toBe(who('reviewer').user.id);
    expect(approved.signed).toBeNull();
  });

  it('goes over the signature of the department head where one is given', async () => {
    const signed = await readingIn('signed');
    expect(signed.signed?.userId).toBe(who('departmentHead').user.id);
    const approved = accepted(await step(who('reviewer'), signed, 'approve'));
    expect(approved).toMatchObject({ status: 'approved', version: 4 });
  });

  it('goes back to be changed and handed in again', async () => {
    const returned = await readingIn('returned');
    const changed = accepted(await change(who('reporter'), returned, { value: 3 }));
    expect(changed).toMatchObject({ status: 'returned', value: 3 });
    const again = accepted(await step(who('reporter'), changed, 'submit'));
    expect(again).toMatchObject({ status: 'submitted', returned: null });
  });

  it('tells each person the steps that are theirs', async () => {
    const { id } = await readingIn('submitted');
    const stepsOf = async (name: string) =>
      accepted(await who(name).get(`/api/readings/${id}`)).steps;
    expect(await stepsOf('reporter')).toEqual([]);
    expect(await stepsOf('departmentHead')).toEqual(['sign', 'return']);
    expect(await stepsOf('reviewer')).toEqual(['return', 'approve']);
  });

  it('is moved on by one revision of the plan wherever a board could show it', async () => {
    const draft = await readingIn('draft');
    const before = await revision();
    const changed = accepted(await change(who('reporter'), draft, { value: 3 }));
    expect(await revision()).toBe(before);
    const submitted = accepted(await step(who('reporter'), changed, 'submit'));
    expect(await revision()).toBe(before + 1);
    const signed = accepted(await step(who('departmentHead'), submitted, 'sign'));
    expect(await revision()).toBe(before + 2);
    accepted(await step(who('reviewer'), signed, 'approve'));
    expect(await revision()).toBe(before + 3);
  });
});

describe('a step out of turn is refused and changes nothing', () => {
  test.each<[ReadingStatus, string, Step | 'change', string, string]>([
    ['draft', 'reviewer', 'approve', '404 notFound', 'a reviewer does not know of drafts'],
    ['draft', 'departmentHead', 'sign', '409 wrongState', 'not handed in'],
    ['draft', 'departmentHead', 'return', '409 wrongState', 'not handed in'],
    ['returned', 'departmentHead', 'sign', '409 wrongState', 'not handed in again'],
    ['submitted', 'reporter', 'submit', '409 wrongState', 'handed in already'],
    ['submitted', 'reporter', 'change', '409 wrongState', 'locked while it is judged'],
    ['signed', 'reporter', 'change', '409 wrongState', 'locked while it is judged'],
    ['signed', 'departmentHead', 'return', '403 forbidden', 'signed: the committee’s now'],
    ['approved', 'reporter', 'change', '409 wrongState', 'an approved reading stays'],
    ['approved', 'reviewer', 'approve', '409 wrongState', 'approved already'],
    ['approved', 'reviewer', 'return', '409 wrongState', 'an approved reading stays'],
    ['sealed', 'reporter', 'change', '409 wrongState', 'a sealed reading stays'],
    ['sealed', 'reviewer', 'return', '409 wrongState', 'a sealed reading stays'],
    ['draft', 'other reporter', 'change', '404 notFound', 'another department’s draft'],
    ['submitted', 'other reporter', 'submit', '404 notFound', 'another department’s reading'],
    ['approved', 'other reporter', 'change', '403 forbidden', 'seen by all, typed by one'],
    ['submitted', 'other departmentHead', 'sign', '404 notFound', 'another department’s'],
    ['submitted', 'reporter', 'approve', '403 forbidden', 'a reporter approves nothing'],
    ['submitted', 'departmentHead', 'approve', '403 forbidden', 'a head approves nothing'],
    ['approved', 'administrator', 'change', '403 forbidden', 'administrators write no figures'],
    ['submitted', 'leader', 'approve', '403 forbidden', 'leaders read'],
    ['submitted', 'display', 'approve', '403 forbidden', 'a wall reads'],
    ['submitted', 'auditor', 'return', '403 forbidden', 'an auditor changes nothing'],
    ['submitted', 'securityAdministrator', 'approve', '403 forbidden', 'accounts only'],
  ])('%s: %s may not %s → %s (%s)', async (status, name, what, expected) => {
    const reading = await readingIn(status);
    const before = await stored(reading.id);
    const person = who(name);
    const response =
      what === 'change'
        ? await change(person, reading, { value: 9 })
        : await step(person, reading, what);
    expect(refusal(response)).toBe(expected);
    expect(await stored(reading.id)).toEqual(before);
    const row = await t.database.kysely
      .selectFrom('auditLog')
      .select(['userId', 'targetId', 'outcome'])
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(row).toEqual({
      userId: person.user.id,
      targetId: reading.id,
      outcome: expected.slice(4),
    });
  });

  it('nobody signs or approves what they typed, whatever roles they hold', async () => {
    const reading = await readingIn('submitted', 'everything');
    for (const own of ['sign', 'approve'] as const) {
      expect(refusal(await step(who('everything'), reading, own))).toBe('403 ownEntry');
    }
    accepted(await step(who('reviewer'), reading, 'approve'));
  });

  it('nor what they typed before somebody else typed last', async () => {
    const draft = await readingIn('draft', 'everything');
    const changed = accepted(await change(who('reporter'), draft, { note: '已复核' }));
    const submitted = accepted(await step(who('reporter'), changed, 'submit'));
    expect(refusal(await step(who('everything'), submitted, 'approve'))).toBe('403 ownEntry');
  });

  it('strangers get the same answer for every id', async () => {
    const { id } = await readingIn('approved');
    const answers = [id, 'no-such-reading'].map(async (one) => {
      const read = await asStranger(t, 'GET', `/api/readings/${one}`);
      const write = await asStranger(t, 'PATCH', `/api/readings/${one}`, {}, ifMatch(1));
      return [refusal(read), refusal(write)];
    });
    expect(await Promise.all(answers)).toEqual([
      ['401 notSignedIn', '401 notSignedIn'],
      ['401 notSignedIn', '401 notSignedIn'],
    ]);
  });
});

describe('who sees what', () => {
  const EVERYBODY = [
    'administrator',
    'securityAdministrator',
    'auditor',
    'reporter',
    'departmentHead',
    'reviewer',
    'leader',
    'display',
    'other reporter',
    'other departmentHead',
  ];
  test.each<[ReadingStatus, readonly string[]]>([
    ['draft', ['reporter', 'departmentHead']],
    ['returned', ['reporter', 'departmentHead']],
    ['submitted', ['reporter', 'departmentHead', 'reviewer']],
    ['signed', ['reporter', 'departmentHead', 'reviewer']],
    ['approved', EVERYBODY],
    ['sealed', EVERYBODY],
  ])('%s: %o, by id, in the list and in the history alike', async (status, expected) => {
    const { id } = await readingIn(status);
    const seen: string[] = [];
    for (const name of EVERYBODY) {
      const one = await who(name).get(`/api/readings/${id}`);
      const history = await who(name).get(`/api/readings/${id}/revisions`);
      const list = await who(name).get(`/api/readings?planId=${plan}&status=${status}&year=2017`);
      const listed = list.json<{ items: Reading[] }>().items.some((reading) => reading.id === id);
      expect([one.statusCode, history.statusCode], name).toEqual(listed ? [200, 200] : [404, 404]);
      if (listed) seen.push(name);
    }
    expect(seen).toEqual(expected);
  });

  it('the history of an approved reading shows nobody more than they could have seen then', async () => {
    const returned = await readingIn('returned');
    const again = accepted(await step(who('reporter'), returned, 'submit'));
    const { id } = accepted(await step(who('reviewer'), again, 'approve'));
    const actions = async (name: string) => {
      const history = await who(name).get(`/api/readings/${id}/revisions`);
      return history.json<{ items: Revision[] }>().items.map(({ action }) => action);
    };
    const whole = ['enter', 'submit', 'return', 'submit', 'approve'];
    expect(await actions('reporter')).toEqual(whole);
    expect(await actions('departmentHead')).toEqual(whole);
    expect(await actions('reviewer')).toEqual(whole.slice(1));
    for (const name of ['other reporter', 'leader', 'administrator', 'auditor', 'display']) {
      expect(await actions(name), name).toEqual(['approve']);
    }
  });
});
