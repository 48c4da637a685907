import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeArchive } from '../../server/backup/make-archive.ts';
import { restoreArchive } from '../../server/backup/restore-archive.ts';
import { databaseFile, filesFolder } from '../../server/data-folder.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase, type Opened } from '../../server/db/open.ts';
import { pathOf } from '../../server/files/keep.ts';
import type { Moment } from '../../shared/moments.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addEveryRole, addPerson, type Signed } from '../support/people.ts';
import { publish, refusal } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let place: string;
let folder: string;
let t: TestApp;
let people: ReadonlyMap<string, Signed>;
const who = (role: string): Signed => people.get(role) as Signed;

/** On disk, because a backup copies a file. */
function open(of: string): Opened {
  const database = openDatabase(databaseFile(of));
  migrate(database.connection);
  return database;
}

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'biaochi-moments-'));
  folder = join(place, 'data');
  mkdirSync(folder);
  t = await startApp({ BIAOCHI_DATA: folder }, { database: open(folder) });
  await addSmallPlan(t);
  people = await addEveryRole(t, 'steb');
  await approve('index', 71);
});
afterEach(async () => {
  await t.close();
  rmSync(place, { recursive: true });
});

const approve = (name: 'index' | 'percentage', value: number) =>
  publish(who('reporter'), who('reviewer'), indicatorOf(name), 2017, { value });

const BOARD = '/api/plans/small/dashboard?year=2017';

async function take(year = 2017): Promise<Moment> {
  const answer = await who('reviewer').send('POST', '/api/plans/small/moments', { year });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Moment>();
}
const boardOf = (id: string, by = who('display')) => by.get(`/api/moments/${id}/board`);

describe('a frozen moment', () => {
  it('is the board as everybody saw it, byte for byte, whatever becomes of the figures', async () => {
    const then = await who('display').get(BOARD);
    const taken = await take();
    expect(taken).toMatchObject({
      planId: 'small',
      year: 2017,
      revision: then.json<{ revision: number }>().revision,
      takenAt: t.clock.now.toISOString(),
      takenBy: who('reviewer').user.name,
      sha256: createHash('sha256').update(then.body).digest('hex'),
    });
    await approve('percentage', 93);
    expect((await who('display').get(BOARD)).body).not.toBe(then.body);
    const kept = await boardOf(taken.id);
    expect(kept.body).toBe(then.body);
    expect(kept.headers.etag).toBe(`"${taken.sha256}"`);
    expect((await who('leader').get(`/api/moments/${taken.id}`)).json()).toEqual(taken);
    // The same bytes are kept once, and are two moments all the same.
    const twice = [await take(), await take()];
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
    expect(new Set(twice.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('is taken by the reviewer alone, with a row in the log, and never changes', async () => {
    const before = await who('reviewer').send('POST', '/api/plans/small/moments', { year: 2017 });
    for (const [role, person] of people) {
      if (role === 'reviewer') continue;
      const answer = await person.send('POST', '/api/plans/small/moments', { year: 2017 });
      expect(refusal(answer), role).toBe('403 forbidden');
    }
    const { id, sha256 } = before.json<Moment>();
    const log = await who('auditor').get('/api/audit?action=takeMoment&outcome=ok');
    expect(log.json<{ items: unknown[] }>().items).toMatchObject([
      { targetType: 'moment', targetId: id, after: { sha256 } },
    ]);
    const { connection } = t.database;
    expect(() => connection.exec('update moments set revision = 1')).toThrow(/never changed/);
    expect(() => connection.exec('delete from moments')).toThrow(/never deleted/);
  });

  it.each([
    [2014, '422 /year yearOutsidePlan', 'before the plan'],
    [2020, '422 /year futureYear', 'has not come'],
  ])('of %i is refused: %s (%s)', async (year, said) => {
    const answer = await who('reviewer').send('POST', '/api/plans/small/moments', { year });
    expect(refusal(answer)).toBe(said);
  });

  it('of another plan, or unknown, is not there', async () => {
    const answer = await who('reviewer').send('POST', '/api/plans/none/moments', { year: 2017 });
    expect(refusal(answer)).toBe('404 notFound');
    expect(refusal(await boardOf('none'))).toBe('404 notFound');
    expect(refusal(await who('leader').get('/api/moments/none'))).toBe('404 notFound');
  });

  it('comes back from a backup as it was', async () => {
    const { id } = await take();
    const { body } = await boardOf(id);
    const file = join(place, 'backup.zip');
    const { manifest } = await makeArchive({ folder, file, now: t.clock.now, version: '0.1.0' });
    expect(manifest.files).toHaveLength(1);
    const elsewhere = join(place, 'restored');
    await restoreArchive(file, elsewhere);
    const other = await startApp({ BIAOCHI_DATA: elsewhere }, { database: open(elsewhere) });
    const reader = await addPerson(other, { roles: ['leader'] });
    expect((await boardOf(id, reader)).body).toBe(body);
    await other.close();
  });

  it('whose bytes were changed on disk is refused, not shown', async () => {
    const { id, sha256 } = await take();
    const path = pathOf(filesFolder(folder), sha256);
    writeFileSync(path, readFileSync(path, 'utf8').replace('71', '99'));
    expect(refusal(await boardOf(id))).toBe('410 evidenceMissing');
  });
});
