import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, type ChainedRow } from '../../server/audit/chain.ts';
import type { AuditRow } from '../../shared/audit.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson, type Signed } from '../support/people.ts';
import { change, enter, ifMatch, publish, refusal, step } from '../support/readings.ts';
import { addClosedRound } from '../support/rounds.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
let auditor: Signed;
let reporter: Signed;
let reviewer: Signed;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t);
  auditor = await addPerson(t, { roles: ['auditor'], username: 'auditor' });
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  reviewer = await addPerson(t, { roles: ['reviewer'] });
});
afterEach(() => t.close());

const rowsAbout = async (name: string): Promise<AuditRow[]> => {
  const answer = await auditor.get(`/api/audit?indicatorId=${indicatorOf(name)}&limit=200`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: AuditRow[] }>().items;
};
const actionsAbout = async (name: string): Promise<string[]> =>
  (await rowsAbout(name)).map(({ action, outcome }) =>
    outcome === 'ok' ? action : `${action} ${outcome}`,
  );
const exported = (body: object, by = auditor) => by.send('POST', '/api/audit/export', body);
/** Only the rows of the log, without the head of the demo. */
const linesOf = (body: string): Record<string, unknown>[] =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('by indicator', () => {
  it('finds its settings, everything about its readings, and what was refused', async () => {
    const administrator = await addPerson(t, { roles: ['administrator'] });
    const body = { year: 2015, value: 79, basis: '年鉴' };
    const url = `/api/indicators/${indicatorOf('index')}/baselines`;
    expect((await administrator.send('POST', url, body, ifMatch(1))).statusCode).toBeLessThan(300);
    const draft = await enter(reporter, indicatorOf('index'), 2017, { value: 81 });
    await change(reporter, draft, { value: 82, source: '年报' });
    await step(reporter, { ...draft, version: 2 }, 'submit');
    await step(reporter, { ...draft, version: 3 }, 'approve');
    await enter(reporter, indicatorOf('count'), 2017, { value: 1 });
    expect(await actionsAbout('index')).toEqual([
      'approveReading forbidden',
      'submitReading',
      'changeReading',
      'createReading',
      'enterBaseline',
    ]);
    expect(await actionsAbout('count')).toEqual(['createReading']);
  });

  it('finds a component that was typed beside another indicator which shows it, too', async () => {
    const finance = await addPerson(t, { roles: ['reporter'], departmentId: 'finance' });
    await enter(reporter, indicatorOf('share'), 2017, { numerator: 40, denominator: 120 });
    await enter(finance, indicatorOf('otherShare'), 2017, { denominator: 125 });
    expect(await actionsAbout('share')).toEqual(['createReading', 'createReading']);
  });

  it('finds the seal of the round that its figure was in', async () => {
    await publish(reporter, reviewer, indicatorOf('index'), 2017, { value: 81 });
    const version = await addClosedRound(t, reviewer, 'small', 2017);
    const names = ['share', 'otherShare', 'density', 'percentage', 'emission', 'count'];
    const unreported = [...names, 'milestone', 'rating'].map((name) => ({
      indicatorId: indicatorOf(name),
      reason: '牵头单位年内未报送数据',
    }));
    const url = '/api/plans/small/rounds/2017/seal';
    const sealed = await reviewer.send('POST', url, { unreported }, ifMatch(version));
    expect(sealed.statusCode, sealed.body).toBe(200);
    expect((await actionsAbout('index'))[0]).toBe('sealRound');
    expect(await actionsAbout('count')).toEqual([]);
  });

  it('what a row is about stays, too', () => {
    const { connection } = t.database;
    connection.exec(
      `insert into audit_subjects select seq, '${indicatorOf('index')}' from audit_log limit 1`,
    );
    expect(() => connection.exec('delete from audit_subjects')).toThrow(/never deleted/);
    expect(() => connection.exec('update audit_subjects set seq = seq')).toThrow(/never changed/);
  });
});

describe('the export', () => {
  it('is a CSV file that Excel opens, with nothing in it that runs', async () => {
    await addPerson(t, { roles: ['leader'], username: 'li', name: '=1+1' });
    const officer = await addPerson(t, { roles: ['securityAdministrator'] });
    const made = await addPerson(t, { roles: ['leader'], name: '旧名' });
    const evil = { name: '=HYPERLINK("x")' };
    await officer.send('PATCH', `/api/users/${made.user.id}`, evil, ifMatch(1));
    const answer = await exported({ format: 'csv' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('审计日志 audit 2019-01-10.csv')}`,
    );
    expect(answer.body.startsWith('\uFEFF序号 seq,')).toBe(true);
    expect(answer.body.indexOf('\uFEFF', 1)).toBe(-1);
    for (const cell of answer.body.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
    expect(answer.body).toContain('2019-01-10 09:00:00');
  });

  it('as JSON lines holds the whole chain, which anybody can prove', async () => {
    await publish(reporter, reviewer, indicatorOf('index'), 2017, { value: 81 });
    const lines = linesOf((await exported({ format: 'jsonl' })).body);
    let previous = CHAIN_START;
    for (const [at, line] of lines.entries()) {
      const { previousHash, hash, roles, before, after, ...same } = line;
      const row = {
        ...same,
        roles: (roles as string[]).join(','),
        before: before === null ? null : JSON.stringify(before),
        after: after === null ? null : JSON.stringify(after),
      } as unknown as ChainedRow;
      expect(row.seq).toBe(at + 1);
      expect(previousHash).toBe(previous);
      previous = chainHash(previous, row);
      expect(hash, `row ${row.seq}`).toBe(previous);
    }
    expect(lines.length).toBeGreaterThan(6);
  });

  it('holds what fits alone, and more than one page of it', async () => {
    const insert = t.database.connection.prepare(
      `insert into audit_log select seq + ?, at, user_id, 'many', roles, department_id, address,
       action, target_type, target_id, before, after, outcome, request_id, previous_hash, hash
       from audit_log where seq = 1`,
    );
    for (let row = 1; row <= 2100; row += 1) insert.run(100 + row);
    const lines = linesOf((await exported({ format: 'jsonl', username: 'many' })).body);
    expect(lines).toHaveLength(2100);
    expect(lines[0]).toMatchObject({ seq: 102 });
    expect((await exported({ format: 'jsonl', username: 'nobody' })).body).toBe('');
  });

  it('is a row itself, with what was asked for and the hash of the file', async () => {
    const answer = await exported({ format: 'csv', action: 'signIn' });
    const found = await auditor.get('/api/audit?action=exportAudit');
    const [row] = found.json<{ items: AuditRow[] }>().items;
    const sha256 = createHash('sha256').update(answer.rawPayload).digest('hex');
    expect(row).toMatchObject({
      username: 'auditor',
      targetType: 'audit',
      targetId: 'csv',
      outcome: 'ok',
      after: { action: 'signIn', rows: 3, sha256 },
    });
  });

  it('says that everything is made up where it is', async () => {
    t.database.connection.exec(
      "insert into installation (id, profile, illustrative, created_at) values (1, 'simple', 1, '2019')",
    );
    const csv = await exported({ format: 'csv' });
    expect(csv.body.startsWith('\uFEFF示例数据 illustrative data\r\n序号 seq')).toBe(true);
    expect(decodeURIComponent(String(csv.headers['content-disposition']))).toContain('示例数据');
    const lines = linesOf((await exported({ format: 'jsonl' })).body);
    expect(lines[0]).toEqual({ illustrative: '示例数据 illustrative data' });
  });

  it.each([
    [{ format: 'xlsx' }, '422 /format notAllowed'],
    [{}, '422 /format required'],
    [{ format: 'csv', from: '2019-02-02', to: '2019-02-01' }, '422 /to datesOutOfOrder'],
    [{ format: 'csv', limit: '5' }, '422 /limit unknownField'],
  ])('%j is %s', async (body, expected) => {
    expect(refusal(await exported(body))).toBe(expected);
  });

  it.each(['administrator', 'securityAdministrator', 'reviewer', 'leader'] as const)(
    'is not for the %s',
    async (role) => {
      const person = await addPerson(t, { roles: [role] });
      expect(refusal(await exported({ format: 'csv' }, person))).toBe('403 forbidden');
    },
  );
});
