import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitOf } from '../../shared/incentives/caps.ts';
import { wanText } from '../../shared/incentives/money.ts';
import type { Payment, Watch } from '../../shared/payments.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { loadRealPlan } from '../support/real-plan.ts';
import { ruleOf } from '../support/rules.ts';

const url = '/api/plans/qetdz-2016/payments';
let t: TestApp;
let reporter: Signed;
beforeEach(async () => {
  t = await startApp();
  await loadRealPlan(t);
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb', name: '登记员' });
});
afterEach(() => t.close());

interface Entered {
  readonly payment: Payment;
  readonly watch: Watch | null;
}

const enter = (by: Signed, more: object = {}) =>
  by.send('POST', url, {
    incentiveId: 'm04-i2',
    enterprise: '示例机械有限公司',
    year: 2018,
    paidOn: '2018-12-20',
    amountWan: 60.15,
    ...more,
  });
const ledger = async (by: Signed, query = '') =>
  (await by.get(`${url}${query}`)).json<{
    items: Payment[];
    watches: Watch[];
    enterable: string[];
  }>();

describe('the ledger', () => {
  it('keeps what was paid to the fen, beside the rule, the year and the indicator it served', async () => {
    const made = await enter(reporter, {
      indicatorId: 'im-cnc-rate',
      documentNumber: '示例〔2018〕1号',
    });
    expect(made.statusCode, made.body).toBe(201);
    expect(made.json<Entered>()).toMatchObject({
      payment: {
        incentiveId: 'm04-i2',
        amountWan: 60.15,
        year: 2018,
        indicatorId: 'im-cnc-rate',
        enteredBy: '登记员',
        reversible: true,
      },
      watch: null,
    });
    const leader = await addPerson(t, { roles: ['leader'] });
    const { items, enterable } = await ledger(leader, '?year=2018');
    expect(items).toMatchObject([{ amountWan: 60.15, reversible: false }]);
    expect(enterable).toEqual([]);
    expect((await ledger(leader, '?year=2017')).items).toEqual([]);
  });

  it('is corrected by an entry that takes the wrong one back, once', async () => {
    const { payment } = (await enter(reporter)).json<Entered>();
    const back = await reporter.send('POST', `/api/payments/${payment.id}/reverse`, {
      reason: '金额录入有误',
    });
    expect(back.json<Entered>().payment).toMatchObject({
      amountWan: -60.15,
      reverses: payment.id,
      note: '金额录入有误',
    });
    const again = await reporter.send('POST', `/api/payments/${payment.id}/reverse`, {
      reason: '再来',
    });
    expect(again.json()).toMatchObject({ status: 409, code: 'wrongState' });
    const other = back.json<Entered>().payment.id;
    const ofBack = await reporter.send('POST', `/api/payments/${other}/reverse`, {
      reason: '再来',
    });
    expect(ofBack.statusCode).toBe(409);
    const { connection } = t.database;
    expect(() => connection.exec('update incentive_payments set amount_fen = 1')).toThrow(
      /changed/,
    );
    expect(() => connection.exec('delete from incentive_payments')).toThrow(/deleted/);
  });

  it('is entered by the departments of the measure alone, and nothing impossible', async () => {
    const quality = await addPerson(t, { roles: ['reporter'], departmentId: 'quality' });
    expect((await enter(quality)).statusCode).toBe(403);
    expect(
      (await enter(quality, { incentiveId: 'm07-i1', tier: 0, amountWan: 30 })).statusCode,
    ).toBe(201);
    const wrong = await enter(reporter, {
      tier: 7,
      year: 2030,
      paidOn: '2019-01-11',
      indicatorId: 'nothing',
    });
    const { errors } = wrong.json<{ errors: { pointer: string }[] }>();
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/tier',
      '/year',
      '/paidOn',
      '/indicatorId',
    ]);
    for (const amountWan of [0, -1, 0.0000001]) {
      expect((await enter(reporter, { amountWan })).statusCode).toBe(422);
    }
  });

  it('warns when an enterprise got more than the document allows, whatever the spelling', async () => {
    await enter(reporter);
    const second = await enter(reporter, { enterprise: '示例机械 有限公司', amountWan: 50 });
    expect(second.statusCode).toBe(201);
    expect(second.json<Entered>().watch).toMatchObject({
      sumWan: 110.15,
      limitWan: 100,
      kind: 'cap',
    });
    expect((await ledger(reporter)).watches).toHaveLength(1);
    const { payment } = second.json<Entered>();
    await reporter.send('POST', `/api/payments/${payment.id}/reverse`, { reason: '重复登记' });
    expect((await ledger(reporter)).watches).toEqual([]);
  });

  it('goes out as a workbook and as CSV in which no text is a formula', async () => {
    await enter(reporter, { enterprise: '=HYPERLINK("x")', note: '@附注' });
    const csv = await reporter.get(`${url}/file?format=csv&year=2018`);
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.body).toContain("'@附注");
    expect(csv.body).toContain('60.15');
    const book = await reporter.get(`${url}/file?format=xlsx&language=en`);
    expect(book.statusCode).toBe(200);
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const auditor = await addPerson(t, { roles: ['auditor'] });
    const log = await auditor.get('/api/audit?action=exportPayments');
    expect(log.json<{ items: unknown[] }>().items).toHaveLength(2);
  });
});

describe('the most that an enterprise can get, as far as the document says', () => {
  it.each<[string, readonly (number | null)[], string, string]>([
    ['m04-i2', [null], '100 cap', '最高补助金额不超过100万元'],
    ['m11-i1', [1], '300 cap', 'the second grade is capped'],
    ['m11-i1', [2, 1], '500 cap', 'the higher of the grades that were used'],
    ['m11-i1', [0], 'none', 'the first grade states none'],
    ['m13-i1', [null], '50 amount', '每家一次性50万元'],
    ['m15-i1', [null], '20 amount', 'once or yearly is not said: it is watched all the same'],
    ['m16-i1', [0], '50 amount', 'the grade that it was recognised at'],
    ['m07-i2', [0], 'none', '每项: no limit of the number'],
    ['m12-i2', [null], 'none', '不少于20万元: no upper bound'],
    ['m06-i1', [null], 'none', 'tax relief is not paid out'],
  ])('%s by grades %j: %s (%s)', (id, tiers, expected) => {
    const limit = limitOf(ruleOf(id), tiers);
    expect(limit === null ? 'none' : `${wanText(limit.fen)} ${limit.kind}`).toBe(expected);
  });
});
