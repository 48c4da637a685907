import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { publishChange } from '../../server/live/store.ts';
import { liveEvent } from '../../shared/live.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addEveryRole, type Signed } from '../support/people.ts';
import { accepted, enter, publish, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';
import { type Heard, listenTo, type Listening } from '../support/sockets.ts';

let t: TestApp;
let port: number;
let people: ReadonlyMap<string, Signed>;
const who = (role: string): Signed => people.get(role) as Signed;
const open = new Set<Listening>();

beforeEach(async () => {
  t = await startApp({}, { beatMs: 40 });
  await addSmallPlan(t);
  people = await addEveryRole(t, 'steb');
  await t.app.listen({ host: '127.0.0.1', port: 0 });
  port = (t.app.server.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const one of open) one.hangUp();
  open.clear();
  await t.close();
});

async function listen(by: Signed, since?: number): Promise<Listening> {
  const line = await listenTo(port, by.cookie, since);
  open.add(line);
  return line;
}

const approve = (name: 'index' | 'percentage', year: number) =>
  publish(who('reporter'), who('reviewer'), indicatorOf(name), year, { value: 71 });

const ofBoard = ({ data }: Heard) => (data as { kind: string }).kind === 'board';
const ofMeeting = (id: string) => (message: Heard) =>
  (message.data as { meetingId?: string }).meetingId === id;

async function revisionNow(by: Signed): Promise<number> {
  return (await by.get('/api/plans/small/dashboard')).json<{ revision: number }>().revision;
}

function publishMeeting(id: string, revision = 1): Promise<void> {
  return new Transactions(t.database.kysely).write((db) =>
    publishChange(db, { kind: 'meeting', subject: id, revision }),
  );
}

describe('the stream of changes', () => {
  it('tells every listener of an approval, a wall too, and the board is then that revision', async () => {
    const lines = await Promise.all(
      ['display', 'leader', 'reporter'].map((one) => listen(who(one))),
    );
    await approve('index', 2017);
    for (const line of lines) {
      expect(line.status).toBe(200);
      const { data } = await line.until(ofBoard);
      expect(data).toEqual({
        kind: 'board',
        planId: 'small',
        revision: await revisionNow(who('display')),
      });
      expect(liveEvent.parse(data)).toEqual(data);
    }
  });

  it('is a stream that nothing keeps or collects, under the rules of every other answer', async () => {
    const { head } = await listen(who('display'));
    expect(head).toMatch(/^content-type: text\/event-stream; charset=utf-8$/im);
    expect(head).toMatch(/^cache-control: no-store$/im);
    expect(head).toMatch(/^x-content-type-options: nosniff$/im);
    expect(head).toMatch(/^content-security-policy: default-src 'none'/im);
    expect(head).toMatch(/^x-accel-buffering: no$/im);
  });

  it('says now and then that the line is alive, and nobody’s place moves by it', async () => {
    const line = await listen(who('display'));
    await line.said('event: beat\ndata: 1\n\n');
    expect(line.heard).toEqual([]);
  });

  it('says nothing of what is typed, handed in, signed or sent back', async () => {
    const line = await listen(who('display'));
    const typed = { value: 71, source: '年报' };
    const draft = await enter(who('reporter'), indicatorOf('index'), 2018, typed);
    const submitted = accepted(await step(who('reporter'), draft, 'submit'));
    const signed = accepted(await step(who('departmentHead'), submitted, 'sign'));
    accepted(await step(who('reviewer'), signed, 'return'));
    // Whatever was to be told stands before this one.
    await publishMeeting('after-all-that');
    await line.until(ofMeeting('after-all-that'));
    expect(line.heard).toHaveLength(1);
  });

  it('tells no stranger anything', async () => {
    const line = await listenTo(port, '');
    expect(line.status).toBe(401);
    line.hangUp();
  });

  it('tells who comes first how everything stands, and who comes back only what is newer', async () => {
    await approve('index', 2017);
    await publishMeeting('m1');
    const first = await listen(who('leader'));
    const { id } = await first.until(ofMeeting('m1'));
    expect(first.heard.map(({ data }) => (data as { kind: string }).kind)).toEqual([
      'board',
      'meeting',
    ]);
    first.hangUp();
    await publishMeeting('m2');
    const again = await listen(who('leader'), id);
    await again.until(ofMeeting('m2'));
    expect(again.heard).toHaveLength(1);
    // A place that was never given out: a backup was restored since.
    const strange = await listen(who('leader'), 999_999);
    await strange.until(ofMeeting('m2'));
    expect(strange.heard).toHaveLength(3);
  });

  it('loses nothing over a restart of the server', async () => {
    const first = t;
    const before = await listen(who('display'));
    await approve('index', 2017);
    const { id } = await before.until(ofBoard);
    await t.app.close();
    await before.ended;
    // Another process (the command line) writes while nobody serves.
    await publishMeeting('m1');
    const database = t.database;
    const app = await createApp({ database, config: readConfig({ BIAOCHI_DATA: t.folder }) });
    await app.listen({ host: '127.0.0.1', port });
    t = { ...t, app, close: () => app.close().then(() => first.close()) };
    const after = await listen(who('display'), id);
    expect((await after.until(() => true)).data).toMatchObject({ meetingId: 'm1' });
  });

  it('ends with the session: signed out, revoked, or run out; an open line keeps none alive', async () => {
    const leader = await listen(who('leader'));
    await who('leader').send('DELETE', '/api/session');
    await leader.ended;
    const auditor = await listen(who('auditor'));
    t.clock.now = new Date(t.clock.now.getTime() + 31 * 60_000);
    await auditor.ended;
    expect((await who('auditor').get('/api/plans')).statusCode).toBe(401);
  });

  it('asked as any other address it says what stands, and ends', async () => {
    await publishMeeting('m1');
    const answer = await who('leader').get('/api/events');
    expect(answer.body).toMatch(/^retry: \d+\n\nid: 1\ndata: \{"kind":"meeting".*\}\n\n$/);
    expect((await who('leader').get('/api/events?since=1')).body).toMatch(/^retry: \d+\n\n$/);
    expect((await who('leader').get('/api/events?since=x')).statusCode).toBe(422);
  });

  it('cuts off who does not read, and keeps nothing for them', async () => {
    const deaf = await listen(who('leader'));
    deaf.pause();
    const rows = Array.from({ length: 60_000 }, (_, at) => ({
      kind: 'meeting' as const,
      subject: `${'m'.repeat(60)}${at}`,
      sequence: at + 1,
      revision: 1,
    }));
    const insert = t.database.connection.prepare(
      'insert into live_changes (kind, subject, sequence, revision) values (@kind, @subject, @sequence, @revision)',
    );
    t.database.connection.transaction(() => {
      for (const row of rows) insert.run(row);
    })();
    const well = await listen(who('reviewer'));
    await well.until(({ id }) => id === 60_000);
    expect(well.heard).toHaveLength(100);
    deaf.resume();
    await deaf.ended;
    expect(deaf.heard.length).toBeLessThan(60_000);
  });
});
