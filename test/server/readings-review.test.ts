import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyChain } from '../../server/audit/verify.ts';
import { verifyReadings } from '../../server/readings/verify.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import type { AuditRow } from '../../shared/audit.ts';
import type { NewReading, Reading } from '../../shared/readings.ts';
import type { Review } from '../../shared/review.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, publish, refusal, step } from '../support/readings.ts';
import { addRound, addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let reporter: Signed;
let head: Signed;
let reviewer: Signed;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t, 'plan');
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  head = await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
});
afterEach(() => t.close());

async function submitted(
  name: string,
  typed: Partial<NewReading>,
  year = 2017,
  by = reporter,
): Promise<Reading> {
  const draft = await enter(by, indicatorOf(name, 'plan'), year, { source: '年报', ...typed });
  return accepted(await step(by, draft, 'submit'));
}
const approveAll = (by: Signed, readings: readonly Pick<Reading, 'id' | 'version'>[]) =>
  by.send('POST', '/api/readings/approve', {
    items: readings.map(({ id, version }) => ({ id, version })),
  });

describe('approving several at once', () => {
  it('approves what may be, says of each what became of it, and leaves a row for each', async () => {
    const both = await addPerson(t, { roles: ['reporter', 'reviewer'], departmentId: 'steb' });
    const fine = await submitted('share', { numerator: 40, denominator: 100 });
    // A count without a list: a check has found something.
    const unlisted = await submitted('count', { value: 2 });
    const stale = await submitted('index', { value: 80 });
    const own = await submitted('percentage', { value: 70 }, 2017, both);
    const scope = await submitted('emission', { value: 9, scopeChange: '统计范围扩大' });
    const older = await submitted('index', { value: 81, figureYear: 2017 }, 2018);
    const returned = accepted(
      await step(reviewer, await submitted('rating', { level: 2, ground: '验收' }), 'return'),
    );
    const response = await approveAll(both, [
      fine,
      { ...stale, version: 1 },
      own,
      unlisted,
      scope,
      older,
      returned,
      fine,
      { id: 'nothing', version: 1 },
    ]);
    expect(response.json<{ items: unknown[] }>().items).toEqual([
      { id: fine.id, outcome: 'approved' },
      { id: stale.id, outcome: 'staleVersion' },
      { id: own.id, outcome: 'ownEntry' },
      { id: unlisted.id, outcome: 'heldBack' },
      { id: scope.id, outcome: 'heldBack' },
      { id: older.id, outcome: 'heldBack' },
      { id: returned.id, outcome: 'wrongState' },
      { id: fine.id, outcome: 'staleVersion' },
      { id: 'nothing', outcome: 'notFound' },
    ]);
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select(['targetType', 'targetId', 'outcome'])
      .where('action', '=', 'approveReadings')
      .orderBy('seq')
      .execute();
    const row = (targetId: string, outcome: string) => ({
      targetType: 'reading',
      targetId,
      outcome,
    });
    expect(rows).toEqual([
      row(fine.id, 'ok'),
      row(stale.id, 'staleVersion'),
      row(own.id, 'ownEntry'),
      row(unlisted.id, 'heldBack'),
      row(scope.id, 'heldBack'),
      row(older.id, 'heldBack'),
      row(returned.id, 'wrongState'),
      row(fine.id, 'staleVersion'),
      row('nothing', 'notFound'),
    ]);
    expect(await new Transactions(t.database.kysely).read(verifyReadings)).toEqual({ ok: true });
  });

  it('writes a row for each, and the history of each holds', async () => {
    const readings = [
      await submitted('percentage', { value: 70 }),
      await submitted('index', { value: 80 }),
      await submitted('share', { numerator: 40, denominator: 100 }),
    ];
    const response = await approveAll(reviewer, readings);
    const outcomes = response.json<{ items: { outcome: string }[] }>().items;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['approved', 'approved', 'approved']);
    const rows = await t.database.kysely
      .selectFrom('auditLog')
      .select('targetId')
      .where('action', '=', 'approveReadings')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ targetId }) => targetId)).toEqual(readings.map(({ id }) => id));
    expect(await new Transactions(t.database.kysely).read(verifyReadings)).toEqual({ ok: true });
  });

  it('leaves a row for each also when nothing is approved, and the chain holds', async () => {
    const unlisted = await submitted('count', { value: 2 });
    const returned = accepted(
      await step(reviewer, await submitted('index', { value: 8 }), 'return'),
    );
    const response = await approveAll(reviewer, [unlisted, returned]);
    expect(response.json<{ items: { outcome: string }[] }>().items).toMatchObject([
      { outcome: 'heldBack' },
      // What went back is its department's own again.
      { outcome: 'notFound' },
    ]);
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const answer = await auditor.get('/api/audit?action=approveReadings');
    expect(answer.json<{ items: AuditRow[] }>().items).toMatchObject([
      { targetId: returned.id, outcome: 'notFound', before: null, after: null },
      { targetId: unlisted.id, outcome: 'heldBack', username: reviewer.user.username },
    ]);
    const held = await auditor.get('/api/audit?outcome=heldBack');
    expect(held.json<{ items: AuditRow[] }>().items).toHaveLength(1);
    const about = await auditor.get(`/api/audit?indicatorId=${indicatorOf('count', 'plan')}`);
    expect(about.body).toContain('heldBack');
    const verdict = await new Transactions(t.database.kysely).read(verifyChain);
    expect(verdict).toMatchObject({ ok: true });
  });

  it('asks for the signature where the year has a round', async () => {
    await addRound(t, 'plan', 2017, 'open');
    const unsigned = await submitted('percentage', { value: 70 });
    const signed = accepted(await step(head, await submitted('index', { value: 80 }), 'sign'));
    const response = await approveAll(reviewer, [unsigned, signed]);
    expect(response.json()).toEqual({
      items: [
        { id: unsigned.id, outcome: 'signatureNeeded' },
        { id: signed.id, outcome: 'approved' },
      ],
    });
  });

  it('takes 1 to 200 of them, from a reviewer', async () => {
    const many = Array.from({ length: 201 }, (_, n) => ({ id: `r${n}`, version: 1 }));
    expect(refusal(await approveAll(reviewer, []))).toBe('422 /items required');
    expect((await approveAll(reviewer, many)).statusCode).toBe(422);
    expect((await approveAll(reviewer, many.slice(1))).statusCode).toBe(200);
    expect(refusal(await approveAll(head, many.slice(1)))).toBe('403 forbidden');
  });
});

describe('the review of a plan', () => {
  const review = async (by: Signed): Promise<Review> =>
    (await by.get('/api/plans/plan/review')).json<Review>();

  it('tells how far each year is, and of what waits how often and why it came back', async () => {
    const first = await submitted('count', { value: 2 }, 2016);
    accepted(await step(reviewer, first, 'return', '漏填文号'));
    const now = await submitted('count', { value: 3 });
    const back = accepted(await step(reviewer, now, 'return', '请核对'));
    const again = accepted(await step(reporter, back, 'submit'));
    await publish(reporter, reviewer, indicatorOf('index', 'plan'), 2017, { value: 80 });
    await enter(reporter, indicatorOf('emission', 'plan'), 2017, { value: 9 });
    expect(await review(reviewer)).toEqual({
      years: [
        { year: 2016, waiting: 0, returned: 1, approved: 0 },
        { year: 2017, waiting: 1, returned: 0, approved: 1 },
      ],
      items: [
        {
          readingId: again.id,
          indicatorReturns: 2,
          evidence: 0,
          findings: [
            { code: 'listMissing', grade: 'soft', pointer: '/value', values: { part: 'value' } },
          ],
          held: true,
          returns: [
            {
              name: reviewer.user.name,
              at: expect.any(String) as string,
              reason: '请核对',
              reasonCode: 'other',
            },
          ],
        },
      ],
    });
  });

  it('shows a department head their own department only', async () => {
    const outsider = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    await submitted('otherShare', { numerator: 5, denominator: 10 }, 2017, outsider);
    const own = await submitted('count', { value: 3 });
    const seen = await review(head);
    expect(seen.items.map(({ readingId }) => readingId)).toEqual([own.id]);
    expect(seen.years).toEqual([{ year: 2017, waiting: 1, returned: 0, approved: 0 }]);
    expect((await review(reviewer)).items).toHaveLength(2);
  });

  it('is of a plan that exists', async () => {
    expect(refusal(await reviewer.get('/api/plans/none/review'))).toBe('404 notFound');
  });
});

describe('a figure of another year', () => {
  const index = indicatorOf('index', 'plan');
  const boardOf = async (year: number) => {
    const board = (await reviewer.get(`/api/plans/plan/dashboard?year=${year}`)).json<Dashboard>();
    const found = board.indicators.find(({ id }) => id === index);
    if (found === undefined) throw new Error('the board has no index');
    return found;
  };

  it('is judged in the year that it is about, and shown in the report that carries it', async () => {
    const typed = { value: 83, figureYear: 2017, paper: '2018年公报' };
    await publish(reporter, reviewer, index, 2018, typed);
    const then = await boardOf(2018);
    expect(then.assessment).toMatchObject({ assessedYear: 2017, value: 83, lag: 1 });
    expect(then.readings).toMatchObject([
      { year: 2018, value: 83, figureYear: 2017, paper: true, corrections: 0 },
    ]);
  });

  it('gives way to what its own year reports', async () => {
    await publish(reporter, reviewer, index, 2018, { value: 83, figureYear: 2017 });
    await publish(reporter, reviewer, index, 2017, { value: 82 });
    expect((await boardOf(2018)).assessment).toMatchObject({ assessedYear: 2017, value: 82 });
  });

  it('lies before its report and not before the baseline; a milestone and an absence have none', async () => {
    const entered = async (name: string, typed: Partial<NewReading>) => {
      const body = { indicatorId: indicatorOf(name, 'plan'), year: 2017, ...typed };
      const response = await reporter.send('POST', '/api/readings', body);
      return response.statusCode === 201 ? '201' : refusal(response);
    };
    const absence = { kind: 'unavailable', reason: '尚未公布' } as const;
    expect([
      await entered('index', { figureYear: 2017 }),
      await entered('index', { figureYear: 2018 }),
      await entered('index', { figureYear: 2014 }),
      await entered('milestone', { figureYear: 2016 }),
      await entered('index', { figureYear: 2015 }),
    ]).toEqual([
      '422 /figureYear yearOutsidePlan',
      '422 /figureYear yearOutsidePlan',
      '422 /figureYear yearOutsidePlan',
      '422 /figureYear notThisKind',
      '201',
    ]);
    const reading = await enter(reporter, index, 2018, { value: 1, figureYear: 2017 });
    const absent = accepted(await change(reporter, reading, { absence }));
    expect(absent.figureYear).toBeNull();
    expect(refusal(await change(reporter, absent, { figureYear: 2016 }))).toBe(
      '422 /figureYear notAllowed',
    );
  });

  it('is handed in with its source only', async () => {
    const draft = await enter(reporter, index, 2018, { value: 83, figureYear: 2017 });
    expect(refusal(await step(reporter, draft, 'submit'))).toBe('422 /source required');
  });
});
