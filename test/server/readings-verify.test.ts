import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transactions } from '../../server/db/transaction.ts';
import { verifyReadings } from '../../server/readings/verify.ts';
import type { Reading } from '../../shared/readings.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson } from '../support/people.ts';
import { accepted, change, enter, publish, step } from '../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../support/small-plan.ts';

let t: TestApp;
/** Published, of a figure that is divided. */
let share: Reading;
beforeEach(async () => {
  t = await startApp();
  await addSmallPlan(t, 'plan');
  const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  const reviewer = await addPerson(t, { roles: ['reviewer'] });
  const parts = { numerator: 48, denominator: 120, note: '两次核对' };
  share = await publish(reporter, reviewer, indicatorOf('share', 'plan'), 2017, parts);
  const draft = await enter(reporter, indicatorOf('milestone', 'plan'), 2017, { source: '文件' });
  const conditions = [{ id: 'built', metOn: '2017-05-01' }, { id: 'operating' }];
  const changed = accepted(await change(reporter, draft, { conditions }));
  const submitted = accepted(await step(reporter, changed, 'submit'));
  await step(reviewer, submitted, 'return');
});
afterEach(() => t.close());

const verify = () => new Transactions(t.database.kysely).read(verifyReadings);

/** As somebody with the file and a tool does it. */
function byHand(...statements: readonly string[]): void {
  t.database.connection.pragma('foreign_keys = OFF');
  for (const name of ['stay', 'remain']) {
    for (const table of ['reading_revisions', 'reading_revision_conditions']) {
      t.database.connection.exec(`drop trigger if exists ${table}_${name}`);
    }
  }
  for (const statement of statements) t.database.connection.exec(statement);
}

describe('checking the readings', () => {
  it('finds nothing wrong with what the product wrote', async () => {
    expect(await verify()).toEqual({ ok: true });
  });

  it.each([
    ['a figure', 'update reading_revisions set value = 41 where value = 40', 'share'],
    ['a note', "update reading_revisions set note = '' where version = 2 and note > ''", 'share'],
    [
      'who approved',
      "update reading_revisions set by_name = '他' where action = 'approve'",
      'share',
    ],
    ['a version', 'delete from reading_revisions where value = 40 and version = 2', 'share'],
    ['a day', "update reading_revision_conditions set met_on = '2017-01-01'", 'milestone'],
  ])('names the reading in whose history %s was changed', async (_what, statement, whose) => {
    byHand(statement);
    expect(await verify()).toMatchObject({
      ok: false,
      version: expect.any(Number) as number,
      ...(whose === 'share' ? { readingId: share.id } : {}),
    });
  });

  it.each([
    ['the state', "update readings set status = 'draft'"],
    ['the source', "update readings set source = '另一份'"],
    ['a component', 'update component_readings set value = 60 where value = 48'],
  ])('names a reading of which %s was changed', async (_what, statement) => {
    byHand(`${statement}${statement.includes('component') ? '' : ` where id = '${share.id}'`}`);
    expect(await verify()).toEqual({ ok: false, readingId: share.id, version: null });
  });

  it('misses a reading that is gone altogether', async () => {
    byHand(
      `delete from reading_revisions where reading_id = '${share.id}'`,
      `delete from readings where id = '${share.id}'`,
    );
    expect(await verify()).toMatchObject({ ok: false, readingId: share.id, version: 1 });
  });
});
