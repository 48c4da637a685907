import { afterEach, beforeEach, expect, test } from 'vitest';
import { call } from '../../../client/call.ts';
import { type OpenRow, SheetKeeper } from '../../../client/sheet/SheetKeeper.ts';
import { signIn } from '../../../shared/accounts.ts';
import { listReadings } from '../../../shared/readings.ts';
import { getSheet } from '../../../shared/sheet.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { pageFetch } from '../../support/page-fetch.ts';
import { addPerson, PASSWORD, type Signed } from '../../support/people.ts';
import { accepted, change, enter, step } from '../../support/readings.ts';
import { addSmallPlan, indicatorOf } from '../../support/small-plan.ts';

const YEAR = 2018;

let t: TestApp;
let restore: () => void;
let reporter: Signed;
let sheet: SheetKeeper;

beforeEach(async () => {
  t = await startApp();
  t.clock.now = new Date('2019-01-08T02:00:00.000Z');
  await addSmallPlan(t);
  // Two shares of one department, with one denominator.
  await t.database.kysely
    .updateTable('indicatorDepartments')
    .set({ departmentId: 'steb' })
    .where('indicatorId', '=', indicatorOf('otherShare'))
    .execute();
  reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  ({ restore } = pageFetch(t));
  await call(signIn, { body: { username: reporter.user.username, password: PASSWORD } });
});
afterEach(async () => {
  sheet.dispose();
  restore();
  await t.close();
});

async function openSheet(): Promise<void> {
  const params = { planId: 'small', year: String(YEAR) };
  sheet = new SheetKeeper(await call(getSheet, { params, query: {} }), reporter.user.id);
}

function row(name: Parameters<typeof indicatorOf>[0]): OpenRow {
  const found = sheet.rowOf(indicatorOf(name));
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}
const typedIn = (one: OpenRow) => one.keeper.snapshot().typed;
let visit = 0;
function type(
  one: OpenRow,
  key: 'numerator' | 'denominator' | 'value' | 'source' | 'note',
  text: string,
): void {
  visit += 1;
  sheet.change(one, [key], { [key]: text }, visit);
}

async function stored(name: Parameters<typeof indicatorOf>[0]) {
  const query = { indicatorId: indicatorOf(name), year: String(YEAR) };
  return (await call(listReadings, { query })).items[0];
}

test('a shared part is typed in the first row, shown in the other, and stored once', async () => {
  await openSheet();
  const [share, other] = [row('share'), row('otherShare')];
  expect(sheet.leaderOf(other, 'denominator')).toBe(share);
  expect(sheet.leaderOf(share, 'denominator')).toBeNull();
  type(share, 'numerator', '150');
  type(share, 'denominator', '３００');
  expect(typedIn(other).denominator).toBe('３００');
  // Nobody typed into the other row: it is not begun.
  expect(other.keeper.snapshot().unsent).toBe(false);
  type(other, 'numerator', '80');
  expect(await sheet.save()).toBe(true);
  expect(await stored('share')).toMatchObject({ numerator: 150, denominator: 300, value: 50 });
  expect(await stored('otherShare')).toMatchObject({ numerator: 80, denominator: 300 });
});

test('its change is a change of both readings, and no conflict', async () => {
  await openSheet();
  const [share, other] = [row('share'), row('otherShare')];
  type(share, 'numerator', '150');
  type(share, 'denominator', '300');
  type(other, 'numerator', '80');
  await sheet.save();
  type(share, 'denominator', '200');
  await share.keeper.save();
  await expect.poll(() => other.keeper.snapshot().reading?.denominator).toBe(200);
  const known = other.keeper.snapshot().reading?.version;
  expect((await stored('otherShare'))?.version).toBe(known);
  type(other, 'note', '口径未变');
  expect(await other.keeper.save()).toBe(true);
  expect(await stored('otherShare')).toMatchObject({ denominator: 200, note: '口径未变' });
});

test('a row without a figure gives no part: the next one does, and keeps what stood', async () => {
  await openSheet();
  const [share, other] = [row('share'), row('otherShare')];
  type(share, 'denominator', '300');
  sheet.change(share, ['absence'], { absence: 'unavailable', absenceReason: '企业未报' }, null);
  expect(sheet.leaderOf(other, 'denominator')).toBeNull();
  expect(typedIn(other).denominator).toBe('300');
  type(other, 'denominator', '280');
  sheet.change(share, ['absence'], { absence: null }, null);
  expect(sheet.leaderOf(other, 'denominator')).toBe(share);
  expect([typedIn(share).denominator, typedIn(other).denominator]).toEqual(['280', '280']);
});

test('undo takes back one field and leaves what somebody else made of another', async () => {
  const draft = await enter(reporter, indicatorOf('count'), YEAR, { value: 3 });
  await openSheet();
  const count = row('count');
  type(count, 'value', '4');
  await sheet.save();
  const reading = count.keeper.snapshot().reading ?? draft;
  accepted(await change(reporter, reading, { note: '同事补充' }));
  type(count, 'value', '5');
  await sheet.save();
  expect(typedIn(count)).toMatchObject({ value: '5', note: '同事补充' });
  expect(sheet.undo()).toEqual({ rowId: count.id, key: 'value' });
  expect(typedIn(count)).toMatchObject({ value: '4', note: '同事补充' });
  sheet.undo();
  expect(typedIn(count)).toMatchObject({ value: '3', note: '同事补充' });
  expect(sheet.snapshot()).toMatchObject({ canUndo: false, canRedo: true });
  sheet.redo();
  await sheet.save();
  expect(await stored('count')).toMatchObject({ value: 4, note: '同事补充' });
});

test('what is wrong is said of a field that was left, and of all once handing in was tried', async () => {
  await openSheet();
  const count = row('count');
  type(count, 'value', '二');
  expect(sheet.shownOf(count.id)).toEqual([]);
  sheet.left(count.id, '/value');
  expect(sheet.shownOf(count.id).map(({ pointer }) => pointer)).toEqual(['/value']);
  sheet.tryAll([count.id]);
  expect(sheet.shownOf(count.id).map(({ pointer }) => pointer)).toEqual(['/value', '/source']);
});

test('a row that was handed in is closed to every hand, undo included', async () => {
  const draft = await enter(reporter, indicatorOf('count'), YEAR, { value: 3, source: '台账' });
  await openSheet();
  const count = row('count');
  type(count, 'value', '4');
  await sheet.save();
  const reading = count.keeper.snapshot().reading ?? draft;
  count.keeper.take(accepted(await step(reporter, reading, 'submit')));
  expect(sheet.isOpen(count)).toBe(false);
  expect(sheet.shapeOf(count)).toBeNull();
  sheet.undo();
  expect(typedIn(count).value).toBe('4');
});
