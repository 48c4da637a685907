import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reading, Revision } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { accepted, change, enter, refusal, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let reporter: Signed;
let colleague: Signed;
let reviewer: Signed;
let second: Signed;
let plan = '';
let plans = 0;

beforeAll(async () => {
  t = await startApp();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  colleague = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
  second = await addPerson(t, { roles: ['reviewer'] });
});
beforeEach(async () => {
  plans += 1;
  plan = `plan${plans}`;
  await addSmallPlan(t, plan);
});
afterAll(() => t.close());

const count = (): string => indicatorOf('count', plan);
const twenty = Array.from({ length: 20 }, (_, index) => index);

function tally(responses: readonly LightMyRequestResponse[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const response of responses) {
    const key = response.statusCode < 300 ? String(response.statusCode) : refusal(response);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const succeeded = async (action: string, targetId: string): Promise<number> => {
  const rows = await t.database.kysely
    .selectFrom('auditLog')
    .select('seq')
    .where('action', '=', action)
    .where('targetId', '=', targetId)
    .where('outcome', '=', 'ok')
    .execute();
  return rows.length;
};

describe('twenty at once', () => {
  it('changes with one version: one is taken, the others hear which version stands', async () => {
    const draft = await enter(reporter, count(), 2017, { value: 0 });
    const responses = await Promise.all(
      twenty.map((value) => change(value % 2 === 0 ? reporter : colleague, draft, { value })),
    );
    expect(tally(responses)).toEqual({ '200': 1, '412 staleVersion': 19 });
    for (const response of responses.filter(({ statusCode }) => statusCode === 412)) {
      expect(response.json()).toMatchObject({ currentVersion: 2 });
      expect(response.headers.etag).toBe('"2"');
    }
    const winner = accepted(
      responses.find(({ statusCode }) => statusCode === 200) as LightMyRequestResponse,
    );
    const stands = accepted(await reporter.get(`/api/readings/${draft.id}`));
    expect(stands).toMatchObject({ value: winner.value, version: 2 });
    const history = await reporter.get(`/api/readings/${draft.id}/revisions`);
    expect(history.json<{ items: Revision[] }>().items).toHaveLength(2);
    expect(await succeeded('changeReading', draft.id)).toBe(1);
  });

  it('the same change from one hand is taken once all the same', async () => {
    const draft = await enter(reporter, count(), 2017, { value: 2 });
    const responses = await Promise.all(twenty.map(() => change(reporter, draft, { value: 2 })));
    expect(tally(responses)).toEqual({ '200': 1, '412 staleVersion': 19 });
  });

  it('entries of one indicator and year: one row', async () => {
    const responses = await Promise.all(
      twenty.map((value) =>
        (value % 2 === 0 ? reporter : colleague).send('POST', '/api/readings', {
          indicatorId: count(),
          year: 2018,
          value,
        }),
      ),
    );
    expect(tally(responses)).toEqual({ '201': 1, '409 conflict': 19 });
    const list = await reporter.get(`/api/readings?indicatorId=${count()}`);
    expect(list.json<{ items: Reading[] }>().items).toHaveLength(1);
  });

  it('two halves of one ratio that are impossible together: the second is refused', async () => {
    const share = indicatorOf('share', plan);
    await enter(reporter, share, 2017, { numerator: 50, denominator: 100 });
    const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    const other = await enter(finance, indicatorOf('otherShare', plan), 2017, { numerator: 60 });
    const mine = (await reporter.get(`/api/readings?indicatorId=${share}`)).json<{
      items: Reading[];
    }>().items[0] as Reading;
    const [mineAfter, otherAfter] = await Promise.all([
      change(reporter, mine, { denominator: 70 }),
      change(finance, other, { numerator: 90 }),
    ]);
    const told = [mineAfter, otherAfter].map(({ statusCode }) => statusCode).sort((a, b) => a - b);
    // Whoever comes second meets the other's figure, or the new version that it made.
    expect(told[0]).toBe(200);
    expect([412, 422]).toContain(told[1]);
    const shared = accepted(await finance.get(`/api/readings/${other.id}`));
    expect((shared.numerator ?? 0) <= (shared.denominator ?? 0)).toBe(true);
  });
});

describe('pressed twice, or by two people', () => {
  it('is one step, one revision and one row of the audit log', async () => {
    const draft = await enter(reporter, count(), 2017, { value: 2, source: '年报' });
    const handing = await Promise.all([
      step(reporter, draft, 'submit'),
      step(reporter, draft, 'submit'),
      step(colleague, draft, 'submit'),
    ]);
    expect(tally(handing)).toEqual({ '200': 1, '412 staleVersion': 2 });
    expect(await succeeded('submitReading', draft.id)).toBe(1);

    const submitted = accepted(await reporter.get(`/api/readings/${draft.id}`));
    const judging = await Promise.all([
      step(reviewer, submitted, 'approve'),
      step(second, submitted, 'approve'),
      step(reviewer, submitted, 'return'),
    ]);
    expect(tally(judging)).toEqual({ '200': 1, '412 staleVersion': 2 });
    const [approvals, returns] = [
      await succeeded('approveReading', draft.id),
      await succeeded('returnReading', draft.id),
    ];
    expect(approvals + returns).toBe(1);
    const history = await reporter.get(`/api/readings/${draft.id}/revisions`);
    expect(history.json<{ items: Revision[] }>().items).toHaveLength(3);
  });

  it('with the version of now, the second is told the state', async () => {
    const draft = await enter(reporter, count(), 2017, { value: 2, source: '年报' });
    const submitted = accepted(await step(reporter, draft, 'submit'));
    expect(refusal(await step(reporter, submitted, 'submit'))).toBe('409 wrongState');
  });
});

describe('a version', () => {
  it('must be named', async () => {
    const draft = await enter(reporter, count(), 2017, { value: 2 });
    const url = `/api/readings/${draft.id}`;
    expect(refusal(await reporter.send('PATCH', url, { value: 3 }))).toBe('428 versionRequired');
    for (const name of ['submit', 'sign', 'approve']) {
      const by = name === 'submit' ? reporter : reviewer;
      const response = await by.send('POST', `${url}/${name}`);
      expect([403, 428], name).toContain(response.statusCode);
    }
  });

  it('that was never given out names nothing', async () => {
    const draft = await enter(reporter, count(), 2017, { value: 2 });
    for (const tag of ['"0"', '"2"', '*', '1', 'W/"x"', '""']) {
      const response = await reporter.send(
        'PATCH',
        `/api/readings/${draft.id}`,
        { value: 3 },
        { 'if-match': tag },
      );
      expect(refusal(response), tag).toBe('412 staleVersion');
    }
  });
});

describe('a repeated POST with one key', () => {
  it('creates nothing new and gets the same answer, its version included', async () => {
    const key = { 'idempotency-key': `key-${plan}` };
    const body = { indicatorId: count(), year: 2017, value: 2 };
    const responses = await Promise.all(
      twenty.map(() => reporter.send('POST', '/api/readings', body, key)),
    );
    expect(tally(responses)).toEqual({ '201': 20 });
    expect(new Set(responses.map(({ body: text }) => text)).size).toBe(1);
    expect(new Set(responses.map(({ headers }) => headers.etag))).toEqual(new Set(['"1"']));
    const list = await reporter.get(`/api/readings?indicatorId=${count()}`);
    expect(list.json<{ items: Reading[] }>().items).toHaveLength(1);
  });

  it('for something else is refused', async () => {
    const key = { 'idempotency-key': `other-${plan}` };
    const body = { indicatorId: count(), year: 2017, value: 2 };
    accepted(await reporter.send('POST', '/api/readings', body, key), 201);
    const other = await reporter.send('POST', '/api/readings', { ...body, year: 2018 }, key);
    expect(refusal(other)).toBe('409 idempotencyMismatch');
  });

  it('after a refusal is tried again', async () => {
    const key = { 'idempotency-key': `retry-${plan}` };
    const wrong = { indicatorId: count(), year: 2017, value: -1 };
    expect(refusal(await reporter.send('POST', '/api/readings', wrong, key))).toBe(
      '422 /value negative',
    );
    accepted(await reporter.send('POST', '/api/readings', { ...wrong, value: 1 }, key), 201);
  });
});
