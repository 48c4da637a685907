import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit } from '../../server/audit/store.ts';
import type { AppOptions } from '../../server/app.ts';
import { begunRun, saveRun } from '../../server/backup/store.ts';
import { openDatabase } from '../../server/db/open.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { type Control, EXPORTS, type ExportRow, type Inspection } from '../../shared/inspection.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addAccount,
  addPerson,
  asStranger,
  PASSWORD,
  type Signed,
  signIn,
} from '../support/people.ts';
import { publish } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

const DAY = 86_400_000;

let t: TestApp;
let auditor: Signed;
const start = async (
  environment: Readonly<Record<string, string>> = {},
  options: Partial<AppOptions> = {},
) => {
  t = await startApp(environment, options);
  await addSmallPlan(t);
  auditor = await addPerson(t, { roles: ['auditor'], username: 'auditor', name: '审计甲' });
};
beforeEach(() => start());
afterEach(() => t.close());

async function inspect(): Promise<Inspection> {
  const answer = await auditor.get('/api/inspection');
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Inspection>();
}

async function verdictOn(wanted: Control): Promise<string> {
  const found = (await inspect()).controls.find(({ control }) => control === wanted);
  return found?.met === true ? 'met' : `open ${found?.count ?? ''}`.trim();
}

const sql = (statement: string): void => void t.database.connection.exec(statement);

describe('the self-inspection', () => {
  it('lists every account with department, last sign-in, end and second factor', async () => {
    const username = await addAccount(t, {
      roles: ['reporter'],
      departmentId: 'steb',
      name: '旧人',
    });
    sql(`update users set disabled_at = '2019-01-09T00:00:00.000Z' where username = '${username}'`);
    const { accounts } = await inspect();
    expect(accounts.map(({ name, departmentId }) => [name, departmentId])).toEqual([
      ['审计甲', null],
      ['旧人', 'steb'],
    ]);
    expect(accounts[1]).toMatchObject({
      lastSignInAt: null,
      disabledAt: '2019-01-09T00:00:00.000Z',
      secondFactor: false,
    });
    expect(accounts[0]?.lastSignInAt).toBe('2019-01-10T01:00:00.000Z');
  });

  it('tells who can decide and who did, also after they left', async () => {
    const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
    const reviewer = await addPerson(t, { roles: ['reviewer'], name: '审核甲' });
    await addPerson(t, { roles: ['departmentHead'], departmentId: 'steb', name: '负责人' });
    await publish(reporter, reviewer, indicatorOf('index'), 2018, { value: 80 });
    sql(
      `update users set disabled_at = '2019-01-10T02:00:00.000Z' where id = '${reviewer.user.id}'`,
    );
    const { deciders } = await inspect();
    expect(deciders.find(({ name }) => name === '审核甲')).toMatchObject({
      may: false,
      approved: 1,
    });
    expect(deciders.find(({ name }) => name === '负责人')).toMatchObject({ may: true, signed: 0 });
    expect(deciders).toHaveLength(2);
  });

  it('tells what was taken out by whom, for a plan, too', async () => {
    const leader = await addPerson(t, { roles: ['leader'], name: '领导' });
    await leader.get('/api/plans/small/export?format=csv&what=readings&year=2018');
    await auditor.send('POST', '/api/audit/export', { format: 'csv' });
    const { exports } = await inspect();
    expect(exports).toMatchObject({
      total: 2,
      items: [
        { action: 'exportAudit', name: '审计甲' },
        { action: 'exportPlan', name: '领导', what: 'readings', format: 'csv', year: 2018 },
      ],
    });
    const of = async (plan: string) =>
      (await auditor.get(`/api/plans/${plan}/exports`)).json<{ items: ExportRow[] }>().items;
    expect((await of('small')).map(({ action }) => action)).toEqual(['exportPlan']);
    expect(await of('another')).toEqual([]);
  });

  it('counts the sign-ins that failed, and keeps no name that nobody has', async () => {
    await addAccount(t, { roles: ['leader'], username: 'wang', name: '王五' });
    for (const username of ['wang', 'nobody-here']) {
      await asStranger(t, 'POST', '/api/session', { username, password: 'Wrong-number-1' });
    }
    const { failedSignIns } = await inspect();
    expect(failedSignIns).toMatchObject({
      total: 2,
      items: [
        { name: null, outcome: 'wrongCredentials', address: '127.0.0.1' },
        { name: '王五', outcome: 'wrongCredentials' },
      ],
    });
    expect(JSON.stringify(failedSignIns)).not.toContain('nobody-here');
  });

  it('names the program, Node, SQLite and every package with the version that is installed', async () => {
    const { components } = await inspect();
    const of = (name: string) => components.find((one) => one.name === name)?.version;
    expect(of('Node.js')).toBe(process.versions.node);
    expect(of('SQLite')).toMatch(/^3\.\d+\.\d+$/);
    expect(of('fastify')).toMatch(/^5\.\d+\.\d+$/);
    expect(components.length).toBeGreaterThan(12);
  });

  it('tells the settings in force', async () => {
    const { settings, space } = await inspect();
    expect(settings).toEqual({
      passwordLength: 10,
      passwordDays: 90,
      failuresToLock: 5,
      lockedMinutes: 15,
      idleMinutes: 30,
      absoluteHours: 12,
      demandsSecondFactor: false,
      origin: null,
      allowHttp: false,
      backupHour: 2,
      secondFolder: false,
    });
    expect(space.free).toBeGreaterThan(0);
  });
});

describe('what leaves the house', () => {
  it('is on the list of exports with a name in both languages, wherever it is recorded', () => {
    const folder = join(import.meta.dirname, '../../shared');
    const recorded = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/= endpoint\(\{/))
      .filter((part) => /^ {2}recorded: true/m.test(part))
      .map((part) => /operationId: '(\w+)'/.exec(part)?.[1] ?? '');
    const listed: readonly string[] = EXPORTS;
    expect(recorded.length).toBeGreaterThan(4);
    expect(recorded.filter((name) => !listed.includes(name))).toEqual([]);
    for (const { inspection, audit } of [zhCN, en]) {
      // Figures are named by what of them was taken.
      const named = listed.filter((name) => inspection.kinds[name] !== undefined);
      expect(listed.filter((name) => !named.includes(name))).toEqual(['exportPlan']);
      expect(listed.filter((name) => audit.actions[name] === undefined)).toEqual([]);
    }
  });
});

describe('a control', () => {
  it.each<[Control, string, string]>([
    ['officesApart', 'open', 'no profile, or the simple one: one person holds two offices'],
    ['auditorThere', 'met', 'there is one who reads the log'],
    ['administratorsHaveCode', 'open 1', 'the auditor has none'],
    ['transportEncrypted', 'open', 'no https in front'],
    ['accountsInUse', 'met', 'everybody came'],
    ['backupOfToday', 'open', 'none was ever made'],
    ['backupElsewhere', 'open', 'there is no second folder'],
    ['drillThisQuarter', 'open', 'none was ever made'],
    ['evidenceWhole', 'met', 'nothing is damaged'],
    ['spaceLeft', 'met', 'there is room'],
    ['clockSteady', 'met', 'no row is younger than now'],
    ['logWhole', 'met', 'the chain holds'],
  ])('%s is %s at first: %s', async (control, verdict) => {
    expect(await verdictOn(control)).toBe(verdict);
  });

  it('is met when it is: offices apart, https, a second folder, a backup and a drill', async () => {
    await t.close();
    await start({ BIAOCHI_ORIGIN: 'https://targets.example', BIAOCHI_BACKUP_FOLDER: '/elsewhere' });
    sql(
      `insert into installation (id, profile, illustrative, created_at)
       values (1, 'mlps', 0, '2019-01-01T00:00:00.000Z')`,
    );
    await new Transactions(t.database.kysely).write(async (db) => {
      for (const kind of ['nightly', 'drill'] as const) {
        const run = begunRun(kind, t.clock.now, null);
        await saveRun(db, { ...run, endedAt: run.startedAt, outcome: 'ok', fileName: 'x.zip' });
      }
    });
    for (const control of [
      'officesApart',
      'transportEncrypted',
      'backupElsewhere',
      'backupOfToday',
      'drillThisQuarter',
    ] as const) {
      expect(await verdictOn(control), control).toBe('met');
    }
  });

  it('opens again: an old backup, sleeping accounts, a disk that fills', async () => {
    await t.close();
    await start({ BIAOCHI_LOW_SPACE_MB: '1000000000' });
    expect(await verdictOn('spaceLeft')).toBe('open');
    await addAccount(t, { roles: ['leader'] });
    t.clock.now = new Date(t.clock.now.getTime() + 89 * DAY);
    auditor = await signIn(t, 'auditor', PASSWORD);
    expect(await verdictOn('accountsInUse')).toBe('met');
    t.clock.now = new Date(t.clock.now.getTime() + 1.1 * DAY);
    auditor = await addPerson(t, { roles: ['auditor'] });
    expect(await verdictOn('accountsInUse')).toBe('open 1');
  });

  it('tells a clock that was set back, by the log alone', async () => {
    t.clock.now = new Date(t.clock.now.getTime() - 3600_000);
    auditor = await signIn(t, 'auditor', PASSWORD);
    expect(await verdictOn('clockSteady')).toBe('open 1');
    expect((await inspect()).clock).toMatchObject({ behind: 0, stepsBack: 1 });
  });

  it('tells the first row of the log that a hand changed', async () => {
    sql(`drop trigger audit_log_stays; update audit_log set address = '10.0.0.1' where seq = 1`);
    expect(await verdictOn('logWhole')).toBe('open 1');
  });

  it('is found out while others are answered: the log is walked between their requests', async () => {
    const entry = { user: null, address: 'cli', requestId: 'x', action: 'y', target: null };
    const rest = { at: t.clock.now, before: null, after: null, outcome: 'ok' as const };
    await new Transactions(t.database.kysely).write(async (db) => {
      for (let row = 0; row < 3000; row += 1) await appendAudit(db, { ...entry, ...rest });
    });
    const ended: string[] = [];
    const asked = async (name: string, url: string) => {
      expect((await auditor.get(url)).statusCode).toBe(200);
      ended.push(name);
    };
    await Promise.all([
      asked('inspection', '/api/inspection'),
      asked('board', '/api/plans/small/dashboard?year=2018'),
    ]);
    expect(ended).toEqual(['board', 'inspection']);
  });

  it(
    'reads the log of a database on disk in a thread of its own, and finds the same',
    { timeout: 60_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'biaochi-inspection-'));
      const database = openDatabase(join(folder, 'biaochi.sqlite'));
      await t.close();
      await start({}, { database });
      expect(await verdictOn('logWhole')).toBe('met');
      expect((await inspect()).log.rows).toBeGreaterThan(0);
      sql(`drop trigger audit_log_stays; update audit_log set address = '10.0.0.1' where seq = 1`);
      expect(await verdictOn('logWhole')).toBe('open 1');
      rmSync(folder, { recursive: true });
    },
  );
});
