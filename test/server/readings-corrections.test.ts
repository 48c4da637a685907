import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyReadings } from '../../server/readings/verify.ts';
import type { ReadingCorrection } from '../../shared/corrections.ts';
import type { Reading, ReadingChanges, Revision } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { addRound, addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let outsider: Signed;
let reviewer: Signed;
let second: Signed;
let leader: Signed;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t, 'plan');
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  colleague = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  outsider = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  second = await addPerson(t, { roles: ['reviewer'] });
  leader = await addPerson(t, { roles: ['leader'] });
});
afterEach(() => t.close());

const at = (name: string) => indicatorOf(name, 'plan');
const count = (value = 2) => publish(reporter, reviewer, at('count'), 2017, { value });

function ask(
  by: Signed,
  reading: Pick<Reading, 'id' | 'version'>,
  changes: ReadingChanges,
  reason = '认定文件漏计一家',
) {
  const url = `/api/readings/${reading.id}/corrections`;
  return by.send('POST', url, { reason, changes }, ifMatch(reading.version));
}
function decide(
  by: Signed,
  correction: Pick<ReadingCorrection, 'id' | 'version'>,
  what: 'approve' | 'refuse' | 'withdraw',
) {
  const body = what === 'refuse' ? { note: '与认定文件一致' } : undefined;
  const url = `/api/corrections/${correction.id}/${what}`;
  return by.send('POST', url, body, ifMatch(correction.version));
}
async function asked(reading: Reading, changes: ReadingChanges): Promise<ReadingCorrection> {
  const response = await ask(reporter, reading, changes);
  if (response.statusCode !== 201) throw new Error(response.body);
  expect(response.headers['etag']).toBe('"1"');
  return response.json<ReadingCorrection>();
}
const read = async (id: string) => accepted(await reporter.get(`/api/readings/${id}`));
const verdict = () => new Transactions(t.database.kysely).read(verifyReadings);
async function revisionOfPlan(): Promise<number> {
  const row = await t.database.kysely
    .selectFrom('plans')
    .select('revision')
    .where('id', '=', 'plan')
    .executeTakeFirstOrThrow();
  return row.revision;
}
/** As the end of a round does it. */
async function seal(reading: Reading, by: Signed): Promise<Reading> {
  const { year, id } = reading;
  await addRound(t, 'plan', year, 'sealed', { sealedBy: by.user.id });
  await t.database.kysely
    .updateTable('readings')
    .set({ status: 'sealed' })
    .where('id', '=', id)
    .execute();
  return read(id);
}

describe('a correction', () => {
  it('asked and approved: a new revision beside the old one, the state stays', async () => {
    const reading = await count(2);
    const correction = await asked(reading, { value: 3, source: '认定文件' });
    expect(correction).toMatchObject({
      status: 'requested',
      before: { value: 2, source: '年报' },
      after: { value: 3, source: '认定文件' },
      decided: null,
      outdated: false,
      steps: ['withdraw'],
    });
    expect(await read(reading.id)).toMatchObject({ value: 2, version: reading.version });
    const board = await revisionOfPlan();

    const approved = await decide(second, correction, 'approve');
    expect(approved.json()).toMatchObject({ status: 'approved', version: 2, steps: [] });
    expect(await revisionOfPlan()).toBe(board + 1);
    expect(await read(reading.id)).toMatchObject({
      status: 'approved',
      value: 3,
      corrections: 1,
      version: reading.version + 1,
    });
    const history = await reporter.get(`/api/readings/${reading.id}/revisions`);
    const { items } = history.json<{ items: Revision[] }>();
    expect(items.map(({ action, value }) => `${action} ${value}`)).toEqual([
      'enter 2',
      'submit 2',
      'approve 2',
      'correct 3',
    ]);
    // The reviewer never edits a figure: the revision is of the one who typed it.
    expect(items.at(-1)).toMatchObject({
      reason: '认定文件漏计一家',
      by: { userId: reporter.user.id },
    });
    const shown = await leader.get('/api/plans/plan/dashboard?year=2017');
    expect(shown.body).toContain('"value":3');
    expect(shown.body).toContain('"corrections":1');
  });

  it('of a sealed reading: it stays sealed, and who sealed it does not decide', async () => {
    const sealed = await seal(await count(2), reviewer);
    expect(refusal(await change(reporter, sealed, { value: 3 }))).toBe('409 roundSealed');
    const correction = await asked(sealed, { value: 3 });
    for (const what of ['approve', 'refuse'] as const) {
      expect(refusal(await decide(reviewer, correction, what))).toBe('403 ownSeal');
    }
    expect((await decide(second, correction, 'approve')).statusCode).toBe(200);
    expect(await read(sealed.id)).toMatchObject({ status: 'sealed', value: 3, corrections: 1 });
  });

  it('of a computed value goes through its parts, and every reading that shows one follows', async () => {
    const share = await publish(reporter, reviewer, at('share'), 2017, {
      numerator: 40,
      denominator: 100,
    });
    const other = await publish(outsider, reviewer, at('otherShare'), 2017, { numerator: 50 });
    expect(other.value).toBe(50);
    const correction = await asked(share, { denominator: 125 });
    expect(correction.after).toMatchObject({ numerator: 40, denominator: 125, value: 32 });
    expect((await decide(second, correction, 'approve')).statusCode).toBe(200);
    expect(await read(share.id)).toMatchObject({ value: 32, corrections: 1 });
    expect(await read(other.id)).toMatchObject({
      value: 40,
      denominator: 125,
      status: 'approved',
      corrections: 1,
      version: other.version + 1,
    });
    const history = await leader.get(`/api/readings/${other.id}/revisions`);
    expect(history.json<{ items: Revision[] }>().items.at(-1)).toMatchObject({
      action: 'correct',
      reason: '认定文件漏计一家',
      value: 40,
    });
    expect(await verdict()).toEqual({ ok: true });
  });

  it('is refused where a shared part would not go with the other reading', async () => {
    const share = await publish(reporter, reviewer, at('share'), 2017, {
      numerator: 40,
      denominator: 100,
    });
    await publish(outsider, reviewer, at('otherShare'), 2017, { numerator: 90 });
    expect(refusal(await ask(reporter, share, { denominator: 80 }))).toBe(
      '422 /changes/denominator numeratorAboveDenominator',
    );
  });

  it('is refused while another reading that shows the part is being judged', async () => {
    const share = await publish(reporter, reviewer, at('share'), 2017, {
      numerator: 40,
      denominator: 100,
    });
    const draft = await enter(outsider, at('otherShare'), 2017, { numerator: 90, source: '年报' });
    accepted(await step(outsider, draft, 'submit'));
    expect(refusal(await ask(reporter, share, { denominator: 120 }))).toBe(
      '422 /changes/denominator componentLocked',
    );
  });

  it('takes a draft beside it along without calling that a correction', async () => {
    const share = await publish(reporter, reviewer, at('share'), 2017, {
      numerator: 40,
      denominator: 100,
    });
    const draft = await enter(outsider, at('otherShare'), 2017, { numerator: 50 });
    const correction = await asked(share, { denominator: 125 });
    expect((await decide(second, correction, 'approve')).statusCode).toBe(200);
    const now = accepted(await outsider.get(`/api/readings/${draft.id}`));
    expect(now).toMatchObject({ value: 40, corrections: 0, status: 'draft' });
  });

  it('of a milestone and of an absence keeps their shape', async () => {
    const built = await publish(reporter, reviewer, at('milestone'), 2017, {
      conditions: [{ id: 'built', metOn: '2017-05-01' }],
    });
    const conditions = [{ id: 'built', metOn: '2017-06-01', documentNumber: '泉开〔2017〕9号' }];
    const correction = await asked(built, { conditions });
    expect((await decide(second, correction, 'approve')).statusCode).toBe(200);
    expect(await read(built.id)).toMatchObject({
      conditions: [{ id: 'built', metOn: '2017-06-01', documentNumber: '泉开〔2017〕9号' }],
    });
    const absent = await publish(reporter, reviewer, at('index'), 2017, {
      absence: { kind: 'unavailable', reason: '尚未公布' },
    });
    const given = await asked(absent, { absence: null, value: 83.5 });
    expect((await decide(second, given, 'approve')).statusCode).toBe(200);
    expect(await read(absent.id)).toMatchObject({ value: 83.5, absence: null, corrections: 1 });
    expect(await verdict()).toEqual({ ok: true });
  });

  it('refused or withdrawn leaves the figure as it is, and another may be asked for', async () => {
    const reading = await count(2);
    const first = await asked(reading, { value: 3 });
    const refused = await decide(second, first, 'refuse');
    expect(refused.json()).toMatchObject({ status: 'refused', decisionNote: '与认定文件一致' });
    const again = await asked(reading, { value: 4 });
    expect((await decide(colleague, again, 'withdraw')).json()).toMatchObject({
      status: 'withdrawn',
    });
    expect(await read(reading.id)).toMatchObject({ value: 2, corrections: 0 });
    await asked(reading, { value: 5 });
    expect(await verdict()).toEqual({ ok: true });
  });

  it('that another correction overtook can only be withdrawn or refused', async () => {
    const share = await publish(reporter, reviewer, at('share'), 2017, {
      numerator: 40,
      denominator: 100,
    });
    const other = await publish(outsider, reviewer, at('otherShare'), 2017, { numerator: 50 });
    const correction = await asked(share, { numerator: 41 });
    const theirs = await ask(outsider, other, { denominator: 125 });
    expect((await decide(second, theirs.json<ReadingCorrection>(), 'approve')).statusCode).toBe(
      200,
    );
    expect(refusal(await decide(second, correction, 'approve'))).toBe('409 correctionOutdated');
    const told = await reporter.get('/api/corrections?status=requested');
    expect(told.json()).toMatchObject({ items: [{ outdated: true }] });
    expect((await decide(second, correction, 'refuse')).statusCode).toBe(200);
  });

  it('is written to the audit log with every revision that it made, asked and decided', async () => {
    const reading = await count(2);
    const correction = await asked(reading, { value: 3 });
    await decide(reviewer, correction, 'refuse');
    const again = await asked(reading, { value: 3 });
    await decide(second, again, 'approve');
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['action', 'userId', 'targetType', 'targetId', 'outcome', 'after'])
      .where('targetType', '=', 'correction')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ action, userId, targetId }) => [action, userId, targetId])).toEqual([
      ['requestCorrection', reporter.user.id, correction.id],
      ['refuseCorrection', reviewer.user.id, correction.id],
      ['requestCorrection', reporter.user.id, again.id],
      ['approveCorrection', second.user.id, again.id],
    ]);
    expect(JSON.parse(rows.at(-1)?.after ?? '')).toMatchObject({
      status: 'approved',
      seals: [{ readingId: reading.id, version: reading.version + 1 }],
    });
    expect(await verdict()).toEqual({ ok: true });
  });
});

describe('asking is refused', () => {
  it('by state, version, person and content, and nothing is written', async () => {
    const draft = await enter(reporter, at('index'), 2017, { value: 80, source: '公报' });
    const reading = await count(2);
    const old = { ...reading, version: reading.version - 1 };
    const said = [
      refusal(await ask(reporter, draft, { value: 81 })),
      refusal(await ask(outsider, draft, { value: 81 })),
      refusal(await ask(reporter, old, { value: 3 })),
      refusal(await ask(outsider, reading, { value: 3 })),
      refusal(await ask(reviewer, reading, { value: 3 })),
      refusal(await ask(leader, reading, { value: 3 })),
      refusal(await ask(reporter, reading, {})),
      refusal(await ask(reporter, reading, { value: 2 })),
      refusal(await ask(reporter, reading, { value: 2.5 })),
      refusal(await ask(reporter, reading, { value: null })),
      refusal(await ask(reporter, reading, { source: '' })),
      refusal(await ask(reporter, reading, { numerator: 3 })),
      refusal(await ask(reporter, reading, { figureYear: 2017 })),
      refusal(await ask(reporter, reading, { value: 3 }, '')),
      refusal(await ask(reporter, { id: 'nothing', version: 1 }, { value: 3 })),
    ];
    expect(said).toEqual([
      '409 wrongState',
      '404 notFound',
      '412 staleVersion',
      '403 forbidden',
      '403 forbidden',
      '403 forbidden',
      '422 /changes unchanged',
      '422 /changes unchanged',
      '422 /changes/value notWhole',
      '422 /changes/value required',
      '422 /changes/source required',
      '422 /changes/numerator notThisKind',
      '422 /changes/figureYear yearOutsidePlan',
      '422 /reason tooShort',
      '404 notFound',
    ]);
    const rows = await t.database.kysely.selectFrom('corrections').select('id').execute();
    expect(rows).toEqual([]);
  });

  it('while another request waits', async () => {
    const reading = await count(2);
    await asked(reading, { value: 3 });
    expect(refusal(await ask(colleague, reading, { value: 4 }))).toBe('409 conflict');
  });

  it('sent twice with one key it is asked once', async () => {
    const reading = await count(2);
    const url = `/api/readings/${reading.id}/corrections`;
    const headers = { ...ifMatch(reading.version), 'idempotency-key': 'once' };
    const body = { reason: '漏计', changes: { value: 3 } };
    const [one, two] = [
      await reporter.send('POST', url, body, headers),
      await reporter.send('POST', url, body, headers),
    ];
    expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
    expect(two.json()).toEqual(one.json());
  });
});

describe('deciding is refused', () => {
  it('to everybody but a reviewer who did not ask, type or seal', async () => {
    const both = await addPerson(t, { roles: ['reporter', 'reviewer'], departmentId: 'steb' });
    const reading = await count(2);
    const correction = (await ask(both, reading, { value: 3 })).json<ReadingCorrection>();
    expect(correction.steps).toEqual(['withdraw']);
    const said = [
      refusal(await decide(both, correction, 'approve')),
      refusal(await decide(both, correction, 'refuse')),
      refusal(await decide(reporter, correction, 'approve')),
      refusal(await decide(leader, correction, 'approve')),
      refusal(await decide(outsider, correction, 'withdraw')),
      refusal(await decide(second, { ...correction, version: 9 }, 'approve')),
      refusal(await decide(second, { id: 'nothing', version: 1 }, 'approve')),
    ];
    expect(said).toEqual([
      '403 ownEntry',
      '403 ownEntry',
      '403 forbidden',
      '403 forbidden',
      '404 notFound',
      '412 staleVersion',
      '404 notFound',
    ]);
  });

  it('twice, and to whoever typed the figure as a reporter before', async () => {
    const both = await addPerson(t, { roles: ['reporter', 'reviewer'], departmentId: 'steb' });
    const reading = await publish(both, reviewer, at('count'), 2017, { value: 2 });
    const correction = (await ask(reporter, reading, { value: 3 })).json<ReadingCorrection>();
    expect(refusal(await decide(both, correction, 'approve'))).toBe('403 ownEntry');
    const done = (await decide(second, correction, 'approve')).json<ReadingCorrection>();
    for (const what of ['approve', 'refuse'] as const) {
      expect(refusal(await decide(second, done, what))).toBe('409 wrongState');
    }
    expect(refusal(await decide(reporter, done, 'withdraw'))).toBe('409 wrongState');
  });
});

describe('who sees a request', () => {
  test('what is only asked for is between the department and the reviewers', async () => {
    const reading = await count(2);
    const correction = await asked(reading, { value: 3 });
    const listed = async (who: Signed) => {
      const answer = await who.get('/api/corrections?planId=plan');
      return answer.json<{ items: ReadingCorrection[] }>().items.map(({ id }) => id);
    };
    for (const who of [reporter, colleague, reviewer, second]) {
      expect(await listed(who)).toEqual([correction.id]);
    }
    for (const who of [leader, outsider]) expect(await listed(who)).toEqual([]);
    await decide(second, correction, 'approve');
    for (const who of [leader, outsider]) expect(await listed(who)).toEqual([correction.id]);
    const none = await leader.get('/api/corrections?planId=other');
    expect(none.json()).toEqual({ items: [] });
  });
});
