import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { type Opened, openDatabase } from '../../server/db/open.ts';
import { prepareDemo } from '../../server/demo.ts';
import { prepareEvidence } from '../../server/evidence/prepare.ts';
import { prepareInstallation } from '../../server/installation.ts';
import { verifyDatabase } from '../../server/verify.ts';
import { STATUSES } from '../../shared/assessment/types.ts';
import type { Dashboard } from '../../shared/dashboard.ts';
import { ROLES } from '../../shared/permissions.ts';
import type { Round } from '../../shared/rounds.ts';

const now = () => new Date();
let folder: string;
let database: Opened;
let app: FastifyInstance;
let printed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaochi-demo-'));
  database = openDatabase(join(folder, 'demo.sqlite'));
  const { setupToken } = await prepareInstallation(database, { now, illustrative: true });
  printed = await prepareDemo(database, folder, setupToken);
  app = await createApp({
    database,
    config: readConfig({ BIAOCHI_DATA: folder }),
    checkAnswers: true,
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function ask(username: string, url: string) {
  const accounts = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as Record<
    string,
    string
  >;
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password: accounts[username] },
  });
  expect(signedIn.statusCode, signedIn.body).toBe(200);
  const [cookie] = signedIn.cookies;
  return app.inject({ url, headers: { cookie: `${cookie?.name}=${cookie?.value}` } });
}

const PLAN = '/api/plans/qetdz-2016';

async function board(username: string): Promise<Dashboard> {
  const answer = await ask(username, `${PLAN}/dashboard?year=2019&unapproved=include`);
  return answer.json<Dashboard>();
}

async function roundsFor(username: string): Promise<Round[]> {
  return (await ask(username, `${PLAN}/rounds`)).json<{ items: Round[] }>().items;
}

describe('the demo', () => {
  it('shows every status at 2019, in every kind that the plan uses', async () => {
    const { indicators } = await board('reviewer');
    const shown = new Set(indicators.map(({ assessment }) => assessment.status));
    expect([...shown].sort()).toEqual([...STATUSES].sort());
    const kinds = new Set(indicators.map(({ target }) => target.kind));
    expect([...kinds].sort()).toEqual(
      ['atLeast', 'atMost', 'countRange', 'milestone', 'rating', 'reduction'].sort(),
    );
  });

  it('leaves one of energy, COD and SO2 pending', async () => {
    const { indicators } = await board('leader');
    const pending = indicators.filter(({ assessment }) => assessment.status === 'targetPending');
    expect(pending.map(({ code }) => code)).toEqual(['C4']);
  });

  it('has a reading that waits, seen by the reviewer and not by the leader', async () => {
    const waiting = ({ indicators }: Dashboard) =>
      indicators.filter(({ unapproved }) => unapproved.length > 0).map(({ code }) => code);
    expect(waiting(await board('reviewer'))).toEqual(['B5']);
    expect(waiting(await board('leader'))).toEqual([]);
  });

  it('has sealed rounds, one that was closed, one under way, and some that came late', async () => {
    const rounds = await roundsFor('reviewer');
    const shown = rounds.map(({ year, state, counts }) => [
      year,
      state,
      counts.handedIn,
      counts.late,
    ]);
    expect(shown).toEqual([
      [2020, 'open', 0, 0],
      [2019, 'closed', 25, 0],
      [2018, 'sealed', 25, 0],
      [2017, 'sealed', 25, 3],
      [2016, 'sealed', 25, 2],
    ]);
  });

  it('has a year that was reported otherwise than it is known now', async () => {
    const of = async (query: string) => {
      const answer = await ask('leader', `${PLAN}/dashboard?year=2018${query}`);
      const { indicators } = answer.json<Dashboard>();
      return indicators.find(({ code }) => code === 'C1');
    };
    const [now, then] = [await of(''), await of('&known=reported')];
    expect([then?.assessment.status, then?.assessment.value]).toEqual(['onTrack', 83.95]);
    expect([now?.assessment.status, now?.assessment.value]).toEqual(['behind', 83.6]);
    expect(now?.readings.find(({ year }) => year === 2018)?.corrections).toBe(1);
  });

  it('leaves every step in the log, with what it was about, and all of it can be proved', async () => {
    const silent = database.connection
      .prepare(
        `select distinct action from audit_log where outcome = 'ok'
         and (target_id is null or after is null) order by action`,
      )
      .pluck()
      .all();
    // What they change is a secret, or nothing.
    expect(silent).toEqual(['changePassword', 'signIn']);
    const lost = database.connection
      .prepare(
        `select distinct action from audit_log as a where outcome = 'ok'
         and target_type in ('reading', 'correction', 'indicator', 'list', 'evidence')
         and not exists (select 1 from audit_subjects as s where s.seq = a.seq)`,
      )
      .pluck()
      .all();
    expect(lost).toEqual([]);
    await expect(verifyDatabase(database)).resolves.not.toThrow();
  });

  it('prints an account for each role, and keeps the passwords to its owner', () => {
    for (const role of ROLES) expect(printed).toContain(role);
    expect(statSync(join(folder, 'accounts.json')).mode & 0o077).toBe(0);
  });

  it('says everywhere that its data are illustrative', async () => {
    expect((await board('display')).plan.illustrative).toBe(true);
    const { setupToken } = await prepareInstallation(database, { now, illustrative: true });
    expect(setupToken).toBeNull();
  });

  it('keeps its files in its own folder, and none is missing', async () => {
    await prepareEvidence(database, folder, now());
    expect((await ask('admin', '/api/health')).json()).toEqual({ status: 'ok' });
  });

  it('never turns a real folder into a demo', async () => {
    const real = openDatabase(':memory:');
    await prepareInstallation(real, { now, illustrative: false });
    await expect(prepareInstallation(real, { now, illustrative: true })).rejects.toThrow(/demo/);
    await real.close();
  });

  it('says so when an earlier start was cut off in the middle', async () => {
    const unfinished = openDatabase(':memory:');
    await prepareInstallation(unfinished, { now, illustrative: true });
    const empty = join(folder, 'unfinished');
    await expect(prepareDemo(unfinished, empty, null)).rejects.toThrow(`Delete ${empty}`);
    await unfinished.close();
  });
});
