import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Reading } from '../../shared/readings.ts';
import { ROUND_STATES, type RoundState } from '../../shared/rounds.ts';
import { maySee, type ReadingStatus, STEPS } from '../../shared/workflow.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, refusal, step } from '../support/readings.ts';
import { addRound, addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { isListed, type Way, WAYS } from '../support/workflow-rules.ts';

let t: TestApp;
let reporter: Signed;
let head: Signed;
let reviewer: Signed;
const people = new Map<string, Signed>();
const readings = new Map<RoundState, Reading>();

beforeAll(async () => {
  t = await startApp();
  for (const round of ROUND_STATES) await addSmallPlan(t, round);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  for (const round of ROUND_STATES) {
    const typed = { value: 2, source: '年报', note: NOTE };
    readings.set(round, await enter(reporter, indicatorOf('count', round), 2017, typed));
    await addRound(t, round, 2017, round);
  }
});
afterAll(() => t.close());

/** What the soft checks of a round ask for. */
const NOTE = '认定文件已收齐，名单随后补报';
const DEPARTMENTS = { own: 'steb', other: 'finance', none: null } as const;

/** The roles of departments need one; nobody else can have none and one in turn. */
async function personOf({ role, place, typed }: Way): Promise<Signed | null> {
  const ofDepartment = role === 'reporter' || role === 'departmentHead';
  if (ofDepartment === (place === 'none')) return null;
  const key = `${role} ${place} ${typed}`;
  const known = people.get(key);
  if (known !== undefined) return known;
  const person = await addPerson(t, { roles: [role], departmentId: DEPARTMENTS[place] });
  if (typed) {
    await t.database.kysely
      .insertInto('readingTypists')
      .values([...readings.values()].map(({ id }) => ({ readingId: id, userId: person.user.id })))
      .execute();
  }
  people.set(key, person);
  return person;
}

/** Puts a reading where no sequence of steps has to lead. */
async function putAt({ round, status, duty }: Way): Promise<Pick<Reading, 'id' | 'version'>> {
  const id = readings.get(round)?.id ?? '';
  const row = await t.database.kysely
    .updateTable('readings')
    .set({ status, returnedByDuty: duty })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return { id, version: row.version };
}

const stored = (id: string) =>
  t.database.kysely
    .selectFrom('readings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('role × state × round × step, through the front door', () => {
  test.each(STEPS)(
    '%s succeeds exactly where the list says so',
    { timeout: 60_000 },
    async (name) => {
      const wrong: string[] = [];
      // Who sent it back decides about an approval only, and the pure test tries that everywhere.
      const ways = WAYS.filter(({ step: of, duty }) => {
        return of === name && (name === 'approve' || duty === null);
      });
      for (const way of ways) {
        const person = await personOf(way);
        if (person === null) continue;
        const reading = await putAt(way);
        const before = await stored(reading.id);
        const response = await step(person, reading, name);
        const seen = maySee({ status: way.status, leadDepartmentId: 'steb' }, actor(person));
        const expected = isListed(way) && seen ? [200] : seen ? [403, 409] : [403, 404];
        const after = await stored(reading.id);
        const kept =
          response.statusCode === 200 || JSON.stringify(after) === JSON.stringify(before);
        if (!expected.includes(response.statusCode) || !kept) {
          wrong.push(`${JSON.stringify(way)} → ${refusal(response)}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('a reporter of the lead types exactly where the round lets them', async () => {
    const open: string[] = [];
    for (const round of ROUND_STATES) {
      for (const status of ['draft', 'submitted', 'returned', 'approved', 'sealed'] as const) {
        const way = { step: 'submit', role: 'reporter', place: 'own', typed: true } as const;
        const reading = await putAt({ ...way, round, status, duty: null });
        const response = await change(reporter, reading, { note: `${round} ${status}` });
        open.push(`${round} ${status}: ${response.statusCode === 200 ? 'ok' : refusal(response)}`);
      }
    }
    expect(open).toEqual([
      'none draft: ok',
      'none submitted: 409 wrongState',
      'none returned: ok',
      'none approved: 409 wrongState',
      'none sealed: 409 wrongState',
      'planned draft: 409 roundNotOpen',
      'planned submitted: 409 wrongState',
      'planned returned: 409 roundNotOpen',
      'planned approved: 409 wrongState',
      'planned sealed: 409 wrongState',
      'open draft: ok',
      'open submitted: 409 wrongState',
      'open returned: ok',
      'open approved: 409 wrongState',
      'open sealed: 409 wrongState',
      'closed draft: 409 roundClosed',
      'closed submitted: 409 wrongState',
      'closed returned: ok',
      'closed approved: 409 wrongState',
      'closed sealed: 409 wrongState',
      'sealed draft: 409 roundSealed',
      'sealed submitted: 409 roundSealed',
      'sealed returned: 409 roundSealed',
      'sealed approved: 409 roundSealed',
      'sealed sealed: 409 roundSealed',
    ]);
  });
});

const actor = ({ user }: Signed) => ({ ...user, userId: user.id });

describe('a round', () => {
  test.each<[RoundState, string]>([
    ['none', '201'],
    ['planned', '409 roundNotOpen'],
    ['open', '201'],
    ['closed', '409 roundClosed'],
    ['sealed', '409 roundSealed'],
  ])('%s: beginning a reading is %s', async (round, expected) => {
    const body = { indicatorId: indicatorOf('index', round), year: 2017, value: 80 };
    const response = await reporter.send('POST', '/api/readings', body);
    expect(response.statusCode === 201 ? '201' : refusal(response)).toBe(expected);
  });

  it('opens by itself on its first day in China', async () => {
    // Midnight in China is 16:00 UTC of the day before. An app of its own: sessions grow old.
    const own = await startApp();
    await addSmallPlan(own, 'tomorrow');
    own.clock.now = new Date('2019-01-10T15:59:59.000Z');
    const early = await addPerson(own, { roles: ['reporter'], departmentId: 'steb' });
    await addRound(own, 'tomorrow', 2018, 'planned', { opensOn: '2019-01-11' });
    const body = { indicatorId: indicatorOf('count', 'tomorrow'), year: 2018, value: 1 };
    expect(refusal(await early.send('POST', '/api/readings', body))).toBe('409 roundNotOpen');
    own.clock.now = new Date('2019-01-10T16:00:00.000Z');
    const entered = accepted(await early.send('POST', '/api/readings', body), 201);
    await own.close();
    expect(entered).toMatchObject({ round: 'open', editable: true, steps: ['submit'] });
  });
});

describe('straight back to whoever returned it', () => {
  async function signed(year: number): Promise<Reading> {
    await addRound(t, 'none', year, 'open');
    const typed = { value: 3, source: '年报', note: NOTE };
    const draft = await enter(reporter, indicatorOf('count', 'none'), year, typed);
    const submitted = accepted(await step(reporter, draft, 'submit'));
    expect(refusal(await step(reviewer, submitted, 'approve'))).toBe('409 signatureNeeded');
    return accepted(await step(head, submitted, 'sign'));
  }

  it('returned by the reviewer, mended, it is approved without a new signature', async () => {
    const returned = accepted(await step(reviewer, await signed(2018), 'return'));
    expect(returned).toMatchObject({ status: 'returned', signed: null, returns: 1 });
    const mended = accepted(await change(reporter, returned, { value: 4 }));
    const again = accepted(await step(reporter, mended, 'submit'));
    const approved = accepted(await step(reviewer, again, 'approve'));
    expect(approved).toMatchObject({ status: 'approved', value: 4, returns: 1, signed: null });
    // Whose signature it was that spared a new one is told as long as it counts.
    const signature = { userId: head.user.id, name: head.user.name };
    expect(returned.signedBefore).toBeNull();
    expect(mended.signedBefore).toBeNull();
    expect(again.signedBefore).toMatchObject(signature);
    expect(approved.signedBefore).toMatchObject(signature);
  });

  it('returned by the reviewer before it was signed, it goes to the head: a return spares no signature', async () => {
    await addRound(t, 'none', 2015, 'open');
    const typed = { value: 1, source: '年报', note: NOTE };
    const draft = await enter(reporter, indicatorOf('count', 'none'), 2015, typed);
    const unsigned = accepted(await step(reporter, draft, 'submit'));
    const returned = accepted(await step(reviewer, unsigned, 'return'));
    const again = accepted(await step(reporter, returned, 'submit'));
    expect(refusal(await step(reviewer, again, 'approve'))).toBe('409 signatureNeeded');
    const signedNow = accepted(await step(head, again, 'sign'));
    const back = accepted(await step(reviewer, signedNow, 'return'));
    const third = accepted(await step(reporter, back, 'submit'));
    accepted(await step(reviewer, third, 'approve'));
  });

  it('returned before its year had a round, it is signed once there is one', async () => {
    await addSmallPlan(t, 'later');
    const typed = { value: 2, source: '年报', note: NOTE };
    const draft = await enter(reporter, indicatorOf('count', 'later'), 2017, typed);
    const fromPaper = accepted(await step(reporter, draft, 'submit'));
    const back = accepted(await step(reviewer, fromPaper, 'return'));
    await addRound(t, 'later', 2017, 'open');
    const again = accepted(await step(reporter, back, 'submit'));
    expect(again.steps).toEqual([]);
    expect(refusal(await step(reviewer, again, 'approve'))).toBe('409 signatureNeeded');
    const signedNow = accepted(await step(head, again, 'sign'));
    accepted(await step(reviewer, signedNow, 'approve'));
  });

  it('returned by the head, mended, it goes to the head', async () => {
    await addRound(t, 'none', 2016, 'open');
    const draft = await enter(reporter, indicatorOf('count', 'none'), 2016, {
      value: 1,
      source: '年报',
      note: NOTE,
    });
    const submitted = accepted(await step(reporter, draft, 'submit'));
    const returned = accepted(await step(head, submitted, 'return'));
    const again = accepted(await step(reporter, returned, 'submit'));
    expect(refusal(await step(reviewer, again, 'approve'))).toBe('409 signatureNeeded');
    const signedNow = accepted(await step(head, again, 'sign'));
    accepted(await step(reviewer, signedNow, 'approve'));
  });
});

describe('why it went back', () => {
  it('is kept in one word and in a text, told while it is returned and in the history', async () => {
    await addSmallPlan(t, 'reasons');
    const draft = await enter(reporter, indicatorOf('count', 'reasons'), 2017, {
      value: 2,
      source: '年报',
    });
    let reading = accepted(await step(reporter, draft, 'submit'));
    const codes = ['unitWrong', undefined] as const;
    for (const reasonCode of codes) {
      const body = { reason: '单位似为万元', ...(reasonCode === undefined ? {} : { reasonCode }) };
      const url = `/api/readings/${reading.id}/return`;
      const headers = { 'if-match': `"${reading.version}"` };
      const returned = accepted(await reviewer.send('POST', url, body, headers));
      expect(returned.returned).toMatchObject({
        reason: '单位似为万元',
        reasonCode: reasonCode ?? 'other',
      });
      reading = accepted(await step(reporter, returned, 'submit'));
    }
    expect(reading).toMatchObject({ returned: null, returns: 2 });
    const history = await reviewer.get(`/api/readings/${reading.id}/revisions`);
    const told = history.json<{ items: { action: string; reasonCode: string | null }[] }>().items;
    expect(told.filter(({ action }) => action === 'return').map((one) => one.reasonCode)).toEqual([
      'unitWrong',
      'other',
    ]);
  });

  it('is one of the list', async () => {
    const status: ReadingStatus = 'submitted';
    const way = { step: 'return', role: 'reviewer', place: 'none', typed: false } as const;
    const reading = await putAt({ ...way, round: 'none', status, duty: null });
    const url = `/api/readings/${reading.id}/return`;
    const body = { reason: '不行', reasonCode: 'because' };
    const headers = { 'if-match': `"${reading.version}"` };
    expect((await reviewer.send('POST', url, body, headers)).statusCode).toBe(422);
  });
});
